"""Who may write an IMR, as they declare it."""

from datetime import date

import pytest

from audit.models import AuditEvent
from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import AUTHOR_QUESTIONS, AuthorDeclaration, Tier, latest_of_each
from evidence.operations.imr_authors import Author, declare_author
from reviews.access import Refused, Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import NO_PART, address, day, errors, fetched, text, word_file
from tests.factories.evidence import NO_PART_IN_IT, AuthorDeclarationFactory, ImrFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

BY_EMAIL = {
    "received_via": Route.EMAIL,
    "on_behalf_of": "Ada Moss, named nurse",
    "given_on": date(2026, 1, 28),
    "original": None,
}


@pytest.fixture
def imr(part):
    return ImrFactory(involvement=part)


@pytest.fixture
def declare(imr, author, when):
    def declare(yes=(), connections="", by=author, provenance=None, declared_on=None, **known):
        answers = {**NO_PART_IN_IT, **dict.fromkeys(yes, True)}
        said = {"full_name": "Ada Moss", "job_title": "Named nurse", "answers": answers, **known}
        return declare_author(
            imr=imr,
            author=Author(connections=connections, **said),
            declared_on=declared_on or when["today"],
            provenance=provenance or {},
            **{**when, "by": by},
        )

    return declare


class TestDeclaring:
    def test_somebody_independent_becomes_the_author(self, imr, author, declare):
        made = declare()
        imr.refresh_from_db()
        assert imr.state == ImrState.ACCEPTED
        assert imr.author == made
        assert made.user == author
        assert not made.is_connected
        assert AuditEvent.objects.filter(event="imr.author_named").exists()

    @pytest.mark.parametrize("code", ["DELIVERED", "MANAGED", "LINE_MANAGES"])
    def test_somebody_who_had_a_part_in_it_does_not(self, imr, declare, code):
        made = declare(yes=[code])
        imr.refresh_from_db()
        assert imr.state == ImrState.REQUESTED
        assert imr.author is None
        assert [asked.code for asked in made.disqualifying] == [code]
        assert imr.declarations.get() == made  # what they said is kept
        assert AuditEvent.objects.filter(event="imr.author_not_independent").exists()

    def test_a_mistaken_answer_can_be_given_again(self, imr, declare):
        declare(yes=["MANAGED"])
        declare()
        imr.refresh_from_db()
        assert imr.author
        assert imr.declarations.count() == 2

    def test_an_author_who_finds_a_part_in_it_stands_down(self, imr, declare):
        declare()
        declare(yes=["DELIVERED"])
        imr.refresh_from_db()
        assert imr.author is None
        assert imr.state == ImrState.ACCEPTED

    def test_somebody_else_takes_over(self, imr, part, declare):
        declare()
        declare(by=playing(Role.IMR_AUTHOR, to=part), full_name="Eve Holt")
        imr.refresh_from_db()
        assert imr.author.full_name == "Eve Holt"
        assert imr.state == ImrState.ACCEPTED

    def test_somebody_else_does_not_take_the_author_away(self, imr, part, declare):
        declare()
        other = playing(Role.IMR_AUTHOR, to=part)
        declare(yes=["DELIVERED"], by=other)
        imr.refresh_from_db()
        assert imr.author.full_name == "Ada Moss"

    def test_another_connection_is_explained_and_stands(self, imr, declare):
        with pytest.raises(Refused) as refusal:
            declare(yes=["REPORTS_TO"])
        assert refusal.value.field == "connections"
        assert declare(yes=["REPORTS_TO"], connections="Her line only.").is_connected
        imr.refresh_from_db()
        assert imr.author

    def test_a_summary_may_be_written_by_whoever_gave_the_service(self, part, author, when):
        imr = ImrFactory(involvement=part, asked=Tier.SUMMARY)
        answers = {**NO_PART_IN_IT, "DELIVERED": True}
        said = {"full_name": "Ada Moss", "job_title": "GP", "answers": answers}
        declaring = {"imr": imr, "declared_on": when["today"], "provenance": {}, **when}
        declaring["by"] = author
        with pytest.raises(Refused, match="what lies behind"):
            declare_author(author=Author(**said), **declaring)

        declare_author(author=Author(**said, connections="Her own GP."), **declaring)

        imr.refresh_from_db()
        assert imr.author_may_write
        # but not an IMR, should the panel ask for one
        part.evidence_requests.update(tier=Tier.IMR)
        assert not type(imr).objects.get().author_may_write

    def test_every_question_is_answered(self, declare):
        with pytest.raises(Refused) as refusal:
            declare(answers={"DELIVERED": False})
        assert refusal.value.field == "MANAGED"

    def test_a_day_to_come_is_refused(self, declare):
        with pytest.raises(Refused) as refusal:
            declare(declared_on=date(2026, 2, 3))
        assert refusal.value.field == "declared_on"

    def test_only_the_agencys_author_declares_in_person(self, declare, officer, senior):
        for other in (officer, senior):
            with pytest.raises(Refused, match="admitted for this agency"):
                declare(by=other)

    def test_it_is_entered_for_an_author_without_an_account(self, imr, officer, declare):
        made = declare(by=officer, provenance=BY_EMAIL, declared_on=date(2026, 1, 28))
        imr.refresh_from_db()
        assert imr.author == made
        assert made.user is None
        assert "Entered for Ada Moss" in made.provenance

    def test_an_author_without_an_account_stands_down_by_name(self, imr, officer, declare):
        entered = {"by": officer, "provenance": BY_EMAIL, "declared_on": date(2026, 1, 28)}
        declare(**entered)
        declare(**entered, full_name="ADA MOSS", yes=["DELIVERED"])
        imr.refresh_from_db()
        assert imr.author is None

    def test_a_day_to_come_is_marked_where_it_was_entered(self, officer, declare):
        with pytest.raises(Refused) as refusal:
            declare(by=officer, provenance=BY_EMAIL, declared_on=date(2026, 2, 3))
        assert refusal.value.field == "given_on"

    def test_nobody_else_enters_it(self, chair, declare):
        with pytest.raises(Refused):
            declare(by=chair, provenance=BY_EMAIL)


def test_the_last_declaration_of_each_person_counts(part):
    imr = ImrFactory(involvement=part)
    first = AuthorDeclarationFactory(imr=imr, full_name="Ada")
    other = AuthorDeclarationFactory(imr=imr, full_name="Bo")
    again = AuthorDeclarationFactory(imr=imr, full_name="ada")
    assert latest_of_each([first, other, again]) == [again, other]
    assert [asked.code for asked, _ in again.asked_and_answered] == [
        asked.code for asked in AUTHOR_QUESTIONS
    ]
    assert list(AuthorDeclaration(answers={}).asked_and_answered) == []


class TestPage:
    def test_an_author_confirms_and_comes_back_to_the_task(self, sign_in, imr, part, author):
        browser = sign_in(author)
        said = {"job_title": "Named nurse", **NO_PART}
        answer = browser.post(address(part, "declare-author"), said, follow=True)
        assert answer.redirect_chain[-1][0] == address(part, "author-task")
        assert "Ada Moss is named as the author." in answer.content.decode()

    def test_a_yes_stops_and_says_what_to_do(self, sign_in, imr, part, author):
        browser = sign_in(author)
        said = {"job_title": "Named nurse", **NO_PART, "MANAGED": "yes"}
        answer = browser.post(address(part, "declare-author"), said, follow=True)
        words = text(answer)
        assert "You said that you had a part in this" in words
        assert "your agency names somebody else" in words
        assert "answer again" in words

    def test_what_is_missing_is_asked_for_and_nothing_is_lost(self, sign_in, imr, part, author):
        said = {"job_title": "Named nurse", **NO_PART, "KNOWS": "yes"}
        del said["OTHER"]
        answer = sign_in(author).post(address(part, "declare-author"), said)
        assert errors(answer) == {
            "OTHER": ["Answer “Is there anything else that others should know of?”"]
        }
        said["OTHER"] = "no"
        answer = sign_in(author).post(address(part, "declare-author"), said)
        assert list(errors(answer)) == ["connections"]
        assert answer.context["form"]["job_title"].value() == "Named nurse"

    def test_whoever_takes_over_sees_who_wrote_before(self, sign_in, part, author):
        ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        shown = sign_in(author).get(address(part, "declare-author"))
        assert "is named as the author since 27 January 2026" in text(shown)

    def test_the_officer_enters_it_with_where_it_came_from(self, desk, imr, part):
        page = address(part, "declare-author")
        assert "Name the author" in text(desk.get(page))
        said = {
            "full_name": "Ada Moss",
            "job_title": "Named nurse",
            **NO_PART,
            "received_via": "EMAIL",
            "on_behalf_of": "Ada Moss",
            **day("given_on", date(2026, 1, 28)),
            "original": word_file(name="declaration.docx"),
        }
        answer = desk.post(page, said, follow=True)
        words = text(answer)
        assert answer.redirect_chain[-1][0] == address(part, "imr")
        assert "Ada Moss declared no connection on 28 January 2026" in words
        declaration = imr.declarations.get()
        file = address(part, "author-declaration-file", declaration.pk)
        assert file in words
        assert fetched(desk.get(file)).startswith(b"PK")

    def test_without_an_original_there_is_no_file(self, desk, imr, part):
        declaration = AuthorDeclarationFactory(imr=imr)
        file = address(part, "author-declaration-file", declaration.pk)
        assert desk.get(file).status_code == 404

    def test_the_chair_reads_what_was_declared(self, sign_in, imr, part, chair, declare):
        declare(yes=["KNOWS"], connections="Sat on a board together.", commissioned_by="Bo Lind")
        words = text(sign_in(chair).get(address(part, "imr")))
        assert "Ada Moss declared a connection" in words
        assert "Sat on a board together." in words
        assert "Bo Lind" in words
