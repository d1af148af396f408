"""
D. Who is what to whom: a husband who is a woman, a sister who is the mother, a child's other
father.

The register and the paper's own list of pseudonyms say who is what to whom. Where a sentence says
otherwise, one of its names stands for somebody else.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import NAME, PERPETRATOR, VICTIM, Cast, Member, any_of
from anonymity.checking.words.kin import KIN, QUALIFIED, WORD, kin_of

SEX = "The sex of this person and the word do not agree: is somebody else meant?"
OTHER = "Elsewhere they are something else to each other: is somebody else meant?"
PARENT = "Elsewhere this child has another mother or father."
ORDER = "Elsewhere this child is not the one born first or last."
SAME = "Nobody is this to themselves."
ONLY_ONE = "Elsewhere there is another child of these parents."
END = r"(?=\s*(?:[.;:)]|,|$|\s(?:was|is|had|has|said|told|that|who|and|to|in|on|at|with)\b))"
OF = re.compile(r"\b(?:of|and|with|to|by|for)\s+$")
BY_BLOOD = {"parent", "sibling", "grandparent", "aunt", "cousin"}
OF_ONE_FAMILY = BY_BLOOD | {"child", "grandchild", "niece", "in-law"}
CLOSE = {"spouse", "friend", "neighbour"}  # what one may be beside something else
KILLED = r"(?:killed|murdered|stabbed|strangled|shot|beaten|attacked)(?:\s+to\s+death)?"


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    cast = Cast(paper, register)
    if not cast.members:
        return
    kinship = Kinship(cast)
    for passage in passages(paper):
        if passage.chapter is not Chapter.SOURCES and not passage.is_row:
            for sentence in passage.sentences():
                for span, reason in kinship.doubted(sentence):
                    yield told(passage, sentence, span, reason)
                before = passage.text[: sentence.start]
                for span in kinship.other_spouses(before, sentence.text):
                    yield told(passage, sentence, span, OTHER)
                for span in kinship.in_the_place_of(before, sentence.text):
                    yield told(passage, sentence, span, OTHER)


class Kinship:
    """The ways in which a sentence says who is what to whom, of the people of one paper."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        name = any_of(one.name for one in cast.members)
        kin = rf"(?P<kin>(?i:{WORD}))"
        whose = (
            rf"(?:(?P<of>{name})[’']s?|[Tt]he\s+(?P<role>victim|perpetrator|deceased)[’']s|"
            rf"\b[Hh]er|\b[Hh]is|\b[Tt]heir)"
        )
        self.before = re.compile(
            rf"(?:{whose}|"
            rf"\b[Tt]he)\s+(?i:{QUALIFIED}){kin}(?P<comma>,?)\s+(?P<name>{name})(?![’']s|\w)"
        )
        self.after = re.compile(
            rf"(?P<name>{name})(?:\s+(?:is|was)|,|"
            rf"\s+\()\s*{whose}\s+(?i:{QUALIFIED}){kin}(?=[,.);]|\s+(?:and|who)\b|$)"
        )
        self.of = re.compile(
            rf"(?P<name>{name})(?:\s+(?:is|was)|,|"
            rf"\s+\()\s*(?:the\s+)?(?i:{QUALIFIED}){kin}\s+of\s+(?P<of>{name})(?![’'])"
        )
        self.said_of = re.compile(rf"{name}\s+(?:is|was|being)\s+(?:also\s+)?$")
        self.killer = re.compile(
            rf"\b{KILLED}\s+by\s+(?:her|his)\s+(?i:{QUALIFIED}){kin}\b(?![’'\-])"
        )
        self.titled = re.compile(rf"\b(?P<title>Mr|Mrs|Ms|Miss)\.?\s(?P<name>{name})")
        self.anybody = re.compile(rf"(?<!\w){name}")
        self.spouse = re.compile(
            rf"(?P<name>{name}),\s+(?P<whose>his|her)\s+(?P<kin>partner|husband|wife|boyfriend|"
            r"girlfriend)(?=[,.;)])"
        )
        self.theirs = re.compile(
            rf"\b(?P<whose>[Hh]er|[Hh]is)\s+(?i:{QUALIFIED}){kin},?\s+(?P<name>{name})(?![’']s|\w)"
            rf"(?=,|\s+(?:said|told|rang|was|had|thought|felt|recalled|asked|believed))"
            rf"(?!,?\s+(?:and|or)\s|,\s+(?:{name}|her|his))"
        )
        self.ordered = re.compile(
            rf"(?P<name>{name})(?:\s+(?:is|was)|,|\s+\()\s*(?:the|her|his|their)\s+"
            r"(?P<place>elder|eldest|older|oldest|younger|youngest)\b"
        )
        one_only = r"\s+only\s+(?P<kin>child|son|daughter)\b"
        self.only = (
            re.compile(
                rf"(?P<name>{name})(?:\s+(?:is|was)|,|\s+\()\s*(?:her|his|their|"
                rf"(?:{name}(?:\s+and\s+))?{name}[’']s){one_only}(?=\s*[,.;)])"
            ),
            re.compile(rf"\b(?:[Hh]er|[Hh]is|[Tt]heir){one_only},?\s+(?P<name>{name})"),
        )
        children = {one.name for one in cast.members if one.role == "child"}
        self.children = children
        self.parents = {
            whom: {
                one.name: one.sex
                for one in cast.members
                if ("parent", whom) in one.kin or (one.name, whom) in by_birth(cast)
            }
            for whom in children
        }
        self.perpetrators = {
            group
            for one in cast.of_role(PERPETRATOR)
            for victim in cast.victims
            for group in cast.kin_of(one.name, victim)
        }

    def doubted(self, sentence: Sentence) -> Iterator[tuple[tuple[int, int], str]]:
        for pattern in (self.before, self.after, self.of):
            for hit in pattern.finditer(sentence.text):
                reason = self.doubt(hit)
                if reason and not is_a_list(hit) and not self.is_of_another_clause(pattern, hit):
                    yield hit.span(), reason
        yield from self.of_another_sex(sentence.text)
        yield from self.with_siblings(sentence.text)
        for hit in self.killer.finditer(sentence.text):
            if self.perpetrators and kin_of(hit["kin"]).group not in self.perpetrators | {"friend"}:
                yield hit.span(), OTHER
        for hit in self.ordered.finditer(sentence.text):
            place = self.member(hit).place
            said = "first" if hit["place"].lower()[0] in "eo" else "last"
            if place and place != said:
                yield hit.span(), ORDER

    def is_of_another_clause(self, pattern: re.Pattern[str], hit: re.Match[str]) -> bool:
        """Test for “Odette is Maris’s sister, Lorne is …”, where the comma ends what is said."""
        if pattern is not self.before:
            return bool(OF.search(hit.string, 0, hit.start()))
        return bool(hit["comma"] and self.said_of.search(hit.string, 0, hit.start()))

    def of_another_sex(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Find “Mrs Tobin”."""
        for hit in self.titled.finditer(text):
            if self.member(hit).sex == ("F" if hit["title"] == "Mr" else "M"):
                yield hit.span(), SEX

    def with_siblings(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Find “Petra, their only child,” who has a brother."""
        for pattern in self.only:
            for hit in pattern.finditer(text):
                sex = {"son": "M", "daughter": "F"}.get(hit["kin"], "")
                if any(not sex or one.sex == sex for one in self.siblings(self.member(hit))):
                    yield hit.span(), ONLY_ONE

    def siblings(self, member: Member) -> list[Member]:
        """Return those who have the same parents, as far as they are known."""
        parents = {whom for group, whom in member.kin if group == "child"}
        return [
            one
            for one in self.cast.members
            if parents
            and one.name != member.name
            and parents <= {whom for group, whom in one.kin if group == "child"}
        ]

    def other_spouses(self, before: str, text: str) -> Iterator[tuple[int, int]]:
        """
        Find “Tanith, his partner,” of the only man whom the paragraph names, who has another one.
        """
        for hit in self.spouse.finditer(text):
            told = self.anybody.findall(f"{before} {text[: hit.start()]}")
            sex = "M" if hit["whose"] == "his" else "F"
            named = {plain(name) for name in told} - {plain(hit["name"])}
            meant = [name for name in named if self.cast.known[name].sex in (sex, "")]
            one = self.member(hit)
            is_other = one.kin and one.role not in (PERPETRATOR, VICTIM)
            partners = self.spouses(meant[0]) if is_other and len(meant) == 1 else set()
            if partners and one.name not in partners:
                yield hit.span()

    def in_the_place_of(self, before: str, text: str) -> Iterator[tuple[int, int]]:
        """
        Find “Her sister, Odette,” of the mother, where nobody but the victim can be “her”: the
        paragraph names nobody else, and the victim has a sister of another name.
        """
        if len(self.cast.victims) != 1:
            return
        victim = self.cast.victims[0]
        for hit in self.theirs.finditer(text):
            named = {plain(one) for one in self.anybody.findall(f"{before} {text[: hit.start()]}")}
            kin, one = KIN[hit["kin"].lower()], self.member(hit)
            known = {group for group, _ in one.kin}
            is_only_of = bool(one.kin) and {whom for _, whom in one.kin} == {victim}
            sex = "M" if hit["whose"].lower() == "his" else "F"
            is_meant = self.cast.known[victim].sex == sex and named <= {victim}
            if is_meant and is_only_of and kin.group not in known | CLOSE and kin.group in BY_BLOOD:
                others = {
                    each.name
                    for each in self.cast.members
                    if (kin.group, victim) in each.kin and each.sex in (kin.sex, "")
                }
                if others - {one.name}:
                    yield hit.span()

    def spouses(self, whom: str) -> set[str]:
        return {
            one.name
            for one in self.cast.members
            if one.name != whom and "spouse" in self.cast.kin_of(one.name, whom)
        }

    def member(self, hit: re.Match[str]) -> Member:
        return self.cast.known[plain(hit["name"])]

    def doubt(self, hit: re.Match[str]) -> str:
        kin, member = KIN[hit["kin"].lower()], self.member(hit)
        if kin.sex and member.sex and kin.sex != member.sex:
            return SEX
        for other in self.whom(hit):
            if other == member.name:
                return SAME
            if kin.group == "parent" and other in self.children:
                parents = self.parents[other]
                same = {name for name, sex in parents.items() if sex == kin.sex or not kin.sex}
                return PARENT if same and member.name not in same else ""
            known = self.cast.kin_of(member.name, other)
            if known and kin.group not in known and not (known | {kin.group}) & CLOSE:
                return OTHER
            if (
                kin.group == "friend"
                and known
                and known <= OF_ONE_FAMILY
                and self.has_friend(other)
            ):
                return OTHER
            if not known and kin.group in BY_BLOOD and self.is_of_another(kin.group, member, other):
                return OTHER
        return ""

    def has_friend(self, whom: str) -> bool:
        """Whether somebody else of the paper is a friend: then a sister is not called one."""
        return any(("friend", whom) in one.kin for one in self.cast.members)

    def is_of_another(self, group: str, member: Member, other: str) -> bool:
        """Whether the paper knows somebody as the sister of one, and here she is another’s."""
        of = {whom for known, whom in member.kin if known == group}
        killers, victims = set(self.cast.perpetrators), set(self.cast.victims)
        return bool(of & (killers | victims)) and other in killers | victims and other not in of

    def whom(self, hit: re.Match[str]) -> Iterator[str]:
        groups = hit.groupdict()
        if groups.get("of"):
            yield plain(groups["of"])
        elif groups.get("role") in ("victim", "deceased") and len(self.cast.victims) == 1:
            yield self.cast.victims[0]
        elif groups.get("role") == "perpetrator" and len(self.cast.perpetrators) == 1:
            yield self.cast.perpetrators[0]


def by_birth(cast: Cast) -> set[tuple[str, str]]:
    return {
        (whom, one.name)
        for one in cast.of_role("child")
        for group, whom in one.kin
        if group == "child"
    }


def plain(name: str) -> str:
    return name.strip("\u2018\u2019\u201c\u201d'\"")


def is_a_list(hit: re.Match[str]) -> bool:
    """ "Her mother, Maris and Child A" are three people, not one."""
    rest = hit.string[hit.end() :]
    if "," in hit[0] and re.match(rf",?\s+(?:and|or)\s+(?:(?:her|his|the|their)\s|{NAME})", rest):
        return True
    return bool("," in hit[0] and re.match(rf",\s+{NAME}", rest))


def told(passage: Passage, sentence: Sentence, span: tuple[int, int], reason: str) -> Finding:
    moved = (sentence.start + span[0], sentence.start + span[1])
    return passage.finding(moved, Kind.PSEUDONYM, Severity.SERIOUS, reason, policy="who_is_meant")
