"""The pages on which a copy of a draft is released, followed and recalled."""

from datetime import date

import pytest

from families.models import ContactKind
from reports.models import DraftRelease
from tests.factories.families import FamilyContactFactory
from tests.factories.reports import DraftReleaseFactory
from tests.reports.copying import TODAY, UNTIL, release
from tests.reports.saying import day, page, text

pytestmark = pytest.mark.django_db


class TestPages:
    def test_the_chair_releases_one_and_sees_how_it_stands(self, writing, certified, contact):
        where = page("release-to", certified.review.reference, 1)
        assert "Ines Relative (Sister)" in text(writing.get(where))
        said = {
            "reader_kind": "FAMILY", "reader_name": "Ines Relative", "contact": contact.pk,
            "means": "READING_ROOM", "sent_to": "liaison@police.example",
            **day("until_on", UNTIL),
        }  # fmt: skip

        answer = writing.post(where, said, follow=True)

        assert "Copy 1 of draft 1" in text(answer)
        assert "Open" in text(answer)
        assert "liaison@police.example" in text(answer)
        listed = text(writing.get(page("copies", certified.review.reference, 1)))
        assert "Ines Relative" in listed

    def test_a_refusal_stands_at_its_question(self, writing, certified):
        where = page("release-to", certified.review.reference, 1)
        said = {"reader_kind": "OUTSIDER", "reader_name": "Jo Else", "means": "PRINT",
                **day("until_on", UNTIL)}  # fmt: skip

        assert "Somebody outside gets no whole draft" in text(writing.post(where, said))
        said = {**said, "reader_kind": "ADVISER", "reader_name": "Prof X \u200devil"}
        assert "a mark in it cannot be seen" in text(writing.post(where, said))

    def test_a_print_for_the_panel_is_for_whom_is_chosen_and_not_for_a_name_that_is_typed(
        self, writing, draft, member
    ):
        where = page("release-to", draft.review.reference, 1)
        said = {"reader_kind": "PANEL", "reader_name": "Sam Else", "means": "PRINT",
                **day("until_on", UNTIL)}  # fmt: skip

        assert "Choose who of the panel reads it on paper" in text(writing.post(where, said))
        assert not DraftRelease.objects.exists()
        writing.post(where, {**said, "on_panel": member.full_name})
        assert DraftRelease.objects.get().reader_name == member.full_name

    def test_the_two_sides_are_on_no_page_together(self, writing, certified, contact):
        theirs = FamilyContactFactory(
            review=certified.review, of_perpetrator=True, own_name="Otto Other"
        )
        assert theirs.kind == ContactKind.PERPETRATOR_FAMILY
        for one in (contact, theirs):
            DraftReleaseFactory(draft=certified, contact=one, reader_name=one.own_name)
        reference = certified.review.reference

        for name in ("copies", "release-to"):
            assert "Otto Other" not in text(writing.get(page(name, reference, 1)))
            said = text(writing.get(page(f"perpetrator-{name}", reference, 1)))
            assert "Otto Other" in said
            assert "Ines Relative" not in said

    def test_a_print_is_handed_over_taken_back_and_its_comments_entered(self, writing, copy):
        reference = copy.draft.review.reference
        args = (reference, 1, copy.number)
        where = page("hand-over", *args)
        assert "must be after" in text(
            writing.post(where, {**day("on", TODAY), **day("until_on", TODAY)})
        )
        writing.post(where, {**day("on", TODAY), **day("until_on", UNTIL)})
        assert "With them" in text(writing.get(copy.get_absolute_url()))
        tomorrow = day("on", date(2026, 9, 17))
        assert "must be today or in the past" in text(
            writing.post(page("take-back-copy", *args), tomorrow)
        )
        said = text(writing.post(page("take-back-copy", *args), day("on", TODAY), follow=True))
        assert "Now enter what is written on it." in said
        assert page("enter-comment", reference, 1) in said

    def test_a_code_is_read_out_once_and_a_recalled_copy_has_none(self, writing, certified, chair):
        made = release(certified, chair)
        args = (certified.review.reference, 1, made.number)

        said = text(writing.post(page("reading-code-by-telephone", *args)))
        assert "It is shown this once" in said
        writing.post(page("recall-copy", *args))
        assert "Recalled" in text(writing.get(made.get_absolute_url()))
        said = text(writing.post(page("reading-code-by-telephone", *args)))
        assert "This copy is no longer open" in said

    def test_recalling_asks_first_and_a_second_press_says_that_it_is_done(
        self, writing, certified, chair
    ):
        made = release(certified, chair)
        where = page("recall-copy", certified.review.reference, 1, made.number)
        assert where in text(writing.get(made.get_absolute_url()))

        assert "This cannot be undone" in text(writing.get(where))
        made.refresh_from_db()
        assert made.is_open(TODAY)
        assert "It opens nothing any more" in text(writing.post(where, follow=True))
        again = writing.post(where)
        assert again.status_code == 200
        assert "This copy was recalled already" in text(again)

    def test_the_officer_sees_them_and_the_panel_does_not(self, client, certified, officer, member):
        DraftReleaseFactory(draft=certified)
        where = page("copies", certified.review.reference, 1)

        client.force_login(officer)
        assert "Robin Invented" in text(client.get(where))
        client.force_login(member)
        assert client.get(where).status_code == 404
        draft_page = text(client.get(certified.get_absolute_url()))
        assert "Copies to named people" not in draft_page
