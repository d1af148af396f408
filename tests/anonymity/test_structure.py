import pytest

from anonymity.checking.checks import structure
from tests.anonymity.samples import found

NUMBERED = [f"{number}. Words of this paragraph." for number in range(1, 8)]
APPENDICES = ["Appendix 1", "Terms", "Appendix 2: Plan", "Actions"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("as set out in appendix 3", "appendix 3"),
        (
            "listed in the glossary at the end of the report",
            "in the glossary at the end of the report",
        ),
        ("see paragraph 12", "paragraph 12"),
        ("as set out in annex 3", "annex 3"),
        ("as set out in Annex M", "Annex M"),
        ("as said in section 14.3", "section 14.3"),
        ("Appendix 4 – Glossary\t48", "Appendix 4"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(line, text):
    assert text in found(structure, *NUMBERED, *APPENDICES, line)


@pytest.mark.parametrize(
    "line",
    [
        "as set out in appendix 2",
        "see paragraph 4",
        "as annex 3 of the statutory guidance says",
        "paragraph 91 of the statutory guidance",
        "paragraph 12 in the Act",
        "detained under section 41 of the Act",
        "the gloss of her hair",
    ],
)
def test_one_that_leads_somewhere_is_left(line):
    assert found(structure, *NUMBERED, *APPENDICES, line) == []


def test_a_paper_without_appendices_or_numbers_has_them_elsewhere():
    assert found(structure, "as set out in appendix 3", "see paragraph 12") == []
    assert found(structure, "Glossary", "listed in the glossary") == []


LONG = [f"{number}. Words of this paragraph." for number in range(1, 30)]


def test_a_number_that_is_wanting_or_stands_twice_is_found():
    assert found(structure, *LONG[:10], *LONG[11:]) == ["12"]
    assert found(structure, *LONG[:10], LONG[9], *LONG[10:]) == ["10"]
    assert found(structure, *LONG) == []
    assert found(structure, *LONG[:4], *LONG[5:9]) == []


DEEP = [
    f"{part}.{section}.{at} Words of this paragraph."
    for part in (4, 5) for section in (1, 2, 3) for at in (1, 2, 3, 4, 5)
]  # fmt: skip


def without(*numbers):
    return [line for line in DEEP if line.split()[0] not in numbers]


def test_a_number_is_wanting_also_where_its_part_ends_or_begins():
    assert found(structure, *without("4.2.4")) == ["4.2.5"]
    assert found(structure, *without("5.1.4")) == ["5.1.5"]
    assert found(structure, *without("4.2.5")) == []
    assert found(structure, *without("4.2.4", "4.2.5")) == []
    headed = [*DEEP[:5], "4.2 The second part", *DEEP[6:]]
    assert found(structure, *headed) == ["4.2.2"]
    assert found(structure, *DEEP[:5], "4.2 The second part", *DEEP[5:]) == []


def test_an_appendix_whose_title_stands_below_its_number_is_not_empty():
    words = ["Appendix 3", "Glossary", "CPN – a nurse"]
    assert found(structure, *APPENDICES, *words) == []
    assert found(structure, "Appendix 1: Terms", "Glossary", "CPN – a nurse") == [
        "Appendix 1: Terms"
    ]


def test_an_appendix_with_nothing_under_it_is_found():
    assert found(structure, *APPENDICES, "Appendix 3: A letter") == ["Appendix 3: A letter"]
    assert found(structure, "Appendix 1: Terms", "Appendix 2: Plan", "Actions") == [
        "Appendix 1: Terms"
    ]
    contents = [f"Appendix {number}" for number in range(1, 5)]
    assert found(structure, *contents, "", *APPENDICES) == []


def test_a_section_of_a_paper_that_numbers_nothing_is_found():
    assert found(structure, "as said in section 14.3", "as set out in section 9") == [
        "section 14.3"
    ]


def test_what_is_numbered_by_name_is_looked_through_for_gaps_and_doubles():
    points = [f"Learning point {number}: words." for number in (1, 2, 3, 5)]
    assert found(structure, *points) == ["Learning point 5"]
    rows = [f"L{number}\tWords" for number in (1, 2, 2, 3)]
    assert found(structure, *rows) == ["L2"]
    assert found(structure, *points[:3]) == []


def test_figures_and_sections_that_are_not_there_are_found():
    assert found(structure, "Figure 1: Contacts", "see Figure 1 and Figure 2") == ["Figure 2"]
    assert found(structure, "12. Table 3 – The panel", "as Table 3 shows") == []
    sections = [f"Section {name}" for name in ("One", "Two", "Three", "Four", "Five")]
    assert found(structure, *sections, "As said in Section Nine, it changed.") == ["Section Nine"]
    assert found(structure, *sections, "As said in Section Two, it changed.") == []


def test_a_section_that_is_wanting_is_found_by_the_next():
    heads = [f"SECTION {number}: WORDS" for number in (1, 2, 3, 5)]
    assert found(structure, *heads) == ["SECTION 5"]
    assert found(structure, *heads[:3], "SECTION 4: WORDS") == []


def test_a_paragraph_of_guidance_that_is_cited_is_left():
    cited = "The guidance (Home Office, 2016, paragraph 18) says so."
    assert found(structure, *NUMBERED, cited) == []
    assert found(structure, *NUMBERED, "See paragraph 18 again.") == ["paragraph 18"]


def test_recommendations_listed_by_group_miss_no_number():
    lines = [f"Recommendation {number}: a thing to do." for number in (1, 3, 8, 10, 2, 4, 9)]
    assert found(structure, *lines) == []
    assert found(structure, *[one for one in lines if " 9:" not in one]) == ["Recommendation 10"]


def test_after_a_number_that_stands_twice_the_next_is_right():
    run = [line for line in LONG if not line.startswith("11.")]
    assert found(structure, *run[:10], "10. Words of another.", *run[10:]) == ["10"]


def test_paragraphs_that_are_sent_to_together_are_looked_for():
    ours = [f"8.{at} Words of this paragraph." for at in range(1, 9)]
    assert found(structure, *ours, "It is set out at paragraphs 8.31 to 8.33.") == [
        "paragraphs 8.31 to 8.33"
    ]
    assert found(structure, *ours, "It is set out at paragraphs 8.3 to 8.5.") == []
    assert found(structure, *ours, "See paragraphs 18.1 to 18.3 of the guidance.") == []


def test_an_appendix_that_the_contents_list_by_another_title_is_not_empty():
    lines = ["Contents", "Appendix 1\tAction plan", "Appendix 2\tGlossary", "1. Introduction"]
    under = ["APPENDIX 1: ACTION PLAN", "It is done.", "APPENDIX 2: GLOSSARY", "GP, a doctor."]
    assert found(structure, *lines, *under) == []


CHAPTERS = [f"{number}. A heading of this report" for number in range(1, 8)]


def test_a_section_beyond_the_last_is_found_where_the_text_sends_to_it():
    assert found(structure, *CHAPTERS, "This is described in section 9.") == [
        "described in section 9"
    ]
    for line in (
        "This is described in section 6.",
        "This is set out in section 9 of the Act.",
        "The duty that is set out in section 42 was met.",
        "It was told at the section 9 meeting.",
    ):
        assert found(structure, *CHAPTERS, line) == []
    assert found(structure, *CHAPTERS[:3], "This is described in section 9.") == []
