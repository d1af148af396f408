"""What the Home Office's first letter on the published report asked, and what was answered."""

from typing import NamedTuple


class Point(NamedTuple):
    text: str
    paragraph: str
    category: str
    weight: str
    response: str
    reasons: str
    where: str


POINTS: tuple[Point, ...] = (
    Point(
        "It would help the reader to know when specialist advocacy was offered.",
        "8.1", "ADVOCACY", "SHOULD", "ADOPTED", "", "8.1",
    ),
    Point(
        "Age as a characteristic could be analysed further.",
        "13.2", "EQUALITY", "SHOULD", "ADOPTED", "", "21.1",
    ),
    Point(
        "The term “carer strain” should be explained or replaced.",
        "17.2", "READABILITY", "SHOULD", "ADOPTED", "", "17.2",
    ),
    Point(
        "Please consider whether coercive control by an adult child is named as such.",
        "18.1", "ABUSE", "MUST", "ADOPTED", "", "18.1",
    ),
    Point(
        "The report could say whether the ambulance crew’s good practice was shared.",
        "19.5", "OTHER", "SHOULD", "ADOPTED", "", "19.7",
    ),
    Point(
        "Recommendation 3 has no measure of success.",
        "24.3", "ACTION_PLAN", "MUST", "ADOPTED", "", "Appendix, multi-agency action plan",
    ),
    Point(
        "The action plan should say what has changed for carers, not only what was done.",
        "", "ACTION_PLAN", "MUST", "ADOPTED", "", "Appendix, both action plans",
    ),
    Point(
        "The findings of the trust’s own investigation could be set out.",
        "12.1", "OTHER", "SHOULD", "IN_PART",
        "The trust publishes its investigation itself; the report says where it agrees with it.",
        "12.1",
    ),
    Point(
        "Please consider removing the tribute, which names an occupation.",
        "1.1", "ANONYMITY", "SHOULD", "NOT_ADOPTED",
        "Maren’s sister asked for it and was told of the risk. Teaching the piano at home is known "
        "to all who knew Maren, and to nobody else.",
        "",
    ),
)  # fmt: skip
