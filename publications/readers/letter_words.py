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
NEEDED = rf"\bwhat\s+(?:\w+\s+)?(?:needs?|requires?|should|could)\b[^.?!]*\b{TO_DO}"
HEADING_WORDS = 14

AREAS_HEADING = re.compile(
    rf"^(?:[\w’']+\s+){{0,5}}?{THINGS}\b[^.?!]{{0,60}}\b{TO_DO}\w*[^.?!]{{0,40}}:?$"
    rf"|^(?:{BEFORE}\s+){{1,3}}{THINGS}(?:\s+(?:required|needed))?\s*:?$"
    rf"|^{THINGS}\s*:$"
    rf"|^{NEEDED}\w*\s*:?$",
    re.I,
)
AREAS_SENTENCE = re.compile(
    rf"\b{THINGS}\b[^.?!]*\b{MODAL}\b[^.?!]*\b{TO_DO}"
    rf"|\bthere\s+(?:are|were|is|was)\b[^.?!]*\b{THINGS}\b[^.?!]*\b(?:{TO_DO}|following)"
    rf"|\byou\s+(?:may|might)\s+(?:wish|want|like)\b[^.?!]*\b(?:{TO_DO}|{THINGS})"
    rf"|\bfollowing\b[^.?!]*\b(?:{TO_DO}|{THINGS})\w*[^.?!]*:$"
    rf"|{NEEDED}",
    re.I,
)
NAMES_THINGS = re.compile(rf"\b{THINGS}\b|\bfollowing\b|{NEEDED}", re.I)
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
RESERVED = re.compile(r"\b(?:but|however|although|though|while|not?|except)\b", re.I)
PRAISE_HEADING = re.compile(
    r"^(?:[\w’']+\s+){0,4}?(?:strengths?|good\s+practice|positives?(?:\s+(?:aspects|points"
    r"|feedback|comments))?|commendations?|done\s+well)(?:\s+(?:of|in|from|about)\s[^.?!]*)?\s*:?$"
    r"|^what\s+(?:[\w’']+\s+){1,4}(?:liked|welcomed|commended|valued|praised|well)\s*:?$",
    re.I,
)
STATES = re.compile(r"\b(?:is|are|was|were|has|have|does|do|must|to be|not|no)\b", re.I)
PLAIN_PRAISE = re.compile(r"\b(?:prais(?:e|ed|es)|commend(?:s|ed)?|congratulat\w+)\b", re.I)
CLOSING_HEADING = re.compile(
    r"^(?:next\s+steps?|publi(?:cation|shing)(?:\s+(?:of|and)(?:\s+[\w’']+){1,4})?|requests?"
    r"|what\s+(?:happens|you\s+need\s+to\s+do|to\s+do|to\s+send|we\s+ask)(?:\s+[\w’']+){0,4}"
    r"|actions?\s+for\s+(?:you|the\s+(?:csp|partnership)))\s*:?$",
    re.I,
)

# What publication hangs on, and whoever says so
JUDGES = r"(?:panel|board|home\s+office|secretariat|we|i)"
CONDITION = re.compile(
    r"\b(?:may|can|could|should|ready to|able to|cannot|not|to)\s+(?:now\s+|then\s+|not\s+"
    r"(?:yet\s+)?)?be\s+published\b(?!\s+(?:alongside|with|as\s+an|at\b))"
    r"|\b(?:content|happy|satisfied|agreed?)\b[^.?!]*\bpubli(?:sh|cation)"
    r"|\b(?:ready|suitable|adequate|approv\w+|cleared?|clearance)\s+for\s+publication\b"
    r"|\bjudged\s+(?:as|to\s+be|it)\b[^.?!]*\badequate|\binadequate\b"
    r"|\bre-?submi(?:t|ssion)|\bsubmitted\s+again\b"
    rf"|\b{JUDGES}(?:,?\s+\w+,?){{0,2}}\s+(?:does|do|did|will)\s+not\s+(?:need|require|wish|want)\b"
    r"[^.?!]*\b(?:see|review|version|sent\s+back|returned)"
    r"|\bnot\s+(?:(?:need|have|require)\s+)?(?:to\s+)?(?:be\s+)?(?:sent|come|go|returned)"
    r"\s+(?:back|to\s+(?:us|the\s+(?:panel|board|home)))"
    r"|\b(?:version|draft)\s+(?:is|will)\s+not\s+(?:be\s+)?(?:needed|required)"
    r"|\b(?:go\s+ahead|proceed)\b[^.?!]*\bpubli|\bno\s+objections?\b[^.?!]*\bpubli"
    r"|\bapprov\w*\s+(?:it|the\s+(?:report|review))\s+for\s+publication|\bfree\s+to\s+publish"
    r"|\bpublish\s+(?:with|subject\s+to|after|following|once)\b"
    r"|\brevised\s+(?:report|version|draft)\s+(?:should|must|needs?\s+to)\b[^.?!]*"
    r"\b(?:reach|sent|submitted|returned)\b"
    r"|\b(?:see|consider|review|assess)\s+(?:it|the\s+(?:report|revised)|a\s+revised|another"
    r"|a\s+further)\b[^.?!]*\b(?:again|before|prior)\b",
    re.I,
)
BEFORE_IT = re.compile(r"\b(?:before|prior\s+to|until)\b[^.?!]*\b(?:published|publication)\b", re.I)
NO_CONDITION = re.compile(
    r"^thank|\bin\s+terms\s+of\s+the\s+assessment\b"
    r"|\bletter\s+(?:\w+\s+){0,3}?be\s+(?:\w+\s+)?published\b",
    re.I,
)

# What is asked at the end, whatever was found
ASKS = re.compile(
    r"\b(?:please|grateful|asks?|asked|request|would like|should|must|needs? to|required"
    r"|appreciate|ensure|provide|helpful|kindly|obliged|glad|let\s+us|our\s+address"
    r"|look(?:ing)?\s+forward\s+to|remember"
    r"|pleased\s+to\s+(?:receive|have|hear))\b"
    r"|^(?:send|publish|inform|forward|return|notify|e-?mail|upload)\b",
    re.I,
)
WEB_ADDRESS = (
    r"\bweb\s+address|\baddress\s+of\s+(?:the|its)\s+(?:web|page|site)"
    r"|\bwhere\s+(?:it|the\s+(?:\w+\s+)?report)\s+(?:can|may|will|is\s+to)\s+be"
    r"\s+(?:found|published|read|seen)"
)
OBJECTS = {
    "copy": r"\b(?:digital|electronic|final|finalised|hard)\b[^.?!]*\b(?:cop(?:y|ies)|version)\b"
    r"|\bcopy\s+of\s+the\s+(?:\w+\s+){0,3}(?:report|review|dhr)\b"
    r"|\b(?:send|return|submit|forward)\s+(?:\w+\s+){0,3}(?:revised|amended|final|updated)\b",
    "weblink": r"\bweb\s?-?links?\b|\bhyperlinks?\b|\burls?\b|\bwebsite\s+address"
    r"|\blinks?\s+to\s+(?:the|where)\b[^.?!]*\b(?:site|web|page|publi\w+|report|review)"
    rf"|{WEB_ADDRESS}",
    "publish this letter": r"\bletter\b[^.?!]*\b(?:publish|alongside|append|annex|attach|includ)"
    r"|\b(?:publish|includ|append|attach|annex)\w*\b[^.?!]{0,80}\bletter\b",
    "copy to the Domestic Abuse Commissioner": r"\bdomestic\s+abuse\s+commissioner",
    "one PDF with the action plan": r"\bpdf\b|\b\d+\s?mb\b|\bas\s+an\s+annex\b",
    "implementation updates": r"\bimplementation\s+updates?\b|\blive\s+document\b",
    "news of an inquest, a trial or publication": r"(?=.*\b(?:inform(?:ed)?|let\s+us\s+know"
    r"|tell\s+us|notif(?:y|ied)|advise\s+us)\b)"
    r"(?=.*\b(?:inquest|coroner|trial|appeal|press|media|publi))",
    "copy to the Police and Crime Commissioner": r"\bpolice\s+and\s+crime\s+commissioner|\bpccs?\b",
}
SIGNS = {name: re.compile(sign, re.I) for name, sign in OBJECTS.items()}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OFFICE_WORK = re.compile(
    r"\bletter\b|\bweb\s?-?link|\burl\b|\b\d+\s?mb\b|\bpdf\b|\bcommissioner\b|@|\bdigital copy"
    rf"|\blinks?\s+to\s+(?:the|where)\b|{WEB_ADDRESS}"
    r"|\b(?:please|grateful|glad|obliged|kindly)\b[^.?!]*\b(?:let\s+us\s+know|(?:inform|tell)\s+us)\b"
    r"|\b(?:return|send|submit|forward)\s+(?:\w+\s+){0,3}(?:revised|amended|final|updated)\b",
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
# Likewise, unless the sentence praises something
RECEIVED = re.compile(
    r"\b(?:my|our)\s+apolog|\b(?:am|are)\s+(?:very\s+)?sorry\b|\byour\s+patience\b"
    r"|^(?:let\s+me|may\s+i|i|we)\b[^.?!]*\bthank|^you\s+(?:sent|submitted|provided)\b"
    r"|\b(?:submitted|sent|provided)\b[^.?!]*\bto\s+(?:us|the\s+(?:home\s+office|quality|qa))\b"
    r"|\b(?:(?:was|were|been)\s+(?:taken|put|presented|looked\s+at|before)|went\s+to"
    r"|came\s+before)\b[^.?!]*\b(?:panel|board|meeting)\b"
    r"|\b(?:panel|board)\s+ha(?:s|ve)\s+(?:now\s+)?(?:considered|read|discussed)"
    r"\s+(?:[\w’']+\s+){1,4}(?:report|review|dhr)\.?$|\bset\s+out\s+below\b|\bas\s+follows\b"
    r"|\b(?:report|review|dhr|it)\s+was\s+re-?(?:assessed|considered|viewed)\b"
    r"|\bconsider(?:ed)?\s+(?:it|this|the|your)\b[^.?!]*\b(?:its\s+meeting|correspondence)\b",
    re.I,
)
SIGN_OFF = re.compile(
    r"^(?:yours\b|(?:kind|best|with\s+kind)\s+(?:regards|wishes)|regards\b)", re.I
)
THANKS = re.compile(
    r"^(?:on\s+behalf\s+of|thank\s+you|(?:i|we)\s+(?:thank|attach|enclose)\b"
    r"|(?:finally,?\s+)?(?:i|we)\s+(?:would|should)\s+like\s+to\s+thank|may\s+i\b|i\s+hope\b|if\s+you\s+have\s+any|i\s+am\s+(?:accordingly\s+)?copying"
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


def is_praise_heading(text: str) -> bool:
    is_heading = len(text.split()) <= HEADING_WORDS and PRAISE_HEADING.match(text)
    return bool(is_heading) and not CRITICAL.search(text)


def is_closing_heading(text: str) -> bool:
    """Test whether a heading stands above what is to be sent, or what publication hangs on."""
    return bool(CLOSING_HEADING.match(text))


def is_praise(text: str) -> bool:
    return bool(PRAISE.search(text))


def is_only_praise(sentence: str) -> bool:
    """Test whether a sentence among the areas praises, and asks for nothing."""
    is_reserved = CRITICAL.search(sentence) or RESERVED.search(sentence)
    return bool(PLAIN_PRAISE.search(sentence)) and not is_reserved


def is_critical(words: str) -> bool:
    """Test whether words without a full stop say what is wrong, or only what they are about."""
    return bool(CRITICAL.search(words) or STATES.search(words))


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
    if PROCEDURE.search(sentence):
        return True
    return bool(RECEIVED.search(sentence)) and not is_praise(sentence)


def is_thanks(sentence: str) -> bool:
    return bool(THANKS.match(sentence))


def has_office_work(text: str) -> bool:
    return any(map(is_office_work, sentences_of(text)))


def closes(text: str) -> bool:
    """Test whether a paragraph after the areas belongs to the end of a letter."""
    return bool(THANKS.match(text)) or has_office_work(text)
