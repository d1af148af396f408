"""What the words right beside a name say of the role and the sex of whoever it stands for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from composite.checks.mentions import Names
from composite.checks.sexes import NOUN, NOUNS, PRONOUN, PRONOUNS
from composite.checks.story import Person, Told

SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$)")
ROLES = {"victim": "VICTIM", "deceased": "VICTIM", "perpetrator": "PERPETRATOR"}
ROLE = "|".join(ROLES)
ROLE_BEFORE = re.compile(
    rf"\b(?:the\s+|alleged\s+)*(?P<role>{ROLE})(?:,\s*|\s*\(|\s+)$", re.IGNORECASE
)
ROLE_AFTER = re.compile(
    rf"^(?:,\s*|\s*\()(?:the\s+|alleged\s+)*(?P<role>{ROLE})(?=\s*[,.)]|$)", re.IGNORECASE
)
NOUN_BEFORE = re.compile(rf"(?:^|[\s(])(?P<word>{NOUN})(?:,\s*|\s*\(|\s+)$", re.IGNORECASE)
NOUN_AFTER = re.compile(
    rf"^,\s+(?:his|her|the|their|an?)\s+(?:[\w-]+\s+){{0,3}}?(?P<word>{NOUN})(?=\s*[,.)]|$)",
    re.IGNORECASE,
)
BODY = (
    r"(?:own|appointment|wrist|arm|leg|head|back|hand|face|neck|ankle|knee|chest|shoulder|injur\w+"
    r"|medication|tablets|inhaler|prescription|pregnancy|diabetes|asthma|smear|bloods|eye|jaw)\b"
)
REFLEXIVE = re.compile(
    r"^(?P<between>(?:,?\s+\w+){1,4}?),?\s+(?P<word>himself|herself)\b", re.IGNORECASE
)
POSSESSIVE = re.compile(
    rf"^(?P<between>(?:\s+[\w-]+){{1,6}}?)\s+(?P<word>his|her)\s+{BODY}", re.IGNORECASE
)
AND_SPOUSE = re.compile(
    r"^(?P<between>\s+(?:and|for))\s+(?P<word>his|her)\s+(?:wife|girlfriend|husband|boyfriend)\b",
    re.IGNORECASE,
)
WHO_IS = re.compile(
    r"^(?P<between>,?\s+who\s+(?:is|was|has|had))\s+(?P<word>his|her)\s+own\b", re.IGNORECASE
)
OF_WOMEN = re.compile(
    r"^\s+(?:(?:is|was|are|now|also|\d+|weeks?|months?|currently)\s+)*"
    r"(?P<word>pregnant|gave birth|miscarried|had a miscarriage)\b"
    r"|^\s+(?:came|attended|seen|booked|in)\s+(?:for\s+)?(?:an?\s+|her\s+)?"
    r"(?P<care>smear test|antenatal|cervical)",
    re.IGNORECASE,
)
# Between a name and a pronoun these let somebody else in.
LETS_IN = re.compile(
    r"\b(?:said|says|stated|disclosed|reported|told|alleged|described|feared|that|claimed|explained"
    r"|with(?!\s+(?:pain|bruis|injur|swell|cut|burn|fever|cough))|about|of|against|saw|left"
    r"|asked|blamed|by|to see|he|she|his|her|him|hurt|hit)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    rf"\b(?:{NOUN}|partner|ex|officers?|doctor|gp|nurse|worker|consultant|teacher|friend|neighbour"
    r"|caller|child|baby|boy|girl|someone|somebody|colleague|manager|solicitor|carer|suspect|victim"
    r"|perpetrator|offender|police|crew|midwife|they|rang|telephoned|called|phoned|reported|about"
    r"|texted|emailed)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"\b[A-Z]")
OTHER = re.compile(rf"{PRONOUN.pattern}|(?-i:\b[A-Z])", re.IGNORECASE)
PRONOUN_FIRST = re.compile(r"^\s*(?P<word>he|she)\b", re.IGNORECASE)


TITLES = frozenset({"mr", "mrs", "ms", "miss"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that says the role or the sex of the person a name stands for."""

    name: str
    person: Person
    word: str
    role: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """A name in a sentence, with what stands before and after it."""

    before: str
    name: str
    after: str
    person: Person

    @property
    def is_surname(self) -> bool:
        names = (self.person.true_name, *self.person.aliases)
        return self.name.lower() in {name.split()[-1].lower() for name in names if name.split()}

    def signs(self) -> Iterator[Sign]:
        role = ROLE_BEFORE.search(self.before) or ROLE_AFTER.search(self.after)
        if role:
            word = role["role"].lower()
            yield Sign(self.name, self.person, word, role=ROLES[word])
        for ask in SEXES:
            found = ask(self)
            if found:
                yield Sign(self.name, self.person, found[0], sex=found[1])
                return


def signs_in(told: Told, names: Names) -> Iterator[Sign]:
    """Return the signs in an entry, in its order."""
    for text in (told.what_happened, told.action_taken, told.decision, told.disclosure):
        sentences = [part for part in SENTENCE.split(text) if part.strip()]
        for sentence in sentences:
            for start, end, person in names.mentions_in(sentence):
                around = Around(sentence[:start], sentence[start:end], sentence[end:], person)
                yield from around.signs()
        yield from pronoun_alone(text, sentences, names)


def noun_beside(at: Around) -> tuple[str, str] | None:
    match = NOUN_BEFORE.search(at.before) or NOUN_AFTER.search(at.after)
    if match and match["word"].lower() in TITLES and at.is_surname:
        return None  # a wife may have her husband's name
    return (match["word"], NOUNS[match["word"].lower()]) if match else None


def own_body(at: Around) -> tuple[str, str] | None:
    """Look for "hurt himself" and "came with pain in his wrist"."""
    reflexive = REFLEXIVE.search(at.after)
    if reflexive and not OTHER.search(reflexive["between"]):
        return reflexive["word"], PRONOUNS[reflexive["word"].lower()]
    match = AND_SPOUSE.search(at.after) or POSSESSIVE.search(at.after) or WHO_IS.search(at.after)
    if match and not LETS_IN.search(match["between"]) and not NAMED.search(match["between"]):
        return match["word"], PRONOUNS[match["word"].lower()]
    return None


def of_women(at: Around) -> tuple[str, str] | None:
    match = OF_WOMEN.search(at.after)
    return (match["word"] or match["care"], "F") if match else None


SEXES: tuple[Callable[[Around], tuple[str, str] | None], ...] = (noun_beside, own_body, of_women)


def pronoun_alone(text: str, sentences: list[str], names: Names) -> Iterator[Sign]:
    """Return a sentence that begins with a pronoun, where one person only is in the whole text."""
    mentions = names.mentions_in(text)
    if len({person for _, _, person in mentions}) != 1 or OTHERS.search(text):
        return
    used = {PRONOUNS[word.lower()] for word in PRONOUN.findall(text)}
    if len(used) != 1:
        return
    start, end, person = mentions[0]
    for sentence in sentences[1:]:
        match = PRONOUN_FIRST.search(sentence)
        if match:
            yield Sign(text[start:end], person, match["word"].lower(), sex=used.pop())
            return
