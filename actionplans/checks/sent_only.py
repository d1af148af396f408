"""
Sent is not done: words that only say that something was sent, shared, put somewhere or talked
about.
"""

import re
from collections.abc import Iterator, Sequence

from actionplans.checks.reading import deed, words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

SENT = words_in(
    "sent|send|circulated|cascaded|e-?mailed|email|forwarded|shared|distributed|disseminated"
    "|reminded|reminder|reminders|discussed|raised|briefed|notified|informed|communicated"
    "|submitted|wrote|written to|letter|tabled|presented|minuted|noted|highlighted|made aware"
    "|newsletter|handed (?:round|out)|noticeboard|team brief|covered in|intranet|went out to"
    "|went round"
    "|pinned up|talked through|gone out|went to all|put up|bulletin|passed on|passed to"
    "|posted|uploaded|issued|signposted|considered"
    "|escalated|brought to|mentioned|announced|publicised|handed out|referred to the|talked about"
)
CHANGE = words_in(
    r"now|since|\d+ ?%|\d+ per cent|attended|trained|audit*|check of|checks? (?:in|show*|found)"
    r"|found|show|shows|showed|shown|rose|risen|fell|fallen|increase*|reduce*|fewer|more than"
    r"|improve*|adopted|in use|in place|introduced|implemented|approved|launched|live|appointed"
    r"|recruited|in post|mandatory|signed|accepted|replied|response|answered|committed|changed"
    r"|embedded|used|using|referrals|survey*|told us|confirmed|confirm|no longer|delivered|held"
    r"|created|set up|established|commissioned|funded|opened|began|begun|revised|updated|amended"
    r"|published|took effect|took place|completed (?:it|the|by all)|tested|can|rewritten|added to"
    r"|removed|replaced|recorded (?:at|in|on)|asked at|asks|ask|built|bought|made part|agreed by"
)
# What holds from now on: "each visitor is asked", "the system refuses"
HOLDS = words_in("each|every|everybody|everyone|all|whichever|nobody|always|never|no longer")
# That people were told, together. Where that was asked, it is what was to be done
GATHERING = (
    r"(?:briefings?|webinars?|road ?shows?|presentations?|drop-in briefings?|team talks?"
    r"|lunch and learns?|(?:briefing|learning|awareness|information|question and answer)"
    r" (?:sessions?|events?|talks?|meetings?))"
)
GATHERED = words_in(
    rf"{GATHERING}(?: sessions?)?(?: (?:was|were|has|have|been|also|now|all)){{0,4}}"
    r" (?:held|delivered|took place|given|completed|run|produced|created|published|introduced)"
    rf"|(?:held|delivered|completed|ran|created|introduced)(?: \w+){{0,3}} {GATHERING}"
    r"|shared (?:at|in|with)(?: [a-z]+){0,4} meetings?(?:,? (?:which|that))?(?: (?:was|were))?"
    r"(?: held)?"
)
GATHERING_ASKED = words_in(r"brief*|webinar*|road ?shows?|present*|sessions?|events?|talks?")
# That something was put where people may find it
SHELF = (
    r"(?:intranet|sharepoint|staff hub|hub|web ?sites?|web ?pages?|news ?letters?|bulletins?"
    r"|notice ?boards?|staff room|shared (?:drive|folder)|social media|agendas?)"
)
PUT_THERE = words_in(
    r"(?:(?:published|posted|placed|put|put up|uploaded|added|included|featured|available|live"
    r"|updated|now|held|made part|is|are|on)(?: (?:up|it|them|item|as an? item))?)"
    rf" (?:on|to|in|of|onto|at|through|via)(?: (?:the|our|its|each|every|all|an?))?(?: [a-z]+)?"
    rf"(?: [a-z]+)? {SHELF}"
    rf"|{SHELF}(?: (?:items?|articles?|pages?|pieces?))?"
    r"(?: (?:was|were|has|have|been|now)){0,4} (?:published|updated|created|live|issued|launched"
    r"|sent)"
)
PLACE_ASKED = words_in(
    r"publish*|publici*|upload*|intranet|web ?sites?|web ?pages?|news ?letters?|bulletins?"
    r"|agendas?|poster*|sharepoint|hub|social media"
)


def check(update: Update) -> Iterator[Remark]:
    told = told_by(update)
    sent = next((whole for whole in update.sentences if is_told(whole, told)), "")
    if sent and not any(tells(sentence, told) for sentence in update.sentences):
        yield Remark(
            "sent_only",
            "These words say that something was sent, put somewhere or talked about, not what "
            "changed.",
            "People can be told and do as before; what counts is what those in danger meet now.",
            "Say what is different now and how you know, or report progress instead.",
            sent,
        )


def told_by(update: Update) -> list[re.Pattern[str]]:
    """Return the ways of telling people that were not what was asked."""
    ways = ((GATHERED, GATHERING_ASKED), (PUT_THERE, PLACE_ASKED))
    return [way for way, asked in ways if not asked.search(update.wanted)]


def is_told(sentence: str, told: Sequence[re.Pattern[str]]) -> bool:
    return any(way.search(sentence) for way in (SENT, *told))


def tells(sentence: str, told: Sequence[re.Pattern[str]] = ()) -> bool:
    """Test whether a sentence tells of something that anybody would notice."""
    left = sentence
    for way in told:
        left = way.sub("", left)
    return bool(
        CHANGE.search(deed(left)) or (HOLDS.search(sentence) and not is_told(sentence, told))
    )
