from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from composite.checks.found import Found, listed, roots_of, who_and_where
from composite.checks.options import Options
from composite.checks.places import Aliases, Place, place_in, plain
from composite.checks.story import Register, Story, Told

CODE = "addresses_confused"


@dataclass(frozen=True, slots=True)
class Claim:
    """That an alias means a place. told: the entry that says so; None for the register."""

    alias: str
    place: Place
    told: Told | None


def addresses_confused(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find an alias that is used for two places, and a place that goes by two aliases.

    An entry says what it means by an alias where the address stands right beside it. What it
    says is held against the register, and against the other entries.
    """
    aliases = Aliases([address.alias for address in register.addresses])
    texts = {
        one: one.all_words for one in story.told if "ddress" in one.all_words or register.addresses
    }
    claims = [
        *registered(register),
        *(
            Claim(alias, place, one)
            for one, text in texts.items()
            for field in text.split("\n")
            for alias, place in aliases.claims_in(field)
        ),
    ]
    users = Users(texts, aliases)
    found = two_places(claims, users)
    explained = {root for one in found for root in one.roots}
    return [*found, *two_aliases(claims, users, explained)]


class Users:
    """The entries that use an alias, with or without its address."""

    def __init__(self, texts: dict[Told, str], aliases: Aliases) -> None:
        self.of: dict[str, list[Told]] = {}
        for one, text in texts.items():
            for alias in aliases.aliases_in(text):
                self.of.setdefault(alias, []).append(one)

    def first_of(self, names: Iterable[str]) -> list[Told]:
        """Return the first entry that uses any of these aliases."""
        users = [one for name in names for one in self.of.get(name, ())]
        return sorted(users, key=lambda one: one.order)[:1]


def registered(register: Register) -> list[Claim]:
    places = [(plain(one.alias), place_in(one.address)) for one in register.addresses]
    return [Claim(alias, place, None) for alias, place in places if place]


def two_places(claims: list[Claim], users: Users) -> list[Found]:
    found = []
    for alias in sorted({claim.alias for claim in claims}):
        of_alias = [claim for claim in claims if claim.alias == alias]
        kinds = apart(of_alias)
        if len(kinds) > 1:
            places = [str(kind[0].place) for kind in kinds]
            tellers = tellers_of(kinds) or users.first_of([alias])
            what = f"“{alias.capitalize()}” is used for {listed(places)}"
            found.extend(confusion(what, tellers, (alias, *places)))
    return found


def two_aliases(claims: list[Claim], users: Users, explained: set[UUID]) -> list[Found]:
    """Leave out what an alias of two places already explains."""
    found = []
    kinds = apart([claim for claim in claims if not (claim.told and claim.told.root in explained)])
    for kind in kinds:
        names = sorted({claim.alias for claim in kind})
        if len(names) > 1:
            by_name = [[claim for claim in kind if claim.alias == name] for name in names]
            tellers = tellers_of(by_name)
            if not tellers:
                tellers = users.first_of(names[1:]) or users.first_of(names)
            shown = [f"“{name.capitalize()}”" for name in names]
            what = f"{kind[0].place} goes by {listed(shown)}"
            found.extend(confusion(what, tellers, (str(kind[0].place), *names)))
    return found


def apart(claims: list[Claim]) -> list[list[Claim]]:
    """Put claims of one place together, those of the register first."""
    kinds: list[list[Claim]] = []
    for claim in claims:
        same = next((kind for kind in kinds if kind[0].place.is_same(claim.place)), None)
        if same:
            same.append(claim)
        else:
            kinds.append([claim])
    return kinds


def tellers_of(kinds: list[list[Claim]]) -> list[Told]:
    """Return the first entry of each kind; those that only repeat the register are left out."""
    told = [
        next(claim.told for claim in kind if claim.told)
        for kind in kinds
        if any(claim.told for claim in kind) and all(claim.told for claim in kind)
    ]
    return told


def confusion(what: str, tellers: list[Told], detail: tuple[str, ...]) -> list[Found]:
    """Return the finding; none where no entry uses the alias."""
    if not tellers:
        return []
    words = f"{what}: see {listed(who_and_where(one) for one in tellers)}."
    identity = " | ".join(detail)
    return [Found(CODE, roots_of(tellers), words, detail, identity)]
