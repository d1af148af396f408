"""What is typed beside a draft holds no true name: not everybody who reads drafts may know it."""

from datetime import date

import pytest

from reports.models import Disposition, Draft, DraftComment, PanelAgreement, SignOff
from reports.operations.agreement import record_agreement
from reports.operations.comments import Comment, give_comment, settle_comment
from reports.operations.drafts import gives_away, take_in_draft
from reports.operations.reading import say
from reports.rules.drafts import check_is_new
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.reports import AT, DraftCommentFactory, DraftFactory, DraftReleaseFactory
from tests.factories.reviews import PersonFactory, playing
from tests.reports.saying import day, page, text
from tests.reports.test_drafts import make

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 16)
NAMED = "Oriel Vantongren rang, not Maris."
WHOSE = "holds the true name of Maris. Not everybody who reads this may know it"


class TestADraft:
    def test_its_note_is_refused_and_kept_to_be_mended(self, writing, review):
        said = text(make(writing, review, note=NAMED))

        assert f"“What is new in it” {WHOSE}" in said
        assert NAMED in said
        assert not Draft.objects.exists()
        assert "is made" in text(make(writing, review, note="The day of 3 March is told."))

    def test_what_its_author_called_it_elsewhere(self, review, chair):
        review.recorded_at, review.adopted_reason = AT, "Begun on paper."
        review.save()
        with pytest.raises(Refused, match="“What its author called it” holds the true name"):
            take_in_draft(
                review=review,
                original=DocumentFactory(),
                purpose="PANEL",
                made_on=date(2026, 5, 1),
                called="Vantongren, Oriel, v2",
                today=TODAY,
                by=chair,
                at=AT,
            )

    def test_one_that_was_noted_so_before_is_not_released(self, writing, review):
        draft = DraftFactory(review=review, note=NAMED)
        release = page("release-draft", review.reference, draft.number)

        for shown in (writing.get(draft.get_absolute_url()), writing.post(release)):
            assert "“What is new in it” holds the true name of Maris." in text(shown)
        draft.refresh_from_db()
        assert not draft.is_released

    def test_the_same_words_with_another_note_are_another_draft_then(self, writing, review):
        make(writing, review)
        assert "says this already" in text(make(writing, review))
        Draft.objects.update(note=NAMED)

        make(writing, review, note="The note is mended.")

        assert [one.note for one in Draft.objects.order_by("number")] == [
            NAMED,
            "The note is mended.",
        ]

    def test_so_is_the_same_file(self, review):
        original = DocumentFactory()
        draft = DraftFactory(review=review, original=original)
        with pytest.raises(Refused, match="already"):
            check_is_new(review, original)
        draft.note = NAMED
        draft.save()
        check_is_new(review, original)

    def test_a_day_may_stand_in_a_note_and_a_single_word_is_looked_at(self, review):
        PersonFactory(review=review, true_name="Ash Quillmere", born_on=date(1990, 3, 3))
        assert not gives_away(DraftFactory(review=review, note="As on 3 March 1990."))
        (found,) = gives_away(DraftFactory(review=review, note="Under the ash tree."))
        assert not found.is_certain


class TestAComment:
    def test_who_may_know_everybody_hears_whose_name_it_is(self, writing, draft):
        typed = {"part": "REPORT", "paragraph": "2.1", "words": NAMED}
        address = page("give-comment", draft.review.reference, draft.number)

        said = text(writing.post(address, typed))

        assert f"“Comment” {WHOSE}" in said
        assert NAMED in said
        assert not DraftComment.objects.exists()

    def test_an_adviser_only_that_there_is_one(self, review, draft):
        adviser = playing(Role.ADVISER, to=review)
        with pytest.raises(Refused, match="These words hold a name") as refused:
            give_comment(draft=draft, comment=Comment(words=NAMED), by=adviser, at=AT)
        assert "Maris" not in str(refused.value)
        assert refused.value.field == "words"

    def test_one_for_somebody_else(self, client, officer, draft):
        client.force_login(officer)
        typed = {
            "part": "REPORT",
            "words": NAMED,
            "received_via": "EMAIL",
            "on_behalf_of": "Head of Housing",
            **day("given_on", date(2026, 9, 15)),
        }
        said = text(client.post(page("enter-comment", draft.review.reference, 1), typed))
        assert "Not everybody who reads this may know it" in said

    def test_by_a_link_it_is_kept_for_who_may_know_everybody(self, client, writing, review, draft):
        copy = DraftReleaseFactory(draft=draft, token="one")
        for words in (NAMED, "Eleven, or twelve?"):
            say(release=copy, comment=Comment(words=words), today=TODAY, at=AT)
        named = DraftComment.objects.get(words=NAMED)
        addresses = [
            page("comments", review.reference, draft.number),
            draft.get_absolute_url(),
        ]
        settle = page("settle-comment", review.reference, draft.number, named.pk)
        for address in (*addresses, settle):
            said = text(writing.get(address))
            assert said.count("Holds a true name") == 1
            assert "Shown only to those who may know everybody’s name." in said
            assert NAMED in said

        client.force_login(playing(Role.ADVISER, to=review))
        for address in addresses:
            said = text(client.get(address))
            assert "Its words are shown only to those who may know everybody’s name." in said
            assert "Vantongren" not in said
            assert "Eleven, or twelve?" in said

    def test_what_family_say_by_a_link_stays_in_their_log(self, draft, contact):
        family = DraftReleaseFactory(draft=draft, token="two", contact=contact)
        say(release=family, comment=Comment(words=NAMED), today=TODAY, at=AT)
        assert [one for one in contact.log.all() if NAMED in one.words]

    @pytest.mark.parametrize("field", ["reason", "changed_where"])
    def test_what_became_of_it(self, draft, chair, field):
        said = {"reason": "Counted again.", field: NAMED}
        with pytest.raises(Refused, match=WHOSE) as refused:
            settle_comment(
                comment=DraftCommentFactory(draft=draft),
                disposition=Disposition.ADOPTED,
                **said,
                by=chair,
                at=AT,
            )
        assert refused.value.field == field


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("conditions", "Conditions"),
        ("dissent", "Who disagreed, and why"),
        ("unusual_reason", "Anything unusual about the day"),
    ],
)
def test_the_terms_of_a_sign_off(client, draft, review, field, label):
    client.force_login(playing(Role.CSP_CHAIR, to=review))
    typed = {"body": "Board", "decided_by": "The chair", field: NAMED, **day("signed_on", TODAY)}
    said = text(client.post(page("sign-off", review.reference, draft.number), typed))

    assert f"“{label}” {WHOSE}" in said
    assert NAMED in said
    assert not SignOff.objects.exists()


def test_what_is_said_of_an_agreement(draft, chair):
    with pytest.raises(Refused, match="“Anything unusual” holds the true name"):
        record_agreement(
            draft=draft,
            agreed_on=TODAY,
            otherwise="By email",
            reason=NAMED,
            today=TODAY,
            by=chair,
            at=AT,
        )
    assert not PanelAgreement.objects.exists()
