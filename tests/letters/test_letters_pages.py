"""The pages of letters: what is needed, what was written, and what becomes of one letter."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from audit.models import AuditEvent
from letters.models import Letter, LetterKind
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import NoticeKind
from tests.factories.agencies import AgencyFactory, UserFactory
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.letters import LetterFactory
from tests.factories.publications import QaSubmissionFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DecisionFactory,
    NoticeFactory,
    ReviewFactory,
    playing,
)
from tests.letters.conftest import TODAY
from tests.letters.saying import day, page, paper_of, text, words_of

pytestmark = pytest.mark.django_db

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SIGNED = {"signed_by": "Ola Farrow", "signed_by_post": "Partnership officer"}


def word_file(words):
    paper = docx.Document()
    paper.add_paragraph(words)
    packed = BytesIO()
    paper.save(packed)
    return SimpleUploadedFile("edited.docx", packed.getvalue(), content_type=WORD)


class TestList:
    def test_it_begins_with_what_the_story_needs(self, desk, review, django_assert_max_num_queries):
        with django_assert_max_num_queries(15):
            shown = desk.get(page("letters", review))
        needed = [offer.kind for offer in shown.context["needed"]]
        assert needed == [LetterKind.SECURE_RECORDS, LetterKind.SCOPING]
        assert "No letter yet" in text(shown)
        assert "Record the decision first" in text(shown)

    def test_it_says_how_far_each_is(self, desk, review, alder, birch):
        for part in (alder, birch):
            LetterFactory(review=review, part=part, kind=LetterKind.SECURE_RECORDS)
        LetterFactory(review=review, part=alder, kind=LetterKind.SCOPING, sent=True)
        NoticeFactory(review=review, kind=NoticeKind.COMMISSIONER_COPY)
        DecisionFactory(review=review)
        LetterFactory(review=review)
        shown = text(desk.get(page("letters", review)))
        assert "0 of 2 sent" in shown
        assert "Download the 2 to be sent" in shown
        assert "Sent on 20 November 2026" in shown
        assert "Recorded as sent on 21 January 2026" in shown
        assert "Written, to be sent" in shown

    def test_it_can_be_narrowed(self, desk, review, alder, birch):
        request = ScopingRequestFactory(involvement=birch)
        ScopingReturnFactory(request=request)
        LetterFactory(review=review, part=alder, kind=LetterKind.SECURE_RECORDS)
        LetterFactory(review=review, part=birch, kind=LetterKind.SCOPING, sent=True)
        LetterFactory(
            review=review, part=birch, kind=LetterKind.SCOPING, sent=True, scoping_request=request
        )

        def found(**asked):
            context = desk.get(page("letters", review), asked).context
            return [line.standing for line in context["page"]]

        assert sorted(found()) == ["Answered", "Sent", "To be sent"]
        assert found(show="to-send") == ["To be sent"]
        assert found(show="waiting") == ["Sent"]
        assert found(show="answered") == ["Answered"]
        assert found(kind=LetterKind.SECURE_RECORDS) == ["To be sent"]
        assert len(found(q="birch")) == 2
        assert "No letter fits" in text(desk.get(page("letters", review), {"q": "nobody"}))

    def test_who_reads_and_does_not_write_is_offered_nothing(self, client, review):
        LetterFactory(review=review)
        client.force_login(playing(Role.CSP_CHAIR, to=review))
        shown = client.get(page("letters", review))
        assert shown.context["needed"] == shown.context["others"] == []
        assert not shown.context["may_set_head"]
        assert "To the family" not in text(shown)

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_card_says_how_many(self, desk, review, number):
        LetterFactory.create_batch(number, review=review)
        assert f"{number} written" in text(desk.get(review.get_absolute_url()))


def test_strangers_and_agencies_find_no_letter(client, review, alder):
    letter = LetterFactory(review=review, part=alder, kind=LetterKind.SCOPING)
    people = [
        UserFactory(),
        playing(Role.CSP_OFFICER, to=ReviewFactory()),
        playing(Role.PANEL_MEMBER, to=review),
        playing(Role.NEIGHBOURING_OFFICER, to=review),
        playing(Role.AGENCY_CONTACT, to=alder),
        playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review)),
        playing(Role.HOME_OFFICE_LIAISON, to=review),
    ]
    pages = [
        page("letters", review),
        page("letter", review, letter.pk),
        page("file", review, letter.pk, "letter"),
        page("bundle", review, "scoping"),
        page("make", review, "scoping"),
    ]
    for person in people:
        client.force_login(person)
        assert {client.get(where).status_code for where in pages} == {404}


def test_who_reads_a_letter_and_does_not_write_it_changes_nothing(client, review):
    letter = LetterFactory(review=review)
    client.force_login(playing(Role.CSP_CHAIR, to=review))
    assert client.get(letter.get_absolute_url()).status_code == 200
    for name in ("edited", "mark-sent", "record-reply", "take-away"):
        assert client.post(page(name, review, letter.pk)).status_code == 404
    assert Letter.objects.filter(pk=letter.pk, sent_on=None).exists()


def test_a_letter_of_another_review_is_not_found(desk, review):
    other = LetterFactory()
    assert desk.get(page("letter", review, other.pk)).status_code == 404
    assert desk.get(page("make", review, "nothing")).status_code == 404
    mine = LetterFactory(review=review)
    assert desk.get(page("file", review, mine.pk, "reply")).status_code == 404


class TestMaking:
    def test_many_agencies_get_one_letter_each_and_one_file_holds_all(self, desk, review):
        parts = [AgencyInvolvementFactory(review=review) for _ in range(5)]
        other = AgencyFactory(name="Cedar Homes")
        where = page("make", review, "secure-records")
        form = desk.get(where).context["form"]
        bodies = [str(part.agency_id) for part in parts]
        assert sorted(form.initial["agencies"]) == sorted(bodies)
        said = {
            "agencies": [*bodies, other.pk],
            "whom_to_ring": "Ola",
            **day("answer_by", TODAY),
            **SIGNED,
        }
        shown = desk.post(where, said, follow=True)
        assert "6 letters are made" in shown.content.decode()
        assert review.letters.count() == 6
        packed = desk.get(page("bundle", review, "secure-records"))
        with ZipFile(BytesIO(b"".join(packed.streaming_content))) as archive:
            assert len(archive.namelist()) == 6
            files = [BytesIO(archive.read(name)) for name in archive.namelist()]
        words = [words_of(docx.Document(file)) for file in files]
        assert all("Oriel Vantongren" in one for one in words)
        assert any("Cedar Homes" in one for one in words)
        assert not any("Vantongren" in name for name in archive.namelist())
        assert AuditEvent.objects.filter(event="document.downloaded").count() == 1

        sent = page("mark-all-sent", review, "secure-records")
        chosen = [str(letter.pk) for letter in desk.get(sent).context["form"].initial["letters"]]
        said = {"letters": chosen, "route": "POST", **day("sent_on", TODAY)}
        assert (
            "6 letters are recorded as sent" in desk.post(sent, said, follow=True).content.decode()
        )
        assert review.notices.get().kind == NoticeKind.RECORDS_SECURED
        for gone in (sent, page("bundle", review, "secure-records")):
            assert "waits to be sent" in desk.get(gone, follow=True).content.decode()

    def test_a_day_gone_by_and_nobody_chosen_are_refused(self, desk, review, alder):
        where = page("make", review, "scoping")
        yesterday = day("answer_by", TODAY.replace(day=1))
        shown = desk.post(where, {"agencies": [alder.agency_id], **yesterday, **SIGNED})
        assert "must be today or in the future" in text(shown)
        shown = desk.post(where, {**day("answer_by", TODAY), **SIGNED})
        assert "Choose at least one agency" in text(shown)

    def test_reports_are_asked_of_those_who_are_asked(self, desk, client, review, alder, birch):
        EvidenceRequestFactory(involvement=alder)
        where = page("make", review, "imr-request")
        assert desk.get(where).context["form"].initial["agencies"] == [str(alder.agency_id)]
        assert "Nothing is asked of Birch" in text(
            desk.post(where, {"agencies": [birch.agency_id], **SIGNED})
        )
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
        shown = client.post(where, {"agencies": [alder.agency_id], **SIGNED}, follow=True)
        assert "The letter is made" in shown.content.decode()

    def test_without_any_agency_nothing_can_be_asked(self, desk):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        desk.force_login(officer)
        assert "No agency is in this review yet" in text(
            desk.get(page("make", review, "publication"))
        )

    def test_one_letter_is_made_edited_sent_and_answered(self, desk, review):
        DecisionFactory(review=review)
        where = page("make", review, "ho-decision")
        usual = desk.get(where).context["form"].initial
        assert usual["addressee"].endswith("Home Office")
        assert usual["signed_by"] == "Ola Farrow"
        desk.post(where, {"addressee": "Home Office\nLondon", "your_reference": "HO 7", **SIGNED})
        letter = review.letters.get()
        shown = text(desk.get(letter.get_absolute_url()))
        assert "Record that it was sent" in shown

        edited = page("edited", review, letter.pk)
        assert "There is a problem" in text(
            desk.post(edited, {"file": SimpleUploadedFile("a.txt", b"a")})
        )
        desk.post(edited, {"file": word_file("In other words.")})
        answer = desk.get(page("file", review, letter.pk, "letter"))
        changed = docx.Document(BytesIO(b"".join(answer.streaming_content)))
        assert "In other words." in words_of(changed)
        assert f"{review.reference}-ho-decision.docx" in answer["Content-Disposition"]
        letter.refresh_from_db()
        assert "HO 7" in words_of(paper_of(letter.made))

        sent = page("mark-sent", review, letter.pk)
        shown = desk.post(sent, {"route": "EMAIL", **day("sent_on", TODAY.replace(month=3))})
        assert "today or in the past" in text(shown)
        desk.post(sent, {"route": "EMAIL", **day("sent_on", TODAY)})
        shown = text(desk.get(letter.get_absolute_url()))
        assert "It is recorded: Home Office told of the decision" in shown
        assert "Take it away" not in shown

        reply = page("record-reply", review, letter.pk)
        assert "Say what they answered" in text(desk.post(reply, day("replied_on", TODAY)))
        desk.post(reply, {"reply": "We have it.", **day("replied_on", TODAY)})
        assert "We have it." in text(desk.get(letter.get_absolute_url()))
        events = AuditEvent.objects.filter(event__startswith="letter.").order_by("pk")
        assert list(events.values_list("event", flat=True)) == [
            "letter.made", "letter.edited", "letter.sent", "letter.answered",
        ]  # fmt: skip

    def test_what_is_not_due_yet_says_so(self, desk, review):
        where = page("make", review, "ho-submission")
        assert "Put a round together first" in text(desk.get(where))
        QaSubmissionFactory(review=review)
        said = {"addressee": "Home Office", **SIGNED}
        made = desk.post(where, said, follow=True)
        assert "Round 1 of quality assurance" in text(made)
        letter = review.letters.get()
        sent = page("mark-sent", review, letter.pk)
        said = {"route": "EMAIL", **day("sent_on", TODAY)}
        assert "Record round 1 as sent first" in text(desk.post(sent, said))

    def test_a_letter_not_sent_can_be_taken_away(self, desk, review):
        letter, sent = LetterFactory(review=review), LetterFactory(review=review, sent=True)
        assert "Take this letter away?" in text(desk.get(page("take-away", review, letter.pk)))
        desk.post(page("take-away", review, letter.pk))
        shown = desk.post(page("take-away", review, sent.pk), follow=True)
        assert "stays as it went" in shown.content.decode()
        assert list(Letter.objects.all()) == [sent]

    def test_after_the_end_nothing_is_written(self, desk):
        review = ReviewFactory(at_stage=Stage.CONCLUDED)
        desk.force_login(playing(Role.CSP_OFFICER, to=review))
        letter = LetterFactory(review=review)
        file = {"file": word_file("Late.")}
        assert "has ended" in text(desk.post(page("edited", review, letter.pk), file))
        reply = page("record-reply", review, letter.pk)
        assert "has ended" in text(desk.post(reply, {"reply": "Late.", **day("replied_on", TODAY)}))
        everybody = page("mark-all-sent", review, "ho-decision")
        said = {"letters": [letter.pk], "route": "POST", **day("sent_on", TODAY)}
        assert "has ended" in text(desk.post(everybody, said))


@pytest.mark.parametrize("kind", [LetterKind.SCOPING, LetterKind.IMR_REQUEST])
def test_a_letter_leads_to_the_record_that_holds_its_answer(desk, review, alder, kind):
    letter = LetterFactory(review=review, part=alder, kind=kind, sent=True)
    (way,) = desk.get(letter.get_absolute_url()).context["elsewhere"]
    assert "Alder Trust" in way.words


def test_an_answer_is_shown_with_its_file(desk, review):
    letter = LetterFactory(review=review, answered=True)
    assert "Their answer" in text(desk.get(letter.get_absolute_url()))
    file = desk.get(page("file", review, letter.pk, "reply"))
    assert b"".join(file.streaming_content) == b"Words that were sent."
