"""Comments on a draft: given, entered for somebody, and what became of them."""

from datetime import date

import pytest

from reports.models import Disposition, DraftComment, DraftPart
from reports.operations.comments import Comment, enter_comment, give_comment, settle_comment
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.reports import AT, DraftCommentFactory, DraftFactory
from tests.factories.reviews import playing
from tests.reports.saying import day, page, text

pytestmark = pytest.mark.django_db

SAID = {"part": DraftPart.REPORT, "paragraph": "2.1", "words": "Twelve, not eleven."}
FROM_EMAIL = {
    "received_via": "EMAIL",
    "on_behalf_of": "Head of Housing",
    **day("given_on", date(2026, 9, 15)),
}


@pytest.fixture
def draft(review):
    return DraftFactory(review=review, released=True)


@pytest.fixture
def reading(client, member):
    """A panel member's browser."""
    client.force_login(member)
    return client


def give(browser, draft, **said):
    address = page("give-comment", draft.review.reference, draft.number)
    return browser.post(address, {**SAID, **said}, follow=True)


class TestGiving:
    def test_a_member_comments_on_a_paragraph(self, reading, draft, member):
        said = text(give(reading, draft))

        assert "Your comment is recorded." in said
        assert "Overview report, paragraph 2.1" in said
        made = DraftComment.objects.get()
        assert (made.whose, made.made_on) == (member.full_name, date(2026, 9, 16))

    def test_a_form_that_is_sent_twice_comments_once(self, reading, draft):
        give(reading, draft)
        give(reading, draft)
        give(reading, draft, words="And another thing.")
        assert DraftComment.objects.count() == 2

    def test_a_link_fills_in_the_paragraph(self, reading, draft):
        address = page("give-comment", draft.review.reference, 1)

        said = text(reading.get(f"{address}?part=SUMMARY&paragraph=1.1"))

        assert 'value="1.1"' in said
        assert reading.get(f"{address}?part=OTHER").status_code == 200

    def test_the_whole_and_an_appendix_can_be_meant(self, reading, draft):
        give(reading, draft, paragraph="")
        give(reading, draft, paragraph="a.1")

        places = [one.place for one in DraftComment.objects.all()]
        assert places == ["Overview report, as a whole", "Overview report, paragraph A.1"]

    @pytest.mark.parametrize(
        ("typed", "error"),
        [
            ({"paragraph": "9.9"}, "There is no paragraph 9.9. Enter a number such as 1.1"),
            ({"words": ""}, "Write your comment"),
            ({"part": DraftPart.SUMMARY}, "There is no paragraph 2.1"),
        ],
    )
    def test_bad_input_keeps_what_was_typed(self, reading, draft, typed, error):
        said = text(give(reading, draft, **typed))

        assert error in said
        assert typed.get("words", SAID["words"]) in said
        assert not DraftComment.objects.exists()

    def test_nobody_comments_before_the_release(self, writing, review):
        draft = DraftFactory(review=review)

        assert "This draft is not released yet." in text(give(writing, draft))
        assert "Comments come after the draft is released" in text(
            writing.get(page("comments", review.reference, draft.number))
        )

    def test_words_of_nothing_but_space_are_refused(self, draft, member):
        with pytest.raises(Refused, match="Write your comment"):
            give_comment(draft=draft, comment=Comment(words=" "), by=member, at=AT)

    def test_the_chair_of_the_partnership_reads_and_does_not_comment(self, client, review, draft):
        client.force_login(playing(Role.CSP_CHAIR, to=review))

        assert client.get(page("comments", review.reference, 1)).status_code == 200
        assert client.get(page("give-comment", review.reference, 1)).status_code == 404


class TestEnteringForSomebody:
    def test_the_officer_enters_what_an_agency_said(self, client, officer, draft):
        client.force_login(officer)
        address = page("enter-comment", draft.review.reference, 1)
        assert "stays in the family compartment" in text(client.get(address))

        said = text(client.post(address, {**SAID, **FROM_EMAIL}, follow=True))

        assert "The comment is recorded." in said
        assert "Entered for Head of Housing from an email of 15 September 2026." in said
        assert DraftComment.objects.get().whose == "Head of Housing"

    def test_two_agencies_may_say_the_same(self, draft, officer):
        for whose in ("Head of Housing", "Named doctor", "Named doctor"):
            enter_comment(
                draft=draft,
                comment=Comment(words="We agree."),
                provenance={
                    "received_via": "EMAIL",
                    "on_behalf_of": whose,
                    "given_on": date(2026, 9, 15),
                },
                today=date(2026, 9, 16),
                by=officer,
                at=AT,
            )
        assert DraftComment.objects.count() == 2

    def test_a_day_to_come_is_refused_and_nothing_is_lost(self, client, officer, draft):
        client.force_login(officer)
        typed = {**SAID, **FROM_EMAIL, **day("given_on", date(2026, 9, 17))}

        said = text(client.post(page("enter-comment", draft.review.reference, 1), typed))

        assert "The day they gave it must be today or in the past" in said
        assert "Head of Housing" in said

    def test_a_paragraph_that_is_not_there_is_told(self, client, officer, draft):
        client.force_login(officer)
        typed = {**SAID, **FROM_EMAIL, "paragraph": "9.9"}

        said = text(client.post(page("enter-comment", draft.review.reference, 1), typed))

        assert "There is no paragraph 9.9." in said

    def test_what_is_missing_is_said(self, client, officer, draft):
        client.force_login(officer)

        said = text(client.post(page("enter-comment", draft.review.reference, 1), SAID))

        assert "There is a problem" in said

    def test_it_says_whose_words_they_are(self, draft, officer):
        with pytest.raises(Refused, match="Say whose words these are"):
            enter_comment(
                draft=draft,
                comment=Comment(words="Words"),
                provenance={},
                today=date(2026, 9, 16),
                by=officer,
                at=AT,
            )

    def test_the_original_is_for_those_who_enter_comments(self, client, officer, member, draft):
        made = DraftCommentFactory(
            draft=draft,
            received_via="EMAIL",
            on_behalf_of="Head of Housing",
            given_on=date(2026, 9, 15),
            original=DocumentFactory(),
        )
        address = page("comment-original", draft.review.reference, 1, made.pk)
        client.force_login(officer)
        assert address in text(client.get(page("comments", draft.review.reference, 1)))
        assert b"".join(client.get(address).streaming_content)
        client.force_login(member)
        assert client.get(address).status_code == 404

    def test_a_comment_without_an_original_has_no_file(self, client, officer, draft):
        client.force_login(officer)
        made = DraftCommentFactory(draft=draft)

        address = page("comment-original", draft.review.reference, 1, made.pk)
        assert client.get(address).status_code == 404


class TestSettling:
    def settle(self, browser, comment, **said):
        address = page("settle-comment", comment.draft.review.reference, 1, comment.pk)
        typed = {
            "disposition": Disposition.IN_PART,
            "reason": "Counted again.",
            "changed_where": "2.1 of draft 2",
            **said,
        }
        return browser.post(address, typed, follow=True)

    def test_the_writer_says_what_becomes_of_it(self, writing, draft):
        comment = DraftCommentFactory(draft=draft)
        address = page("settle-comment", draft.review.reference, 1, comment.pk)
        assert comment.words in text(writing.get(address))

        said = text(self.settle(writing, comment))

        assert "0 open, 1 settled." in said
        assert "Adopted in part" in said
        assert "Counted again. (2.1 of draft 2)" in said

    def test_it_can_be_said_again(self, writing, draft):
        comment = DraftCommentFactory(draft=draft)
        self.settle(writing, comment)
        self.settle(writing, comment, disposition=Disposition.ADOPTED, changed_where="")

        comment.refresh_from_db()
        assert (comment.disposition, comment.changed_where) == (Disposition.ADOPTED, "")

    @pytest.mark.parametrize("typed", [{"reason": ""}, {"disposition": ""}, {"reason": "  "}])
    def test_without_an_answer_or_a_reason_nothing_is_settled(self, writing, draft, typed):
        comment = DraftCommentFactory(draft=draft)

        said = text(self.settle(writing, comment, **typed))

        assert "There is a problem" in said
        comment.refresh_from_db()
        assert comment.is_open

    @pytest.mark.parametrize(
        ("disposition", "reason", "words"),
        [("", "Why", "Say whether it is adopted"), (Disposition.ADOPTED, " ", "Say why")],
    )
    def test_commands_are_refused_likewise(self, draft, chair, disposition, reason, words):
        with pytest.raises(Refused, match=words):
            settle_comment(
                comment=DraftCommentFactory(draft=draft),
                disposition=disposition,
                reason=reason,
                by=chair,
                at=AT,
            )

    def test_the_panel_does_not_settle(self, reading, draft):
        comment = DraftCommentFactory(draft=draft)
        address = page("settle-comment", draft.review.reference, 1, comment.pk)

        assert reading.get(address).status_code == 404

    def test_a_comment_of_the_command_line_has_a_name(self, draft):
        assert DraftCommentFactory(draft=draft, recorded_by=None).whose == "the command line"
