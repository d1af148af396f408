"""What the parts of an agency's report are called, in English and in Welsh."""

import re
from enum import StrEnum

from agencyfiles.models import Front


class Part(StrEnum):
    """The parts of a report that have a place here. A line of enquiry is `enquiry-<its number>`."""

    FACTS = "facts"
    RECORDS = "records_read"
    STAFF = "staff_interviewed"
    CLEARED = "interviews_cleared"
    POLICY = "policy_and_training"
    FEEDBACK = "feedback_to_staff_on"
    GOOD_PRACTICE = "GOOD_PRACTICE"
    MISSED_OPPORTUNITY = "MISSED_OPPORTUNITY"
    LEARNING = "LEARNING"
    RECOMMENDATION = "RECOMMENDATION"
    ACTION_TAKEN = "ACTION_TAKEN"
    CHRONOLOGY = "chronology"
    FRONT = "front"
    ANALYSIS = "analysis"
    REST = ""


POINTS = frozenset(
    {
        Part.GOOD_PRACTICE,
        Part.MISSED_OPPORTUNITY,
        Part.LEARNING,
        Part.RECOMMENDATION,
        Part.ACTION_TAKEN,
    }
)

# What an own heading says, searched in this order; the first that fits is it.
HEADINGS: tuple[tuple[Part, str], ...] = (
    (Part.FRONT, r"(front|cover|title) (sheet|page)|tudalen (flaen|deitl)|document control"),
    (Part.FRONT, r"(report|review|imr) details|manylion (yr adroddiad|yr adolygiad)"),
    (Part.FRONT, r"(sign[- ]?off|authorisation|approval|quality assurance)( sheet)?|cymeradwyo"),
    (Part.ACTION_TAKEN, r".*\bactions? (already|since)?\s*(taken|completed|implemented)\b.*"),
    (Part.ACTION_TAKEN, r".*\b(changes|improvements) (already )?(made|since)\b.*|early actions?"),
    (Part.ACTION_TAKEN, r"what has (already )?changed.*|immediate (actions?|learning)"),
    (Part.ACTION_TAKEN, r"camau a gymerwyd( eisoes)?|yr hyn sydd wedi newid"),
    (Part.FEEDBACK, r".*\bfeedback\b.*\b(staff|practitioners|teams?)\b.*|debrief.*staff"),
    (Part.FEEDBACK, r"(staff|practitioner) feedback|adborth i('r)? staff"),
    (Part.MISSED_OPPORTUNITY, r".*\bmissed opportunit(y|ies)\b.*|what could have been done.*"),
    (Part.MISSED_OPPORTUNITY, r"opportunities (missed|to intervene)|areas? for improvement"),
    (Part.MISSED_OPPORTUNITY, r"cyfleoedd a gollwyd|gaps in practice|what did not work well"),
    (
        Part.GOOD_PRACTICE,
        r".*\b(good|effective|notable) practice\b.*|what (went|worked) well|what did we do well",
    ),
    (Part.GOOD_PRACTICE, r"arfer(ion)? da"),
    (Part.RECOMMENDATION, r".*\brecommendations?\b.*|.*\baction plan\b.*|.*\bargymhellion\b.*"),
    (Part.RECOMMENDATION, r"cynllun gweithredu|single agency actions|what (will|do) we change"),
    (Part.LEARNING, r".*\b(lessons?|learning|learnt|learned)\b.*|gwersi.*|dysgu|key findings"),
    (Part.CLEARED, r".*\b(police|cps|disclosure)\b.*\binterview.*|interviews? and the police"),
    (Part.CLEARED, r"cyfweliadau a('r)? heddlu"),
    (Part.STAFF, r".*\b(staff|practitioners?|interviews?)\b.*\b(interview(ed|s)?|spoken to|held)"),
    (Part.STAFF, r"(staff )?interviews|who (was|we) (spoken to|interviewed|spoke to)"),
    (Part.STAFF, r"staff a gyfwelwyd|cyfweliadau( â staff)?"),
    (Part.RECORDS, r"(.* )?methodolog(y|ies)( .*)?|methods?( used)?|how (we|you) looked.*"),
    (Part.RECORDS, r"which (records|files) (did|have|were).*"),
    (Part.RECORDS, r".*\b(records?|files|documents|sources|data) (read|reviewed|examined|seen)\b"),
    (Part.RECORDS, r"(documents and )?sources( of information)?|methodoleg|dulliau|cofnodion.*"),
    (Part.RECORDS, r"how the review was (done|carried out|conducted).*|terms and method.*"),
    (Part.POLICY, r".*\b(polic(y|ies)|procedures?|training|supervision)\b.*|polis(i|ïau)\b.*"),
    (
        Part.POLICY,
        r"your agency,? then and since|(the )?agency,? then and (since|now)|hyfforddiant",
    ),
    (Part.CHRONOLOGY, r".*\bchronolog(y|ies)\b.*|.*\bcronoleg\b.*|timeline.*"),
    (Part.FACTS, r"(the |key )?facts( of .*)?|what happened|narrative( .*)?|summary of facts"),
    (Part.FACTS, r"(summary of )?(agency )?(involvement|contact)s?( with .*)?"),
    (Part.FACTS, r"what (did )?we (f(ou|i)nd|kn[eo]w)"),
    (Part.FACTS, r"(factual|case) (summary|history|account)|background( .*)?|y ffeithiau"),
    (Part.FACTS, r"crynodeb( o.*)?|beth ddigwyddodd"),
    (Part.ANALYSIS, r"(critical )?analysis( .*)?|(y )?dadansoddiad( .*)?"),
    (Part.ANALYSIS, r"(the )?(terms of reference|lines of enquiry)|responses? to .*"),
    (Part.REST, r"introduction.*|purpose.*|cyflwyniad|genogram|the family.*|y teulu"),
    (Part.REST, r"appendi(x|ces)\b.*|atodiad(au)?\b.*|glossary|contents|conclusions?|casgliad.*"),
    (Part.REST, r"confidentiality.*|(equality|diversity).*|what you have left out|equality.*"),
)
COMPILED = tuple((part, re.compile(words)) for part, words in HEADINGS)

ENQUIRY = re.compile(
    r"(?:key )?(?:lines? of e?i?nquiry|kloe|tor|terms? of reference|question|issue"
    r"|llinell ymholi|cwestiwn)\s*(?:no\.?\s*)?(\d{1,2})\b.*",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"^\s*(?:(?:section|part|adran|appendix|atodiad)\s+)?"
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-h]|[ivx]{1,4})[.):]|\d{1,2}(?:\.\d{1,2})*)\s*[-–:]?\s+",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"^\s*(?:appendix|atodiad|annex)\s+\w{1,3}\s*[-–:.]\s*", re.IGNORECASE)
BOTH = re.compile(r"\s+[/|]\s+")  # between two languages
LONGEST_TITLE = 90
LONGEST_LABEL = 60


def title_of(words: str) -> str:
    """Return a heading without its number and what people write differently."""
    title = NUMBER.sub("", APPENDIX.sub("", words), count=1)
    title = title.casefold().replace("’", "'").strip(" :.?–-\t")
    return " ".join(title.split())


def part_called(words: str) -> Part | None:
    """Return the part that a heading names; None for one that is not known."""
    if len(words) > LONGEST_TITLE:
        return None
    titles = [title_of(words), *map(title_of, BOTH.split(words))]
    return next((part for title in titles if title for part in parts_named(title)), None)


def parts_named(title: str) -> list[Part]:
    return [part for part, found in COMPILED if found.fullmatch(title)]


def enquiry_called(words: str) -> int | None:
    """Return the number of the line of enquiry that a heading names."""
    bare = NUMBER.sub("", words, count=1)
    found = ENQUIRY.match(bare.strip()) or ENQUIRY.match(words.strip())
    return int(found[1]) if found else None


SENIOR = r"(signed[ -]?off|approved|authorised|quality assured|countersigned|endorsed|ratified)"
FRONT_WORDINGS: tuple[tuple[Front, str], ...] = (
    (Front.SIGNED_OFF_ON, rf"(date )?{SENIOR} on|date (of )?({SENIOR}|sign[- ]?off|approval)"),
    (Front.SIGNED_OFF_ON, r"dyddiad (cymeradwyo|llofnodi)"),
    (Front.SIGNED_OFF_BY, rf"{SENIOR}( for the agency)? by.*|senior (sign[- ]?off|manager).*"),
    (Front.SIGNED_OFF_BY, r"(sign[- ]?off|approval|approver|senior officer|executive lead).*"),
    (Front.SIGNED_OFF_BY, r"(cymeradwywyd|llofnodwyd|awdurdodwyd) gan.*|uwch swyddog.*"),
    (Front.COMMISSIONED_BY, r"(commissioned|requested)( in the agency)? by.*|commission(er|ing).*"),
    (Front.COMMISSIONED_BY, r"comisiynwyd( yn yr asiantaeth)? gan.*|comisiynydd.*"),
    (Front.AUTHOR, r"(name of )?(the )?(imr |report |lead )?(author|writer|reviewer)('s name)?.*"),
    (Front.AUTHOR, r"(written|prepared|completed|compiled) by.*|(enw('r)? )?awdur.*"),
    (Front.AUTHOR, r"(ysgrifennwyd|paratowyd) gan.*"),
    (Front.AGENCY, r"(name of )?(the )?(agency|organisation|service|trust|practice)( name)?"),
    (Front.AGENCY, r"(enw('r)? )?(asiantaeth|sefydliad|gwasanaeth)"),
    (Front.PERIOD, r"(time ?)?period( under review| covered| of review)?|scoping period|cyfnod.*"),
    (Front.PERIOD, r"(review|scope) (period|dates?)|dates covered|timeframe.*"),
    (Front.DATED, r"(report )?date( of (the )?(report|imr|document|completion|version))?"),
    (Front.DATED, r"(version|draft)( number)?( and date)?|date completed|dyddiad( yr adroddiad)?"),
)
FRONT_COMPILED = tuple((front, re.compile(words)) for front, words in FRONT_WORDINGS)
POST = re.compile(
    r"(job title|post|position|role|designation|title)( of .*| held)?|swydd|rôl", re.IGNORECASE
)
PEOPLE = (Front.AUTHOR, Front.COMMISSIONED_BY, Front.SIGNED_OFF_BY)


def front_called(label: str) -> Front | None:
    """Return what a label of a front sheet asks for."""
    titles = [title_of(one).strip("() ") for one in (label, *BOTH.split(label))]
    named = [
        front
        for title in titles
        if 0 < len(title) <= LONGEST_LABEL
        for front, found in FRONT_COMPILED
        if found.fullmatch(title)
    ]
    return next(iter(named), None)


def is_post(label: str) -> bool:
    """Test whether a label asks for the post of the person named above it."""
    return bool(POST.fullmatch(title_of(label)))


NOTHING = re.compile(
    r"(none( \w+){0,3}|nil|n/?a|not applicable|dim|no further \w+|"
    r"no [a-z ]{3,60}(identified|made|found|noted|recommendations?|practice))\.?",
    re.IGNORECASE,
)


def says_nothing(words: str) -> bool:
    """Test whether words say that there is nothing of a kind."""
    return bool(NOTHING.fullmatch(words.strip()))
