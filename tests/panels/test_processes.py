"""Parallel processes: how they stand and what they hold back."""

from datetime import date

import pytest

from panels.models import ProcessStatus
from panels.queries.processes import held_back
from reviews.access import Role
from tests.factories.panels import ParallelProcessFactory, ProcessDateFactory
from tests.factories.reviews import playing
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

TRIAL = {
    "kind": "CRIMINAL",
    "status": "RUNNING",
    "body": "Northshire Police",
    "reference": "NP/77/Q",
    "lead_contact": "Senior investigating officer",
    "holds_back": ["family", "publication"],
    "held_back_why": "The trial is to come",
    "may_lift": "The senior investigating officer",
    "joined_up": "The chair meets the officer monthly.",
    **day("started_on", date(2026, 1, 3)),
}


def test_a_process_is_recorded_with_what_it_holds_back(signed_in, review):
    response = signed_in.post(page("add-process", review.reference), TRIAL, follow=True)

    shown = text(response)
    assert "The process is recorded." in shown
    assert "It holds back contact with the family and publication." in shown
    assert "NP/77/Q" in shown
    process = review.parallel_processes.get()
    assert (process.holds_back_family, process.holds_back_interviews) == (True, False)
    assert process.started_on == date(2026, 1, 3)


def test_whom_to_reach_is_for_those_who_read_the_log_of_contacts(client, review):
    process = ParallelProcessFactory(
        review=review, reference="NP/77/Q", lead_contact="Det Insp Thorne, 555 0142"
    )
    path = process.get_absolute_url()

    for role in (Role.PANEL_MEMBER, Role.ADVISER, Role.NEIGHBOURING_OFFICER, Role.CSP_CHAIR):
        client.force_login(playing(role, to=review))
        shown = text(client.get(path))
        assert "Northshire Police" in shown, role
        assert "Thorne" not in shown, role
        assert "NP/77/Q" not in shown, role
    for role in (Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY):
        client.force_login(playing(role, to=review))
        shown = text(client.get(path))
        assert "Thorne" in shown, role
        assert "NP/77/Q" in shown, role


def test_the_form_says_who_reads_what(signed_in, review):
    shown = text(signed_in.get(page("add-process", review.reference)))

    assert shown.count("Only the CSP’s officers, the independent chair and their support") == 2
    assert "Verdict, sentence and minimum term, or conclusion. It is kept encrypted. Everybody" in (
        shown
    )


def test_that_none_applies_is_recorded_too(signed_in, review):
    signed_in.post(
        page("add-process", review.reference), {"kind": "CSPR", "status": "DOES_NOT_APPLY"}
    )

    process = review.parallel_processes.get()
    assert not process.is_open
    assert held_back(review) == {}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"status": "ENDED"}, "A process that has ended or does not apply holds nothing back."),
        ({"held_back_why": " "}, "Say why it is held back"),
        ({"may_lift": ""}, "Say who can lift it"),
        ({"status": ""}, "Select how it stands"),
        (day("started_on", date(2026, 4, 1)), "The start must be today or in the past"),
        (day("started_on", date(2026, 1, 3)) | {"started_on_day": "31", "started_on_month": "2"},
         "The start must be a real date"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_lost(signed_in, review, said, words):
    response = signed_in.post(page("add-process", review.reference), {**TRIAL, **said})

    assert words in text(response)
    assert "The chair meets the officer monthly." in text(response)
    assert not review.parallel_processes.exists()


def test_a_process_ends_and_holds_nothing_back_any_more(signed_in, review):
    process = ParallelProcessFactory(review=review)
    path = page("change-process", review.reference, process.pk)
    assert "NP/77/Q" in text(signed_in.get(path))

    response = signed_in.post(
        path,
        {**TRIAL, "status": "ENDED", "holds_back": [], "outcome": "Convicted of murder."},
        follow=True,
    )

    assert "Convicted of murder." in text(response)
    process.refresh_from_db()
    assert (process.status, process.holds_back) == (ProcessStatus.ENDED, [])


def test_an_impossible_change_is_refused(signed_in, review):
    process = ParallelProcessFactory(review=review)

    response = signed_in.post(
        page("change-process", review.reference, process.pk), {**TRIAL, "status": "ENDED"}
    )

    assert "holds nothing back" in text(response)


class TestDays:
    def test_a_day_to_come_is_recorded_and_taken_out(self, signed_in, review):
        process = ParallelProcessFactory(review=review)
        path = page("add-process-date", review.reference, process.pk)

        said = {"what": "First day of the trial", **day("on", date(2026, 9, 7))}
        response = signed_in.post(path, said, follow=True)

        assert "7 September 2026 (in 6 months)" in text(response)
        [found] = process.dates.all()
        gone = signed_in.post(
            page("remove-process-date", review.reference, process.pk, found.pk), follow=True
        )
        assert "The day is taken out." in text(gone)
        assert not process.dates.exists()

    def test_a_day_is_a_day(self, signed_in, review):
        process = ParallelProcessFactory(review=review)
        path = page("add-process-date", review.reference, process.pk)

        response = signed_in.post(path, {"what": "Verdict"})

        assert "Enter the day" in text(response)
        assert 'value="Verdict"' in text(response)

    def test_a_review_that_has_ended_keeps_its_days(self, signed_in, review):
        process = ParallelProcessFactory(review=review)
        type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")

        response = signed_in.post(
            page("add-process-date", review.reference, process.pk),
            {"what": "Verdict", **day("on", date(2026, 9, 7))},
        )

        assert "This review has ended." in text(response)


class TestList:
    def test_it_begins_with_what_is_held_back(self, signed_in, review):
        ProcessDateFactory(process__review=review)
        ParallelProcessFactory(
            review=review, kind="CORONER", holds_back_interviews=True, holds_back_publication=True
        )
        ParallelProcessFactory(
            review=review, kind="SAR", status=ProcessStatus.ENDED, holds_back_publication=False
        )

        shown = text(signed_in.get(page("processes", review.reference)))

        both = "Criminal investigation or trial, Coroner&#x27;s investigation or inquest"
        assert f"Holding back publication: {both}" in shown
        assert "Holding back interviews with staff: Coroner" in shown
        assert "First day of the trial" in shown
        assert "Safeguarding adults review" in shown

    def test_an_empty_list_says_what_would_fill_it(self, signed_in, review):
        shown = text(signed_in.get(page("processes", review.reference)))

        assert "No process is recorded" in shown
        assert "Nothing is held back by another process." in shown

    @pytest.mark.parametrize("number", [3, 30])
    def test_pages_cost_the_same_whatever_the_number(
        self, client, review, number, django_assert_max_num_queries
    ):
        for _ in range(number):
            process = ProcessDateFactory(process__review=review).process
            ProcessDateFactory.create_batch(number // 3, process=process)
        client.force_login(playing(Role.PANEL_MEMBER, to=review))

        for path in (page("processes", review.reference), process.get_absolute_url()):
            with django_assert_max_num_queries(14):
                assert client.get(path).status_code == 200
