"""What changed since an earlier file of the same agency, before anybody decides on it."""

import pytest
from django.urls import reverse

from chronologies.operations import rows as operations
from chronologies.queries.script import as_document
from reviews.access import Role
from tests.chronologies.world import (
    GOOD,
    IMPOSSIBLE,
    MONTH,
    NOW,
    UNDATED,
    agency_of,
    ready,
    shown,
)
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

REWORDED = (*GOOD[:3], "Home visit. Nobody <in>.", "")
LATER = ("24/05/2016", "", "Case system", "Seen at the surgery.", "")


@pytest.fixture
def page(client, author):
    client.force_login(author)
    return client


def changes(client, submission, **asked):
    return client.get(submission.address("changes"), asked)


def test_what_is_added_changed_and_removed_is_told_with_both_wordings(page, sent):
    sent(GOOD, MONTH, UNDATED)
    second = sent(LATER, REWORDED, UNDATED)

    answer = changes(page, second)

    found = Html(shown(answer))
    assert "What changed since submission 1" in found.text
    assert "1 entry added, 1 changed, 1 removed; 1 as before." in found.text
    assert [(one.kind, one.entry.what_happened) for one in answer.context["page"]] == [
        ("added", "Seen at the surgery."),
        ("changed", "Home visit. Nobody <in>."),
        ("removed", "Letter sent."),
    ]
    for heading in ("Added", "Changed", "Removed"):
        assert f"<h2>{heading}</h2>" in shown(answer)
    html = shown(answer)
    assert "Home visit. <ins>" in html
    assert "Nobody &lt;in&gt;." in html
    for place in ("Row 2 of Submission 1", "Row 3 of Submission 2", "Submission 2, row 2"):
        assert place in found.text, place
    assert "Called back." not in found.text


def test_the_difference_is_told_to_who_cannot_see_it(page, sent):
    sent(GOOD)
    html = shown(changes(page, sent(("22/05/2016", "15:30", *GOOD[2:]))))
    assert '<del><span class="govuk-visually-hidden">only here: </span>14:30' in html
    assert '<ins><span class="govuk-visually-hidden">only here: </span>15:30' in html
    assert "Home visit" not in html.partition("<del>")[2].partition("</dl>")[0]


def test_where_nothing_changed_the_page_says_so(page, sent):
    sent(GOOD, MONTH)
    again = [("22/05/2016", "14:30", "Case  system", "Home\nvisit.", ""), MONTH]
    found = Html(shown(changes(page, sent(*reversed(again)))))
    assert "Every entry is as it was" in found.text
    assert "0 entries added, 0 changed, 0 removed; 2 as before." in found.text


def test_a_first_file_has_nothing_to_be_compared_with(page, sent, part):
    ChronologySubmissionFactory(involvement=part, unreadable=True)
    submission = sent(GOOD)
    assert "no earlier file" in shown(changes(page, submission))
    assert "What changed" not in shown(page.get(submission.get_absolute_url()))
    unread = ChronologySubmissionFactory(involvement=part)
    assert "no earlier file" in shown(changes(page, unread))


def test_any_earlier_file_can_be_compared_with(page, sent):
    sent(GOOD)
    sent(GOOD, MONTH)
    third = sent(GOOD, MONTH, LATER)
    assert "1 entry added" in shown(changes(page, third))
    answer = changes(page, third, since=1)
    assert "2 entries added" in shown(answer)
    assert "What changed since submission 1" in shown(answer)
    for nobody in ("3", "0", "x"):
        assert changes(page, third, since=nobody).status_code == 404


def test_one_kind_of_change_can_be_asked_for(page, sent):
    sent(GOOD, MONTH)
    second = sent(REWORDED, LATER)
    answer = changes(page, second, only="removed")
    assert [one.kind for one in answer.context["page"]] == ["removed"]
    assert "No entry is added" in shown(changes(page, sent(REWORDED), only="added"))


def test_a_mended_date_that_the_file_says_now_is_no_change(page, sent, author):
    operations.mend_row(
        row=sent(IMPOSSIBLE).rows.get(), date_typed="28/02/2018", words_typed=IMPOSSIBLE[3],
        by=author, at=NOW,
    )  # fmt: skip
    second = sent(("28/02/2018", *IMPOSSIBLE[1:]))
    assert "Every entry is as it was" in shown(changes(page, second))


def test_a_script_is_told_the_same(sent):
    first = as_document(sent(GOOD, MONTH))
    second = as_document(sent(REWORDED, LATER, UNDATED))
    keys = ("since", "added", "changed", "removed")
    assert [first[key] for key in keys] == [None, 0, 0, 0]
    assert [second[key] for key in keys] == [1, 2, 1, 1]


def test_the_way_to_it_stands_where_somebody_decides(client, page, sent, chair, review, officer):
    first = ready(sent(GOOD), release_by=chair)
    sent(MONTH)
    third = ready(sent(GOOD, MONTH, LATER))
    address = third.address("changes")
    assert address in shown(page.get(third.get_absolute_url()))
    agency = reverse("chronologies:chronology", args=[review.reference, third.involvement_id])
    assert shown(page.get(agency)).count("What changed") == 2
    client.force_login(chair)
    # the chair compares with what the panel reads now
    assert f"{address}?since={first.number}" in shown(client.get(third.address("release")))
    client.force_login(officer)
    overview = reverse("chronologies:chronologies", args=[review.reference])
    assert "since submission 2" in Html(shown(client.get(overview))).text


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ADVISER])
def test_who_does_not_read_files_finds_no_page(client, released, sent, review, role):
    released(GOOD)
    second = ready(sent(REWORDED))
    client.force_login(playing(role, to=review))
    assert changes(client, second).status_code == 404


def test_another_agency_finds_no_page(client, sent, review):
    sent(GOOD)
    second = sent(REWORDED)
    other = agency_of(review, "Birch Housing")
    client.force_login(playing(Role.IMR_AUTHOR, to=other))
    assert changes(client, second).status_code == 404


@pytest.mark.parametrize("rows", [3, 60])
def test_the_page_asks_as_often_whatever_there_is(page, sent, rows, django_assert_max_num_queries):
    third = rows // 3
    sent(*visits(range(rows), "at home"))
    second = sent(*visits(range(third, rows + third), "at the office"))
    with django_assert_max_num_queries(15):
        answer = changes(page, second)
    assert f"{rows - third} changed" in shown(answer)
    told = [one for number in (1, 2) for one in changes(page, second, page=number).context["page"]]
    assert [one.kind for one in told[: rows + third]] == [
        *["added"] * third, *["changed"] * (rows - third), *["removed"] * third
    ]  # fmt: skip
    assert len(answer.context["page"]) == min(50, rows + third)


def visits(numbers, words):
    """Return a row for each, on days of their own, so that none is taken for another."""
    return [
        (f"{n % 28 + 1}/{n // 28 + 1}/2016", "", "x", f"Visit number {n} {words}.", "")
        for n in numbers
    ]
