"""Where the product and the oracle differ."""

from dataclasses import replace

from tests.proof import doors, scene
from tests.proof.oracle import Deed, Thing, may_do, may_read


def differences(asked: scene.Asked, client=None) -> list[str]:
    """Say every thing and deed on which product and oracle do not agree, for one person."""
    asked = doors.fresh(asked)
    who = scene.hats(asked.user, asked.scene.review, asked.part.of)
    now = asked.scene.state(asked.part)
    wrong = [
        told(thing, opened)
        for thing in Thing
        for opened in [doors.reads(asked, thing)]
        if opened != may_read(who, thing, now)
    ]
    if doors.family_is_listed(asked) != may_read(who, Thing.FAMILY, now):
        wrong.append("the list of the family compartment")
    for deed in Deed:
        ends = now if deed in doors.BY_RULE else replace(now, ended=False)
        done = doors.does(asked, deed)
        if done != may_do(who, deed, ends):
            wrong.append(told(deed, done))
    if client:
        wrong += on_pages(asked, client, who, now)
    return [f"{sorted(who.in_review)} {sorted(who.for_agency)}: {one}" for one in wrong]


def on_pages(asked, client, who, now) -> list[str]:
    """Ask for pages of the same review, signed in once for all that follows."""
    return [
        f"the page of {thing.value}: {code}"
        for thing in doors.PAGES
        for code in [client.get(doors.path_of(asked, thing)).status_code]
        if code != (200 if may_read(who, thing, now) else 404)
    ]


def told(thing, opens: bool) -> str:
    return f"{thing.value}: the product says {'yes' if opens else 'no'}"
