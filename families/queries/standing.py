"""How it came to stand so with one person: what their log adds up to, each on its day."""

from collections.abc import Callable, Iterable

from families.models import Approach, EntryKind, FamilyContactEntry, Response
from families.models.choices import TRIED_TO_REACH, Starter
from families.queries.log import Told
from pages.parts import Row
from pages.templatetags.dates import date_long

# Which way a turn points: whoever turns from one to the other has changed their mind
WILLING = frozenset({Response.CONTRIBUTES, Response.UPDATES_ONLY})


def standing_of(log: Iterable[Told]) -> list[Row]:
    """Return attempts, leaflets, advocacy and wishes in order of time; nothing for what is not."""
    entries = [told.entry for told in log if not told.entry.is_taken_back]
    entries.sort(key=lambda entry: (entry.happened_on, entry.pk))
    rows = [Row(label, "\n".join(tell(entries))) for label, tell in TELLS.items()]
    return [row for row in rows if row.value]


def wishes(entries: list[FamilyContactEntry]) -> list[str]:
    """Say what was decided and wished, and where they changed their mind, either way."""
    said, before = [], ""
    for entry in entries:
        if entry.approach:
            said.append(dated(entry, decided(entry)))
        if entry.response:
            turned = before and (before in WILLING) != (entry.response in WILLING)
            changed = "; they changed their mind" if turned else ""
            said.append(dated(entry, f"{entry.get_response_display()}{changed}"))
            before = entry.response
    return said


def decided(entry: FamilyContactEntry) -> str:
    advised = f", on the advice of {entry.advice_of}" if entry.advice_of else ""
    return f"{Approach(entry.approach).label}{advised}"


def attempts(entries: list[FamilyContactEntry]) -> list[str]:
    """Count what was tried while nobody answered."""
    tried = [one for one in entries if one.kind in TRIED_TO_REACH or one.starter == Starter.REVIEW]
    if not any(one.kind == EntryKind.ATTEMPT for one in tried):
        return []
    last = date_long(tried[-1].happened_on)
    return ["Once, on " + last if len(tried) == 1 else f"{len(tried)} times, last on {last}"]


def leaflets(entries: list[FamilyContactEntry]) -> list[str]:
    return [
        dated(one, f"{one.get_leaflet_display()}, {one.leaflet_version}".strip(", "))
        for one in entries
        if one.leaflet
    ]


def referrals(entries: list[FamilyContactEntry]) -> list[str]:
    return [
        dated(one, f"{one.advocacy_body or 'Advocacy body'}: {one.get_referral_answer_display()}")
        for one in entries
        if one.referral_answer
    ]


def dated(entry: FamilyContactEntry, words: str) -> str:
    return f"{date_long(entry.happened_on)}: {words}"


TELLS: dict[str, Callable[[list[FamilyContactEntry]], list[str]]] = {
    "Decided and wished": wishes,
    "Tried to reach them": attempts,
    "Leaflets given": leaflets,
    "Asked about a referral": referrals,
}
