"""A draft is checked, what is found is decided on, and the working text is mended."""

from dataclasses import replace as changed

import pytest
from django.urls import reverse
from django.utils import timezone

from anonymity.checking.files.opening import CannotOpen
from anonymity.models import CheckState, IdentifierCheck
from anonymity.operations.asking import ask_for_check
from anonymity.operations.checking import check_papers
from anonymity.queries.findings import findings_of
from anonymity.tasks import look_after_checks
from reports.models import SectionKind
from reports.published.report import Chapter, Paragraph, Table
from reviews.access import Refused, Role
from tests.factories.anonymity import IdentifierCheckFactory, found
from tests.factories.reports import REPORT, DraftFactory, ReportSectionFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db
SENTENCE = "The mother of Oriel Vantongren was heard by the panel in her own home."


def saying(*blocks):
    return changed(REPORT, chapters=(Chapter("facts", "The facts", blocks),))


def checked(review, by, number=1):
    made = ask_for_check(review=review, subject="draft", number=number, by=by, at=timezone.now())
    check_papers(check_id=made.pk, clock=timezone.now)
    made.refresh_from_db()
    return made


def url(name, check, *more):
    return reverse(f"anonymity:{name}", args=[check.review.reference, check.pk, *more])


def test_a_name_in_a_paragraph_and_in_a_table_is_found_where_people_call_it(review, officer):
    table = Table("Who came", ("Name",), (("Oriel Vantongren",),), (100,))
    DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE), table))
    check = checked(review, officer)
    assert check.state == CheckState.DONE
    assert check.files == [{"title": "Draft 1", "sha256": review.drafts.get().sha256}]
    stops = [one.found for one in findings_of(check).shown if one.found.stops]
    assert {(one.words, one.place) for one in stops} == {
        ("Oriel Vantongren", "Overview report, paragraph 1.1"),
        ("Oriel Vantongren", "Overview report, paragraph 1.1, table “Who came”"),
    }


def test_the_name_is_kept_sealed(review, officer, django_db_blocker):
    from django.db import connection

    DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE)))
    check = checked(review, officer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT findings FROM anonymity_identifiercheck WHERE id = %s", [check.pk])
        assert "Vantongren" not in cursor.fetchone()[0]


def test_its_page_answers_whether_it_can_go_out(review, officer, client):
    DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE)))
    check = checked(review, officer)
    client.force_login(officer)
    page = client.get(url("check", check)).content.decode()
    assert "Not yet: 1 stop" in page
    assert "True names and initials" in page
    group = client.get(url("group", check, "true_names")).content.decode()
    assert "<mark>Oriel Vantongren</mark>" in group


def test_a_check_is_asked_for_on_the_page_of_the_draft_and_once_at_a_time(review, officer, client):
    draft = DraftFactory(review=review, number=1, released=True)
    client.force_login(officer)
    assert "Check for identifiers" in client.get(draft.get_absolute_url()).content.decode()
    ask = reverse("anonymity:ask", args=[review.reference])
    for _ in range(2):
        client.post(ask, {"subject": "draft", "number": "1"})
    check = IdentifierCheck.objects.get()
    assert "waiting for its turn" in client.get(url("check", check)).content.decode()


@pytest.mark.parametrize(
    ("subject", "number"), [("draft", "7"), ("round", "1"), ("publication", "0"), ("nothing", "0")]
)
def test_what_is_not_there_is_refused_in_words(review, officer, client, subject, number):
    client.force_login(officer)
    ask = reverse("anonymity:ask", args=[review.reference])
    page = client.post(ask, {"subject": subject, "number": number}, follow=True)
    assert "There is nothing to check yet." in page.content.decode()
    assert not IdentifierCheck.objects.exists()


def test_what_no_number_is_finds_nothing(review, officer, client):
    client.force_login(officer)
    ask = reverse("anonymity:ask", args=[review.reference])
    assert client.post(ask, {"subject": "draft", "number": "x"}).status_code == 404


def test_a_draft_taken_away_meanwhile_is_said(review, officer):
    DraftFactory(review=review, number=1)
    asked = ask_for_check(review=review, subject="draft", number=1, by=officer, at=timezone.now())
    review.drafts.all().delete()
    check_papers(check_id=asked.pk, clock=timezone.now)
    asked.refresh_from_db()
    assert asked.state == CheckState.FAILED
    assert asked.fault.startswith("There is nothing to check any more")


def test_a_file_that_cannot_be_read_is_said_in_words(review, officer, monkeypatch):
    DraftFactory(review=review, number=1)
    words = "This file is damaged."

    def damaged(*_args, **_more):
        raise CannotOpen(words)

    monkeypatch.setattr("anonymity.operations.checking.check_paper", damaged)
    assert checked(review, officer).fault == words


def test_it_is_checked_once_though_the_task_comes_twice(review, officer):
    DraftFactory(review=review, number=1)
    check = checked(review, officer)
    check_papers(check_id=check.pk, clock=timezone.now)
    check.refresh_from_db()
    assert check.tries == 1


def test_what_kills_its_worker_again_and_again_is_given_up(review, now):
    check = IdentifierCheckFactory(review=review, waiting=True, tries=3)
    check_papers(check_id=check.pk, clock=timezone.now)
    check.refresh_from_db()
    assert check.is_failed


def test_what_a_lost_job_left_is_begun_again(review, monkeypatch):
    check = IdentifierCheckFactory(review=review, waiting=True)
    begun = []
    monkeypatch.setattr("anonymity.tasks.check_papers.delay", lambda **one: begun.append(one))
    look_after_checks()
    assert begun == [{"check_id": check.pk}]


def test_words_are_replaced_in_the_working_text_and_the_draft_stays(review, chair, client):
    section = ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=SENTENCE)
    draft = DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE)))
    check = checked(review, chair)
    client.force_login(chair)
    one = next(one.found for one in findings_of(check).shown if one.found.stops)
    answer = client.post(
        url("group", check, "true_names"),
        {"chosen": [one.number], "choice": "REPLACE", "instead": "Maris"},
        follow=True,
    )
    assert "1 replaced in the working text" in answer.content.decode()
    stands = review.report_sections.standing().get(kind=SectionKind.FACTS)
    assert stands.text == "The mother of Maris was heard by the panel in her own home."
    assert stands.number == section.number + 1
    draft.refresh_from_db()
    assert "Oriel Vantongren" in str(draft.content)
    assert findings_of(check).left  # of the draft nothing is decided by that


def test_words_of_the_record_are_not_replaced_and_nothing_typed_is_lost(review, chair, client):
    DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE)))
    check = checked(review, chair)
    client.force_login(chair)
    page = client.post(
        url("group", check, "true_names"),
        {"chosen": ["1", "2", "3"], "choice": "REPLACE", "instead": "the victim of this review"},
    ).content.decode()
    assert "they come from the record" in page
    assert "the victim of this review" in page


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"instead": "Maris"}, "Tick what is replaced"),
        ({"chosen": ["1"], "instead": " "}, "Enter the words to put in its place"),
    ],
)
def test_half_a_replacement_says_what_is_missing(review, chair, client, sent, said):
    DraftFactory(review=review, number=1)
    check = IdentifierCheckFactory(review=review, found=[found()])
    client.force_login(chair)
    page = client.post(url("group", check, "true_names"), {"choice": "REPLACE", **sent})
    assert said in page.content.decode()


def test_words_that_give_somebody_away_are_not_put_in(review, chair, client):
    section = ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=SENTENCE)
    DraftFactory(review=review, number=1, report=saying(Paragraph(SENTENCE)))
    check = checked(review, chair)
    client.force_login(chair)
    told = {"chosen": ["1", "2", "3"], "choice": "REPLACE", "instead": "young Oriel"}
    page = client.post(url("group", check, "true_names"), told).content.decode()
    assert "These words give somebody away themselves. Part of a true name" in page
    assert review.report_sections.standing().get(kind=SectionKind.FACTS) == section


def test_who_does_not_write_the_report_is_not_offered_to_replace(review, officer, client):
    check = IdentifierCheckFactory(review=review, found=[found()])
    DraftFactory(review=review, number=1)
    client.force_login(officer)
    assert "Replace it" not in client.get(url("group", check, "true_names")).content.decode()


def test_a_panel_member_finds_no_check(review, client):
    check = IdentifierCheckFactory(review=review, found=[found()])
    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    assert client.get(url("check", check)).status_code == 404


def test_a_member_of_the_panel_cannot_ask(review):
    DraftFactory(review=review, number=1, released=True)
    with pytest.raises(Refused):
        checked(review, playing(Role.PANEL_MEMBER, to=review))
