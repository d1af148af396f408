"""
The phrases by which agencies say what their reply is, as they write them.

Each row: the kind, how much a sentence with it counts, and the phrase. Their order says nothing.
What was measured with them stands in docs/replies.md.
"""

import re

from replies.models.kind import ReplyKind

K = ReplyKind
WORDS = {
    "<NOT>": r"(?:not|n['’]t|never|no longer|unable to|cannot)",
    "<RECORD>": (
        r"(?:records?|trace|information|involvement|contacts?|files?|notes|details|data|entries)"
    ),
}

ROWS: tuple[tuple[ReplyKind, int, str], ...] = (
    (
        K.NIL,
        5,
        r"\bnil[ -]return\b|\bnil (?:response|trace|reply|report)\b",
    ),
    (
        K.NIL,
        4,
        r"\bno trace\b|\bno trace of\b|\bnegative (?:result|return|search|trace)",
    ),
    (
        K.NIL,
        4,
        (
            r"\b(?:no|zero|any|nil) (?:\w+ ){0,3}<RECORD>\b(?: \w+){0,4} (?:of|for|on|"
            r"with|about|relating|regarding|held|found|in relation|concerning|matching)"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\b(?:have|had|has|holds?|found|find|is|are|hold|with|revealed|shows?) no "
            r"(?:\w+ ){0,2}<RECORD>\b"
        ),
    ),
    (
        K.NIL,
        4,
        (
            r"\b<NOT> (?:\w+ ){0,2}(?:hold|have|hav|find|found|locate|trace|identify)(?: "
            r"\w+){0,3} (?:any|a) (?:\w+ ){0,2}<RECORD>"
        ),
    ),
    (
        K.NIL,
        4,
        (
            r"\b(?:not|n['’]t|never|neither|none|no[- ]one|nobody)\b(?: \w+){0,6} (?:been "
            r")?known to (?:us|our|this|the|any|services)"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\b(?:unable to|could not|couldn['’]t|did not|didn['’]t|can['’]t|cannot) "
            r"(?:find|locate|trace|identify) (?:either|any|them|him|her|the|these|anyone|"
            r"anything|a)\b"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\bnothing (?:\w+ ){0,2}(?:held|found|known|recorded|came up|to (?:report|"
            r"declare))"
        ),
    ),
    (
        K.NIL,
        4,
        r"\bnothing (?:\w+ ){0,2}on (?:our|any|the) \w+|\bnothing there\b",
    ),
    (
        K.NIL,
        4,
        (
            r"\b(?:neither|none|never|no[- ]one|nobody|not)\b[^.;]{0,50}\b(?:registered|"
            r"enrolled|on roll|tenants?|patients?|employed|employees?|service users?|"
            r"pupils?|members?|clients?|residents?)\b"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\b(?:never|not) (?:been )?(?:registered|enrolled|employed|a (?:patient|"
            r"tenant|client|pupil|member)|seen|attended|open|referred|a service user)\b"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\bno matches\b|\bno hits\b|\bdrawn a blank\b|\bnot on our (?:system|books|"
            r"database|roll)"
        ),
    ),
    (
        K.NIL,
        3,
        (
            r"\b(?:had|have|has) no (?:\w+ ){0,2}(?:dealings|contact|interaction|"
            r"involvement)\b"
        ),
    ),
    (
        K.SUMMARY,
        4,
        (
            r"\b(?:was|were|is|are|has been|had been) (?:\w+ ){0,2}known to (?:us|our|"
            r"this|the)\b"
        ),
    ),
    (
        K.SUMMARY,
        3,
        (
            r"\b(?:had|have|has) (?:\w+ ){0,2}(?:limited|brief|some|one|two|three|four|a "
            r"few|minimal|several) (?:\w+ ){0,2}(?:contacts?|contact with|involvement|"
            r"dealings|attendances?|appointments?|calls?|visits?)\b"
        ),
    ),
    (
        K.SUMMARY,
        3,
        (
            r"\b(?:he|she|they|the (?:victim|perpetrator|mother|father|son|daughter|"
            r"family|couple|child)|both|mr|mrs|ms)\b(?: \w+){0,4} (?:was|were|attended|"
            r"registered|presented|contacted|called|visited|rang|came|had|saw|held|joined|"
            r"moved|applied|reported)\b"
        ),
    ),
    (
        K.SUMMARY,
        2,
        (
            r"\b(?:referred|referral|attended|presented|disclosed|discharged|assessed|"
            r"tenancy|registered)\b"
        ),
    ),
    (
        K.SUMMARY,
        2,
        (
            r"\bon \d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
            r"dec)\w*"
        ),
    ),
    (
        K.SUMMARY,
        4,
        (
            r"\bsummary (?:of (?:our )?(?:contact|involvement|engagement|information)|"
            r"below|is (?:as follows|below)|attached)|\bsummar(?:y|ise[sd]?) (?:below|as "
            r"follows)|\bbrief (?:summary|chronology of contact)"
        ),
    ),
    (
        K.SUMMARY,
        3,
        (
            r"\b(?:our|we) (?:only|last|first|single) (?:\w+ )?(?:contact|involvement|"
            r"entry|recorded)\b"
        ),
    ),
    (
        K.SHORT_REPORT,
        5,
        r"\bshort report\b|\bsummary report\b|\bbrief report\b",
    ),
    (
        K.IMR_AND_CHRONOLOGY,
        6,
        (
            r"\b(?:imr|individual management review)\b[^.]{0,40}\bchronology\b|"
            r"\bchronology\b[^.]{0,40}\b(?:imr|individual management review)\b"
        ),
    ),
    (
        K.IMR_AND_CHRONOLOGY,
        4,
        (
            r"\b(?:significant|extensive|substantial|considerable|long[- ]standing) "
            r"(?:contact|involvement|history|engagement|records)\b"
        ),
    ),
    (
        K.IMR_ONLY,
        5,
        r"\b(?:imr|individual management review)\b(?! author)",
    ),
    (
        K.CHRONOLOGY_ONLY,
        5,
        (
            r"\bchronology\b[^.]{0,60}\b(?:attached|enclosed|herewith|only|follows)\b|"
            r"\b(?:attach|enclose)\w*\b[^.]{0,60}\bchronology\b"
        ),
    ),
    (
        K.LETTER,
        5,
        (
            r"\b(?:attached|enclosed|see (?:the|our|attached)) (?:\w+ ){0,3}letter\b|"
            r"\bletter (?:is )?(?:attached|enclosed)\b|\bput (?:this|it|our \w+) in a "
            r"letter\b"
        ),
    ),
    (
        K.EXPERT_INPUT,
        6,
        (
            r"\b(?:happy|glad|willing|pleased|able) to (?:\w+ ){0,3}(?:advise|advice|"
            r"expertise|support the panel|sit on|offer (?:\w+ )?(?:expert|specialist)|be "
            r"an? (?:expert|adviser|critical friend))|\b(?:offer|provide|bring) (?:\w+ "
            r"){0,2}(?:expertise|specialist advice|expert (?:input|advice))\b|\bcritical "
            r"friend\b"
        ),
    ),
    (
        K.REFUSED,
        6,
        (
            r"\b(?:will|shall|are|am|is) (?:not|unable to|declin\w+)(?: be)?(?: \w+)? "
            r"(?:tak(?:e|ing) part|participat\w+|shar(?:e|ing)|disclos\w+|provid(?:e|ing) "
            r"(?:any )?(?:\w+ )?information|releas\w+)"
        ),
    ),
    (
        K.REFUSED,
        5,
        (
            r"\b(?:unable|not able|not in a position|not prepared|refuse[ds]?|"
            r"decline[ds]?) to (?:\w+ ){0,2}(?:share|disclose|provide|release|take part|"
            r"participate|assist|comment)\b"
        ),
    ),
    (
        K.REFUSED,
        4,
        (
            r"\b(?:cannot|can['’]t|can not|won['’]t|will not) (?:\w+ ){0,2}(?:share|"
            r"disclose|release|provide|take part|participate)\b"
        ),
    ),
    (
        K.REFUSED,
        3,
        (
            r"\b(?:court order|legal privilege|duty of confidentiality|without (?:\w+ "
            r")?consent|our (?:insurers?|solicitors?)|legal advice)\b"
        ),
    ),
    (
        K.WRONG_BODY,
        5,
        (
            r"\b(?:not|n['’]t) the (?:right|correct|appropriate) (?:\w+ )?(?:\w+)\b|"
            r"\bwrong (?:trust|organisation|service|team|council|agency|force|school|body|"
            r"practice|department|borough|area)\b"
        ),
    ),
    (
        K.WRONG_BODY,
        5,
        (
            r"\b(?:outside|not (?:in|within)|does(?: not|n['’]t) (?:cover|fall (?:in|"
            r"within))|do(?: not|n['’]t) cover)(?: \w+){0,3} (?:area|patch|borough|"
            r"catchment|remit|boundar\w+|county|district|footprint|address|postcode)\b"
        ),
    ),
    (
        K.WRONG_BODY,
        4,
        (
            r"\b(?:no longer (?:provide|run|deliver|commissioned)|(?:contract|service) "
            r"(?:was )?(?:transferred|passed|moved) to|(?:should|needs? to|ought to|must) "
            r"(?:be )?(?:go|directed|redirected|sent|addressed|contact) (?:to )?|you "
            r"(?:should|need to|want to|might|could) (?:try|contact|approach|write to|"
            r"speak to|ask))\b|(?<!do )(?<!if )\byou (?:need|want) (?!us\b|me\b|to\b|a\b|"
            r"the\b|any\b|from\b|more\b|anything\b)"
        ),
    ),
    (
        K.MORE_TIME,
        6,
        (
            r"\b(?:more time|extension|extra (?:time|week|few days)|extended? (?:the "
            r")?deadline|(?:another|further) (?:\w+ )?(?:days?|weeks?|fortnight))\b"
        ),
    ),
    (
        K.MORE_TIME,
        5,
        (
            r"\b(?:not|unable to|cannot|can['’]t|won['’]t|struggle to) (?:\w+ "
            r"){0,3}(?:meet|make|by) (?:the|this|your) (?:deadline|date|due date)|"
            r"\b(?:will|may|might) be (?:late|delayed)\b"
        ),
    ),
    (
        K.ACKNOWLEDGED,
        4,
        (
            r"\b(?:acknowledge|confirm) (?:safe )?receipt\b|\b(?:safely )?received "
            r"(?:your|this|with thanks)\b|\bthank you for your (?:e-?mail|letter|"
            r"request)[^.]{0,40}(?:which|received|has been|and)\b"
        ),
    ),
    (
        K.ACKNOWLEDGED,
        4,
        (
            r"\b(?:will|shall|['’]ll) (?:\w+ ){0,2}(?:respond|reply|get back|come back|be "
            r"in touch|look into|let you know|start (?:our|the) search|action|pick this "
            r"up|return it)\b"
        ),
    ),
    (
        K.ACKNOWLEDGED,
        4,
        (
            r"\b(?:passed|forwarded|sent|allocated|given) (?:\w+ ){0,3}(?:on )?to (?:our|"
            r"the|my|a|\w+ in)\b|\bsearch(?:es)? (?:is|are) (?:under ?way|in progress|"
            r"being (?:done|made|carried out))"
        ),
    ),
    (
        K.QUESTION,
        4,
        (
            r"\b(?:could|can|would|will) you (?:\w+ ){0,2}(?:confirm|clarify|provide|send|"
            r"tell|let us|let me|give|advise|explain|resend|share)\b[^?]*\?"
        ),
    ),
    (
        K.QUESTION,
        4,
        (
            r"\bplease (?:\w+ ){0,2}(?:confirm|clarify|provide|send|advise|supply|tell "
            r"us)\b[^.?]{0,80}(?:\?|date of birth|dob|nhs number|legal basis|address|"
            r"consent|which|whether|so (?:that )?we can)"
        ),
    ),
    (
        K.QUESTION,
        4,
        (
            r"(?:^|, )(?:what|which|who|when|where|why|how|is|are|do|does|have|has|may|"
            r"should)\b[^?]{3,}\?"
        ),
    ),
    (
        K.QUESTION,
        3,
        (
            r"\b(?:we|i) (?:\w+ )?(?:need|require) (?:\w+ ){0,4}(?:date of birth|dob|nhs "
            r"number|address|legal basis|consent|spelling|more details)\b|\bbefore we "
            r"(?:can )?(?:search|share|release|look)\b"
        ),
    ),
    (
        K.COPY,
        5,
        (
            r"\b(?:can|could|would) (?:you|someone|somebody) (?:please )?(?:\w+ )?(?:pick "
            r"(?:this )?up|action|deal with|look at|respond to) (?:this|the below|it)?|"
            r"\bfor (?:your )?(?:action|attention|information)\b|\bone for you\b|\bplease "
            r"(?:see|action|deal with) (?:the )?below\b"
        ),
    ),
)


def with_words(phrase: str) -> str:
    for place, words in WORDS.items():
        phrase = phrase.replace(place, words)
    return phrase


PHRASES = tuple(
    (kind, weight, re.compile(with_words(phrase), re.I)) for kind, weight, phrase in ROWS
)
