"""Tell which body a reply seems to come from: by what it answers, its sender and its words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Mail services that so many share that an address there tells no body from another
SHARED_DOMAINS = frozenset(
    {
        "nhs.net", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk",
        "live.co.uk", "live.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com",
        "btinternet.com", "btconnect.com", "sky.com", "virginmedia.com", "talktalk.net",
        "protonmail.com", "proton.me", "msn.com", "gov.uk", "nhs.uk", "police.uk",
        "gsi.gov.uk", "cjsm.net",
    }
)  # fmt: skip
ANSWERS_OURS, ADDRESS, DOMAIN, SHARES_DOMAIN = 100, 90, 60, 25
NAMED = {"sender": 45, "signature": 40, "subject": 40, "words": 25, "attached": 30, "file": 20}
PLACES = {
    "sender": "The sender’s name is",
    "signature": "It is signed for",
    "subject": "Its subject names",
    "words": "It names",
    "attached": "What is attached names",
    "file": "A file is named after",
}
WHO_IT_IS = frozenset({"sender", "signature"})
CHOOSE = "Its address and its words name different agencies. Choose which of them it comes from."
SURE, AHEAD = 60, 20
SHORTEST = 3  # letters of a name that is looked for


@dataclass(frozen=True, kw_only=True)
class Body:
    """
    One body that was asked, or is in the review.

    addresses: those of its contacts, its mailbox and where letters went, in lower case.
    letters: the Message-IDs of the emails that went to it.
    """

    key: int
    names: tuple[str, ...]
    addresses: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()

    @property
    def domains(self) -> set[str]:
        return {domain_of(one) for one in self.addresses} - SHARED_DOMAINS


@dataclass(frozen=True, kw_only=True)
class Traces:
    """What a reply tells of where it comes from. `places`: its words, by where they stand."""

    addresses: Sequence[str] = ()
    answers_to: Sequence[str] = ()
    about: Sequence[str] = ()
    places: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """
    key: of the body; None where there is none, or its address and its words name two.
    why: the reasons. is_sure: no other is near.
    """

    key: int | None = None
    why: tuple[str, ...] = ()
    is_sure: bool = False


def find_body(bodies: Sequence[Body], traces: Traces) -> Match:
    """Return the body that a reply seems to come from."""
    points: dict[int, int] = defaultdict(int)
    why: dict[int, list[str]] = defaultdict(list)
    for key, count, words in [
        *by_letters(bodies, traces),
        *by_addresses(bodies, traces),
        *by_names(bodies, traces.places),
    ]:
        points[key] += count
        why[key].append(words)
    ranked = sorted(points, key=lambda key: -points[key])
    if not ranked:
        return Match(why=("Nothing in it says which agency it comes from.",))
    first = ranked[0]
    if says := conflict(bodies, traces):
        return Match(why=(*dict.fromkeys(why[first]), *says, CHOOSE))
    second = points[ranked[1]] if len(ranked) > 1 else 0
    is_sure = points[first] >= SURE and points[first] - second >= AHEAD
    reasons = why[first]
    if points[first] - second < AHEAD:
        reasons = [*reasons, "It fits another agency of this review nearly as well."]
    return Match(first, tuple(dict.fromkeys(reasons)), is_sure)


def conflict(bodies: Sequence[Body], traces: Traces) -> list[str]:
    """
    Return how its words name another body than the one that its address, or the email it answers,
    is of. An address can be shared, borrowed or feigned: which of the two it is, is not for a
    reader of words to say.

    Words that name the body of its address may name others too; who it is from and who signs it
    may not.
    """
    facts = {key for key, _, _ in [*by_letters(bodies, traces), *by_addresses(bodies, traces)]}
    if not facts or traces.about:
        return []
    named: dict[str, dict[int, str]] = defaultdict(dict)
    for place, key, name in names_in(bodies, traces.places):
        named[place][key] = name
    is_named = any(facts & keys.keys() for keys in named.values())
    return [
        f"{PLACES[place]} “{name}”, which is another agency."
        for place, keys in named.items()
        if not facts & keys.keys() and (place in WHO_IT_IS or not is_named)
        for name in keys.values()
    ]


Found = list[tuple[int, int, str]]


def by_letters(bodies: Iterable[Body], traces: Traces) -> Found:
    words = "It answers our email to this agency."
    answered = frozenset(traces.answers_to)
    return [(body.key, ANSWERS_OURS, words) for body in bodies if body.letters & answered]


def by_addresses(bodies: Sequence[Body], traces: Traces) -> Found:
    found: Found = []
    for address in dict.fromkeys([*traces.addresses, *traces.about]):
        exact = [body for body in bodies if address in body.addresses]
        share = len(exact)
        said = "It could not reach" if address in traces.about else "It comes from"
        found += [
            (body.key, ADDRESS // share, f"{said} {address}, an address we have of it.")
            for body in exact
        ]
        domain = domain_of(address)
        near = [body for body in bodies if domain in body.domains and body not in exact]
        if not exact and near:
            count = DOMAIN if len(near) == 1 else SHARES_DOMAIN
            words = f"{said} {domain}, where it has its addresses."
            found += [(body.key, count, words) for body in near]
    return found


def by_names(bodies: Sequence[Body], places: dict[str, str]) -> Found:
    return [
        (key, NAMED[place], f"{PLACES[place]} “{name}”.")
        for place, key, name in names_in(bodies, places)
    ]


def names_in(bodies: Sequence[Body], places: dict[str, str]) -> list[tuple[str, int, str]]:
    """
    Return the place, body and name of every name that is found: the longest first, so that a name
    inside a longer one counts for nobody.
    """
    named = sorted(
        ((name, body.key) for body in bodies for name in body.names if len(name) >= SHORTEST),
        key=lambda pair: -len(pair[0]),
    )
    found: list[tuple[str, int, str]] = []
    for place, text in places.items():
        seen: set[int] = set()
        rest = text
        for name, key in named:
            left = pattern_of(name).sub(" \u2016 ", rest)
            if left != rest and key not in seen:
                seen.add(key)
                found.append((place, key, name))
            rest = left if left != rest and not is_shared(name, key, named) else rest
    return found


def is_shared(name: str, key: int, named: Sequence[tuple[str, int]]) -> bool:
    return any(other.casefold() == name.casefold() and one != key for other, one in named)


def pattern_of(name: str) -> re.Pattern[str]:
    """Look for a name as a word of its own; for letters that stand for one, as they are written."""
    flags = 0 if name.isupper() and len(name) <= 6 else re.I
    words = r"[\s_-]+".join(re.escape(word) for word in name.split())
    words = words.replace("'", "['’]").replace("&", "(?:&|and)")
    return re.compile(rf"(?<![A-Za-z]){words}(?![A-Za-z])", flags)


def domain_of(address: str) -> str:
    return address.rpartition("@")[2].lower()
