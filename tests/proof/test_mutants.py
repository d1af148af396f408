"""
Nothing can be loosened unnoticed: twenty mutants a day here, all of them by `run.py mutate`.
"""

import os
import random
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from reviews.lifecycle import Stage as ReviewStage
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AT
from tests.house.world import World
from tests.proof.every_rule import values_of
from tests.proof.mutants import Mutant, Stage, all_mutants
from tests.proof.scene import Scene
from tests.proof.worlds import everything

REPORT = os.environ.get("MUTATION_REPORT", "")
A_DAY = 20


def turn(scene, how):
    for part in scene.parts:
        part.release(how == "open")
        part.receive(AT.date() if how != "closed" else None)
        part.accept(how == "open")
    scene.release_draft(how == "open")
    scene.send(how == "open")


@pytest.fixture
def stage(db):
    world = World()
    values = values_of(world, date(2026, 11, 21))
    person = everything(world)
    values["AgreementInvitee"].user = person
    values["AgreementInvitee"].save()

    def ended():
        world.review.stage = ReviewStage.CONCLUDED
        world.review.save()
        for value in values.values():
            if hasattr(value, "refresh_from_db"):
                value.refresh_from_db()

    scene = Scene()
    turn(scene, "closed")
    return Stage(scene, turn, values, UserFactory(), person, ended)


def chosen(mutants: list[Mutant], today: date) -> list[Mutant]:
    """All of them where a report is wanted; else a score that changes from day to day."""
    if REPORT:
        return mutants
    return random.Random(today.isoformat()).sample(mutants, A_DAY)


@pytest.mark.slow
def test_every_loosening_is_noticed(stage, request):
    today = date.today()  # noqa: DTZ011 - which twenty, not when
    mutants = chosen(all_mutants(), today)
    begun = time.monotonic()
    survivors = []
    for mutant in mutants:
        try:
            with mutant.loosen():
                noticed = mutant.notices(stage)
        except Exception as problem:
            raise AssertionError(f"{mutant.name} could not be tried") from problem
        if not noticed:
            survivors.append(f"{mutant.kind}: {mutant.name}")
    if REPORT:
        Path(REPORT).write_text(report(mutants, survivors, time.monotonic() - begun))
    print(f"Loosened on {today}:", *(mutant.name for mutant in mutants[:A_DAY]), sep="\n- ")

    assert survivors == []


@pytest.mark.slow
def test_nothing_is_noticed_where_nothing_is_loosened(stage):
    """What notices a mutant is silent without it: else it would notice anything."""
    kinds = {mutant.kind: mutant for mutant in all_mutants()}
    assert {kind: mutant.notices(stage) for kind, mutant in kinds.items()} == dict.fromkeys(
        kinds, ""
    )


def report(mutants: list[Mutant], survivors: list[str], seconds: float) -> str:
    counts = Counter(mutant.kind for mutant in mutants)
    rows = "\n".join(f"| {kind} | {number} |" for kind, number in counts.items())
    left = "\n".join(f"- {one}" for one in survivors) or "None."
    return f"""# What happens when an access rule is loosened

<!-- Printed by `python3 run.py mutate`. -->

Each grant, rule and door is loosened by itself, and the proof asked again whether it notices: one
permission more for a role; a rule that asks for no right, goes on after the end of a review, or
refuses nobody; a door or list that shows everything; a grant that stands after its end.

| Loosened | Mutants |
| --- | --- |
{rows}

{len(mutants)} mutants, {len(mutants) - len(survivors)} noticed, on {date.today():%-d %B %Y}.

## Not noticed

{left}
"""  # noqa: DTZ011


def test_the_report_is_of_the_mutants_there_are():
    printed = Path(settings.BASE_DIR, "docs/access-mutations.md").read_text()
    assert printed.endswith("## Not noticed\n\nNone.\n")
