"""The open data: what stands published, for anybody, as its schema says."""

import csv
import json
from datetime import date

import fastjsonschema
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from learning.models import LessonKind
from learning.operations import open_data as operations
from learning.published.open_data import columns
from learning.tasks import make_open_data
from pages.templatetags.dates import moment
from reviews.lifecycle import Stage
from reviews.models import PersonRole
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.learning import LessonFactory, ThemeFactory
from tests.factories.publications import (
    DisseminationFactory,
    LibraryPersonFactory,
    LibraryRecordFactory,
    PublicationFactory,
)
from tests.factories.reviews import PersonFactory, ReviewFactory

pytestmark = pytest.mark.django_db

SCHEMA = settings.BASE_DIR / "docs" / "learning-schema.json"


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def published(place):
    """A published review of ours with a recommendation half done, and beside it one brought in."""
    review = ReviewFactory(partnership=place, at_stage=Stage.ACTION_MONITORING)
    PersonFactory(review=review, role=PersonRole.VICTIM, true_name="Oriel Vantongren")
    publication = PublicationFactory(review=review, published_on=date(2026, 11, 17))
    one = RecommendationFactory(review=review)
    ActionFactory(recommendation=one, done=True)
    ActionFactory(recommendation=one, checked=True)
    ActionFactory(recommendation=one)
    theme = ThemeFactory(partnership=place, name="Rent arrears", confirmed=True)
    unnamed = ThemeFactory(partnership=place, name="Not looked at")
    from_us = {"partnership": place, "publication": publication, "past_review": None}
    LessonFactory(
        **from_us,
        recommendation=one,
        text="=Ask about rent; always.",
        about=[theme, unnamed],
        addressee="Unprinted Housing",
        is_addressee_public=False,
        actions=[{"text": "Write to all.", "lead": "", "target": "05-2027"}],
    )
    LessonFactory(**from_us, kind=LessonKind.LEARNING, text="Nobody asked.")
    record = LibraryRecordFactory(review=review)
    LibraryPersonFactory(record=record)
    DisseminationFactory(review=review, kind="FAMILY")
    DisseminationFactory(review=review, kind="COMMISSIONER")
    LessonFactory(partnership=place, text="From elsewhere.")
    return publication


def exported(form, tmp_path):
    path = tmp_path / f"out.{form}"
    call_command("export_learning", f"--format={form}", f"--output={path}")
    return path.read_bytes()


def test_json_is_as_its_schema_says_and_holds_what_is_public(published, tmp_path):
    data = json.loads(exported("json", tmp_path))
    fastjsonschema.compile(json.loads(SCHEMA.read_text()))(data)
    ours, theirs = data["reviews"]
    [asked], [learnt] = ours["recommendations"], ours["learning_points"]
    assert asked["text"] == "=Ask about rent; always."
    assert asked["state"] == "In progress: 2 of 3 actions done"
    counts = ("actions_total", "actions_reported_done", "actions_verified")
    assert [asked[name] for name in counts] == [3, 2, 1]
    assert [ours["case_review_tracker"][name] for name in counts] == [3, 2, 1]
    assert asked["themes"] == ["Rent arrears"]  # the other one nobody has let go
    assert asked["addressee"] == ""  # it stands in no published paper
    assert learnt["text"] == "Nobody asked."
    assert ours["library_record"]["victim"]["age_band"] == "35-44"
    tracker = ours["case_review_tracker"]
    assert tracker["publication_date"] == "11-2026"
    assert tracker["abuse_themes"] == ["Intimate partner violence", "Coercive control"]
    assert tracker["dissemination"] == ["The Domestic Abuse Commissioner"]
    assert (theirs["source"], theirs["published"]) == ("imported", "05-2019")
    assert theirs["recommendations"][0]["state"] == "Not known"
    assert AuditEvent.objects.filter(event="learning.exported").exists()


def test_the_schema_refuses_what_it_does_not_describe(published, tmp_path):
    data = json.loads(exported("json", tmp_path))
    check = fastjsonschema.compile(json.loads(SCHEMA.read_text()))
    for spoilt in (
        {**data, "more": 1},
        {**data, "made_in": "2026-11-20"},
        {**data, "reviews": [{**data["reviews"][0], "true_name": "Oriel"}]},
        {**data, "reviews": [{**data["reviews"][0], "published": "17 November 2026"}]},
    ):
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check(spoilt)


def test_no_name_and_no_day_leaves(published, tmp_path):
    review = published.review
    for form in ("json", "csv"):
        said = exported(form, tmp_path).decode()
        for words in ("Vantongren", "2026-11-17", "17 November", str(review.died_on)):
            assert words not in said


def test_a_library_record_that_is_not_public_stays(published, tmp_path):
    published.review.library_record.is_public = False
    published.review.library_record.save()
    ours = json.loads(exported("json", tmp_path))["reviews"][0]
    assert ours["library_record"] is None
    assert ours["case_review_tracker"]["abuse_themes"] == []


def test_csv_has_a_row_for_each_and_no_formula(published, tmp_path):
    rows = list(csv.DictReader(exported("csv", tmp_path).decode("utf-8-sig").splitlines()))
    assert list(rows[0]) == columns()
    assert [row["kind"] for row in rows] == ["recommendation", "learning point", "recommendation"]
    assert rows[0]["text"] == "'=Ask about rent; always."
    assert rows[0]["library_cause"] == "Sharp instrument"
    assert rows[0]["tracker_actions_total"] == "3"
    assert (rows[0]["actions_reported_done"], rows[0]["actions_verified"]) == ("2", "1")


def test_every_column_and_key_is_described():
    described = (settings.BASE_DIR / "docs" / "learning-data.md").read_text()
    for name in columns():
        bare = name.removeprefix("library_").removeprefix("tracker_")
        assert f"`{bare.removeprefix('victim_').removeprefix('perpetrator_')}`" in described, name


def test_a_file_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(CommandError):
        call_command("export_learning", "--format=csv", f"--output={tmp_path / 'no' / 'out.csv'}")


class TestPublicPage:
    PAGE = "learning:open-data"

    def file(self, client, form="json"):
        return client.get(reverse("learning:open-data-file", args=[form]))

    def test_anybody_fetches_what_was_made(self, client, published):
        assert "being made" in client.get(reverse(self.PAGE)).content.decode()
        assert self.file(client).status_code == 404
        make_open_data()
        page = client.get(reverse(self.PAGE))
        assert "2 reviews" in page.content.decode()
        assert f"as on {moment(timezone.now())[:-2]}" in page.content.decode()  # the hour too
        answer = self.file(client)
        assert json.loads(answer.content)["reviews"][0]["id"] == published.review.reference
        assert answer["Content-Disposition"].startswith("attachment")
        for one in (page, answer):
            assert set(one["Cache-Control"].split(", ")) == {"public", "max-age=300"}
            assert not one.cookies
        again = client.get(
            reverse("learning:open-data-file", args=["json"]),
            headers={"if-none-match": answer["ETag"]},
        )
        assert again.status_code == 304
        assert self.file(client, "schema").content == SCHEMA.read_bytes()
        assert self.file(client, "xml").status_code == 404

    def test_what_is_taken_down_is_gone_at_once(self, client, published):
        operations.make(at=timezone.now())
        assert self.file(client, "csv").status_code == 200
        published.taken_down_on = published.published_on
        published.taken_down_at, published.taken_down_reason = timezone.now(), "A mistake."
        published.save()
        assert self.file(client, "csv").status_code == 404
        operations.make(at=timezone.now())
        assert published.review.reference not in self.file(client, "csv").content.decode()
