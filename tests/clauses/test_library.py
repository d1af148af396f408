"""A library of clauses: who keeps it, what goes in, and what it said before."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from agencies.models import COMMAND_LINE
from clauses import operations
from clauses.listed import TO_BEGIN_WITH
from clauses.models import Clause, ClauseKind, ClauseWording, Content, Library
from clauses.rules import check_tells_of_no_case
from panels.models import SectionKind
from reviews.access import Refused, Role
from tests.factories.agencies import PostFactory
from tests.factories.clauses import ClauseWordingFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WORDS = {
    "kind": "ENQUIRY", "occasion": "SUICIDE", "agency_kind": "GP", "title": "Asked twice",
    "text": "Was anybody asked twice?", "note": "Where there was one visit only.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _second_of_march():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def post():
    return PostFactory()


@pytest.fixture
def chair(post):
    return playing(Role.INDEPENDENT_CHAIR, to=ReviewFactory(partnership=post.partnership))


@pytest.fixture
def signed_in(client, post):
    client.force_login(post.user)
    return client


def page(name, *args):
    return reverse(f"clauses:{name}", args=args)


def said(response):
    return " ".join(response.content.decode().split())


def content(**given):
    return Content(
        **{"kind": "ENQUIRY", "occasion": "ANY", "title": "Heard", "text": "Heard?", **given}
    )


class TestTheSet:
    def test_an_empty_library_offers_it_and_a_begun_one_does_not(self, signed_in, post):
        slug = post.partnership.slug
        assert "Begin with the set" in said(signed_in.get(page("library", slug)))

        there = said(signed_in.post(page("begin", slug), follow=True))

        assert f"The library begins with {len(TO_BEGIN_WITH)} clauses" in there
        assert "Abuse behind a suicide" in there
        assert "Begin with the set" not in there
        again = said(signed_in.post(page("begin", slug), follow=True))
        assert "There are clauses already" in again
        assert Clause.objects.count() == len(TO_BEGIN_WITH)

    def test_it_tells_of_no_case_and_no_two_say_the_same(self):
        for one in TO_BEGIN_WITH:
            check_tells_of_no_case(one, is_looked_at=False)
        assert len({one.text for one in TO_BEGIN_WITH}) == len(TO_BEGIN_WITH) >= 20

    def test_every_heading_that_is_written_has_its_clauses(self):
        kinds = {one.kind for one in TO_BEGIN_WITH}
        assert kinds == set(ClauseKind)
        assert set(ClauseKind) - {ClauseKind.ENQUIRY} == {ClauseKind(k.value) for k in SectionKind}
        assert {k.label for k in SectionKind} <= {k.label for k in ClauseKind}


class TestKeeping:
    def test_a_clause_is_kept_found_worded_anew_and_its_history_stays(self, signed_in, post):
        slug = post.partnership.slug
        added = signed_in.post(page("add", slug), WORDS, follow=True)
        clause = Clause.objects.get()
        assert "The clause is kept." in said(added)
        found = said(signed_in.get(page("library", slug), {"q": "ASKED twice", "when": "SUICIDE"}))
        assert "Was anybody asked twice?" in found
        assert "for GP practice" in found
        nothing = signed_in.get(page("library", slug), {"q": "asked thrice"})
        assert "No clause fits this search" in said(nothing)

        anew = {**WORDS, "text": "Was anybody asked three times?"}
        there = said(signed_in.post(page("change", slug, clause.pk), anew, follow=True))

        assert "Was anybody asked three times?" in there.partition("<h2>What it said before")[0]
        assert "Was anybody asked twice?" in there.partition("<h2>What it said before")[2]
        assert post.user.full_name in there

    def test_wording_it_as_it_was_writes_no_history(self, post):
        worded = ClauseWordingFactory(clause__partnership=post.partnership)
        operations.change_clause(
            clause=worded.clause, content=worded.content, today=TODAY, by=post.user, at=NOW
        )
        assert ClauseWording.objects.count() == 1

    def test_a_retired_clause_is_not_changed_until_it_is_brought_back(self, signed_in, post):
        clause = ClauseWordingFactory(clause__partnership=post.partnership).clause
        slug = post.partnership.slug
        assert "Retired" in said(signed_in.post(page("retire", slug, clause.pk), follow=True))
        assert "is retired" in said(signed_in.post(page("change", slug, clause.pk), WORDS))
        twice = signed_in.post(page("retire", slug, clause.pk), follow=True)
        assert "This clause is retired" in said(twice)

        back = said(signed_in.post(page("bring-back", slug, clause.pk), follow=True))

        assert "The clause is in use again." in back
        again = signed_in.post(page("bring-back", slug, clause.pk), follow=True)
        assert "This clause is in use." in said(again)

    def test_the_same_words_are_kept_once(self, signed_in, post):
        slug = post.partnership.slug
        signed_in.post(page("add", slug), WORDS)
        other = said(signed_in.post(page("add", slug), {**WORDS, "title": "Another"}))
        assert "This wording is in the library already" in other
        assert Clause.objects.count() == 1

    def test_only_a_line_of_enquiry_is_for_one_kind_of_agency(self, signed_in, post):
        wrong = signed_in.post(page("add", post.partnership.slug), {**WORDS, "kind": "MEDIA"})
        assert "Only a line of enquiry is for one kind of agency" in said(wrong)


class TestNothingOfACase:
    @pytest.mark.parametrize(
        "text",
        [
            "What was known on 3 May?", "Was the call of 03/05/2024 heard?",
            "Did Mrs Ardwick ask?", "What did anybody tell Maris?", "See WY-DHR-4.",
            "Who rang 01632 960 123 456?", "What happened at AB1 2CD?", "Who wrote to a@b.example?",
        ],
    )  # fmt: skip
    def test_what_may_be_somebodys_waits_until_it_is_looked_at(self, signed_in, post, text):
        where = page("add", post.partnership.slug)
        refused = said(signed_in.post(where, {**WORDS, "text": text}))
        assert "say that it tells of no case" in refused
        assert not Clause.objects.exists()

        signed_in.post(where, {**WORDS, "text": text, "is_looked_at": "on"})

        assert Clause.objects.count() == 1

    def test_laws_bodies_and_weekdays_are_nobodys(self):
        text = "Was the Mental Health Act used, did the Police ask on a Sunday, since March?"
        with pytest.raises(Refused):  # a month may be of a case
            check_tells_of_no_case(content(text=text), is_looked_at=False)
        check_tells_of_no_case(content(text=text.replace(", since March", "")), is_looked_at=False)


class TestWhoKeeps:
    def test_a_chairs_own_library_is_read_by_nobody_else(self, client, post, chair):
        client.force_login(chair)
        client.post(page("begin", "mine"))
        clause = Clause.objects.filter(owner=chair).first()
        assert "My own clauses" in said(client.get(page("library", "mine")))
        other = playing(Role.INDEPENDENT_CHAIR, to=ReviewFactory(partnership=post.partnership))

        for stranger in (post.user, other):
            client.force_login(stranger)
            for slug in ("mine", post.partnership.slug):
                assert client.get(page("clause", slug, clause.pk)).status_code == 404
        with pytest.raises(Refused):
            operations.retire_clause(clause=clause, today=TODAY, by=other, at=NOW)

    def test_officers_keep_their_partnerships_and_no_other(self, client, post, chair):
        clause = ClauseWordingFactory(clause__partnership=post.partnership).clause
        for stranger in (PostFactory().user, chair):
            client.force_login(stranger)
            where = page("change", post.partnership.slug, clause.pk)
            assert client.get(where).status_code == 404
            with pytest.raises(Refused):
                operations.add_clause(
                    library=Library(partnership=post.partnership), content=content(),
                    today=TODAY, by=stranger, at=NOW,
                )  # fmt: skip

    def test_who_chairs_nowhere_has_no_library_and_who_chaired_keeps_theirs(self, client, post):
        client.force_login(post.user)
        assert client.get(page("library", "mine")).status_code == 404
        ClauseWordingFactory(clause__partnership=None, clause__owner=post.user)
        assert client.get(page("library", "mine")).status_code == 200

    def test_the_command_line_keeps_any_library(self, post):
        begun = operations.begin_library(
            library=Library(partnership=post.partnership), today=TODAY, by=COMMAND_LINE, at=NOW
        )
        assert begun[0].wordings.get().written_by is None

    def test_the_way_there_is_on_my_work(self, client, post, chair):
        client.force_login(chair)
        assert page("library", "mine") in said(client.get(reverse("reviews:my-work")))
        client.force_login(post.user)
        there = said(client.get(reverse("reviews:my-work")))
        assert page("library", post.partnership.slug) in there
        assert page("library", "mine") not in there
