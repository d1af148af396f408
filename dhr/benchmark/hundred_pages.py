"""A report of a hundred pages, of invented words, to be looked through for what gives away."""

from datetime import date
from itertools import cycle, islice

from anonymity.checking.register import Agency, Generalised, Person, Place, Register

REGISTER = Register(
    people=(
        Person(
            role="victim", pseudonym="Maris", true_names=("Philippa Ostrander",),
            aliases=("Pip",), initials=("PO",), sex="F", died_on=date(2019, 6, 12),
        ),
        Person(
            role="perpetrator", pseudonym="Tobin", true_names=("Garrick Wendelhome",), sex="M",
            relationship="husband",
        ),
        *(
            Person(
                role="family", pseudonym=name, true_names=(f"{name}a Quillfeather",), sex="F",
                relationship="sister of the victim",
            )
            for name in ("Odette", "Wren", "Isolde", "Maude")
        ),
        Person(role="child", pseudonym="Child A", publish_sex=False),
        Person(role="child", pseudonym="Child B", publish_sex=False),
    ),
    places=(Place(kind="school", name="Quarry Lane Primary", published_as="a primary school"),),
    agencies=tuple(Agency(name=f"Northmoor {name}") for name in ("Police", "Council", "Homes")),
    may_be_named=tuple(f"Imelda Trask{letter}" for letter in "abcdefghijkl"),
    generalised=(Generalised(fact="diagnosis: psychosis", published_as="an illness"),),
    period_from=date(2012, 1, 1),
    period_to=date(2019, 6, 12),
)  # fmt: skip
CHAPTERS = ("BACKGROUND", "CHRONOLOGY", "ANALYSIS", "LESSONS", "RECOMMENDATIONS")
SENTENCES = (
    "In March 2016 Maris told her GP that she had been low since the birth and slept badly.",
    "The surgery had recorded the call and asked for a visit, which did not take place.",
    "Tobin was seen alone by the crisis team, who recorded that he “wanted it all to stop”.",
    "A referral was made to children’s social care, who spoke to the school and closed it.",
    "On 4 May 2017 at 10:40 Northmoor Police attended after a neighbour in Quenby Road had rung.",
    "Odette said to the chair that her sister had never spoken of it to anybody but Wren.",
    "The policy of the trust requires that every patient is asked, alone, and more than once.",
    "Child A was at school and Child B with a relative when officers came to the house.",
    "This was good practice, and the panel commends those who took it upon themselves.",
    "No agency knew of the other’s concern, and none had asked what was known elsewhere.",
)
SENTENCES_OF_A_PARAGRAPH = 5
PARAGRAPHS_OF_A_CHAPTER = 120
WORDS = 60_000


def hundred_pages(words: int = WORDS) -> str:
    """Return so many words in numbered paragraphs, with a heading every so often."""
    said, written = cycle(SENTENCES), 0
    paragraphs: list[str] = []
    while written < words:
        number = len(paragraphs)
        if number % PARAGRAPHS_OF_A_CHAPTER == 0:
            paragraphs.append(CHAPTERS[number // PARAGRAPHS_OF_A_CHAPTER % len(CHAPTERS)])
        text = f"{len(paragraphs)}. {' '.join(islice(said, SENTENCES_OF_A_PARAGRAPH))}"
        paragraphs.append(text)
        written += len(text.split())
    return "\n\n".join(paragraphs)
