"""
Words of the compartment, marked, and looked for wherever anybody else can look.

Every text of the compartment carries a marker of its own. The chair finds each of them, so the
markers are in place; nobody else finds any, on any page of the product that answers them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter

from agencies.models import COMMAND_LINE, PostKind, User
from audit.models import AuditEvent
from families.models import (
    ChildRecordCopy,
    EntryKind,
    FamilyContact,
    FamilyContactEntry,
    FamilyExtract,
    FamilyQuestion,
    QuietDate,
    Reach,
)
from families.operations import contacts, log
from families.operations.contacts import Plan
from families.operations.log import Happening
from messaging.models import Message
from reviews import access
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission, Role
from reviews.lifecycle import Stage
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.families import (
    ChildRecordCopyFactory,
    FamilyContactEntryFactory,
    FamilyContactFactory,
    FamilyExtractFactory,
    FamilyQuestionFactory,
    QuietDateFactory,
)
from tests.factories.reviews import (
    AT,
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    admit,
    playing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

UNKNOWN = {IntConverter: 1, UUIDConverter: uuid4()}  # where the place has nothing of its own
MARK = re.compile(r"Zqx\w+?canary")
READERS = {Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY}


def mark(label: str) -> str:
    return f"Zqx{label}canary"


def marked(model: type[models.Model], label: str) -> dict[str, str]:
    """Return a marker for every text of a model that identifies."""
    texts = [
        field.name
        for field in model._meta.concrete_fields
        if field.name in model.Privacy.identifying and isinstance(field, models.TextField)
    ]
    return {name: mark(f"{label}{name.replace('_', '')}") for name in texts}


class Place:
    """A review whose compartment is marked throughout, on both sides."""

    def __init__(self) -> None:
        self.review = ReviewFactory(at_stage=Stage.EVIDENCE)
        self.involvement = AgencyInvolvementFactory(review=self.review)
        self.person = PersonFactory(review=self.review)
        ChildRecordCopyFactory(person__review=self.review, **marked(ChildRecordCopy, "child"))
        self.contacts = [
            self.mark_contact("died"),
            self.mark_contact("perpetrator", of_perpetrator=True),
        ]
        self.chair = playing(Role.INDEPENDENT_CHAIR, to=self.review)

    def mark_contact(self, label: str, **given: object) -> FamilyContact:
        contact = FamilyContactFactory(
            review=self.review, **{**given, **marked(FamilyContact, label)}
        )
        QuietDateFactory(contact=contact, **marked(QuietDate, f"{label}day"))
        letter = DocumentFactory(
            original_name=f"{mark(f'{label}file')}.txt", content=mark(f"{label}inside").encode()
        )
        wrong = FamilyContactEntryFactory(
            contact=contact, words=mark(f"{label}wrong"), leaflet_given=True, original=letter
        )
        FamilyContactEntryFactory(
            contact=contact, corrects=wrong, root=wrong, **marked(FamilyContactEntry, label)
        )
        FamilyContactEntryFactory(contact=contact, comments=True)
        self.mark_what_they_say(contact, label)
        return contact

    def mark_what_they_say(self, contact: FamilyContact, label: str) -> None:
        """A question that was told and one taken back; words kept here and words called back."""
        asked = marked(FamilyQuestion, f"{label}asked")
        reason = {"taken_back_reason": asked.pop("taken_back_reason")}
        FamilyQuestionFactory(contact=contact, in_report=True, told_on=AT.date(), **asked)
        FamilyQuestionFactory(contact=contact, taken_back_at=AT, **reason)
        words = marked(FamilyExtract, f"{label}words")
        FamilyExtractFactory(contact=contact, **{**words, "revoked_because": ""})
        FamilyExtractFactory(contact=contact, revoked=True, released_to=Reach.DRAFT, **words)

    @property
    def numbers(self) -> dict[str, object]:
        """What to put in the addresses of pages, by the name of the part."""
        contact = self.contacts[0]
        original = contact.log.filter(original__isnull=False).get()
        return {
            "reference": self.review.reference,
            "contact_id": contact.pk,
            "entry_id": original.pk,
            "asked": contact.questions.first().pk,
            "extract_id": contact.extracts.first().pk,
            "number": 1,
            "date_id": contact.quiet_dates.get().pk,
            "involvement_id": self.involvement.pk,
            "person_id": self.person.pk,
            "kind": "letter",
            "to": "DRAFTING",
        }


def patterns(resolver=None, namespace="") -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the name of every page and the parts its address takes."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{namespace}{pattern.name}", pattern.pattern.converters
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, inner)


def addresses(place: Place) -> list[str]:
    """Return an address of every page of the product, with numbers of the marked review."""
    return [
        reverse(
            name,
            kwargs={
                part: place.numbers.get(part, UNKNOWN.get(type(kind), "x"))
                for part, kind in converters.items()
            },
        )
        for name, converters in patterns()
    ]


def seen(client: Client, path: str) -> str:
    response = client.get(path)
    return f"{response.getvalue().decode(errors='replace')} {response.headers}"


def wearing_every_other_hat(place: Place) -> User:
    """One person with every part that anybody but the readers plays: finds what any of them can."""
    person = UserFactory()
    admission = {"user": person, "by": COMMAND_LINE, "at": AT, "from_on": AT.date()}
    for role in REVIEW_GRANTS.keys() - READERS:
        admit(person, role, to=place.review)
    for role in INVOLVEMENT_GRANTS:
        access.admit(role=role, to=place.involvement, **admission)
    access.admit(role=Role.CSP_OFFICER, to=ReviewFactory(), **admission)
    for kind in set(PostKind) - {PostKind.OFFICER}:
        PostFactory(user=person, partnership=place.review.partnership, kind=kind)
    PostFactory(user=person)
    return person


def test_only_three_roles_read_the_compartment():
    readers = {role for role, grants in REVIEW_GRANTS.items() if Permission.FAMILY_READ in grants}

    assert readers == READERS
    assert not any(Permission.FAMILY_READ in grants for grants in INVOLVEMENT_GRANTS.values())


def test_the_chair_finds_every_marker(client):
    place = Place()
    client.force_login(place.chair)
    looked = addresses(place)
    for contact in place.contacts:
        looked.append(contact.get_absolute_url())
        looked.append(reverse("families:extracts", args=[place.review.reference, contact.pk]))
        for entry in contact.log.filter(original__isnull=False):
            args = [place.review.reference, contact.pk, entry.pk]
            looked.append(reverse("families:original", args=args))
    found = {marker for path in looked for marker in MARK.findall(seen(client, path))}

    wanted = {
        marker
        for label in ("died", "perpetrator")
        for model, name in (
            (FamilyContact, label),
            (QuietDate, f"{label}day"),
            (FamilyContactEntry, label),
            (FamilyQuestion, f"{label}asked"),
            (FamilyExtract, f"{label}words"),
        )
        for marker in marked(model, name).values()
    }
    wanted |= set(marked(ChildRecordCopy, "child").values())
    wanted |= {
        mark(f"{label}{what}")
        for label in ("died", "perpetrator")
        for what in ("file", "inside", "wrong")
    }
    assert found == wanted


@pytest.mark.parametrize(
    "outsider",
    [wearing_every_other_hat, lambda place: UserFactory(), lambda place: None],
    ids=["every other hat", "stranger", "signed out"],
)
def test_nobody_else_finds_any_nor_is_led_there(client, outsider):
    place = Place()
    compartment = reverse("families:compartment", args=[place.review.reference])
    if person := outsider(place):
        client.force_login(person)

    for path in addresses(place):
        shown = seen(client, path)
        assert not MARK.findall(shown), path
        if not path.startswith(compartment):
            assert compartment not in shown, path


@pytest.mark.parametrize("role", sorted(REVIEW_GRANTS.keys() - READERS))
def test_no_page_of_the_compartment_opens_to_another_role(client, role):
    place = Place()
    client.force_login(playing(role, to=place.review))
    inside = reverse("families:compartment", args=[place.review.reference])

    paths = [path for path in addresses(place) if path.startswith(inside)]
    answers = {path: client.get(path).status_code for path in paths}

    assert len(paths) > 15
    assert set(answers.values()) <= {404, 405}, answers


def test_a_page_of_the_compartment_looks_like_one_that_is_not_there(client):
    place = Place()
    client.force_login(playing(Role.PANEL_MEMBER, to=place.review))
    there = place.contacts[0].get_absolute_url()
    missing = reverse("families:contact", args=[place.review.reference, 999_999])
    token = re.compile(r'csrf\w*"?[^>]*?[A-Za-z0-9]{64}|[A-Za-z0-9]{64}')

    shown = [token.sub("", seen(client, path)).replace(path, "") for path in (there, missing)]

    assert shown[0] == shown[1]


def test_a_search_for_a_name_of_the_compartment_finds_nothing(client):
    place = Place()
    client.force_login(place.chair)
    name = place.contacts[0].own_name
    assert place.review.reference in seen(client, reverse("reviews:list"))

    shown = seen(client, f"{reverse('reviews:list')}?q={name}")

    assert place.review.get_absolute_url() not in shown


def test_neither_trail_nor_messages_nor_logs_say_a_word(caplog, run_queued):
    place = Place()
    who = {"by": place.chair, "at": AT}
    plan = Plan(
        kind="FAMILY", route="FLO", **{**marked(FamilyContact, "new"), "own_name": mark("newname")}
    )
    texts = {
        name: words
        for name, words in marked(FamilyContactEntry, "new").items()
        if name != "correction_reason"
    }
    with caplog.at_level("DEBUG"), run_queued():
        contact = contacts.add_contact(review=place.review, plan=plan, **who)
        entry = log.record_entry(
            contact=contact,
            happening=Happening(
                kind=EntryKind.PSEUDONYM,
                happened_on=AT.date(),
                person=place.person,
                pseudonym_act="CHOSE",
                **texts,
            ),
            today=AT.date(),
            **who,
        )
        log.take_back(entry=entry, reason=mark("newreason"), today=AT.date(), **who)

    said = json.dumps([event.subjects for event in AuditEvent.objects.all()])
    said += json.dumps(list(Message.objects.values()), default=str)
    said += "".join(path.read_text() for path in Path(settings.EML_DIR).glob("*.eml"))
    said += caplog.text
    assert AuditEvent.objects.filter(event__startswith="family.").count() == 3
    assert not MARK.findall(said)
