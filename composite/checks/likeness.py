"""How far two accounts speak of the same: what was done, to whom, and which agencies they name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from composite.checks.mentions import Bodies, Names, straight
from composite.checks.story import Person, Register, Story, Told, days_later, minutes_apart
from composite.checks.wording import listed_words

WORD = re.compile(r"[^\W\d_]+|\d+")
LETTERED = re.compile(r"\b(child|address|person|sibling|adult) ([a-z]|\d+)\b")
COMMON_ON_A_DAY = 40  # a word that more entries of one day have tells nothing
NEAR_MIDNIGHT = 90
MANY, A_QUARTER, A_HALF = 5, 0.25, 0.5
PASSED_ON = re.compile(r"\b(?:referr\w+|notif\w+|alert\w*|notice)\b")

MEETINGS = {
    "marac": r"\bmarac\b",
    "mappa": r"\bmappa\b",
    "strategy meeting": r"\bstrategy (?:meeting|discussion)s?\b",
    "child protection conference": r"\b(?:child protection|case|review|icpc|rcpc)\s?conference\b",
    "core group": r"\bcore group\b",
    "professionals meeting": r"\bprofessionals['’]? meeting\b",
    "discharge planning meeting": r"\bdischarge (?:planning )?meeting\b",
    "child in need meeting": r"\bchild in need meeting\b",
    "team around the family": r"\bteam around the (?:child|family)\b|\bta[cf] meeting\b",
}
MEETING = {name: re.compile(words) for name, words in MEETINGS.items()}
ANY_MEETING = re.compile(r"marac|mappa|meeting|discussion|conference|core group")
NOT_HELD = re.compile(r"\b(?:cancelled|postponed|rearranged|invit\w+|minutes|next|to be held)\b")

# Words that mean the same here, and endings that do not matter.
SAME = {
    "strangled": "strangle", "strangulation": "strangle", "strangling": "strangle",
    "choked": "strangle", "bruise": "bruise", "broken": "fracture", "broke": "fracture",
    "fractured": "fracture", "scalded": "scald", "burnt": "burn", "fell": "fall",
    "fallen": "fall", "pills": "tablet", "tablets": "tablet", "alcohol": "drunk",
    "intoxicated": "drunk", "children": "child", "knives": "knife", "mum": "mother",
    "dad": "father", "daddy": "father", "stabbing": "stab", "stabbed": "stab", "hit": "hit",
    "hitting": "hit", "punched": "punch", "kicked": "kick", "lost": "lose", "locks": "lock",
}  # fmt: skip
SILENT = listed_words(
    """
    a about after again against all also am an and any are as at be because been before being but
    by can could day days did do does down during each for from further had has have he her here
    him himself his home how i if in into is it its later made may me more most mother mr mrs ms
    new next no nor not now of off on one only or other our out over own partner rang re reported
    said saw seen she since so some still such than that the their them then there these they this
    those to today told too two under until up upon us very was we well were what when where which
    while who whom whose why will with within woman man would yes yet you account action agreed
    appointment arrived ask asked attend attended attending attends brought call called calls came
    case child closed conducted confirmed contact contacted crew date discussed due email emailed
    family father first flat follow following found given gave go group held house husband
    information informed job left letter male meeting met noted officer officers opened patient
    phone phoned present read received record recorded referral referred refer reply report
    requested review s says scene see sent service social care spoke stated support t taken team
    telephone telephoned text time took treated use used visit visited went wife worker write
    wrote years year old female completed complete advised advice police ambulance hospital gp
    surgery school housing probation concern concerns risk assessment thought think need needs
    last late early number
    """
)
STRONG = re.compile(
    r"^(?:overdos|strangl|fractur|scald|burn|stab|knife|belt|kettle|bleach|seizur|bruis|cut|lip|jaw"
    r"|wrist|arm|neck|cheek|rib|eye|face|fall|kick|punch|hit|push|wound|collaps|pregnan|miscarr"
    r"|suicid|ligatur|rape|weapon|hammer|glass|bottle|petrol|threat|missing|arrest|assault|knif"
    r"|tablet|stairs|immunis|alarm|lock|chest|head|hand|back|cocain|heroin|cannabis|fight)"
)


@dataclass(frozen=True, slots=True)
class Gist:
    """What an entry speaks of, as far as two entries can be compared by it."""

    told: Told
    words: frozenset[str]
    meetings: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[Person]
    passes_on: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    What speaks for two entries being of one event.

    named: how many of the two agencies are named by the other. weight: shared words, those of
    injuries and weapons twice. share: how much of the shorter account is in the other. passes_on:
    both tell of something passed on, such as a referral.
    """

    named: int
    weight: int
    share: float
    meets: bool
    passes_on: bool
    same_people: bool
    apart: int | None

    def is_one_event(self, most_apart: int) -> bool:
        """Tell whether both entries clearly tell of one event, so many minutes apart at most."""
        if self.apart is not None and self.apart > most_apart:
            return False
        if self.meets:
            return True
        if not self.same_people:
            return False
        return self.has_enough_words()

    def has_enough_words(self) -> bool:
        is_close = self.apart is not None and self.apart <= NEAR_MIDNIGHT // 3
        if self.named == 2:
            is_alike = self.weight >= 2 or (self.weight >= 1 and self.share >= A_QUARTER)
            return is_alike or is_close or self.passes_on
        if self.named == 1:
            return self.weight >= MANY or (self.weight >= 2 and self.share >= A_QUARTER)
        if is_close:
            return self.weight >= 3 and self.share >= A_HALF
        return self.weight >= MANY and self.share > A_HALF


class Gists:
    """Reads entries for what they speak of, each once."""

    def __init__(self, register: Register) -> None:
        self.bodies = Bodies(register)
        self.names = Names(register)
        self.name_words = {
            part.lower()
            for person in register.people
            for name in (person.true_name, person.pseudonym, *person.aliases, *person.initials)
            for part in WORD.findall(name)
        }
        self.read: dict[Told, Gist] = {}

    def of(self, told: Told) -> Gist:
        if told not in self.read:
            self.read[told] = self.gist(told)
        return self.read[told]

    def gist(self, told: Told) -> Gist:
        text = straight(f"{told.account}\n{told.referral}\n{told.present}\n{told.source}")
        bodies = self.bodies.slugs_in(text) - {told.agency}
        return Gist(
            told=told,
            words=frozenset(self.content(straight(f"{told.account}\n{told.referral}"))),
            meetings=meetings_in(text),
            bodies=bodies,
            people=frozenset(self.names.people_in(told.all_words)),
            passes_on=PASSED_ON.search(text) is not None,
        )

    def content(self, text: str) -> Iterator[str]:
        for word in WORD.findall(text):
            if word not in SILENT and word not in self.name_words and len(word) > 1:
                stem = stem_of(word)
                if stem not in SILENT:
                    yield stem


def meetings_in(text: str) -> frozenset[str]:
    """Return the kinds of meeting a text tells of; none where one was only planned or cancelled."""
    if not ANY_MEETING.search(text) or NOT_HELD.search(text):
        return frozenset()
    return frozenset(name for name, words in MEETING.items() if words.search(text))


def stem_of(word: str) -> str:
    if word in SAME:
        return SAME[word]
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: Gist, other: Gist) -> Likeness:
    shared = one.words & other.words
    fewest = min(len(one.words), len(other.words)) or 1
    adults = [{p for p in gist.people if p.role != "CHILD"} for gist in (one, other)]
    return Likeness(
        named=(other.told.agency in one.bodies) + (one.told.agency in other.bodies),
        weight=sum(2 if STRONG.match(word) else 1 for word in shared),
        share=len(shared) / fewest,
        meets=bool(one.meetings & other.meetings),
        passes_on=one.passes_on and other.passes_on,
        same_people=not all(adults) or bool(adults[0] & adults[1]),
        apart=minutes_apart(one.told, other.told),
    )


def pairs_of_one_event(
    story: Story, gists: Gists, *, most_apart: int
) -> Iterator[tuple[Likeness, Gist, Gist]]:
    """Find the pairs of different agencies that clearly tell of one event of the same day."""
    for day, told in story.by_day.items():
        after_midnight = [
            one for one in story.by_day.get(days_later(day, 1), ())
            if one.day != day and one.clock and one.clock[0] <= NEAR_MIDNIGHT
        ]  # fmt: skip
        today = [gists.of(one) for one in told]
        for one, other in candidates(today, [gists.of(one) for one in after_midnight]):
            found = likeness(one, other)
            if one.told.day != other.told.day and not is_past_midnight(found):
                continue
            if found.is_one_event(most_apart):
                yield found, one, other


def is_past_midnight(found: Likeness) -> bool:
    return found.apart is not None and found.apart <= NEAR_MIDNIGHT


def candidates(today: list[Gist], later: list[Gist]) -> list[tuple[Gist, Gist]]:
    """Return the pairs of agencies that share anything at all, so that not all are compared."""
    sharing: dict[str, list[int]] = defaultdict(list)
    everybody = [*today, *later]
    for at, gist in enumerate(everybody):
        for token in tokens_of(gist):
            sharing[token].append(at)
    pairs = {
        pair
        for places in sharing.values()
        if 1 < len(places) <= COMMON_ON_A_DAY
        for pair in combinations(places, 2)
    }
    return [
        (everybody[one], everybody[other])
        for one, other in sorted(pairs)
        if one < len(today) and everybody[one].told.agency != everybody[other].told.agency
    ]


def tokens_of(gist: Gist) -> Iterable[str]:
    yield from gist.words
    yield from gist.meetings
    for slug in gist.bodies:
        yield "|".join(sorted((slug, gist.told.agency)))
