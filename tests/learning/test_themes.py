"""Themes: near wordings are one, an officer keeps them in order, and words stay as published."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from learning.models import Theme
from learning.operations import themes as operations
from learning.queries.themes import rows_of
from reviews.access import Refused
from tests.factories.agencies import UserFactory
from tests.factories.learning import LessonFactory, ThemeFactory
from tests.factories.reviews import PersonFactory, ReviewFactory

pytestmark = pytest.mark.django_db


def meant(place, *words):
    return operations.themes_meant(place, words, at=timezone.now())


def acting(officer):
    return {"today": timezone.localdate(), "by": officer, "at": timezone.now()}


def test_words_that_differ_in_endings_and_order_are_one_theme(place):
    found = meant(place, "risk assessment", "Assessing risks", "assessment of the risk", "Housing")
    assert len({theme.pk for theme in found.values()}) == 2
    assert meant(place, "RISK ASSESSMENTS")["RISK ASSESSMENTS"].name == "Assessing risks"


def test_words_nearly_the_same_are_asked_about_and_not_decided(place):
    meant(place, "routine enquiry", "routine inquiry", "rent arrears")
    near = {row.theme.name: [one.name for one in row.near] for row in rows_of(place)}
    assert near == {
        "Routine enquiry": ["Routine inquiry"],
        "Routine inquiry": ["Routine enquiry"],
        "Rent arrears": [],
    }


def test_two_brought_together_have_one_history_and_no_word_changes(place, officer):
    one, other = ThemeFactory(partnership=place, name="Asking"), ThemeFactory(partnership=place)
    lesson = LessonFactory(partnership=place, about=[one])
    operations.bring_together(theme=one, into=other, **acting(officer))
    assert list(lesson.themes.all()) == [other]
    assert meant(place, "asked")["asked"] == other
    assert lesson.text == type(lesson).objects.get().text
    event = AuditEvent.objects.get(event="theme.brought_together")
    assert (event.subjects["theme_id"], event.subjects["into_id"]) == (one.pk, other.pk)
    with pytest.raises(Refused, match="was brought into another"):
        operations.bring_together(theme=one, into=other, **acting(officer))


def test_nothing_is_brought_into_itself_or_into_another_partnerships(place, officer):
    one = ThemeFactory(partnership=place)
    for into in (one, ThemeFactory()):
        with pytest.raises(Refused, match="another theme of this partnership"):
            operations.bring_together(theme=one, into=into, **acting(officer))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "two or three words"),
        ("x" * 101, "at most 100"),
        ("HOUSING", "Another theme has this name"),
        ("The flat of Oriel Vantongren", "names somebody"),
    ],
)
def test_a_name_says_something_is_its_own_and_names_nobody(place, officer, name, why):
    PersonFactory(review=ReviewFactory(partnership=place), true_name="Oriel Vantongren")
    ThemeFactory(partnership=place, name="Housing")
    with pytest.raises(Refused, match=why):
        operations.name_theme(theme=ThemeFactory(partnership=place), name=name, **acting(officer))


def test_a_named_theme_may_leave_and_is_still_meant_by_its_old_words(signed_in, place):
    theme = ThemeFactory(partnership=place, name="Asking")
    page = reverse("learning:theme", args=[place.slug, theme.pk])
    assert signed_in.post(page, {"name": "Routine enquiry"}).status_code == 302
    theme.refresh_from_db()
    assert (theme.name, theme.is_confirmed) == ("Routine enquiry", True)
    assert meant(place, "asking")["asking"] == theme
    assert AuditEvent.objects.filter(event="theme.named").exists()
    signed_in.post(page, {"name": "Routine enquiry"})
    assert AuditEvent.objects.filter(event="theme.confirmed").exists()


def test_nobody_but_an_officer_keeps_themes(place):
    theme = ThemeFactory(partnership=place)
    with pytest.raises(Refused, match="Only a CSP officer"):
        operations.name_theme(theme=theme, name="Mine", **acting(UserFactory()))


def test_the_page_says_in_which_years_and_leads_there(signed_in, place):
    theme = ThemeFactory(partnership=place, name="Rent arrears")
    for year in (2019, 2023, 2023):
        LessonFactory(partnership=place, about=[theme], published_on=date(year, 5, 1))
    said = signed_in.get(reverse("learning:themes", args=[place.slug])).content.decode()
    assert "Recommended in 2019, again in 2023" in said
    assert "Rent arrears: 1 in 2019, 2 in 2023" in said  # the picture in words
    search = reverse("learning:learning", args=[place.slug])
    assert said.count(f'href="{search}?theme={theme.pk}&amp;year=2023"') == 2  # picture and table


def test_an_officer_says_what_a_recommendation_is_about(signed_in, place):
    lesson = LessonFactory(partnership=place)
    page = reverse("learning:give-themes", args=[place.slug, lesson.pk])
    signed_in.post(page, {"themes": "rent arrears\nRent arrear\n\nhousing"})
    assert sorted(theme.name for theme in lesson.themes.all()) == ["Housing", "Rent arrear"]
    long = signed_in.post(page, {"themes": "x" * 101}).content.decode()
    assert "at most 100 letters" in long
    assert Theme.objects.count() == 2


def test_two_are_brought_together_on_a_page(signed_in, place):
    one, other = ThemeFactory(partnership=place), ThemeFactory(partnership=place)
    page = reverse("learning:together", args=[place.slug, one.pk])
    assert signed_in.get(f"{page}?into={other.pk}").context["form"]["into"].value() == str(other.pk)
    signed_in.post(page, {"into": other.pk})
    one.refresh_from_db()
    assert one.merged_into == other
    assert (
        "Choose"
        in signed_in.post(
            reverse("learning:together", args=[place.slug, other.pk]), {"into": one.pk}
        ).content.decode()
    )
