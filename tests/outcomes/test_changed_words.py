"""What an agency is asked changes, or goes, between the day it is asked and the day it signs."""

from datetime import date

import pytest
from django.urls import reverse

from actionplans.cycle import ActionStatus
from actionplans.models import Action
from outcomes.models import ReturnLine, ReturnSignOff
from tests.actionplans.saying import day
from tests.factories.outcomes import ReturnLineFactory, SixMonthReturnFactory
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db
OTHERWISE = "What is asked of action 8.1 has changed since you opened this page. Read it again"


@pytest.fixture
def line(part, contact, client):
    client.force_login(contact)
    action = ReturnLineFactory(six_month_return=SixMonthReturnFactory(involvement=part)).action
    Action.objects.update(text="Write a course.", outcome_measure="It is held.")
    ReturnLine.objects.update(numbers="8.1", text="Write a course.", outcome_measure="It is held.")
    return action.return_lines.get()


@pytest.fixture
def sign(line, part):
    return reverse("outcomes:sign-return", args=[part.review.reference, line.six_month_return_id])


def answers_on(page, line, **said):
    """Return the page as its reader posts it, with what stands in it hidden."""
    read = page.content.decode().split(f'name="read_{line.pk}" value="')[1].split('"')[0]
    given = {f"{name}_{line.pk}": value for name, value in {"read": read, **said}.items()}
    signed = {"full_name": "Edda Marsh", "job_title": "Head"}
    return {**given, **signed, **day("signed_off_on", date(2026, 9, 1))}


DONE = {"claims": ActionStatus.IN_PROGRESS, "words": "Two of four are held."}


@pytest.mark.parametrize("changed", [{"text": "Write two courses."}, {"outcome_measure": "Six."}])
@pytest.mark.parametrize("said", [DONE, {}], ids=["claimed", "as before"])
def test_words_changed_under_an_open_page_are_read_before_it_is_signed(
    client, line, sign, changed, said
):
    opened = client.get(sign)
    Action.objects.update(**changed)
    refused = client.post(sign, answers_on(opened, line, **said))
    text = Html(refused.content.decode()).text
    assert OTHERWISE in text
    assert "Now it says: " in text
    assert not ReturnSignOff.objects.exists()
    assert client.post(sign, answers_on(refused, line, **said)).status_code == 302


def test_both_wordings_stand_on_the_return_and_where_it_is_signed(client, line, sign):
    assert "Now it says" not in client.get(sign).content.decode()
    Action.objects.update(text="Write two courses.")
    for where in (sign, line.six_month_return.get_absolute_url()):
        text = Html(client.get(where).content.decode()).text
        assert "Asked then: Write a course. How one will know: It is held." in text
        assert "Now it says: Write two courses. How one will know: It is held." in text


def test_who_posts_without_the_page_has_read_the_words_of_the_return_and_no_others(
    client, line, sign
):
    opened = client.get(sign)
    bare = answers_on(opened, line)
    del bare[f"read_{line.pk}"]
    Action.objects.update(text="Write two courses.")
    assert OTHERWISE in Html(client.post(sign, bare).content.decode()).text


def test_an_action_taken_out_under_an_open_page_is_not_asked_about(client, line, sign):
    opened = client.get(sign)
    posted = answers_on(opened, line, **DONE)
    line.action.delete()
    assert f"claims_{line.pk}" not in client.get(sign).content.decode()
    assert client.post(sign, posted).status_code == 302
    assert not ReturnSignOff.objects.get().answers.exists()


def test_a_return_posted_twice_says_that_it_is_signed_and_keeps_the_first(client, line, sign):
    posted = answers_on(client.get(sign), line, claims="DONE_UNVERIFIED", words="Held for 46.")
    assert client.post(sign, posted).status_code == 302
    again = client.post(sign, posted, follow=True)
    assert "This return is signed already" in Html(again.content.decode()).text
    assert ReturnSignOff.objects.count() == 1


def test_an_action_that_moved_under_an_open_page_is_told_of_without_codes(client, line, sign):
    posted = answers_on(client.get(sign), line, claims="DONE_UNVERIFIED", words="Held for 46.")
    Action.objects.update(status=ActionStatus.DONE_UNVERIFIED, completed_on=date(2026, 8, 1))
    text = Html(client.post(sign, posted).content.decode()).text
    assert "How action 8.1 stands has changed since you opened this page" in text
    assert "DONE_UNVERIFIED" not in text
