"""An agency's own file is looked over and confirmed; nobody types it again."""

from datetime import date

import pytest

from agencyfiles.models import FrontSheet
from audit.models import AuditEvent
from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import read_submission
from documents.models import ScanState
from evidence.models import Extent, ImrPoint, Tier
from evidence.operations import imr_sign_off
from tests.agencyfiles.conftest import word_document
from tests.agencyfiles.sample import APPENDIX
from tests.agencyfiles.sample_more import SIGNED_LAST
from tests.agencyfiles.sample_tables import DATE_EVENT_ACTION
from tests.agencyfiles.saying import as_shown, page
from tests.evidence.conftest import NOW
from tests.evidence.saying import address, text
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import ImrPointFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(imr, part, author, sign_in):
    """Look at what was read; `confirm(**changes)` posts the page with a few answers changed."""
    browser = sign_in(author)

    class Read:
        def look(self):
            return browser.get(page(part, "read"))

        def confirm(self, **changed):
            posted = {**as_shown(self.look()), "extent": Extent.LITTLE, **changed}
            return browser.post(page(part, "read"), posted)

    return Read()


def place_of(response, words):
    """Return the number of the piece with some words."""
    pieces = response.context["form"].pieces
    return next(n for n, piece in enumerate(pieces) if words in piece.words)


def points(imr, kind="RECOMMENDATION"):
    return list(ImrPoint.objects.filter(version__imr=imr, kind=kind).values_list("text", flat=True))


class TestLooking:
    def test_the_words_stand_beside_what_they_are_taken_for(self, read):
        shown = read.look()
        place = place_of(shown, "Case files of both children.")
        assert shown.context["form"][f"part-{place}"].value() == "records_read"
        assert text(shown).count("Case files of both children.") == 2  # as it is, and to correct
        assert "What was not understood" in text(shown)

    def test_nothing_is_kept_before_it_is_confirmed(self, read, imr):
        read.look()
        assert not FrontSheet.objects.exists()
        assert not points(imr)

    def test_the_task_list_says_what_comes_next(self, imr, part, author, sign_in):
        shown = sign_in(author).get(address(part, "author-task"))
        assert "To look over" in text(shown)
        assert page(part, "read") in text(shown)

    @pytest.mark.parametrize(
        ("known", "words"),
        [({}, "Only a Word file"), ({"scan": ScanState.PENDING, "scanned_at": None}, "checked")],
    )
    def test_what_cannot_be_read_says_why(self, read, imr, known, words):
        document = word_document(SIGNED_LAST, **known) if known else DocumentFactory()
        imr.versions.update(document=document)
        assert words in text(read.look())


class TestConfirming:
    def test_everything_goes_where_it_would_have_been_typed(self, read, imr, part):
        assert read.confirm().status_code == 302
        version = imr.versions.get()
        assert version.records_read == "Case files of both children."
        assert version.facts == "The children were known from 2021."
        assert version.policy_and_training == "Training was yearly and is now each quarter."
        assert version.feedback_to_staff_on == date(2025, 9, 12)
        assert version.extent == Extent.LITTLE
        said = [row.text for row in version.analyses.order_by("enquiry__number")]
        assert said == [
            "The first assessment did not ask about control.",
            "It was shared by telephone and not written down.",
        ]
        assert points(imr) == ["Ask about control in each first assessment."]
        assert points(imr, "LEARNING") == ["Control leaves no mark."]

    def test_sign_off_can_then_be_asked_for(self, read, imr, author, when):
        read.confirm()
        version = imr_sign_off.ask_for_sign_off(imr=imr, **{**when, "by": author})
        assert version.is_frozen

    def test_the_front_sheet_is_what_was_confirmed(self, read, imr):
        read.confirm(**{"front-signed_off_by": "Ana Wray, director"})
        sheet = FrontSheet.objects.get()
        assert sheet.author == "Sefa Quill, service manager"
        assert sheet.signed_off_by == "Ana Wray, director"
        assert ["Analysis", "The terms of reference are taken in turn."] in sheet.left

    def test_what_was_taken_for_something_else_is_corrected(self, read, imr):
        place = place_of(read.look(), "Control leaves no mark.")
        read.confirm(**{f"part-{place}": "GOOD_PRACTICE", f"words-{place}": "She asked twice."})
        assert points(imr, "GOOD_PRACTICE") == ["She asked twice."]
        assert not points(imr, "LEARNING")

    def test_what_was_not_understood_can_be_given_its_place(self, read, imr):
        place = place_of(read.look(), "The terms of reference are taken")
        read.confirm(**{f"part-{place}": "facts"})
        assert "taken in turn." in imr.versions.get().facts

    def test_a_point_with_the_same_words_stays_the_same_point(self, read, imr):
        same = ImrPointFactory(
            version=imr.latest, kind="RECOMMENDATION",
            text="Ask about control in each first assessment.",
        )  # fmt: skip
        ImrPointFactory(version=imr.latest, kind="RECOMMENDATION", number=2, text="Another.")
        read.confirm()
        (point,) = ImrPoint.objects.filter(kind="RECOMMENDATION")
        assert point.root == same.root

    def test_what_the_file_does_not_say_stays(self, read, imr):
        kept = ImrPointFactory(version=imr.latest, kind="MISSED_OPPORTUNITY", text="Typed.")
        read.confirm()
        assert points(imr, "MISSED_OPPORTUNITY") == [kept.text]

    def test_another_file_uploaded_meanwhile_is_not_confirmed_unseen(self, read, imr):
        posted = {**as_shown(read.look())}
        imr.versions.update(document=word_document(SIGNED_LAST))
        shown = read.confirm(sha256=posted["sha256"])
        assert "another file has been uploaded since" in text(shown)
        assert "He was a carer for his father." in text(shown)
        assert not FrontSheet.objects.exists()

    def test_it_stands_in_the_trail(self, read, author):
        read.confirm()
        assert AuditEvent.objects.get(event="imr.reading_confirmed").actor_id == author.pk

    def test_nobody_but_its_author_confirms_it(self, imr, part, senior, sign_in):
        assert sign_in(senior).get(page(part, "read")).status_code == 404


class TestChronology:
    @pytest.fixture(autouse=True)
    def _with_chronology(self, imr, part):
        part.evidence_requests.update(tier=Tier.IMR_AND_CHRONOLOGY)
        imr.versions.update(document=word_document(APPENDIX))

    def test_the_one_in_the_file_goes_on_as_the_agencys(self, read, part):
        read.confirm()
        submission = ChronologySubmission.objects.get(involvement=part)
        read_submission(submission_id=submission.pk, at=NOW)
        submission.refresh_from_db()
        assert submission.rows_imported == 3
        assert submission.document == part.imr.latest.document

    def test_dates_events_and_actions_are_a_chronology_and_no_recommendations(
        self, read, imr, part
    ):
        imr.versions.update(document=word_document(DATE_EVENT_ACTION))
        shown = text(read.look())
        assert "Send the chronology in it (2 rows)" in shown
        assert "Table 2, row 3, Date: 31/02/2024 (there is no 31 February)" in shown
        read.confirm()
        assert [point.split("\n")[0] for point in points(imr)] == [
            "Ask how each wrist was broken.",
            "Write down who rings.",
        ]
        submission = ChronologySubmission.objects.get(involvement=part)
        read_submission(submission_id=submission.pk, at=NOW)
        submission.refresh_from_db()
        assert (submission.rows_read, submission.rows_imported) == (2, 1)

    def test_it_is_left_where_that_is_unticked(self, read, imr):
        posted = {"extent": Extent.LITTLE, **as_shown(read.look())}
        del posted["sends_chronology"]
        read.look().client.post(page(imr.involvement, "read"), posted)
        assert FrontSheet.objects.exists()
        assert not ChronologySubmission.objects.exists()

    def test_it_takes_the_place_of_another_only_where_that_is_ticked(self, read, imr):
        waiting = ChronologySubmissionFactory(involvement=imr.involvement)

        shown = text(read.look())
        assert "A chronology of your agency is here already." in shown
        read.confirm()
        assert FrontSheet.objects.exists()
        assert [*ChronologySubmission.objects.all()] == [waiting]

    def test_it_is_sent_once(self, read):
        read.confirm()
        assert "has been sent already" in text(read.look())
        assert read.confirm().status_code == 302
        assert ChronologySubmission.objects.count() == 1
