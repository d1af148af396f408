"""A long file shows how far it is while it is read, and loses nothing when its page is left."""

from datetime import timedelta

import pytest
from django.db import connection

from chronologies.models import ChronologyRow, ChronologySubmission
from chronologies.operations import columns, submissions
from chronologies.operations.submissions import read_submission
from chronologies.queries.waiting import left_behind
from chronologies.readers import how_far
from chronologies.readers.grid import CannotRead
from documents.kinds import DocumentKind
from reviews.access import Refused
from tests.chronologies.files import excel, read_excel
from tests.chronologies.test_roots import CHOSEN, TURNED, roots
from tests.chronologies.world import GOOD, HEADINGS, MONTH, NOW, delimited_file, shown
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.documents import DocumentFactory
from tests.pages.reading import Html


@pytest.fixture
def long(monkeypatch):
    """Have five rows be many, and tell of every second."""
    monkeypatch.setattr(how_far, "TOLD_EVERY", 2)


def told_of(content):
    told = []
    read_excel(content, tell=lambda done, of: told.append((done, of)))
    return told


@pytest.mark.usefixtures("long")
def test_rows_are_counted_over_all_tables_that_are_read():
    rows = [HEADINGS, GOOD, GOOD]
    content = excel(rows, [["Notes"], ["Nothing here"]], rows, titles=["One", "Notes", "Two"])

    assert told_of(content) == [(0, 6), (2, 6), (4, 6), (6, 6)]


def test_of_a_short_file_nobody_is_told():
    assert told_of(excel([HEADINGS, *[GOOD] * 40])) == []


class TestTheWorker:
    @pytest.fixture
    def waiting(self, part):
        content = delimited_file(*[GOOD] * 5)
        document = DocumentFactory(content=content, kind=DocumentKind.CSV)
        return ChronologySubmissionFactory(involvement=part, document=document)

    @pytest.mark.usefixtures("long")
    def test_it_says_how_far_it_is_in_transactions_of_their_own(
        self, waiting, monkeypatch, transactional_db
    ):
        seen = []
        say = submissions.say_how_far

        def note(submission, done, of):
            say(submission, done, of)
            found = ChronologySubmission.objects.get(pk=submission.pk)
            seen.append((found.progress, connection.in_atomic_block))

        monkeypatch.setattr(submissions, "say_how_far", note)
        read_submission(submission_id=waiting.pk, at=NOW)

        assert seen == [
            ("0 of 6 rows are read.", False),
            ("2 of 6 rows are read.", False),
            ("4 of 6 rows are read.", False),
            ("All 6 rows are read. They are being kept now.", False),
        ]

    @pytest.mark.django_db
    def test_a_file_that_somebody_else_has_read_meanwhile_is_left_alone(self, waiting, monkeypatch):
        opened = submissions.opened

        def slowly(submission, **options):
            monkeypatch.setattr(submissions, "opened", opened)
            found = opened(submission, **options)
            read_submission(submission_id=submission.pk, at=NOW)
            return found

        monkeypatch.setattr(submissions, "opened", slowly)
        read_submission(submission_id=waiting.pk, at=NOW)

        assert ChronologyRow.objects.count() == 5
        waiting.refresh_from_db()
        assert waiting.rows_read == 5


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def page(self, client, part, author):
        def show(**fields):
            submission = ChronologySubmissionFactory(involvement=part, **fields)
            client.force_login(author)
            return shown(client.get(submission.get_absolute_url()))

        return show

    @pytest.mark.parametrize(
        ("done", "words"),
        [
            (0, "0 of 30,000 rows are read."),
            (12_000, "12,000 of 30,000 rows are read."),
            (30_000, "All 30,000 rows are read. They are being kept now."),
        ],
    )
    def test_it_shows_how_far_the_file_is_and_looks_again_by_itself(self, page, done, words):
        found = page(rows_in_file=30_000, rows_so_far=done)

        text = Html(found).text
        assert words in text
        assert "You can leave this page; nothing is lost." in text
        assert f'max="30000" value="{done}"' in found
        assert 'hx-trigger="every 2s"' in found

    def test_before_its_rows_are_counted_it_says_that_it_is_read(self, page):
        found = page()

        assert "The file is being read." in found
        assert "<progress" not in found

    def test_before_it_is_read_it_is_checked(self, client, part, author):
        waiting = ChronologySubmissionFactory(involvement=part, document__pending=True)
        waiting.document.save()
        client.force_login(author)

        found = shown(client.get(waiting.get_absolute_url()))

        assert "checked for malware, and read after that" in found

    def test_what_is_read_does_not_load_itself_again(self, page):
        found = page(read=True)

        assert "every 2s" not in found

    def test_what_went_wrong_is_said_in_words(self, page):
        found = page(unreadable=True)

        assert "This file cannot be read." in found
        assert "This file is damaged." in found


@pytest.mark.django_db
class TestOtherColumns:
    """A long file is read anew by a worker when somebody says what its columns hold."""

    @pytest.fixture
    def long(self, sent, monkeypatch):
        monkeypatch.setattr(columns, "TOLD_EVERY", 2)
        return sent(GOOD, MONTH)

    def test_it_is_being_read_until_a_worker_has_read_it(self, long, author, client):
        before = roots(long)
        columns.choose_columns(submission=long, columns=[TURNED], by=author, at=NOW)
        long.refresh_from_db()
        assert long.is_being_read
        assert roots(long) == before
        client.force_login(author)
        assert "The file is being read." in shown(client.get(long.get_absolute_url()))
        with pytest.raises(Refused):
            columns.choose_columns(submission=long, columns=[CHOSEN], by=author, at=NOW)

        submissions.read_submission(submission_id=long.pk, at=NOW)

        long.refresh_from_db()
        assert long.is_open
        assert long.columns_wanted is None
        assert {entry.source for entry in long.entries.all()} >= {GOOD[3]}
        assert set(long.entries.values_list("root", flat=True)) == set(before.values())

    def test_what_cannot_be_read_so_stays_as_it_was_and_says_why(
        self, long, author, client, monkeypatch
    ):
        def refusing(*args, **kwargs):
            raise CannotRead("No row has a date.")

        before = roots(long)
        columns.choose_columns(submission=long, columns=[TURNED], by=author, at=NOW)
        with monkeypatch.context() as patched:
            patched.setattr(submissions, "read_file", refusing)
            submissions.read_submission(submission_id=long.pk, at=NOW)

        long.refresh_from_db()
        assert long.is_open
        assert roots(long) == before
        client.force_login(author)
        page = shown(client.get(long.get_absolute_url()))
        assert "It could not be read with the columns that were chosen." in page

        columns.choose_columns(submission=long, columns=[CHOSEN], by=author, at=NOW)
        submissions.read_submission(submission_id=long.pk, at=NOW)
        assert "It could not be read" not in shown(client.get(long.get_absolute_url()))

    def test_what_waits_for_long_is_found_from_when_it_was_asked_for(self, long, author):
        later = NOW + timedelta(days=1)
        columns.choose_columns(submission=long, columns=[TURNED], by=author, at=later)
        long.refresh_from_db()
        assert not long.takes_long(later)
        assert left_behind(at=later) == []
        assert left_behind(at=later + timedelta(minutes=6)) == [long.pk]
