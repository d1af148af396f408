"""
Tell a nil return from words that only look like one.

An agency that "cannot say nil return", takes one back or found nothing of one person and much of
another uses the words of a nil return. So a reply is one only where every sentence of it says that
nothing is held, how that was searched, or nothing at all. Any other sentence is a doubt: recording
a nil return for an agency that holds records costs more than asking an officer to look.
"""

import re

from replies.models.kind import ReplyKind
from replies.readers.phrases import PHRASES
from replies.readers.sentences import sentences
from replies.readers.signs import SEARCHED

NIL = tuple(phrase for kind, _weight, phrase in PHRASES if kind == ReplyKind.NIL)
NOT = r"(?:not|n['’]t|never|no longer|unable|cannot|nothing like)"
BY_NAME = r"\bnil(?:[ -](?:return|response|trace|reply|report))?\b"
NEGATIVE = re.compile(
    r"\b(?:no|not|never|neither|none|nor|nothing|nobody|nil|negative|blank|unable|cannot|zero"
    r"|without|not|yet to)\b|n['’]t\b",
    re.I,
)
# A nil return that is spoken of only to say that this is none
DENIED = re.compile(
    rf"\b(?:{NOT})\b[^.;:]*?{BY_NAME}|n['’]t\b[^.;:]*?{BY_NAME}"
    rf"|{BY_NAME}(?:\W+\w+){{0,3}}?\W+(?:not|n['’]t|never|no longer|inappropriate)\b"
    rf"(?! (?:known|registered|held|had|been|a |on |our |open|found|able|seen|recorded))"
    rf"|{BY_NAME}\W+(?:\w+\W+){{0,3}}\w+n['’]t\b",
    re.I,
)
TAKEN_BACK = re.compile(
    r"\b(?:ignore|disregard\w*|withdr\w+|retract\w*|supersede\w*|overtaken|revok\w+|rescind\w*"
    r"|(?:in|an) error|mistak\w+|(?:in)?correct(?:ed|ion|s|ly)?|inaccurate\w*|untrue|wrong(?:ly)?"
    r"|not (?:the case|true|so|quite|right|accurate|entirely|strictly)|amended|revised"
    r"|come to light|came to light|turned up|since (?:been )?(?:found|located|discovered|traced)"
    r"|(?:doubt|believe|think|say|claim|assume|suggest) that (?:we|there|it|this)"
    r"|if (?:only )?it were)\b"
    r"|\bincorrect\b|\bin error\b",
    re.I,
)
# A nil return of some time, of some records, or of all but something
ONE_PERSON = re.compile(
    r"\b(?:him|her|mr|mrs|ms|miss|(?:the|this) (?:\w+ )?(?:victim|perpetrator|deceased|suspect|lady"
    r"|gentleman|man|woman|mother|father|mum|dad))\b",
    re.I,
)
MANY = re.compile(
    r"\b(?:either|both|neither|any|all|none|them|they|these|those|nobody|no[- ]one|famil\w+|couple"
    r"|child\w*|parties|people|persons|individuals|names|household|(?:her|him|mrs? \w+|victim"
    r"|perpetrator) (?:and|or|nor))\b",
    re.I,
)
LIMITED = re.compile(
    r"\b(?:except\w*|apart from|other than|save for|aside from|besides|beyond|bar (?:one|a|the)"
    r"|(?:before|prior to|until|after|earlier than|up to) (?:\w+ ){0,2}(?:19|20)\d\d"
    r"|current(?:ly)?|at present|at the moment|so far|as yet|to date|any ?more|recent(?:ly)?"
    r"|nowadays|only|for now|yet|until|interim|pending|provisional\w*)\b"
    # who missed an appointment had one
    r"|\b(?:not|never|n['’]t)\b.{0,30}\b(?:his|her|their|an|two|three|four|\d+) (?:\w+ )?"
    r"(?:appointments?|sessions?|assessments?)\b",
    re.I,
)
WHO = (
    r"(?:he|she|they|we|i|it|his|her|their|our|my|one|two|three|four|there|both|all|some|most|staff"
    r"|mr|mrs|ms|miss|dr|dad|mum|mother|father|the|a colleague|this|that)"
)
TURNS = re.compile(r"\W*(?:however|but|although|that said|having said)\b", re.I)
CLAUSE = re.compile(
    r"[;:?]|\s[-–—]+\s|\b(?:but|however|although|though|while|whilst|whereas|so|because|as|since"
    r"|except|when|which|who)\b|\band (?=(?:hold|have|has|had|did|was|were|is|are|only|also)\b)"
    rf"|(?:,|\band\b)\s+(?=(?:and )?{WHO}\b)",
    re.I,
)
VERB = (
    r"(?:was|were|is|are|has|have|had|holds?|held|does|did|\w{2,}ed|came|comes?|went|saw|sees?"
    r"|told|took|gave|knew|knows?|rang|left|kept|made|ran|runs?|found|shows?|lives?|works?|said"
    r"|attends?|wrote|got|met|spoke|seen|known|goes|sent|rings?|calls?|remembers?|began)"
)
HAPPENS = re.compile(rf"\b{VERB}\b|['’](?:s|ve|re|d)\b", re.I)
PERSON = (
    r"(?:s?he|mr|mrs|ms|miss|dad|mum|(?:the|their|his|her|your|this|our) (?:\w+ )?(?:victim"
    r"|perpetrator|deceased|suspect|subject|mother|father|son|daughter|sister|brother|partner"
    r"|husband|wife|eldest|youngest|child|children|family|couple|lady|gentleman|man|woman|patient"
    r"|tenant|client|resident|pupil|student))"
)
OF_A_PERSON = re.compile(rf"\b{PERSON}\b(?:\W+\w+){{0,4}}?\W+{VERB}\b|\bs?he['’](?:s|d)\b", re.I)
ANY_PERSON = re.compile(rf"\b(?:{PERSON}|him|her|hers|his)\b", re.I)
EVENTS = re.compile(
    r"\b(?:calls?|visits?|referrals?|appointments?|complaints?|attendances?|admissions?|incidents?"
    r"|volumes?|enquir(?:y|ies)|tenanc\w+|concerns?|convictions?|arrests?|sessions?|bookings?)\b",
    re.I,
)
OF_RECORD = re.compile(r"\b(?:files?|cases?|records?|entries|notes)\b|\d", re.I)
HELD = re.compile(
    r"(?<!not )(?<!n['’]t )(?<!records we )(?<!information we )(?<!systems we )(?<!data we )"
    r"\b(?:holds?|knew|supported|worked|provided|saw|seen|referred|opened|housed|employed|treated"
    r"|taught|arrested|visited|assessed|looked after|(?:a|the) (?:great deal|lot|number))\b",
    re.I,
)
FOUND = re.compile(
    r"\b(?:shows?|showed|shown|reveal\w*|returned|found|identif\w+|turned|brought|indicat\w+"
    r"|confirms|located|discovered|disclose\w*|matched|hits?"
    r"|there (?:is|are|was|were|has|have)(?! (?:\w+ )?(?:no|not|nothing|none)\b)"
    r"|(?:is|are|was|were) (?:held|known|recorded|registered|open))\b",
    re.I,
)
GREETING = re.compile(
    r"^\W*(?:hi|hiya|hello|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|all"
    r"|salaam|greetings|kind|best|warm|regards|yours|re|ref)\b",
    re.I,
)
GREETING_LINE = re.compile(
    r"^\W*(?:hi|hiya|hello|dear|good (?:morning|afternoon|evening|day))\b[^.\n]{0,40}\n",
    re.I | re.M,
)
# What is written around an answer and says nothing of anybody
COURTESY = re.compile(
    r"^\W*(?:(?:and|so|also|again|finally)\W+)?(?:thanks?|thank you|many thanks|apolog\w+"
    r"|(?:so|very|really|we are|we['’]re|i am|i['’]m)(?: so| very| really)* sorry|sorry"
    r"|(?:our|my|with|please accept)(?: \w+)? (?:apolog|condolence|thought|prayer|sympath)\w*"
    r"|(?:i|we) (?:do )?hope|hope|hoping|trust (?:this|that)"
    r"|please (?:do not|don['’]t|do) (?:hesitate|contact)"
    r"|please (?:let (?:me|us)|get in touch|feel free|contact (?:me|us)|accept (?:this|our))"
    r"|(?:do not|don['’]t) hesitate|do let|let (?:me|us) know|get in touch"
    r"|any (?:questions|queries)|(?:we|i) (?:keep|have|remember) them in"
    r"|(?:we|i) (?:(?:can|could|would|will) be|am|are) (?:glad|happy|pleased)|happy to"
    r"|(?:i|we) (?:can|am able to|are able to) confirm(?: (?:that|the following))?\W*$"
    r"|i (?:was|am|have been) (?:on|off|out|away|writing)\b|(?:i|we) (?:refer|write|reply) to\b"
    r"|in (?:response|reply|answer) to|further to your|sent (?:from|on behalf)"
    r"|(?:this is|this response|this reply|i reply|i write)(?: is)? (?:on behalf|from)|on behalf of"
    r"|what a|how (?:very )?(?:sad|awful)|(?:a |such )?(?:terribly |very )?(?:sad|tragic|awful))\b",
    re.I,
)
IN_PRAYER = re.compile(r"^we (?:hold|keep) them (?:all )?in our (?:prayers|thoughts|hearts)$", re.I)
CONDITIONAL = re.compile(
    r"^\W*(?:if|should|were) (?:you|anything|any|we|there|further|this|something|records?|more)\b",
    re.I,
)
LABEL = re.compile(
    r"^\W*(?:systems?|names?|date|dated|agency|organisation|service|team|completed|search\w*"
    r"|checks?|checked|author|signed|role|contact|reference|(?:our|your) ref)\b(?: \w+){0,3}:",
    re.I,
)
ON_ITS_WAY = re.compile(
    r"^\W*(?:was|has been|were) received\b"
    r"|\b(?:letter|e-?mail|request|form)\b[^.]{0,40}\b(?:was|has been) (?:received|passed|forwarded"
    r"|logged)\b|\b(?:find|see) (?:the )?(?:attached|enclosed|below)\b"
    r"|\b(?:return|form|reply|response|answer) (?:is )?(?:attached|enclosed|below)\b",
    re.I,
)
NOTHING_BESIDE = re.compile(
    r"^\W*(?:and |so |as )?(?:there (?:is|was|are|were|has|have) (?:\w+ )?(?:no|nothing|not|none)"
    r"|(?:we|i)(?: \w+)? (?:do not|don['’]t|did not|have no|have not|haven['’]t|had no|hold no"
    r"|cannot|can['’]t|know of no|do n['’]t)|nobody|no[- ]one|none|neither|nor|nothing|no|not)\b",
    re.I,
)
LONGEST_LABEL = 9  # words of a line without a verb, such as a unit or a role
LONGEST_GREETING = 3


def doubts_of(words: str) -> list[str]:
    """Return the sentences that deny a nil return, take it back, limit it, or tell of anything."""
    plain = GREETING_LINE.sub("\n", words)
    return [one for one in sentences(plain) if denies(one) or tells(one)]


def plain_doubts_of(words: str) -> list[str]:
    """
    Return the same of a form or a signature, which are full of labels and notices: only what
    denies a nil return or tells of a person.
    """
    return [
        one
        for one in sentences(words)
        if denies(one) or any(is_of_a_person(clause) for clause in clauses(one))
    ]


def of_one_only(words: str) -> list[str]:
    """Return what says that nothing is held of one person, where nothing is said of another."""
    said = [one for one in sentences(words) if any(phrase.search(one) for phrase in NIL)]
    one_of = [one for one in said if ONE_PERSON.search(one)]
    return [] if MANY.search(words) or len(one_of) < len(said) else one_of


def denies(sentence: str) -> bool:
    if CONDITIONAL.match(sentence):
        return False
    return bool(DENIED.search(sentence) or TAKEN_BACK.search(sentence))


def tells(sentence: str) -> bool:
    if CONDITIONAL.match(sentence) or is_label(sentence):
        return False
    if TURNS.match(sentence):
        return True
    if any(phrase.search(sentence) for phrase in NIL):
        is_less = sentence.endswith("?") or LIMITED.search(sentence)
        return bool(is_less) or any(tells_beside(clause) for clause in clauses(sentence))
    return not all(is_empty(clause) for clause in clauses(sentence))


def is_label(sentence: str) -> bool:
    """Test whether it is a label of a form and what was filled in: systems, names, by whom."""
    return bool(LABEL.match(sentence)) and not is_something(sentence)


def clauses(sentence: str) -> list[str]:
    return [one.strip(" ,.") for one in CLAUSE.split(sentence) if one.strip(" ,.")]


def tells_beside(clause: str) -> bool:
    """Test whether a clause next to one that says nil says that there is something."""
    return bool(HAPPENS.search(clause)) and not NEGATIVE.search(clause) and not is_empty(clause)


def is_of_a_person(clause: str) -> bool:
    return bool(OF_A_PERSON.search(clause)) and not NEGATIVE.search(clause)


def is_something(clause: str) -> bool:
    """Test whether a clause says that something was found, is held or happened."""
    of = (FOUND, HELD, EVENTS, OF_A_PERSON)
    return any(phrase.search(clause) for phrase in of)


def is_empty(clause: str) -> bool:
    """Test whether a clause tells nothing of anybody: a courtesy, a search, a denial, a label."""
    if COURTESY.match(clause):
        return not is_something(clause)
    if IN_PRAYER.match(clause):
        return True
    if GREETING.match(clause) and len(clause.split()) <= LONGEST_GREETING:
        return True
    if is_something(clause):
        return False
    if ON_ITS_WAY.search(clause) or SEARCHED.search(clause):
        return True
    if NOTHING_BESIDE.match(clause):
        return not ANY_PERSON.search(clause)
    is_long = len(clause.split()) > LONGEST_LABEL
    return not (is_long or HAPPENS.search(clause) or OF_RECORD.search(clause))
