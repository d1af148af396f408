"""Nothing is ever sent to a bereaved person by this system."""

import ast
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from families.models import EntryKind, Route
from families.operations import contacts, log
from families.operations.children import Copy, record_copy
from families.operations.contacts import Plan
from families.operations.log import Happening
from messaging.kinds import KINDS
from messaging.models import Message
from reviews.access import Role
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing

FAMILIES = Path(settings.BASE_DIR) / "families"
TODAY = date(2026, 3, 20)

# What every kind must have, so that each can be recorded
GIVEN = {
    EntryKind.ADVOCACY: {"advocacy_answer": "NOT_YET"},
    EntryKind.REFERRAL: {"referral_answer": "NO_ANSWER"},
    EntryKind.APPROACH: {"approach": "TO_BE"},
    EntryKind.RESPONSE: {"response": "CONTRIBUTES"},
    EntryKind.DRAFT: {"days_given": 21},
    EntryKind.MEETING: {"notes_to_approve": True},
    EntryKind.PSEUDONYM: {"pseudonym": "Mira", "pseudonym_act": "CHOSE"},
    EntryKind.PUBLICATION: {"publication_on": date(2027, 1, 5)},
    EntryKind.DISPOSITION: {"disposition": "ADOPTED"},
}


@pytest.mark.django_db
def test_no_operation_of_the_compartment_writes_a_message(run_queued):
    review = ReviewFactory()
    who = {"by": playing(Role.INDEPENDENT_CHAIR, to=review), "at": AT}
    person = PersonFactory(review=review)
    plan = Plan(kind="FAMILY", own_name="Relative Invented", relationship="Sister", route=Route.FLO)
    with run_queued():
        contact = contacts.add_contact(review=review, plan=plan, **who)
        contacts.change_contact(contact=contact, plan=plan, **who)
        quiet = contacts.add_quiet_date(contact=contact, from_on=TODAY, why="a day", **who)
        contacts.remove_quiet_date(quiet=quiet, **who)
        made = {}
        for kind in EntryKind:
            if kind == EntryKind.TAKEN_BACK:
                continue
            about = {
                EntryKind.TRANSCRIPT: EntryKind.MEETING,
                EntryKind.DISPOSITION: EntryKind.COMMENTS,
            }
            given = dict(GIVEN.get(kind, {}))
            if kind == EntryKind.PSEUDONYM:
                given["person"] = person
            happening = Happening(kind=kind, happened_on=date(2026, 2, 2), **given)
            made[kind] = log.record_entry(
                contact=contact,
                happening=happening,
                answers=made.get(about.get(kind)),
                today=TODAY,
                **who,
            )
        child = PersonFactory(review=review, role="CHILD")
        record_copy(child=child, copy=Copy(asked_on=TODAY), today=TODAY, **who)
        letter = made[EntryKind.LETTER]
        happening = Happening(kind=EntryKind.LETTER, happened_on=date(2026, 2, 3))
        right = log.correct_entry(
            entry=letter, happening=happening, reason="A wrong day", today=TODAY, **who
        )
        log.take_back(entry=right, reason="It never went", today=TODAY, **who)

    assert not Message.objects.exists()


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_compartment_has_no_way_to_send():
    reached = {name for path in FAMILIES.rglob("*.py") for name in imported(path)}

    assert "families.models" in reached
    assert not {name for name in reached if name.partition(".")[0] == "messaging"}
    assert "django.core.mail" not in reached


def test_no_kind_of_message_is_for_a_family():
    for kind in KINDS.values():
        assert "famil" not in f"{kind.code} {kind.subject_line} {kind.why}".lower()
