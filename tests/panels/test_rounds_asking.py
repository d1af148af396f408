"""Putting a text to people: who is asked, what they are sent, what is refused."""

from datetime import date

import pytest

from audit.models import AuditEvent
from guests.models import secret_hash
from messaging.models import Message
from panels.models import (
    AgreementInvitee,
    AgreementRound,
    SubjectKind,
)
from panels.operations.rounds import Invited, Question, ask_about_terms
from panels.queries.terms import hash_of
from reviews.access import Refused, Role
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import (
    PersonFactory,
    playing,
)
from tests.factories.terms import (
    AgreementRoundFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.pages.reading import Html
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 3, 16)


@pytest.fixture
def draft(review):
    return TermsOfReferenceFactory(review=review)


@pytest.fixture
def member(review):
    """A panel member who has an account."""
    user = playing(Role.PANEL_MEMBER, to=review)
    return PanelMemberFactory(review=review, user=user, full_name="Ana Member")


def put(**said):
    return {**day("closing_on", LAST_DAY), **said}


class TestAsking:
    def ask(self, client, draft, **said):
        path = page("ask-terms", draft.review.reference)
        return client.post(path, put(**said))

    def test_first_it_says_who_will_be_emailed(self, signed_in, draft, member):
        said = {
            f"ask_{member.pk}": "on",
            f"email_{member.pk}": member.user.email,
            "name_1": "Cy Outside",
            "other_email_1": "cy@agency.example",
            "note": "The last page is new.",
        }

        shown = self.ask(signed_in, draft, **said)

        words = text(shown)
        assert "2 people will be emailed" in words
        assert "The last day to answer is 16 March 2026." in words
        assert "No answer is recorded as no answer, never as agreement." in words
        assert "Email 2 people" in words
        assert not AgreementRound.objects.exists()
        again = Html(words)
        kept = {box["name"]: box["value"] for box in again.all("input", type="hidden")}
        assert kept["note"] == "The last page is new."

    def test_then_it_asks_them(self, signed_in, draft, member):
        said = {
            f"ask_{member.pk}": "on",
            f"email_{member.pk}": member.user.email.upper(),
            "name_1": "Cy Outside",
            "organisation_1": "Elsewhere",
            "other_email_1": "cy@agency.example",
            "confirmed": "yes",
        }

        response = self.ask(signed_in, draft, **said)

        made = AgreementRound.objects.get()
        assert response["Location"] == made.get_absolute_url()
        assert (made.subject_kind, made.subject_key) == (SubjectKind.TERMS, str(draft.pk))
        assert (made.title, made.sha256) == ("Terms of reference, version 1", hash_of(draft))
        with_account, without = made.invitees.all()
        assert with_account.user == member.user
        assert not with_account.has_link
        assert without.has_link
        page_of_it, link = Message.objects.order_by("pk")
        assert (page_of_it.kind, page_of_it.path) == ("agreement_asked", made.get_absolute_url())
        assert link.kind == "agreement_asked_by_link"
        token = link.path.strip("/").rpartition("/")[2]
        assert without.link.token_sha256 == secret_hash(token)
        assert len(token) >= 43  # 256 bits
        event = AuditEvent.objects.get(event="agreement.asked")
        assert event.subjects["people"] == 2

    def test_one_can_go_back_and_change_something(self, signed_in, draft, member):
        said = {f"ask_{member.pk}": "on", f"email_{member.pk}": "a@b.example", "change": "yes"}

        assert 'value="a@b.example"' in text(self.ask(signed_in, draft, **said))

    def test_a_member_without_an_address_is_named(self, signed_in, draft):
        member = PanelMemberFactory(review=draft.review, full_name="Ana Member")

        words = text(self.ask(signed_in, draft, **{f"ask_{member.pk}": "on"}))

        assert "Enter the email address of Ana Member, or do not ask them" in words

    def test_somebody_else_needs_name_and_address(self, signed_in, draft):
        only_name = text(self.ask(signed_in, draft, name_1="Cy"))
        only_email = text(self.ask(signed_in, draft, other_email_2="cy@agency.example"))
        wrong = text(self.ask(signed_in, draft, name_1="Cy", other_email_1="cy"))

        assert "Enter both the name and the email address of person 1" in only_name
        assert "Enter both the name and the email address of person 2" in only_email
        assert "in the correct format" in wrong

    def test_asking_nobody_leads_nowhere(self, signed_in, draft):
        assert "Email 0" not in text(self.ask(signed_in, draft))
        assert "Choose who is asked" in text(self.ask(signed_in, draft, confirmed="yes"))

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"name_2": "Di", "other_email_2": "CY@agency.example"},
             "Two people have the same email address"),
            (day("closing_on", date(2026, 3, 1)), "The last day to answer must be today or later"),
            ({"note": "Mind what Oriel Vantongren said"}, "“Note” holds the true name of Maris."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_asked_keeps_what_was_typed(self, signed_in, draft, said, words):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        first = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}

        shown = text(self.ask(signed_in, draft, **first, **said))

        assert words in shown
        assert 'value="cy@agency.example"' in shown
        assert not AgreementRound.objects.exists()

    def test_a_second_round_about_the_same_waits_for_the_first(self, signed_in, draft):
        AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk))

        said = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}

        assert "A round about this is open" in text(self.ask(signed_in, draft, **said))

    def test_a_text_that_gives_somebody_away_goes_to_nobody(self, signed_in, draft):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="Oriel Vantongren")
        shown = text(signed_in.get(page("ask-terms", draft.review.reference)))

        assert "It cannot be put to anybody yet" in shown
        assert "Continue" not in shown
        said = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}
        assert "holds the true name" in text(self.ask(signed_in, draft, **said))

    def test_a_member_who_left_the_review_gets_a_link(self, signed_in, draft, member):
        member.user.memberships.update(until_on=date(2026, 2, 1))
        said = {f"ask_{member.pk}": "on", f"email_{member.pk}": member.user.email}

        self.ask(signed_in, draft, **said, confirmed="yes")

        assert AgreementInvitee.objects.get().user is None

    def test_a_version_that_is_agreed_is_put_to_nobody(self, review, officer):
        agreed = TermsOfReferenceFactory(review=review, agreed=True)

        with pytest.raises(Refused, match="agreed already"):
            ask_about_terms(
                terms=agreed,
                people=[Invited(full_name="Cy", email="cy@agency.example")],
                question=Question(closing_on=LAST_DAY),
                today=date(2026, 3, 2),
                by=officer,
                at=agreed.recorded_at,
            )

    def test_the_emails_hold_nothing_of_the_case(
        self, signed_in, draft, member, run_queued, mailoutbox
    ):
        said = {
            f"ask_{member.pk}": "on", f"email_{member.pk}": member.user.email,
            "name_1": "Cy Outside", "other_email_1": "cy@agency.example", "note": "Canary",
        }  # fmt: skip
        with run_queued():
            self.ask(signed_in, draft, **said, confirmed="yes")

        assert len(mailoutbox) == 2
        for mail in mailoutbox:
            assert "Canary" not in mail.body
            assert draft.review.reference in mail.body
        link = Message.objects.get(kind="agreement_asked_by_link")
        assert link.path == ""  # forgotten once sent
