"""Where the product and the oracle differ."""

from collections.abc import Iterator

from tests.proof import doors, scene
from tests.proof.oracle import (
    RIGHTS,
    Deed,
    Hats,
    State,
    Thing,
    may_do,
    may_in_own_name,
    may_read,
)


def differences(asked: scene.Asked, client=None) -> list[str]:
    """Say every thing and deed on which product and oracle do not agree, for one person."""
    return list(each_difference(asked, client))


def each_difference(asked: scene.Asked, client=None) -> Iterator[str]:
    """The same, as it is found: the quick questions first."""
    asked = doors.fresh(asked)
    who = scene.hats(asked.user, asked.scene.review, asked.part.of)
    now = asked.scene.state(asked.part)
    rows = [*by_right(asked, who), *by_deed(asked, who, now), *by_thing(asked, who, now)]
    if client:
        rows += on_pages(asked, client, who, now)
    for row in rows:
        for one in row():
            yield f"{sorted(who.in_review)} {sorted(who.for_agency)}: {one}"


def by_right(asked, who: Hats):
    for code, (in_review, own) in RIGHTS.items():
        right = who.any_of(in_review) or who.own(own)
        yield lambda code=code, right=right: told(code, doors.holds(asked, code), right)


def by_deed(asked, who: Hats, now: State):
    for deed in Deed:
        right = may_do(who, deed, State())
        if deed not in (Deed.WRITE_FAMILY,):
            may = doors.RIGHT_OF[deed]
            yield lambda d=deed, may=may, r=right: told(d, doors.holds(asked, may), r)
        own = may_in_own_name(who, deed)
        yield lambda d=deed, own=own: told(f"own name: {d}", doors.holds_in_own_name(asked, d), own)
    for deed in doors.BY_RULE:
        right = may_do(who, deed, now)
        yield lambda d=deed, r=right: told(d, doors.does(asked, d), r)


def by_thing(asked, who: Hats, now: State):
    for thing in doors.LISTED:
        right = may_read(who, thing, now)
        yield lambda t=thing, r=right: told(f"list: {t}", doors.lists(asked, t), r)
    for thing in Thing:
        right = may_read(who, thing, now)
        yield lambda t=thing, r=right: told(t, doors.reads(asked, t), r)


def on_pages(asked, client, who: Hats, now: State):
    """Ask for pages of the same review. The client is signed in already."""
    for thing in doors.PAGES:
        right = may_read(who, thing, now)
        yield lambda t=thing, r=right: told(
            f"page: {t}", client.get(doors.path_of(asked, t)).status_code, 200 if r else 404
        )


def told(what, found, right) -> list[str]:
    return [] if found == right else [f"{what}: the product says {found}"]
