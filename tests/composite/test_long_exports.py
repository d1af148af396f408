"""Files that take long are made by a worker for one person, who sees how far they are."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.urls import reverse

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from composite import tasks
from composite.models import CompositeExport, ExportState
from composite.models.export import KEPT_FOR, SILENT, TRIES
from composite.operations import asked_exports, exports, making
from composite.papers import sheet, sheet_pdf
from composite.queries.scope import Narrowing
from composite.queries.wanted import as_data, from_data
from documents import storage
from documents.kinds import DocumentKind
from documents.long.parts import PartFailed
from documents.rendering import RenderingUnavailable
from reviews.access import Refused, Role
from reviews.operations.admission import end_membership
from tests.chronologies.world import GOOD, MONTH, NOW, shown
from tests.composite.test_exporting import table, taken
from tests.factories.reviews import PersonFactory, playing

pytestmark = pytest.mark.django_db

LOOKS = 300  # five to the second, while a worker makes a file
FAR = datetime(2999, 1, 1, tzinfo=UTC)
ROWS = [("22/05/2016", "14:30", "Case system", f"Zoe rang, call {n}.", "") for n in range(5)]


@pytest.fixture
def story(released, review):
    PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
    return released(*ROWS, MONTH)


@pytest.fixture(autouse=True)
def long(monkeypatch):
    """Two entries are many."""
    monkeypatch.setattr(exports, "AT_ONCE", dict.fromkeys(DocumentKind, 2))
    monkeypatch.setattr(sheet, "TOLD_EVERY", 2)


@pytest.fixture
def queued(monkeypatch):
    """What was put off for a worker."""
    begun = []
    monkeypatch.setattr(
        tasks.make_export,
        "apply_async",
        lambda args=(), kwargs=None: begun.append(kwargs["export_id"]),
    )
    return begun


def ask(review, by, *, kind=DocumentKind.CSV, is_named=False, wanted=None):
    return asked_exports.ask_for(
        review=review, kind=kind, is_named=is_named, wanted=wanted or Narrowing(), by=by, at=NOW
    )


def make(export):
    making.make(export_id=export.pk, clock=lambda: NOW)
    export.refresh_from_db()
    return export


def files_of(client, review):
    return client.get(reverse("composite:exports", args=[review.reference]))


def fetched(client, export):
    return client.get(reverse("composite:take-export", args=[export.review.reference, export.pk]))


class TestAsking:
    def test_a_long_file_is_asked_for_and_fetched_later(
        self, client, story, review, member, queued, django_capture_on_commit_callbacks
    ):
        client.force_login(member)
        assert "No file yet" in shown(files_of(client, review))
        with django_capture_on_commit_callbacks(execute=True):
            answer = taken(client, review, format="csv")
        assert answer["Location"] == reverse("composite:exports", args=[review.reference])
        export = CompositeExport.objects.get()
        assert queued == [export.pk]
        page = shown(files_of(client, review))
        assert "CSV file, with pseudonyms" in page
        assert "Waiting for its turn" in page
        assert "0 of 6 entries laid out" in page
        assert f'id="drop-{export.pk}"' in files_of(client, review).content.decode()  # keeps focus
        assert fetched(client, export).status_code == 302
        assert not AuditEvent.objects.filter(event="chronology.exported").exists()

        make(export)
        page = shown(files_of(client, review))
        assert "Ready" in page
        assert "6 entries, as they stood" in page
        response = fetched(client, export)
        assert 'chronology with pseudonyms.csv"' in response["Content-Disposition"]
        rows = table(b"".join(response.streaming_content))
        assert [row["What happened"] for row in rows][:1] == ["Letter sent."] or len(rows) == 6
        assert "Maris rang, call 3." in {row["What happened"] for row in rows}
        event = AuditEvent.objects.filter(event="chronology.exported").get()
        assert event.review_ref == review.reference
        assert event.subjects["names"] == "pseudonymised"

    def test_a_short_file_comes_at_once(self, client, story, review, member, monkeypatch):
        monkeypatch.setattr(exports, "AT_ONCE", dict.fromkeys(DocumentKind, 6))
        client.force_login(member)
        assert taken(client, review, format="csv").status_code == 200
        assert not CompositeExport.objects.exists()

    def test_what_the_page_was_narrowed_to_is_what_is_made(self, client, story, review, member):
        client.force_login(member)
        client.post(reverse("composite:narrow", args=[review.reference]), {"words": "rang"})
        taken(client, review, format="xlsx", named="yes", agency="alder-trust")
        export = CompositeExport.objects.get()
        assert export.entries == 5
        page = shown(files_of(client, review))
        assert "Only entries of Alder Trust with “rang”." in page
        assert "with true names" in page
        assert make(export).state == ExportState.READY
        client.force_login(member)
        assert b"".join(fetched(client, export).streaming_content)[:2] == b"PK"

    def test_asked_for_twice_it_is_made_once(self, story, review, member):
        first = ask(review, member)
        assert ask(review, member) == first
        assert ask(review, member, is_named=True) != first

    def test_three_at_once_are_enough(self, client, story, review, member):
        for words in "abc":
            ask(review, member, wanted=Narrowing(words=words))
        client.force_login(member)
        answer = client.post(
            reverse("composite:export", args=[review.reference]), {"format": "pdf"}, follow=True
        )
        assert "3 files are being made for you already." in shown(answer)

    def test_names_and_the_story_need_their_rights(self, story, review, author):
        with pytest.raises(Refused):
            ask(review, author)


class TestMaking:
    @pytest.mark.parametrize("kind", ["XLSX", "DOCX", "CSV"])
    def test_each_kind_says_how_far_it_is(self, story, review, member, kind, monkeypatch):
        said = []
        monkeypatch.setattr(
            making, "said", lambda export, **news: said.append(news.get("done")) or None
        )
        export = ask(review, member, kind=kind)
        making.make(export_id=export.pk, clock=lambda: NOW)
        assert [done for done in said if done] == [2, 4, 6, 6]

    @pytest.mark.slow
    def test_a_long_pdf_is_made_in_parts(self, story, review, member, monkeypatch):
        monkeypatch.setattr(sheet_pdf, "MOST_ROWS", 4)
        said = []
        saying = making.said

        def noting(export, **news):
            said.append(news.get("done"))
            saying(export, **news)

        monkeypatch.setattr(making, "said", noting)
        export = make(ask(review, member, kind="PDF"))
        assert export.state == ExportState.READY
        assert [done for done in said if done] == [4, 6, 6]
        with default_storage.open(export.stored_as) as stored:
            content = stored.read()
        assert content.startswith(b"%PDF")
        assert len(content) == export.size

    def test_only_one_worker_makes_it(self, story, review, member, monkeypatch):
        export = ask(review, member)
        inner = making.file_of

        def twice(*args, **kwargs):
            making.make(export_id=export.pk, clock=lambda: NOW)  # the job is delivered again
            assert CompositeExport.objects.get().tries == 1
            return inner(*args, **kwargs)

        monkeypatch.setattr(making, "file_of", twice)
        assert make(export).state == ExportState.READY
        assert make(export).tries == 1

    def test_one_file_is_made_after_the_other(self, story, review, member, officer, queued):
        first, second = ask(review, member), ask(review, officer)
        CompositeExport.objects.filter(pk=first.pk).update(
            state=ExportState.MAKING, tries=1, alive_at=NOW
        )
        assert make(second).state == ExportState.WAITING
        assert second.tries == 0
        CompositeExport.objects.filter(pk=first.pk).update(state=ExportState.WAITING, tries=0)
        with transaction.atomic():
            make(first)
            assert transaction.get_connection().run_on_commit
        assert first.state == ExportState.READY

    def test_what_a_dead_worker_left_is_made_by_the_next(self, story, review, member, monkeypatch):
        export = ask(review, member)
        CompositeExport.objects.update(state=ExportState.MAKING, tries=1, alive_at=NOW)
        making.make(export_id=export.pk, clock=lambda: NOW + SILENT)
        assert CompositeExport.objects.get().tries == 1
        assert not CompositeExport.objects.left_behind(NOW + SILENT)
        later = NOW + SILENT + timedelta(seconds=1)
        assert CompositeExport.objects.left_behind(later).get() == export
        making.make(export_id=export.pk, clock=lambda: later)
        assert CompositeExport.objects.get().state == ExportState.READY

    def test_a_worker_that_was_only_slow_keeps_nothing(self, story, review, member, monkeypatch):
        export = ask(review, member)
        before = set(storage.made(before=FAR))

        def overtaken(*args, **kwargs):
            CompositeExport.objects.update(tries=2)
            return b"late"

        monkeypatch.setattr(making, "file_of", overtaken)
        assert make(export).state == ExportState.MAKING
        assert set(storage.made(before=FAR)) == before

    def test_a_file_that_nobody_wants_any_more_is_not_made(self, story, review, member, client):
        export = ask(review, member)
        client.force_login(member)
        drop = reverse("composite:drop-export", args=[review.reference, export.pk])
        assert "The file is not made." in shown(client.post(drop, follow=True))
        making.make(export_id=export.pk, clock=lambda: NOW)
        assert not CompositeExport.objects.exists()

    def test_stopped_in_the_middle_it_ends(self, story, review, member, monkeypatch):
        export = ask(review, member)
        inner = making.file_of

        def stopped(*args, **kwargs):
            CompositeExport.objects.all().delete()
            return inner(*args, **kwargs)

        monkeypatch.setattr(making, "file_of", stopped)
        making.make(export_id=export.pk, clock=lambda: NOW)
        assert not CompositeExport.objects.exists()

    @pytest.mark.parametrize("fault", [RenderingUnavailable("No Pango."), Refused("Not any more.")])
    def test_why_it_was_not_made_is_said(self, client, story, review, member, monkeypatch, fault):
        def failing(*args, **kwargs):
            raise fault

        monkeypatch.setattr(making, "file_of", failing)
        make(ask(review, member))
        client.force_login(member)
        page = shown(files_of(client, review))
        assert "Not made" in page
        assert str(fault) in page

    def test_a_part_that_fails_is_tried_again_and_not_for_ever(
        self, story, review, member, monkeypatch, caplog
    ):
        def failing(*args, **kwargs):
            raise PartFailed("documents.long.part ended with 1")

        monkeypatch.setattr(making, "file_of", failing)
        export = ask(review, member)
        for _ in range(TRIES):
            assert make(export).state == ExportState.WAITING
        assert make(export).state == ExportState.FAILED
        assert "tried 3 times" in export.fault
        assert "Zoe" not in caplog.text

    def test_who_lost_the_right_meanwhile_gets_nothing(self, story, review, member):
        export = ask(review, member)
        end_membership(membership=member.memberships.get(), by=COMMAND_LINE, at=NOW)
        assert make(export).state == ExportState.FAILED
        assert not export.stored_as


class TestFetching:
    def ready(self, review, by, **asked):
        return make(ask(review, by, **asked))

    def test_nobody_else_finds_it(self, client, story, review, member, officer, chair):
        export = self.ready(review, member)
        for other in (officer, chair, playing(Role.PANEL_MEMBER, to=review)):
            client.force_login(other)
            assert fetched(client, export).status_code == 404
            assert "No file yet" in shown(files_of(client, review))
            with pytest.raises(Refused, match="somebody else"):
                asked_exports.take(export=export, by=other, at=NOW)

    def test_who_reads_before_the_release_no_more_asks_anew(self, client, sent, review, chair):
        sent(GOOD, MONTH, GOOD)
        export = self.ready(review, chair)
        assert export.holds_unreleased
        client.force_login(chair)
        assert b"".join(fetched(client, export).streaming_content)
        export.asked_by = playing(Role.PANEL_MEMBER, to=review)
        export.save()
        client.force_login(export.asked_by)
        answer = client.get(
            reverse("composite:take-export", args=[review.reference, export.pk]), follow=True
        )
        assert "no longer read before its release" in shown(answer)

    def test_a_file_that_was_lost_is_said(self, client, story, review, member):
        export = self.ready(review, member)
        default_storage.delete(export.stored_as)
        client.force_login(member)
        answer = client.get(
            reverse("composite:take-export", args=[review.reference, export.pk]), follow=True
        )
        assert "not there any more" in shown(answer)


class TestForgetting:
    def test_a_person_deletes_a_file(self, client, story, review, member):
        export = make(ask(review, member))
        client.force_login(member)
        drop = reverse("composite:drop-export", args=[review.reference, export.pk])
        assert "The file is deleted." in shown(client.post(drop, follow=True))
        assert not default_storage.exists(export.stored_as)

    def test_files_go_after_three_days_and_strays_with_them(self, story, review, member):
        export = make(ask(review, member))
        stray = storage.keep_made(b"left by a worker that died")
        asked_exports.drop_old(at=NOW)
        assert default_storage.exists(stray)  # a row may be on its way
        asked_exports.drop_old(at=NOW + KEPT_FOR)
        assert default_storage.exists(export.stored_as)
        asked_exports.drop_old(at=NOW + KEPT_FOR + timedelta(seconds=1))
        assert not CompositeExport.objects.exists()
        assert not default_storage.exists(export.stored_as)
        asked_exports.drop_old(at=FAR)
        assert not default_storage.exists(stray)

    def test_the_beat_looks_after_both(self, story, review, member, queued):
        export = ask(review, member)
        CompositeExport.objects.update(asked_at=NOW - SILENT - timedelta(seconds=1))
        tasks.look_after_exports()
        assert queued == [export.pk]


def test_a_narrowing_comes_back_as_it_was(review):
    from uuid import uuid4

    wanted = Narrowing(
        agency="alder-trust", earliest=NOW.date(), words="x", names=("Zoe",), enquiry=uuid4()
    )
    assert from_data(json.loads(json.dumps(as_data(wanted)))) == wanted
    assert from_data(json.loads(json.dumps(as_data(Narrowing())))) == Narrowing()


@pytest.mark.slow
def test_a_real_worker_makes_it(worker, story, review, member):
    export = ask(review, member, kind=DocumentKind.PDF)
    for _ in range(LOOKS):
        export.refresh_from_db()
        if not export.is_unfinished:
            break
        time.sleep(0.2)
    assert (export.state, export.done) == (ExportState.READY, 6)
    with asked_exports.take(export=export, by=member, at=NOW) as content:
        assert content.read().startswith(b"%PDF")
