"""An agency takes home its file: all of its own, nothing of anybody else, and it is recorded."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from agencyfiles.queries.contents import contents_for
from agencyfiles.queries.own_file import own_file
from agencyfiles.queries.quoted import naming
from agencyfiles.queries.told import Title
from audit.kinds import Kind, kind_of
from audit.models import AuditEvent
from documents.models import ScanState
from evidence.models import Tier
from reviews.access import Role
from tests.agencyfiles.saying import page
from tests.evidence.conftest import NOW, TODAY
from tests.evidence.saying import address, fetched, text
from tests.factories.agencies import AgencyFactory
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ImrFactory,
    ImrPointFactory,
    ImrQueryFactory,
    ImrVersionFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.questions import QuestionFactory
from tests.factories.reports import DraftFactory
from tests.factories.reviews import AgencyInvolvementFactory, admit, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def imr(imr):
    """What passed with the agency, and with another one of which nobody here may know."""
    letter = ScopingRequestFactory(involvement=imr.involvement, note="Search the stables too.")
    ScopingReturnFactory(
        request=letter, account="We knew her.", document=DocumentFactory(content=b"our answer")
    )
    ImrPointFactory(version=imr.latest, text="Ask about control.")
    ImrQueryFactory(imr=imr, version=imr.latest, question="Which nurse?", answered=True)
    ChronologySubmissionFactory(
        involvement=imr.involvement, document=DocumentFactory(original_name="our chronology.csv")
    )
    other = AgencyInvolvementFactory(
        review=imr.involvement.review, agency=AgencyFactory(name="Briar Council")
    )
    ScopingReturnFactory(request__involvement=other, account="Briar knew him.")
    theirs = ImrFactory(involvement=other)
    ImrVersionFactory(imr=theirs, document=DocumentFactory(content=b"Briar wrote this."))
    return imr


@pytest.fixture
def taken(imr, part, sign_in):
    """Take the file home; return the archive as names and contents."""

    def taken(user):
        content = fetched(sign_in(user).post(page(part, "take-home")))
        with ZipFile(BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return taken


def index(files):
    return files["index.html"].decode()


class TestArchive:
    def test_it_holds_what_was_asked_sent_and_answered(self, taken, author, imr):
        files = taken(author)
        told = index(files)
        for words in (
            "Search the stables too.", "We knew her.", "Ask about control.", "Which nurse?",
            "our chronology.csv", imr.latest.document.sha256,
        ):  # fmt: skip
            assert words in told
        assert b"our answer" in files.values()
        assert files["index.pdf"].startswith(b"%PDF")

    def test_nothing_of_another_agency_is_in_it(self, taken, author):
        files = taken(author)
        assert "Briar" not in index(files)
        assert not [name for name, content in files.items() if b"Briar wrote" in content]

    def test_each_file_is_named_in_the_index_with_its_place(self, taken, author):
        files = taken(author)
        for name in files.keys() - {"index.html", "index.pdf"}:
            assert name in index(files)

    def test_a_file_that_waits_for_its_check_is_named_and_not_in_it(self, taken, author, imr):
        document = imr.latest.document
        document.scan, document.scanned_at = ScanState.PENDING, None
        document.save()
        files = taken(author)
        assert "being checked for malware" in index(files)
        assert not [name for name in files if name.endswith("imr.docx")]

    def test_a_file_that_is_not_what_was_received_is_not_in_it(self, taken, author, imr):
        imr.latest.document.__class__.objects.filter(pk=imr.latest.document_id).update(
            sha256="a" * 64
        )
        files = taken(author)
        assert "is not the one that was received" in index(files)

    def test_taking_it_leaves_one_line_in_the_trail(self, taken, author):
        before = AuditEvent.objects.count()
        taken(author)
        made = AuditEvent.objects.order_by("pk").last()
        assert made.event == "agency_file.taken"
        assert AuditEvent.objects.count() == before + 1
        assert kind_of("agency_file.taken") == Kind.TAKEN


class TestWhatElseWasAsked:
    """Beside letters and reports: commissions, questions of the panel, interviews, emails."""

    @pytest.fixture
    def asked(self, imr, part):
        other = AgencyInvolvementFactory(review=part.review)
        EvidenceRequestFactory(involvement=part, tier=Tier.SHORT_REPORT, note="Begin with nights.")
        EvidenceRequestFactory(involvement=part, whom_to_ring="Olive Marsh", reason="It grew.")
        EvidenceRequestFactory(involvement=other, note="Briar begins with days.")
        came = DocumentFactory(content=b"the email as it came")
        ScopingReturnFactory(
            request=part.scoping_requests.first(), by_email=True, account="We found more.",
            original=came,
        )  # fmt: skip
        file = DocumentFactory(content=b"our rota")
        QuestionFactory(
            involvement=part, question="Who was on call?", answer="Two of us.", answer_file=file,
            answered=True,
        )  # fmt: skip
        QuestionFactory(involvement=part, question="Not asked yet?", drafted=True)
        QuestionFactory(involvement=other, question="What did Briar know?", answered=True)
        QuestionFactory(
            involvement=other, interview=True, agreed=True, staff_of=part,
            staff_post="Community midwife", answer="Words of the police.",
        )  # fmt: skip
        QuestionFactory(involvement=other, interview=True, staff_post="Somebody of Cedar")
        return part

    def test_the_page_names_it_and_the_archive_holds_it(self, asked, taken, author, sign_in):
        shown = text(sign_in(author).get(page(asked, "take-home")))
        for title in (
            "What the panel asked you for", "Questions of the panel", "Interviews with your staff",
        ):  # fmt: skip
            assert title in shown
        files = taken(author)
        told = index(files)
        for words in (
            "Begin with nights.", "It grew.", "Olive Marsh", "We found more.",
            "Who was on call?", "Two of us.", "Community midwife", "The police agree",
        ):  # fmt: skip
            assert words in told
        for words in ("Briar", "Not asked yet?", "Words of the police.", "Somebody of Cedar"):
            assert words not in told + shown
        assert {b"the email as it came", b"our rota"} <= set(files.values())

    def test_a_contact_reads_no_interviews(self, asked, taken):
        told = index(taken(playing(Role.AGENCY_CONTACT, to=asked)))
        assert "Who was on call?" in told
        assert "Community midwife" not in told

    def test_the_page_costs_what_a_page_may(
        self, asked, author, sign_in, django_assert_max_num_queries
    ):
        client = sign_in(author)
        for _ in range(4):
            QuestionFactory(involvement=asked, answered=True, answer_file=DocumentFactory())
            EvidenceRequestFactory(involvement=asked)
            ScopingReturnFactory(request=asked.scoping_requests.get(), document=DocumentFactory())
        client.get(page(asked, "take-home"))
        with django_assert_max_num_queries(15):
            client.get(page(asked, "take-home"))

    @pytest.mark.parametrize("role", [Role.IMR_AUTHOR, Role.AGENCY_CONTACT])
    def test_the_page_promises_what_is_in_the_archive(self, asked, role):
        reader = playing(role, to=asked)
        whole = own_file(reader, asked, today=TODAY)
        told = contents_for(reader, asked)
        assert told.titles == [section.title for section in whole.sections]
        assert told.files == len(whole.documents)


class TestWhose:
    def test_the_contact_takes_what_a_contact_reads(self, taken, part):
        told = index(taken(playing(Role.AGENCY_CONTACT, to=part)))
        assert "We knew her." in told
        assert "Ask about control." not in told

    def test_nobody_of_the_review_takes_it_for_them(self, part, officer, chair, sign_in, imr):
        for person in (officer, chair):
            assert sign_in(person).get(page(part, "take-home")).status_code == 404
            assert sign_in(person).post(page(part, "take-home")).status_code == 404

    def test_no_other_agency_does(self, part, sign_in, imr):
        other = AgencyInvolvementFactory(review=part.review)
        stranger = playing(Role.IMR_AUTHOR, to=other)
        assert sign_in(stranger).post(page(part, "take-home")).status_code == 404

    def test_the_way_there_is_on_the_agencys_own_page(self, part, sign_in, imr):
        contact = playing(Role.AGENCY_CONTACT, to=part)
        assert page(part, "take-home") in text(sign_in(contact).get(part.get_absolute_url()))


class TestQuoted:
    @pytest.fixture(autouse=True)
    def _draft(self, imr, part, draft):
        self.draft = draft

    @pytest.fixture
    def draft(self, part):
        part.agency.name = "Alder Trust"
        part.agency.save()
        return DraftFactory(review=part.review, number=1)

    def member(self, part):
        """Somebody of the agency who sits on the panel and reads its drafts."""
        member = playing(Role.PANEL_MEMBER, to=part)
        admit(member, Role.PANEL_MEMBER, to=part.review)
        return member

    def say(self, words, **known):
        content = {**self.draft.content, "partnership": words}
        for name, value in {"content": content, **known}.items():
            setattr(self.draft, name, value)
        self.draft.save()

    def test_a_released_draft_that_names_them_is_quoted_with_its_place(self, taken, part):
        self.say("Alder Trust partnership", released_on=date(2026, 1, 30), released_at=NOW)
        told = index(taken(self.member(part)))
        assert self.draft.name in told
        assert "Alder Trust partnership" in told

    def test_a_draft_that_is_not_released_is_not(self, taken, part):
        self.say("Alder Trust partnership")
        assert "Alder Trust partnership" not in index(taken(self.member(part)))

    def test_whoever_reads_no_drafts_is_told_so(self, taken, author):
        self.say("Alder Trust partnership", released_on=date(2026, 1, 30), released_at=NOW)
        told = index(taken(author))
        assert "Alder Trust partnership" not in told
        assert "Drafts are not released to whoever took this file." in told


@pytest.mark.parametrize(
    ("words", "named"),
    [("of the Alder Trust.", True), ("ALDER TRUST", True), ("AT did", True), ("Alder Trustees",
      False), ("The Old Trust said", True)],
)  # fmt: skip
def test_an_agency_is_found_by_all_its_names(part, words, named):
    part.agency.short_name, part.agency.aliases = "AT", ["The Old Trust"]
    assert bool(naming(part).search(words)) is named


def test_the_page_says_what_is_in_it(imr, part, author, sign_in):
    shown = text(sign_in(author).get(page(part, "take-home")))
    for title in (Title.SCOPING, Title.REPORT, Title.CHRONOLOGY):
        assert title in shown
    assert address(part, "author-task") not in shown
