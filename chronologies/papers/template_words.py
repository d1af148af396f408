"""What the review's own template says; both its files say the same."""

from dataclasses import dataclass

from chronologies.readers.columns import Column
from chronologies.readers.own_template import COLUMNS, EXAMPLE_WORDS

TITLE = "Chronology for a domestic homicide review"
MARKING = "OFFICIAL-SENSITIVE when filled in"
HOW_TO = (
    "One row for each contact, event or decision, as your records have it.",
    "Write a date as day, month, year.",
    "Where the day is not known, write what is: May 2016, spring 2016, before March 2015, c. 2011.",
    "Put a question mark before a day you doubt: ?22 May 2016.",
    "Give every entry its source: the record system or document, and the role of who recorded it.",
    "Keep the facts in What happened and your agency's view of them in Agency comment.",
    "Leave a cell empty where there is nothing to say. Add rows as you need them.",
    "The two rows that begin with EXAMPLE are left out when this is read. Nobody in them is real.",
)
EMPTY_ROWS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    hint: what to write in a column. width: its share of the page, in letters.
    choices: the answers to pick from; others may be typed.
    """

    hint: str
    width: int
    choices: tuple[str, ...] = ()


YES_NO = ("Yes", "No", "Not recorded")

WANTED: dict[Column, Wanted] = {
    Column.DATE: Wanted("Day, month, year, or as much as is known", 17),
    Column.TIME: Wanted("24 hours: 14:30", 11),
    Column.SEQUENCE: Wanted("Order of what happened at the same time", 13),
    Column.SOURCE: Wanted("Record system or document; role of who recorded it", 19),
    Column.SUBJECTS: Wanted("Names as in the letter", 16),
    Column.PRESENT: Wanted("Everyone there, professionals by role", 16),
    Column.LOCATION: Wanted("Address 1, Address 2 … as in the letter", 15),
    Column.WHAT_HAPPENED: Wanted("The facts, in the words of the record", 44),
    Column.ACTION_TAKEN: Wanted("What your agency did", 24),
    Column.DECISION: Wanted("What was decided, by which role, and why", 22),
    Column.CHILD_SEEN: Wanted("Was a child seen or heard, alone?", 15, YES_NO),
    Column.SEEN_ALONE: Wanted("Seen alone? Interpreter: who?", 18, YES_NO),
    Column.DISCLOSURE: Wanted("Was abuse disclosed, of what kind?", 17),
    Column.RISK_ASSESSMENT: Wanted("Which tool, which level", 19),
    Column.REFERRAL: Wanted("To or from whom; outcome, if known", 16),
    Column.COMMENT: Wanted("Your agency's view, apart from the facts", 24),
    Column.SIGNIFICANCE: Wanted("For the review", 19, ("Routine", "Relevant", "Key")),
    Column.ENQUIRY: Wanted("Number in the terms of reference", 13),
}

EXAMPLES: tuple[dict[Column, str], ...] = (
    {
        Column.DATE: "01/04/2001",
        Column.TIME: "14:30",
        Column.SOURCE: "Toytown Clinic records, practice nurse",
        Column.SUBJECTS: "Ms Bluebell, Mr Thistle",
        Column.PRESENT: "Ms Bluebell, practice nurse",
        Column.LOCATION: "Toytown Clinic",
        Column.WHAT_HAPPENED: EXAMPLE_WORDS[0],
        Column.ACTION_TAKEN: "Helpline card given",
        Column.DECISION: "No referral: Ms Bluebell did not want one",
        Column.CHILD_SEEN: "Not recorded",
        Column.SEEN_ALONE: "Yes",
        Column.DISCLOSURE: "Yes, controlling behaviour",
        Column.RISK_ASSESSMENT: "None recorded",
        Column.REFERRAL: "None",
        Column.COMMENT: "A risk assessment was expected by the policy of that time.",
        Column.SIGNIFICANCE: "Key",
        Column.ENQUIRY: "3",
    },
    {
        Column.DATE: "early 2001",
        Column.SOURCE: "Toytown Housing letters file",
        Column.SUBJECTS: "Ms Bluebell",
        Column.WHAT_HAPPENED: EXAMPLE_WORDS[1],
        Column.SIGNIFICANCE: "Routine",
    },
)


def headings() -> list[str]:
    return [column.label for column in COLUMNS]


def example_rows() -> list[list[str]]:
    """Return the worked example, a text for each column."""
    return [[example.get(column, "") for column in COLUMNS] for example in EXAMPLES]
