"""A draft is put to people, agreed by the panel and signed off by the partnership."""

from datetime import date

import pytest

from panels.models import AgreementRound, SubjectKind
from reports.models import PanelAgreement, SignOff
from reports.operations.agreement import ask_about, record_agreement
from reports.operations.sign_off import Decided, attach_minute, sign_off
from reports.published.text import as_text
from reports.queries.drafts import report_of
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.panels import MeetingFactory, PanelMemberFactory
from tests.factories.reports import AT, DraftFactory, PanelAgreementFactory, SignOffFactory
from tests.factories.reviews import DeadlineFactory, playing
from tests.factories.terms import AgreementRoundFactory
from tests.reports.saying import day, page, text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 16)
DECIDED = {
    "body": "Partnership board",
    "decided_by": "Robin Vale, chair",
    "conditions": "",
    "dissent": "",
    "unusual_reason": "",
    **day("signed_on", date(2026, 9, 15)),
}
FROM_EMAIL = {
    "received_via": "EMAIL",
    "on_behalf_of": "Robin Vale, chair",
    **day("given_on", date(2026, 9, 15)),
}


@pytest.fixture
def draft(review):
    return DraftFactory(review=review, released=True)


def put(draft, *, agreed=True, **said):
    closed = {
        "closed_on": date(2026, 9, 14),
        "closed_at": AT,
        "outcome": "AGREED" if agreed else "NOT_AGREED",
        "outcome_words": "All agreed." if agreed else "One objected.",
    }
    return AgreementRoundFactory(
        review=draft.review,
        **{"subject_kind": SubjectKind.DRAFT, "subject_key": str(draft.pk), **closed, **said},
    )


class TestAsking:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [("ask-draft", SubjectKind.DRAFT), ("ask-sign-off", SubjectKind.SIGN_OFF)],
    )
    def test_a_released_draft_is_put_to_the_panel_word_for_word(
        self, writing, draft, member, name, kind
    ):
        seat = PanelMemberFactory(review=draft.review, user=member)
        typed = {
            f"ask_{seat.pk}": "on",
            f"email_{seat.pk}": member.email,
            "note": "",
            **day("closing_on", date(2026, 9, 30)),
        }
        address = page(name, draft.review.reference, 1)
        assert "version 1" in text(writing.get(address))
        assert "Email 1 person" in text(writing.post(address, typed))

        writing.post(address, {**typed, "confirmed": "yes"}, follow=True)

        asked = AgreementRound.objects.get()
        assert (asked.subject_kind, asked.subject_key) == (kind, str(draft.pk))
        assert asked.text == as_text(report_of(draft))

    def test_one_that_is_not_released_is_not(self, writing, review):
        DraftFactory(review=review)

        said = text(writing.get(page("ask-draft", review.reference, 1)))

        assert "It cannot be put to anybody yet" in said

    def test_nor_by_a_command(self, review, chair):
        with pytest.raises(Refused, match="Release the draft to the panel first"):
            ask_about(
                draft=DraftFactory(review=review),
                subject=None,
                people=[],
                question=None,
                today=TODAY,
                by=chair,
                at=AT,
            )


class TestThePanelAgrees:
    def agree(self, browser, draft, **said):
        typed = {"otherwise": "", "reason": "", **day("agreed_on", date(2026, 9, 14)), **said}
        address = page("agree-draft", draft.review.reference, draft.number)
        return browser.post(address, typed, follow=True)

    def test_at_a_meeting(self, writing, draft):
        meeting = MeetingFactory(review=draft.review, number=6, held_on=date(2026, 9, 14))

        said = text(self.agree(writing, draft, where=f"meeting-{meeting.pk}"))

        assert "Agreed by the panel on 14 September 2026: panel meeting 6." in said

    def test_in_a_round(self, writing, draft):
        asked = put(draft)

        said = text(self.agree(writing, draft, where=f"round-{asked.pk}"))

        assert "a round of agreement" in said

    def test_otherwise(self, writing, draft):
        said = text(self.agree(writing, draft, where="otherwise", otherwise="By email"))

        assert "14 September 2026: By email." in said

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            ({}, "Select where it was agreed"),
            ({"where": "otherwise"}, "Say where it was agreed"),
            ({"where": "otherwise", "otherwise": "By email", **day("agreed_on", date(2026, 9, 20))},
             "The agreement must be today or in the past"),
        ],
    )  # fmt: skip
    def test_bad_input_is_told(self, writing, draft, typed, error):
        assert error in text(self.agree(writing, draft, **typed))
        assert not PanelAgreement.objects.exists()

    def test_a_meeting_is_on_its_day(self, writing, draft):
        meeting = MeetingFactory(review=draft.review, number=6, held_on=date(2026, 9, 1))

        said = text(self.agree(writing, draft, where=f"meeting-{meeting.pk}"))

        assert "Meeting 6 was on 1 September 2026." in said

    def test_a_round_that_did_not_agree_needs_a_reason(self, writing, draft):
        asked = put(draft, agreed=False)

        where = {"where": f"round-{asked.pk}"}
        assert "The round did not agree it." in text(self.agree(writing, draft, **where))
        said = text(self.agree(writing, draft, **where, reason="Their objection is printed."))
        assert "a round of agreement." in said
        assert "Their objection is printed." in said

    def refused(self, draft, by, **said):
        with pytest.raises(Refused) as refusal:
            record_agreement(
                draft=draft, agreed_on=date(2026, 9, 14), today=TODAY, by=by, at=AT, **said
            )
        return str(refusal.value)

    def test_what_is_not_released_is_not_agreed(self, review, chair):
        draft = DraftFactory(review=review)

        assert "not released yet" in self.refused(draft, chair, otherwise="By email")

    def test_it_is_agreed_once(self, draft, chair):
        PanelAgreementFactory(draft=draft)

        assert "recorded already" in self.refused(draft, chair, otherwise="By email")

    def test_a_meeting_of_another_review_is_refused(self, draft, chair):
        said = self.refused(draft, chair, meeting=MeetingFactory(held_on=date(2026, 9, 14)))

        assert said == "Choose a meeting of this review"

    def test_a_round_about_something_else_is_refused(self, draft, chair):
        asked = put(draft, subject_key="0")

        assert (
            self.refused(draft, chair, agreement_round=asked) == "Choose a round about this draft"
        )

    def test_an_open_round_is_closed_first(self, draft, chair):
        asked = AgreementRoundFactory(
            review=draft.review, subject_kind=SubjectKind.DRAFT, subject_key=str(draft.pk)
        )

        assert self.refused(draft, chair, agreement_round=asked) == "Close the round first"


class TestSigningOff:
    def record(self, browser, draft, **said):
        address = page("sign-off", draft.review.reference, draft.number)
        return browser.post(address, {**DECIDED, **said}, follow=True)

    def test_the_chair_of_the_partnership_signs_off_in_person(self, client, review, draft):
        client.force_login(playing(Role.CSP_CHAIR, to=review))
        address = page("sign-off", review.reference, 1)
        assert "How did it reach you?" not in text(client.get(address))

        said = text(self.record(client, draft))

        assert "The sign-off of draft 1 is recorded." in said
        assert "Signed off on 15 September 2026 by Partnership board: Robin Vale, chair." in said
        assert "Attach the minute" in said
        assert not SignOff.objects.get().is_on_behalf

    def test_the_officer_enters_it_with_where_it_comes_from(self, client, officer, draft):
        client.force_login(officer)

        said = text(self.record(client, draft, **FROM_EMAIL))

        assert "Entered for Robin Vale, chair from an email of 15 September 2026." in said

    def test_the_officer_says_how_it_came(self, client, officer, draft):
        client.force_login(officer)

        assert "There is a problem" in text(self.record(client, draft))

    def test_an_impossible_day_keeps_what_was_typed(self, client, officer, draft):
        client.force_login(officer)
        typed = {**FROM_EMAIL, **day("signed_on", date(2026, 9, 20))}

        said = text(self.record(client, draft, **typed))

        assert "The sign-off must be today or in the past" in said
        assert "Partnership board" in said

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"body": " "}, "Enter the meeting or body"),
            ({"decided_by": ""}, "Enter who decided"),
        ],
    )
    def test_commands_say_who_and_where(self, draft, said, words):
        decided = {"body": "Board", "signed_on": date(2026, 9, 15), "decided_by": "Chair", **said}
        with pytest.raises(Refused, match=words):
            sign_off(
                draft=draft,
                decided=Decided(**decided),
                today=TODAY,
                by=playing(Role.CSP_CHAIR, to=draft.review),
                at=AT,
            )

    def test_a_form_that_is_sent_twice_records_once(self, draft):
        decided = Decided(body="Board", signed_on=date(2026, 9, 15), decided_by="Chair")
        chair = playing(Role.CSP_CHAIR, to=draft.review)
        sign_off(draft=draft, decided=decided, today=TODAY, by=chair, at=AT)
        with pytest.raises(Refused, match="recorded already"):
            sign_off(draft=draft, decided=decided, today=TODAY, by=chair, at=AT)

    def test_only_the_chair_signs_off_without_saying_how_it_came(self, draft, officer):
        decided = Decided(body="Board", signed_on=date(2026, 9, 15), decided_by="Chair")
        with pytest.raises(Refused, match="only the CSP chair signs off"):
            sign_off(draft=draft, decided=decided, today=TODAY, by=officer, at=AT)

    def test_what_is_not_released_is_not_signed_off(self, review, officer):
        decided = Decided(body="Board", signed_on=date(2026, 9, 15), decided_by="Chair")
        with pytest.raises(Refused, match="not released yet"):
            sign_off(
                draft=DraftFactory(review=review), decided=decided, today=TODAY, by=officer, at=AT
            )

    def reading(self, draft, *, due_on, met_on=None):
        return DeadlineFactory(
            review=draft.review,
            code="D14",
            started_on=date(2026, 9, 9),
            due_on=due_on,
            met_on=met_on,
        )

    def signed(self, draft, **given):
        decided = Decided(body="Board", signed_on=date(2026, 9, 15), decided_by="Chair")
        chair = playing(Role.CSP_CHAIR, to=draft.review)
        return sign_off(draft=draft, decided=decided, today=TODAY, by=chair, at=AT, **given)

    def test_it_waits_while_the_family_read_unless_somebody_says_why(self, draft):
        self.reading(draft, due_on=date(2026, 9, 30))
        with pytest.raises(Refused, match="time to read"):
            self.signed(draft)
        assert self.signed(draft, unusual_reason="The coroner asked.").unusual_reason

    @pytest.mark.parametrize(
        "time",
        [
            {"due_on": date(2026, 9, 15)},  # it has ended
            {"due_on": date(2026, 9, 30), "met_on": date(2026, 9, 10)},  # they said what they think
        ],
    )
    def test_it_waits_no_longer_than_the_family_read(self, draft, time):
        self.reading(draft, **time)
        assert self.signed(draft)

    def test_the_minute_can_come_later(self, client, officer, draft):
        made = SignOffFactory(draft=draft, minute=None)
        client.force_login(officer)
        address = page("attach-minute", draft.review.reference, made.pk)
        upload = DocumentFactory()
        assert "There is a problem" in text(client.post(address))
        with upload.open() as minute:
            minute.name = "minute.txt"
            said = text(client.post(address, {"minute": minute}, follow=True))

        assert "The minute is attached." in said
        found = page("sign-off-file", draft.review.reference, made.pk, "minute")
        assert found in said
        assert b"".join(client.get(found).streaming_content)

    def test_the_minute_is_not_replaced(self, client, officer, draft):
        made = SignOffFactory(draft=draft)
        with pytest.raises(Refused, match="attached already"):
            attach_minute(sign_off=made, minute=DocumentFactory(), by=officer, at=AT)
        client.force_login(officer)
        address = page("attach-minute", draft.review.reference, made.pk)
        with DocumentFactory().open() as minute:
            minute.name = "minute.txt"
            said = text(client.post(address, {"minute": minute}, follow=True))
        assert "attached already" in said

    @pytest.mark.parametrize("which", ["original", "other"])
    def test_a_file_that_is_not_there_is_not_found(self, client, officer, draft, which):
        made = SignOffFactory(draft=draft)
        client.force_login(officer)

        address = page("sign-off-file", draft.review.reference, made.pk, which)
        assert client.get(address).status_code == 404

    def test_a_reader_is_told_that_the_minute_is_missing(self, client, member, draft):
        SignOffFactory(
            draft=draft,
            minute=None,
            received_via="EMAIL",
            on_behalf_of="The chair",
            given_on=date(2026, 9, 15),
            original=DocumentFactory(),
        )
        client.force_login(member)

        said = text(client.get(draft.get_absolute_url()))

        assert "The minute is not attached yet." in said
        assert "The original" in said
