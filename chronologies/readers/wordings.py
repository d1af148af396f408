"""The words that agencies put above a column, and what they mean by them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from chronologies.readers.columns import Column

# These look like a column of dates or events and are none: birth dates, deadlines.
NEITHER = re.compile(
    r"\b(birth|dob|due|deadline|target|completion|review date|age|by when|recommendations?)\b"
)

# The heads of a plan: a recommendation, a day by which, or an action beside who answers for it.
TO_COME = re.compile(r"recommendations?|by when|.*\b(deadline|target|time ?scales?)\b.*")
ACTION = re.compile(r"(.* )?actions?( required| needed| to .*| plan.*)?")
ANSWERABLE = re.compile(
    r"leads?( agency| person)?|(action )?owner|.*\b(responsib\w+|accountab\w+)\b.*"
)

EVENT = (
    r"(events?|contacts?|incidents?|entry|entries|involvement|interventions?|episodes?|activity)"
)
AND_TIME = r"( ?(and|&|/|\+|,) ?times?)?"
OF_EVENT = rf"(of )?(the )?(significant |key )?{EVENT}"

# Each column with its wordings. A heading can fit several; what stands higher fits better.
WORDINGS: tuple[tuple[Column, str], ...] = (
    (Column.DATE, rf"(start |full )?dates?{AND_TIME}( from| start)?"),
    (Column.DATE, rf"(start )?dates?{AND_TIME} {OF_EVENT}( .*)?|{EVENT} dates?{AND_TIME}"),
    (Column.DATE, r"when( .*happen(s|ed)?)?|date .*\b(occurred|happened|took place)"),
    (Column.DATE_TO, r"(end|finish) date|date (to|end|until|ended|finish)|to date"),
    (Column.RECORDED_ON, r"(date|when) (of )?(record(ed|ing)?|entered|logged|input|reported)"),
    (Column.RECORDED_ON, r"(recorded|entered|logged|reported) on"),
    (Column.DATE, r"day|month.*|year.*|.*\bdates?\b.*"),
    (Column.TIME, rf"(start )?times?( {OF_EVENT})?|time of day|times? .*known"),
    (Column.SEQUENCE, r"nos?|num|number|#|ref|ref no|seq|sequence|item|line|row|id|serial"),
    (Column.SEQUENCE, rf"({EVENT}|item|row|line|serial|sequence) (no|number|ref|id)"),
    (Column.SOURCE, r"(information |data )?sources?\b.*"),
    (Column.SOURCE, r"(where|how) .*\brecorded|recorded (in|by|where)|informant|agency record"),
    (Column.SOURCE, r"(file|case|system|record|document|evidence)s?( (type|name|ref|reference))?"),
    (Column.SOURCE, r"reference( .*)?|information from|origin"),
    (Column.CHILD_SEEN, r".*\bchild(ren)?\b.*\b(seen|heard|spoken|voice|views?|wishes)\b.*"),
    (Column.CHILD_SEEN, r"voice of the child.*"),
    (Column.SEEN_ALONE, r".*\b(seen alone|spoken to alone|interpreter)\b.*"),
    (Column.DISCLOSURE, r".*\b(disclosures?|disclosed)\b.*"),
    (Column.RISK_ASSESSMENT, r".*\b(risks?|dash)\b.*"),
    (Column.REFERRAL, r".*\b(referrals?|referred)\b.*"),
    (Column.DECISION, r".*\b(decisions?|rationale)\b.*"),
    (Column.ENQUIRY, r".*\b(lines? of enquiry|kloes?|key lines?|terms of reference|tor)\b.*"),
    (Column.SIGNIFICANCE, r"(significance|importance|rag|priority)( .*)?|significant|key"),
    (Column.PRESENT, r".*\b(present|attend(ees|ed|ance))\b.*|(seen|completed) by"),
    (
        Column.PRESENT,
        (
            r".*\b(professional|staff|practitioner|officer|worker|clinician)s?\b"
            r"( involved| names?| members?| and .*|/.*)?"
        ),
    ),
    (Column.SUBJECTS, r"whom?( .*)?|service users?.*|involved( .*)?"),
    (
        Column.SUBJECTS,
        r"(family|subject|person|people|individual|name|member|client|patient|adult|pupil)s?\b.*",
    ),
    (Column.LOCATION, r"where( .*)?|(location|place|venue|address|setting|site)\b.*"),
    (Column.WHAT_HAPPENED, r"what happened.*|(full |brief )?(details?|descriptions?) of .*"),
    (Column.WHAT_HAPPENED, rf"(summary|account|nature|narrative|outline|content) {OF_EVENT}.*"),
    (Column.WHAT_HAPPENED, rf"(significant |key )?{EVENT} ?(and|[/&,]) ?.*"),
    (Column.WHAT_HAPPENED, rf"{EVENT} (details?|description|summary)"),
    (
        Column.WHAT_HAPPENED,
        r"(brief )?(details?|descriptions?|summary|narrative|account|events?)|circumstances",
    ),
    (
        Column.WHAT_HAPPENED,
        r"(significant|key|relevant|main) (events?|incidents?|contacts?|facts?|information)",
    ),
    (
        Column.ACTION_TAKEN,
        r".*\b(actions?|response|outcomes?|follow[ -]?up|interventions?|results?)\b.*",
    ),
    (Column.ACTION_TAKEN, r"what (was|did) .*\b(done|do|offered|provided)\b.*"),
    (Column.WHAT_HAPPENED, r"what (i|we|they|staff) (heard|saw|knew|know|learnt|were told)"),
    (Column.ACTION_TAKEN, r"what (i|we|you|they|staff|the .*) did( next| about it)?"),
    (
        Column.COMMENT,
        r".*\b(comments?|commentary|analysis|reflections?|remarks?|observations?|learning)\b.*",
    ),
    (Column.COMMENT, r"(issues|appraisal|evaluation|good practice|missed opportunit(y|ies))\b.*"),
    (Column.COMMENT, r"(additional|further|other|supporting) (information|details?|notes?)"),
    (Column.SOURCE, r".*\bsources?\b.*"),
    (Column.SOURCE, r"(team|department|ward|unit)s?( name)?"),
    (Column.WHAT_HAPPENED, rf"{EVENT}|information|content|facts?|text|(case )?notes?|records?"),
    (
        Column.WHAT_HAPPENED,
        rf".*\b({EVENT}|details?|description|summary|happened|occurred)\b.*",
    ),
)
PATTERNS = tuple((column, re.compile(wording)) for column, wording in WORDINGS)
LONGEST_HEADING = 120


def plain(heading: str) -> str:
    """Return a heading without what only decorates it: capitals, brackets, colons."""
    without_brackets = re.sub(r"[\[(][^)\]]*[)\]]", " ", heading.lower())
    return " ".join(re.sub(r"[*:?\"'“”\u2018\u2019_.]+", " ", without_brackets).split())


@lru_cache(maxsize=1024)
def fits(heading: str) -> tuple[tuple[int, Column], ...]:
    """Return the columns that a heading can mean with a rank each, the best, 0, first."""
    words = plain(heading)
    if not words or len(words) > LONGEST_HEADING or NEITHER.search(words):
        return ()
    return tuple(
        (rank, column)
        for rank, (column, pattern) in enumerate(PATTERNS)
        if pattern.fullmatch(words)
    )


def means_neither(heading: str) -> bool:
    """Tell whether a heading names other dates than those of events, such as birth dates."""
    return NEITHER.search(plain(heading)) is not None


def is_to_be_done(headings: Iterable[str]) -> bool:
    """Tell whether the heads of a table are those of recommendations or of actions to come."""
    words = [plain(heading) for heading in headings]
    if any(TO_COME.fullmatch(one) for one in words):
        return True
    return all(any(found.fullmatch(one) for one in words) for found in (ACTION, ANSWERABLE))
