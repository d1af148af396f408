"""
D. Whom a paragraph is about, and the pronoun or the name that does not go with it.

“Maris was seen about her care. He told the nurse …”, where no man is spoken of; “his partner,
Tobin” in a sentence about Tobin; the victim arrested after what the perpetrator did.
"""

import re
from collections.abc import Iterator

from anonymity.checking.checks.pronouns import SOMEBODY
from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, Cast, Member, any_of
from anonymity.checking.words.kin import KIN, QUALIFIED, WORD

PRONOUN = "Nobody of that sex is spoken of here: is somebody else meant?"
ITSELF = "One person stands on both sides: is one of them somebody else?"
DOER = "What stands before it was done by the other: is that one meant?"
RELATED = "Elsewhere they are something else to each other: is somebody else meant?"
# What people do with agencies: of violence, “he” alone is often the one who is not named
DID = (
    r"(?:also |then |again |later )?(?:told|said|reported|disclosed|explained|described|felt|"
    r"attended|registered|missed|declined|agreed|denied|rang|called|asked|gave (?:her|his) name|"
    r"wished|wanted|did not (?:want|wish|attend|feel)|(?:was|had been) (?:seen|referred|"
    r"prescribed|admitted|discharged|assessed|offered|diagnosed|given|asked|invited|taking|"
    r"reluctant|unwell|tearful|anxious|low|worried))\b"
)
OPENING = re.compile(rf"^(?:\W*(?:[\d.]+\s+)?)(?P<he>He|She) {DID}")
SERVICE = re.compile(
    r"\b(?:Adult|Children(?:’s)?|Child|Family|Families|Women(?:’s)?|Victim|Friends?) "
    r"(?:[A-Z&][a-z]|and [A-Z])[\w’]*(?: (?:and )?[A-Z][\w’]*)*"
)
SHE = re.compile(r"\b(?:[Ss]he|[Hh]er|[Hh]ers|herself)\b")
HE = re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|himself)\b")
OTHER_SEX = {"F": "He", "M": "She"}
PRONOUNS = {"He": HE, "She": SHE}
RESTRAINED = (
    r"(?:was|were) (?:then |also |later )?(?:arrested|detained|restrained|handcuffed|remanded|"
    r"taken (?:into|to) custody|removed from the (?:house|flat|property)|charged|cautioned|"
    r"bailed)\b"
    r"(?! (?:for|on suspicion of|with) )"
)
# What only who was wronged does when somebody has been arrested
WRONGED = (
    r"<dead>,? (?:who )?(?:then |later |also )?(?:declined|refused|did not (?:want|wish)|would "
    r"not|was "
    r"(?:unwilling|too frightened|afraid)|felt unable|was not willing)(?: to)? (?:make|give|"
    r"provide|sign|"
    r"support) (?:an?|any|the|her|his) (?:\w+ )?(?:statement|prosecution|complaint|account|"
    r"evidence)|"
    r"<dead>[’']s injuries|<dead> (?:was|had been) (?:given|offered) (?:safety advice|a safety "
    r"plan|a "
    r"DASH)|(?:not to (?:contact|approach|go near|have (?:any )?contact with)|no contact with) "
    r"<dead>"
)
ATTACKED = (
    r"<killer> (?:had |then )?(?:punched|kicked|hit|slapped|pushed|strangled|assaulted|attacked|"
    r"bit|beat|"
    r"threatened|stabbed|headbutted|grabbed|dragged|choked|threw \w+ at) <dead>|<dead> (?:was|had "
    r"been) "
    r"(?:[\w-]+ )?(?:punched|kicked|hit|slapped|pushed|strangled|assaulted|attacked|threatened|"
    r"stabbed) by "
    r"<killer>|<killer> (?:was )?(?:standing|kneeling|leaning|sitting) (?:over|on)\b"
)
VERBS = (
    r"(?:had |has |then |again )*(?:\w+ed|hit|met|left|told|rang|saw|hurt|shook|threw|held|beat|"
    r"knew|bit|kept|gave|sent|made|took|found)"
)
SAYS = (
    r"(?:said|told|described|felt|thought|believed|explained|recalled|remembered|stated|reported|"
    r"added|feared|hoped|wished|spoke)"
)
HARMED = re.compile(
    r"(?i)\b(?:injur\w+|wounds?|bruis\w+|found (?:dead|by)|fatal\w*|bleeding|cut lip|stab\w+|"
    r"strangl\w+|attack\w+|assault\w+|dead|died)\b"
)
SPOUSE = (
    (re.compile(r"\bher (?:estranged |ex-|former )?(?:husband|partner|boyfriend)\b"), "F"),
    (re.compile(r"\bhis (?:estranged |ex-|former )?(?:wife|partner|girlfriend)\b"), "M"),
)
# Himself, where only she is spoken of
REFLEXIVE = (
    (re.compile(r"\b[Ss]he\b(?![^.;]*\b(?:he|him|his)\b)[^.;]{0,60}\bhimself\b"), "M"),
    (re.compile(r"\b[Hh]e\b(?![^.;]*\b(?:she|her)\b)[^.;]{0,60}\bherself\b"), "F"),
    (re.compile(r"\b(?:his|him)\b(?: \w+){1,2} of herself\b"), ""),
    (re.compile(r"\bher\b(?: \w+){1,2} of himself\b"), ""),
)
# What the first is to the second, by what each is to one person
THROUGH = {
    ("child", "child"): "sibling",
    ("sibling", "sibling"): "sibling",
    ("sibling", "parent"): "child",
    ("parent", "sibling"): "parent",
    ("parent", "parent"): "spouse",
    ("grandparent", "parent"): "parent",
    ("parent", "grandparent"): "child",
}
SOURCES = ("plan", "process")
NEAR_THE_END = 12  # letters after a name that ends a sentence


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    people = People(Cast(paper, register))
    if not people.cast.members:
        return
    earlier: list[Statement] = []
    for one in statements(paper):
        if earlier and earlier[-1].passage is not one.passage:
            earlier = []
        if one.region not in SOURCES and not one.passage.is_row:
            for span, reason in people.doubted(one, earlier):
                yield told(one, span, reason)
        earlier.append(one)


def told(one: Statement, span: tuple[int, int], reason: str) -> Finding:
    moved = (one.start + span[0], one.start + span[1])
    return one.passage.finding(
        moved, Kind.PSEUDONYM, Severity.SERIOUS, reason, policy="who_is_meant"
    )


class People:
    """Who a paper is about, and what one sentence after another says of them."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.anybody = re.compile(rf"\b{any_of(one.name for one in cast.members)}")
        self.sexes = {one.name: one.sex for one in cast.members}
        dead, killers = any_of(cast.victims), any_of(one.name for one in cast.of_role(PERPETRATOR))
        self.dead, self.killers = re.compile(rf"\b{dead}"), re.compile(rf"\b{killers}")
        self.arrested = re.compile(rf"\b{dead} {RESTRAINED}")
        self.wronged = re.compile(WRONGED.replace("<dead>", dead))
        self.attacked = re.compile(
            ATTACKED.replace("<dead>", dead).replace(
                "<killer>", any_of(one.name for one in cast.of_role(PERPETRATOR))
            )
        )
        everybody = any_of(one.name for one in cast.members)
        self.itself = [
            re.compile(rf"(?<![\w’])(?P<who>{everybody}){words} (?P=who)\b(?![’'\w])")
            for words in (
                rf"\b(?![’'])[^.;]{{0,90}}?\b(?:his|her) (?i:{QUALIFIED}{WORD}),?",
                rf" {VERBS}(?: (?:by|with|to|at|for|about|against))?",
            )
        ]
        self.clauses = [
            (re.compile(words.replace("{name}", any_of(names))), sex)
            for sex, he, him in (("F", "She", "her"), ("M", "He", "him"))
            if (names := [one.name for one in cast.members if one.sex == sex])
            for words in (
                (
                    rf"^(?:\W*(?:[\d.]+\s+)?){he} (?!said|told|felt|thought)[^.;,:]{{3,70}}? "
                    r"(?:near|to|with|from|at|by|against|of|for|hit|saw|told|met|left) "
                    r"{name}(?![’'\w])"
                ),
                (
                    r"\b{name} (?:had |then )?(?:denied|admitted) (?:having )?"
                    rf"\w+(?:ed|ing) {him}(?=[.,;])"
                ),
            )
        ]
        self.related = re.compile(
            rf"(?<![\w’])(?P<who>{any_of(one.name for one in cast.members)}) {SAYS}\b[^.;]{{0,60}}?"
            rf"\b(?:her|his) (?i:{QUALIFIED})(?P<kin>(?i:{WORD})),? "
            rf"(?P<name>{any_of(one.name for one in cast.members)})(?![’'\w])"
        )  # fmt: skip

    def doubted(
        self, one: Statement, earlier: list[Statement]
    ) -> Iterator[tuple[tuple[int, int], str]]:
        yield from self.within(one.text)
        if not earlier:
            return
        hit = OPENING.match(one.text)
        if hit and self.is_of_nobody(hit, one, earlier):
            yield (self.from_the_last(one, earlier[-1], hit.start("he")), hit.end()), PRONOUN
        yield from self.of_itself(one.text, earlier)
        hit = self.arrested.search(one.text)
        if hit and not self.killers.search(one.text[: hit.start()]) and self.is_swapped(earlier):
            yield hit.span(), DOER
        yield from self.arrested_and_wronged(one, earlier[-1])

    def arrested_and_wronged(
        self, one: Statement, before: Statement
    ) -> Iterator[tuple[tuple[int, int], str]]:
        """Find “Maris was arrested. Maris declined to support a prosecution.”"""
        for text, start in ((one.text, 0), (before.text, before.start - one.start)):
            hit = self.arrested.search(text)
            rest = text[hit.end() :] if hit else ""
            after = rest if text is one.text else f"{rest} {one.text}"
            if hit and self.wronged.search(after):
                yield (start + hit.start(), start + hit.end()), DOER

    def from_the_last(self, one: Statement, before: Statement, start: int) -> int:
        """
        Return where the doubt begins: at who is named at the end of the sentence before, for the
        name may be wrong and the pronoun right.
        """
        named = [*self.anybody.finditer(before.text)][-1:]
        if named and len(before.text) - named[0].end() <= NEAR_THE_END:
            return before.start + named[0].start() - one.start
        return start

    def of_itself(
        self, text: str, earlier: list[Statement]
    ) -> Iterator[tuple[tuple[int, int], str]]:
        """
        Find “She was told not to go near Maris” and “Maris denied having hit her”, where no other
        woman is spoken of: a pronoun is not who is named in the same clause.
        """
        hits = [(hit, sex) for pattern, sex in self.clauses if (hit := pattern.search(text))]
        before = SERVICE.sub("", " ".join(each.text for each in earlier)) if hits else ""
        if SOMEBODY.search(before.replace(" who ", " ")):
            return
        for hit, sex in hits:
            same = {each for each in self.named(before) | self.named(text) if self.sex(each) == sex}
            if len(same) == 1:
                yield hit.span(), PRONOUN

    def sex(self, name: str) -> str:
        return self.sexes.get(name, "")

    def within(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Find what one sentence alone shows."""
        if len(self.anybody.findall(text)) > 1:
            for pattern in self.itself:
                yield from ((hit.span(), ITSELF) for hit in pattern.finditer(text))
            for hit in self.related.finditer(text):
                if self.are_otherwise(hit):
                    yield hit.span(), RELATED
        yield from self.of_own_spouse(text)
        for pattern, sex in REFLEXIVE:
            found = pattern.search(text)
            if found and not any(self.sexes.get(each) == sex for each in self.named(text)):
                yield found.span(), PRONOUN

    def of_own_spouse(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Find “Tobin was never asked what her husband did”, where nobody else is spoken of."""
        for pattern, sex in SPOUSE:
            hit = pattern.search(text)
            named = self.named(text)
            if not hit or len(named) != 1 or self.sex(min(named)) == sex:
                continue
            one = self.member(min(named))
            before = text[: hit.start()]
            of_her = PRONOUNS["She" if sex == "F" else "He"].search(before)
            is_alone = not of_her and not SOMEBODY.search(SERVICE.sub("", before))
            if one and one.role == PERPETRATOR and self.killers.search(before) and is_alone:
                yield hit.span(), ITSELF

    def is_of_nobody(self, hit: re.Match[str], one: Statement, earlier: list[Statement]) -> bool:
        """Test whether all who were named before in the paragraph are of the other sex."""
        before = SERVICE.sub("", " ".join(each.text for each in earlier))
        sexes = {self.sexes.get(name, "") for name in self.named(before)}
        rest = {
            "who",
            *(word.lower().rstrip("s") for word in SOMEBODY.findall(one.text[hit.end() :])),
        }
        # “Adult C” is somebody who is named, and no other adult
        unnamed = self.anybody.sub("", before)
        others = {word.lower().rstrip("s") for word in SOMEBODY.findall(unnamed)} - rest
        return (
            len(sexes) == 1
            and OTHER_SEX.get(sexes.pop()) == hit["he"]
            and not others
            and not PRONOUNS[hit["he"]].search(before)
        )

    def named(self, text: str) -> set[str]:
        return {name.strip("\u2018\u2019\u201c\u201d'\"") for name in self.anybody.findall(text)}

    def is_swapped(self, earlier: list[Statement]) -> bool:
        """
        Test whether the sentence before tells what the other did, or what was done to this; or the
        last one that names somebody, how the other attacked this one.
        """
        named = [each.text for each in earlier if self.anybody.search(each.text)]
        before = earlier[-1].text
        if named and self.attacked.search(named[-1]):
            return True
        has_killer, has_dead = self.killers.search(before), self.dead.search(before)
        return bool((has_killer and not has_dead) or (not has_killer and HARMED.search(before)))

    def are_otherwise(self, hit: re.Match[str]) -> bool:
        who, other = (self.member(hit[key]) for key in ("who", "name"))
        if not who or not other or who is other:
            return False
        group = KIN[hit["kin"].lower()].group
        known = self.cast.kin_of(other.name, who.name) | self.through(who, other)
        return bool(known) and group not in known and group not in ("friend", "spouse", "neighbour")

    def through(self, who: Member, other: Member) -> set[str]:
        """What two of one family are to each other, by what each of them is to a third."""
        return {
            THROUGH[one, another]
            for one, whom in other.kin
            for another, whose in who.kin
            if whom == whose and (one, another) in THROUGH
        }

    def member(self, name: str) -> Member | None:
        return self.cast.known.get(name.strip("\u2018\u2019\u201c\u201d'\""))
