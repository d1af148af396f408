"""Submitted, signed off by somebody else, released by the chair; each may be taken back once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chronologies.models import ChronologySubmission
from chronologies.operations import decisions
from chronologies.operations.decisions import Signature
from messaging.models import Message
from reviews import access
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.chronologies.world import (
    GOOD,
    MONTH,
    NOW,
    TODAY,
    UNDATED,
    WORDLESS,
    agency_of,
    ready,
    shown,
)
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.reviews import playing
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db

ENTERED = {
    "received_via": "EMAIL",
    "on_behalf_of": "Mara Sennet, director",
    "given_on_day": "1",
    "given_on_month": "2",
    "given_on_year": "2026",
    "note": "",
}


def state(submission):
    return ChronologySubmission.objects.get(pk=submission.pk).state


def told():
    return [(row.kind, row.to_address) for row in Message.objects.order_by("pk")]


def test_from_submission_to_the_panel(client, sent, author, senior, chair):
    submission = sent(GOOD, MONTH)
    client.force_login(author)
    assert "Submit to the review" in shown(client.get(submission.get_absolute_url()))
    answer = client.post(submission.address("submit"), follow=True)
    assert "waits for senior sign-off" in shown(answer)

    client.force_login(senior)
    assert "Enter the sign-off" not in shown(client.get(submission.get_absolute_url()))
    page = shown(client.get(submission.address("sign-off")))
    assert "2 rows: 2 entries." in page
    assert "your agency answers for it" in page
    answer = client.post(submission.address("sign-off"), {"note": "Paper files are lost."})
    assert "Paper files are lost." in shown(client.get(answer.url))

    client.force_login(chair)
    page = shown(client.get(submission.address("release")))
    assert (
        "The panel and the authors of other agencies will be able to read this: 2 entries" in page
    )
    answer = client.post(submission.address("release"), follow=True)
    assert "is released to the panel" in shown(answer)
    assert state(submission) == "RELEASED"
    assert told() == [
        ("chronology_to_sign_off", "mara@alder.example"),
        ("chronology_to_release", "ira@chair.example"),
        ("chronology_released", "noor@alder.example"),
    ]


def test_it_is_not_submitted_while_rows_are_undecided(client, sent, author):
    submission = sent(GOOD, *[(f"2{n}/05/2016", "", "x", "", "") for n in range(5)])
    client.force_login(author)

    answer = client.post(submission.address("submit"), follow=True)

    assert "Mend these rows or set them aside first: row 3; row 4; row 5; and others." in shown(
        answer
    )
    assert state(submission) == "READ"


def test_nothing_to_submit_is_not_submitted(sent, author):
    submission = sent(WORDLESS)
    submission.rows.update(outcome="SET_ASIDE", set_aside_because="Totals", set_aside_at=NOW)
    ChronologySubmission.objects.filter(pk=submission.pk).update(rows_rejected=0, rows_set_aside=1)
    with pytest.raises(Refused, match="nothing to submit"):
        decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)


def test_the_last_file_is_the_one_to_submit(sent, author):
    first = sent(GOOD)
    ChronologySubmissionFactory(involvement=first.involvement, unreadable=True)
    sent(MONTH)
    with pytest.raises(Refused, match="submission 3"):
        decisions.submit(submission=first, today=TODAY, by=author, at=NOW)


def test_the_senior_person_asks_for_changes(client, sent, author, senior):
    submission = sent(GOOD)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    client.force_login(senior)
    address = submission.address("give-back")

    assert "Say what is to be changed" in shown(client.post(address, {"reason": ""}))
    client.post(address, {"reason": "The visit of June is missing."})

    assert state(submission) == "READ"
    assert told()[-1] == ("chronology_given_back", "noor@alder.example")
    client.force_login(author)
    assert "The visit of June is missing." in shown(client.get(submission.get_absolute_url()))
    assert client.get(address).status_code == 404


def test_the_author_takes_back_what_waits_for_sign_off(client, sent, author):
    submission = sent(GOOD)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    client.force_login(author)
    assert "Take it back to change it" in shown(client.get(submission.get_absolute_url()))

    client.post(submission.address("give-back"), {})

    assert state(submission) == "READ"
    assert told() == []


def test_a_senior_person_gives_a_reason(sent, author, senior):
    submission = sent(GOOD)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    with pytest.raises(Refused, match="Say what is to be changed"):
        decisions.give_back(submission=submission, reason=" ", today=TODAY, by=senior, at=NOW)


def test_nobody_signs_off_what_they_submitted(client, sent, author, part):
    submission = sent(GOOD)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    access.admit(user=author, role=Role.SENIOR_SIGN_OFF, to=part, by=author, at=NOW, from_on=TODAY)
    client.force_login(author)
    assert client.get(submission.address("sign-off")).status_code == 404
    with pytest.raises(Refused, match="Whoever submits a chronology cannot sign it off"):
        decisions.sign_off(
            submission=submission,
            signature=Signature(full_name="Noor Achterberg", signed_off_on=TODAY),
            today=TODAY,
            by=author,
            at=NOW,
        )


class TestSignOffEnteredForThem:
    def test_it_says_where_it_comes_from(self, client, sent, author, officer):
        submission = sent(GOOD)
        decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
        client.force_login(officer)
        assert "Enter the sign-off" in shown(client.get(submission.get_absolute_url()))
        address = submission.address("sign-off")
        assert "Who signed it off?" in shown(client.get(address))

        original = SimpleUploadedFile("mail.txt", b"I sign this off.", content_type="text/plain")
        answer = client.post(address, {**ENTERED, "original": original})

        page = shown(client.get(answer.url))
        assert "Entered for Mara Sennet, director from an email of 1 February 2026" in page
        assert downloaded(client, submission.address("sign-off-original")) == b"I sign this off."

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"on_behalf_of": "Noor Achterberg, author"}, "cannot sign it off"),
            ({"given_on_year": "2027"}, "must be today or in the past"),
            ({"given_on_year": "1980"}, "must be after 1990"),
            ({"received_via": ""}, "How did the sign-off reach you"),
        ],
    )
    def test_what_cannot_be_is_refused(self, client, sent, author, officer, said, words):
        submission = sent(GOOD)
        decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
        client.force_login(officer)

        page = shown(client.post(submission.address("sign-off"), {**ENTERED, **said}))

        assert words in page
        assert state(submission) == "SUBMITTED"

    def test_whoever_gave_the_file_does_not_sign_it_off(self, sent, officer):
        submission = sent(
            GOOD, by=officer, received_via="EMAIL", on_behalf_of="Mara Sennet", given_on=TODAY
        )
        decisions.submit(submission=submission, today=TODAY, by=officer, at=NOW)
        with pytest.raises(Refused, match="cannot sign it off"):
            decisions.sign_off(
                submission=submission,
                signature=Signature(full_name="Mara Sennet, director", signed_off_on=TODAY),
                provenance={
                    "received_via": "EMAIL",
                    "on_behalf_of": "Mara Sennet, director",
                    "given_on": TODAY,
                },
                today=TODAY,
                by=officer,
                at=NOW,
            )


def test_a_release_is_taken_back_with_a_reason(client, released, chair, member):
    submission = released(GOOD)
    client.force_login(chair)
    address = submission.address("take-back")
    assert "no longer read it" in shown(client.get(address))
    assert "Say why the release is taken back" in shown(client.post(address, {}))

    answer = client.post(address, {"reason": "The police ask for it."}, follow=True)

    assert "Release taken back on" in shown(answer)
    assert "The police ask for it." in shown(answer)
    client.force_login(member)
    composite = reverse("composite:composite", args=[submission.involvement.review.reference])
    assert "Home visit." not in shown(client.get(composite))
    decisions.release(submission=submission, today=TODAY, by=chair, at=NOW)
    assert "Home visit." in shown(client.get(composite))


def test_a_later_file_takes_the_place_of_an_earlier_one(client, released, sent, chair, member):
    first = released(GOOD)
    second = ready(sent(MONTH))
    client.force_login(member)
    composite = reverse("composite:composite", args=[first.involvement.review.reference])
    assert "Letter sent." not in shown(client.get(composite))

    client.force_login(chair)
    assert "It takes the place of submission 1" in shown(client.get(second.address("release")))
    client.post(second.address("release"))

    client.force_login(member)
    page = shown(client.get(composite))
    assert "Letter sent." in page
    assert "Home visit." not in page
    client.force_login(chair)
    assert "Home visit." in shown(client.get(first.address("entries")))  # stays readable
    third = ready(sent(UNDATED))
    fourth = ready(sent((*GOOD[:3], "Another visit.", "")), release_by=chair)
    assert fourth.is_released
    with pytest.raises(Refused, match="Submission 4 of this agency is later"):
        decisions.release(submission=third, today=TODAY, by=chair, at=NOW)


def test_only_the_chair_releases(client, sent, officer, review, member, author):
    submission = ready(sent(GOOD))
    secretary = playing(Role.REVIEW_SECRETARY, to=review)
    for user in (officer, secretary, member, author):
        client.force_login(user)
        for page in ("release", "take-back"):
            assert client.get(submission.address(page)).status_code == 404
    with pytest.raises(Refused, match="release a chronology"):
        decisions.release(submission=submission, today=TODAY, by=officer, at=NOW)


def test_what_is_not_signed_off_is_not_released(sent, chair):
    with pytest.raises(Refused, match="cannot follow from where things stand"):
        decisions.release(submission=sent(GOOD), today=TODAY, by=chair, at=NOW)


def test_what_is_not_released_cannot_be_taken_back(sent, chair, released):
    with pytest.raises(Refused, match="not released"):
        decisions.take_back(submission=ready(sent(GOOD)), reason="x", by=chair, at=NOW)
    with pytest.raises(Refused, match="Say why"):
        decisions.take_back(submission=released(MONTH), reason=" ", by=chair, at=NOW)


def test_the_list_says_how_far_each_agency_is(client, sent, review, chair, officer, member):
    ready(sent(GOOD))
    agency_of(review, "Beech Trust")
    other = agency_of(review, "Cedar Homes")
    sent(GOOD, part=other, by=playing(Role.IMR_AUTHOR, to=other))
    address = reverse("chronologies:chronologies", args=[review.reference])

    client.force_login(chair)
    page = shown(client.get(address))
    assert page.index("Alder Trust") < page.index("Cedar Homes") < page.index("Beech Trust")
    assert "Release<span" in page
    client.force_login(officer)
    assert "Release<span" not in shown(client.get(address))
    client.force_login(member)
    assert client.get(address).status_code == 404


def test_the_list_is_empty_until_something_is_asked(client, review, chair):
    client.force_login(chair)
    address = reverse("chronologies:chronologies", args=[review.reference])
    assert "No chronology is asked for yet" in shown(client.get(address))


@pytest.mark.parametrize("is_released", [False, True])
def test_what_is_signed_off_is_not_signed_off_again(client, sent, chair, officer, is_released):
    submission = ready(sent(GOOD), release_by=chair if is_released else None)
    client.force_login(officer)

    assert submission.address("sign-off") not in client.get(submission.address("submission")).text
    assert client.post(submission.address("sign-off"), ENTERED).status_code == 404


def test_there_is_no_original_where_somebody_signed_off_in_person(client, sent, chair):
    client.force_login(chair)
    assert client.get(ready(sent(GOOD)).address("sign-off-original")).status_code == 404
    assert client.get(sent(MONTH).address("sign-off-original")).status_code == 404


def test_a_review_that_has_ended_is_left_as_it_is(sent, author, senior):
    submission = sent(GOOD)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    review = submission.involvement.review
    review.stage = Stage.CONCLUDED
    review.save()
    with pytest.raises(Refused, match="has ended"):
        decisions.give_back(submission=submission, reason="x", today=TODAY, by=senior, at=NOW)
