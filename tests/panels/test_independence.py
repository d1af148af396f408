"""What members declare of their independence, and who reads it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import COMMAND_LINE
from panels.models import PanelPart
from panels.models.independence import QUESTIONS, questions_for
from panels.operations import independence
from reviews.access import Refused, Role
from tests.documents import samples
from tests.factories.panels import (
    AT,
    IndependenceDeclarationFactory,
    PanelMemberFactory,
    no_connection,
)
from tests.factories.reviews import playing
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db


def answers(part, **said):
    calm = {code: "yes" if answer else "no" for code, answer in no_connection(part).items()}
    return {**calm, **said}


@pytest.fixture
def member(review):
    return PanelMemberFactory(review=review, user=playing(Role.PANEL_MEMBER, to=review))


@pytest.fixture
def path(review, member):
    return page("declare-independence", review.reference, member.pk)


class TestInPerson:
    @pytest.fixture(autouse=True)
    def _signed_in(self, client, member):
        client.force_login(member.user)

    def test_a_member_declares_today_without_being_asked_how_it_came(self, client, member, path):
        response = client.post(path, answers(member.part), follow=True)

        assert "The declaration is recorded." in text(response)
        declaration = member.declaration
        assert declaration.declared_on == date(2026, 3, 2)
        assert declaration.recorded_by == member.user
        assert not declaration.is_on_behalf
        assert not declaration.declares_connection

    def test_every_question_is_to_be_answered(self, client, member, path):
        response = client.post(path, {"connections": "Typed already"})

        for question in questions_for(member.part):
            assert f"Answer “{question.words}”" in response.content.decode()
        assert "Typed already" in text(response)
        assert member.declaration is None

    @pytest.mark.parametrize(("code", "answer"), [("KNOWN", "yes"), ("SENIOR", "no")])
    def test_a_connection_is_to_be_explained(self, client, member, path, code, answer):
        said = answers(member.part, **{code: answer})

        assert "Say what lies behind your answers" in text(client.post(path, said))

        client.post(path, {**said, "connections": "We were at school together."})
        assert member.declarations.get().declares_connection

    def test_a_later_declaration_stands_and_the_earlier_is_kept(self, client, member, path):
        IndependenceDeclarationFactory(member=member, statement="What I said before")

        client.post(path, answers(member.part, statement="What I say now"))

        assert member.declaration.statement == "What I say now"
        assert member.declarations.count() == 2
        assert "What I said before" in text(client.get(member.get_absolute_url()))

    def test_nobody_declares_for_a_colleague(self, client, review):
        other = PanelMemberFactory(review=review)

        path = page("declare-independence", review.reference, other.pk)

        assert client.get(path).status_code == 404
        assert client.post(path, answers(other.part)).status_code == 404


class TestEnteredForThem:
    GIVEN = {
        "received_via": "EMAIL",
        "on_behalf_of": "Ines Okafor",
        **day("given_on", date(2026, 2, 9)),
    }

    def test_it_says_where_it_comes_from(self, signed_in, member, path):
        original = SimpleUploadedFile("declaration.eml", samples.EML)

        response = signed_in.post(
            path, {**answers(member.part), **self.GIVEN, "original": original}, follow=True
        )

        assert "Entered for Ines Okafor from an email of 9 February 2026" in text(response)
        assert "declaration.eml" in text(response)
        declaration = member.declarations.get()
        assert declaration.declared_on == declaration.given_on == date(2026, 2, 9)
        file = page("declaration-file", member.review.reference, member.pk, declaration.pk)
        assert signed_in.get(file).getvalue() == samples.EML

    def test_the_original_outlives_an_answer_left_out(self, signed_in, member, path):
        said = {**answers(member.part), **self.GIVEN, "OTHER": ""}

        response = signed_in.post(
            path, {**said, "original": SimpleUploadedFile("declaration.eml", samples.EML)}
        )

        assert "declaration.eml" in text(response)
        assert not member.declarations.exists()

    def test_a_day_to_come_is_refused(self, signed_in, member, path):
        said = {**answers(member.part), **self.GIVEN, **day("given_on", date(2026, 3, 9))}

        response = signed_in.post(path, said)

        assert "The day of the declaration must be today or in the past" in text(response)

    def test_the_form_names_the_member(self, signed_in, member, path):
        response = signed_in.get(path)

        assert f"{member.full_name}, {member.job_title}" in text(response)
        assert "When did they declare it?" in text(response)

    def test_nobody_enters_one_without_saying_how_it_came(self, member, officer):
        with pytest.raises(Refused, match="Say how the member's declaration"):
            independence.declare_independence(
                member=member,
                declared_on=date(2026, 2, 9),
                answers=no_connection(member.part),
                provenance={},
                today=date(2026, 3, 2),
                by=officer,
                at=AT,
            )

    def test_a_question_left_out_by_a_script_is_named(self, member):
        with pytest.raises(Refused, match="Answer “Have you known"):
            independence.declare_independence(
                member=member,
                declared_on=date(2026, 2, 9),
                answers={},
                provenance={},
                today=date(2026, 3, 2),
                by=member.user,
                at=AT,
            )


def test_there_is_nothing_to_download_of_what_was_declared_in_person(signed_in, review):
    declaration = IndependenceDeclarationFactory(member__review=review)
    path = page("declaration-file", review.reference, declaration.member.pk, declaration.pk)

    assert signed_in.get(path).status_code == 404


def test_a_chair_writes_a_statement_for_the_report(signed_in, review):
    chair = PanelMemberFactory(review=review, chair=True)
    path = page("declare-independence", review.reference, chair.pk)
    said = {**answers(chair.part), **TestEnteredForThem.GIVEN}

    assert "Write the statement that the report will print" in text(signed_in.post(path, said))

    signed_in.post(path, {**said, "statement": "Retired from a force in the north."})
    assert chair.declarations.get().statement == "Retired from a force in the north."


def test_a_script_records_no_chair_without_a_statement(review):
    chair = PanelMemberFactory(review=review, chair=True)

    with pytest.raises(Refused, match="Write the statement"):
        independence.declare_independence(
            member=chair,
            declared_on=date(2026, 2, 9),
            answers=no_connection(chair.part),
            provenance={"received_via": "EMAIL", "on_behalf_of": "The chair"},
            today=date(2026, 3, 2),
            by=COMMAND_LINE,
            at=AT,
        )


def test_each_part_is_asked_what_concerns_it():
    asked = {part: {question.code for question in questions_for(part)} for part in PanelPart}

    assert "EMPLOYED" in asked[PanelPart.INDEPENDENT_CHAIR]
    assert "EMPLOYED" not in asked[PanelPart.PANEL_MEMBER]
    assert "SENIOR" in asked[PanelPart.PANEL_MEMBER]
    assert {"KNOWN", "OTHER"} <= set.intersection(*asked.values())
    assert len({question.code for question in QUESTIONS}) == len(QUESTIONS)


def test_colleagues_read_the_statement_but_not_the_answers(client, review, signed_in):
    declaration = IndependenceDeclarationFactory(
        member__review=review,
        answers={**no_connection("PANEL_MEMBER"), "KNOWN": True},
        connections="A neighbour of my sister.",
    )
    path = declaration.member.get_absolute_url()
    assert "A neighbour of my sister." in text(signed_in.get(path))

    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    shown = text(client.get(path))

    assert "Never worked in this area." in shown
    assert "A neighbour of my sister." not in shown
    assert "Have you known" not in shown
