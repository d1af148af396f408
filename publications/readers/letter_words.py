"""The turns of phrase by which a letter of the Home Office says what each sentence is for."""

import re

ABBREVIATIONS = ("Mr.", "Mrs.", "Ms.", "Dr.", "No.", "St.", "e.g.", "i.e.", "para.", "paras.",
                 "p.", "pp.", "cf.", "vs.")  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.?!])[”’\"')]?\s+(?=[“‘\"'(]?[A-Z\d])")

# What a sentence or a heading about areas for development is made of
THINGS = (
    r"(?:areas?|aspects?|points?|issues?|matters?|comments?|suggestions?|changes|amendments?"
    r"|improvements?|concerns?|queries|elements?|observations?|feedback|revisions?|corrections?)"
)
TO_DO = (
    r"(?:develop|improv|revis|consider|amend|attention|address|chang|correct|clarif|requir"
    r"|strengthen|further work|benefit|rectif|resolv|enhanc|refin|look(?:ed)? at)"
)
MODAL = r"(?:could|may|might|would|needs?|should|must|to be|require[sd]?)"
BEFORE = r"(?:development|improvement|required|suggested|recommended|further|final|key|other)"
HEADING_WORDS = 14

AREAS_HEADING = re.compile(
    rf"^(?:[\w’']+\s+){{0,5}}?{THINGS}\b[^.?!]{{0,60}}\b{TO_DO}\w*[^.?!]{{0,40}}:?$"
    rf"|^(?:{BEFORE}\s+){{1,3}}{THINGS}(?:\s+(?:required|needed))?\s*:?$"
    rf"|^{THINGS}\s*:$",
    re.I,
)
AREAS_SENTENCE = re.compile(
    rf"\b{THINGS}\b[^.?!]*\b{MODAL}\b[^.?!]*\b{TO_DO}"
    rf"|\bthere\s+(?:are|were|is|was)\b[^.?!]*\b{THINGS}\b[^.?!]*\b(?:{TO_DO}|following)"
    rf"|\byou\s+(?:may|might)\s+(?:wish|want|like)\b[^.?!]*\b(?:{TO_DO}|{THINGS})"
    rf"|\bfollowing\b[^.?!]*\b(?:{TO_DO}|{THINGS})\w*[^.?!]*:$",
    re.I,
)
NAMES_THINGS = re.compile(rf"\b{THINGS}\b|\bfollowing\b", re.I)
OF_THE_REVIEW = re.compile(
    r"\b(?:review|report|dhr|recommendations?|plan|it),?\s+(?:(?:and|which|that|also|clearly"
    r"|rightly)\s+)*"
    r"(?:identif|highlight|draws?\b|sets?\s+out|outlin|address|explor|consider|acknowledg)",
    re.I,
)
CONTRAST = re.compile(r"^(?:however|that said|nevertheless|nonetheless|having said that)\b", re.I)
CRITICAL = re.compile(
    r"\b(?:would (?:have )?benefit|could|should|missing|unclear|not clear|lack|needs?\b|more"
    r"|disappoint|concern|further|insufficient|limited|would have)",
    re.I,
)
PRAISE = re.compile(
    r"\b(?:strengths?|good|positive|commend|welcom|pleased|praise|excellent|well|clear\b|liked"
    r"|thorough|sensitiv)",
    re.I,
)

# What publication hangs on
CONDITION = re.compile(
    r"\b(?:may|can|could|should|ready to|able to|cannot|not|to)\s+(?:now\s+|then\s+|not\s+"
    r"(?:yet\s+)?)?be\s+published\b(?!\s+(?:alongside|with|as\s+an|at\b))"
    r"|\b(?:content|happy|satisfied|agreed?)\b[^.?!]*\bpubli(?:sh|cation)"
    r"|\b(?:ready|suitable|approv\w+|cleared?|clearance)\s+for\s+publication\b"
    r"|\bjudged\s+(?:as|to\s+be|it)\b[^.?!]*\badequate|\binadequate\b"
    r"|\bre-?submi(?:t|ssion)"
    r"|\b(?:does|do|did|will)\s+not\s+(?:need|require|wish|want)\b[^.?!]*\b(?:see|review|version)"
    r"|\b(?:see|consider|review|assess)\s+(?:it|the\s+(?:report|revised)|a\s+revised|another"
    r"|a\s+further)\b[^.?!]*\b(?:again|before|prior)\b",
    re.I,
)
BEFORE_IT = re.compile(r"\b(?:before|prior\s+to|until)\b[^.?!]*\b(?:published|publication)\b", re.I)
NO_CONDITION = re.compile(r"^thank|\bin\s+terms\s+of\s+the\s+assessment\b", re.I)

# What is asked at the end, whatever was found
ASKS = re.compile(
    r"\b(?:please|grateful|asks?|asked|request|would like|should|must|needs? to|required"
    r"|appreciate|ensure|provide|helpful)\b",
    re.I,
)
OBJECTS = {
    "copy": r"\b(?:digital|electronic|final|finalised|hard)\b[^.?!]*\b(?:cop(?:y|ies)|version)\b"
    r"|\bcopy\s+of\s+the\s+(?:\w+\s+){0,3}(?:report|review|dhr)\b",
    "weblink": r"\bweb\s?-?links?\b|\bhyperlinks?\b|\burls?\b|\bwebsite\s+address"
    r"|\blinks?\s+to\s+(?:the|where)\b[^.?!]*\b(?:site|web|page|publi\w+|report|review)",
    "publish this letter": r"\bletter\b[^.?!]*\b(?:publish|alongside|append|annex|attach|includ)"
    r"|\b(?:publish|includ|append|attach|annex)\w*\b[^.?!]{0,80}\bletter\b",
    "copy to the Domestic Abuse Commissioner": r"\bdomestic\s+abuse\s+commissioner",
    "one PDF with the action plan": r"\bpdf\b|\b\d+\s?mb\b|\bas\s+an\s+annex\b",
    "implementation updates": r"\bimplementation\s+updates?\b|\blive\s+document\b",
    "copy to the Police and Crime Commissioner": r"\bpolice\s+and\s+crime\s+commissioner|\bpccs?\b",
}
SIGNS = {name: re.compile(sign, re.I) for name, sign in OBJECTS.items()}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OFFICE_WORK = re.compile(
    r"\bletter\b|\bweb\s?-?link|\burl\b|\b\d+\s?mb\b|\bpdf\b|\bcommissioner\b|@|\bdigital copy",
    re.I,
)

# What belongs to no part of the judgement
PROCEDURE = re.compile(
    r"^(?:thank(?:s|\s+you)|dear|re:|subject:|our\s+ref|your\s+ref)\b|\bapologi[sz]e"
    r"|\bsecretariat\b|\b(?:considered|assessed|discussed|met|meet|scheduled|held)\b[^.?!]*"
    r"\b(?:panel|meeting|board|virtual\s+process|by\s+email)\b"
    r"|\b(?:panel|board|meeting)\b[^.?!]*\b(?:met\s+on|was\s+held|took\s+place|unable\s+to\s+meet)\b"
    r"|\bmembers\s+provided\b|\bin\s+terms\s+of\s+the\s+assessment\s+of\s+reports\b"
    r"|\bwould\s+like\s+to\s+thank\s+you\b|\bI\s+(?:am\s+writing|write)\b|\bresponding\s+to\s+you"
    r"|\bfor\s+our\s+own\s+records\b",
    re.I,
)
SIGN_OFF = re.compile(
    r"^(?:yours\b|(?:kind|best|with\s+kind)\s+(?:regards|wishes)|regards\b)", re.I
)
THANKS = re.compile(
    r"^(?:on\s+behalf\s+of|thank\s+you|(?:finally,?\s+)?(?:i|we)\s+(?:would|should)\s+like\s+to"
    r"\s+thank|may\s+i\b|i\s+hope\b|if\s+you\s+have\s+any|i\s+am\s+(?:accordingly\s+)?copying"
    r"|a\s+copy\s+of\s+this\s+letter|c\.?c\.?[:\s]"
    r"|once\s+(?:completed|these\s+(?:changes|amend|revis)|the\s+(?:report|changes|amend|revis)"
    r"|you\s+have|all\s+(?:the\s+)?(?:changes|amend|revis)|revised)|this\s+is\s+for\s+our)",
    re.I,
)
NEW_THOUGHT = re.compile(
    r"^(?:the\s+(?:qa\s+|quality\s+assurance\s+)?(?:panel|board)|in\s+addition|additionally"
    r"|furthermore|finally|lastly|also,|moreover|there\s+(?:is|are|was|were)|it\s+was\s+also"
    r"|the\s+(?:report|review|action\s+plan|executive\s+summary))\b",
    re.I,
)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph, each as it stands."""
    found: list[str] = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        if not text[: end.start()].endswith(ABBREVIATIONS):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [sentence for sentence in [*found, text[start:].strip()] if sentence]


def is_areas_heading(text: str) -> bool:
    return len(text.split()) <= HEADING_WORDS and bool(AREAS_HEADING.match(text))


def is_praise(text: str) -> bool:
    return bool(PRAISE.search(text))


def opens_areas(sentence: str) -> bool:
    """Test whether a sentence announces what is to be changed in the report."""
    return bool(AREAS_SENTENCE.search(sentence)) and not OF_THE_REVIEW.search(sentence)


def is_lead(sentence: str) -> bool:
    """Test whether a sentence that opens the areas is none of them itself."""
    return opens_areas(sentence) and bool(NAMES_THINGS.search(sentence))


def turns(sentence: str) -> bool:
    """Test whether a sentence turns from praise to a first point."""
    return bool(CONTRAST.match(sentence) and CRITICAL.search(sentence))


def asked_in(sentence: str) -> list[str]:
    """Return what a sentence asks to be sent or published, by our names for it."""
    return [name for name, sign in SIGNS.items() if sign.search(sentence)]


def is_request(sentence: str) -> bool:
    """Test whether a sentence is one of those that close a letter with what is to be sent."""
    return bool(ASKS.search(sentence) and (asked_in(sentence) or EMAIL.search(sentence)))


def is_office_work(sentence: str) -> bool:
    """Test whether a request is about sending and publishing, and about nothing in the report."""
    return is_request(sentence) and bool(OFFICE_WORK.search(sentence))


def is_condition(sentence: str) -> bool:
    """Test whether a sentence says what publication hangs on, wherever it stands."""
    return bool(CONDITION.search(sentence)) and not NO_CONDITION.search(sentence)


def is_condition_outside_areas(sentence: str) -> bool:
    """Test the same, where “before publication” is not said of one point."""
    if is_condition(sentence):
        return True
    return bool(BEFORE_IT.search(sentence)) and not (
        NO_CONDITION.search(sentence) or is_office_work(sentence)
    )


def is_procedure(sentence: str) -> bool:
    return bool(PROCEDURE.search(sentence))


def has_office_work(text: str) -> bool:
    return any(map(is_office_work, sentences_of(text)))


def closes(text: str) -> bool:
    """Test whether a paragraph after the areas belongs to the end of a letter."""
    return bool(THANKS.match(text)) or has_office_work(text)
