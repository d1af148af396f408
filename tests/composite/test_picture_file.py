"""The picture as a file: what the page shows, marked, and nothing that runs or is fetched."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from lxml import etree

from audit.models import AuditEvent
from composite.models import Weight
from composite.operations.picture_export import export_picture
from composite.papers.picture_svg import COLOURS
from composite.queries.scope import Narrowing
from reviews.access import Refused, Role
from tests.chronologies.world import NOW, UNDATED, agency_of, shown
from tests.factories.composite import EventWeightFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "style", "rect", "text", "g", "line", "circle"}


def row(day, words="Call."):
    return (day, "", "x", words, "")


def taken(client, review, **said):
    return client.post(reverse("composite:export-picture", args=[review.reference]), said)


def words_of(response):
    """Return all texts of the drawing, which has to be whole XML."""
    drawing = etree.fromstring(response.content)
    return " ".join(" ".join(text.split()) for text in drawing.itertext() if text.strip())


def test_it_says_whose_it_is_and_what_each_colour_is(client, released, review, member):
    long_name = "Beech & Alder <Community> Trust for the whole of the county"
    other = agency_of(review, long_name)
    released(row("5/1/2014"), row("3/12/2015", "Zoe rang."))
    author = playing(Role.IMR_AUTHOR, to=other)
    released(row("2014"), part=other, by=author)
    client.force_login(member)
    response = taken(client, review)
    said = words_of(response)

    assert said.count("OFFICIAL-SENSITIVE") == 3
    assert f"{review.reference}: what each agency tells, January 2014 to December 2015" in said
    assert "Exported on 2 February 2026 by Pia Lund." in said
    assert f"{long_name}: 1 entry with a day." in said
    assert "Alder Trust: 2 entries with a day; nothing from February 2014 to November 2015." in said
    assert "Zoe" not in said
    event = AuditEvent.objects.latest("pk")
    assert (event.event, event.subjects["format"]) == ("chronology.exported", "svg")
    assert event.actor_id == member.pk


def test_it_is_saved_runs_nothing_and_fetches_nothing(client, released, review, member):
    released(row("5/1/2014"))
    client.force_login(member)
    response = taken(client, review)

    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Disposition"].endswith(".svg")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    drawing = etree.fromstring(response.content)
    assert {element.tag.removeprefix(SVG) for element in drawing.iter()} <= DRAWN
    assert not re.search(rb"(?i)href|\son\w+=|url\(|@import|<script", response.content)


def test_it_shows_what_the_page_shows(client, released, review, member):
    released(row("5/1/2014"), row("7/3/2016"))
    client.force_login(member)
    client.post(reverse("composite:narrow", args=[review.reference]), {"period_from": "2016"})
    said = words_of(taken(client, review, agency="alder-trust"))

    assert "Only entries of Alder Trust from 1 January 2016." in said
    assert "Alder Trust: 1 entry with a day." in said
    assert "2014" not in said


def test_days_are_finer_than_months_only_for_who_sees_them_so(
    client, released, review, member, chair
):
    submission = released(row("5/1/2016"), row("7/3/2016"))
    EventWeightFactory(
        review=review, event=submission.entries.latest("happened_from").root, weight=Weight.KEY
    )
    client.force_login(member)

    assert "Key event, Alder Trust, 7 March 2016" in words_of(taken(client, review))
    hidden = words_of(taken(client, review, names="pseudonyms"))
    assert "Key event, Alder Trust, March 2016" in hidden
    assert "Days are told by their month." in hidden
    assert AuditEvent.objects.latest("pk").subjects["names"] == "pseudonymised"


def test_what_is_not_released_is_drawn_for_its_readers_alone(
    client, released, review, sent, member, chair
):
    other = agency_of(review, "Beech Trust")
    author = playing(Role.IMR_AUTHOR, to=other)
    released(row("5/1/2016"))
    sent(row("7/3/2016"), part=other, by=author)
    client.force_login(member)
    assert "Beech Trust" not in words_of(taken(client, review))
    client.force_login(chair)
    said = "Not released to the panel: Beech Trust (a draft that it has not submitted yet)."
    assert said in words_of(taken(client, review))


def test_without_a_day_there_is_none_and_the_page_says_so(client, released, review, member):
    released(UNDATED)
    client.force_login(member)
    answer = client.post(reverse("composite:export-picture", args=[review.reference]), follow=True)

    assert "so there is no picture" in shown(answer)
    assert not AuditEvent.objects.filter(event="chronology.exported").exists()


def test_an_agencys_author_takes_none(client, released, review, author, member):
    released(row("5/1/2016"))
    client.force_login(author)
    assert taken(client, review).status_code == 404
    with pytest.raises(Refused):
        export_picture(review=review, is_named=False, wanted=Narrowing(), by=author, at=NOW)
    client.force_login(member)
    page = shown(client.get(reverse("composite:composite", args=[review.reference])))
    assert "Save the picture (SVG)" in page


def test_its_colours_are_those_of_the_page():
    sheet = Path("static/css/chronologies.css").read_text()

    assert re.findall(r"--lane: (#\w+);", sheet) == list(COLOURS)


def test_the_period_under_review_is_drawn_and_told(client, released, review, member):
    review.period_from, review.period_to = date(2014, 3, 9), date(2015, 6, 20)
    review.save()
    released(row("5/1/2014"), row("7/3/2016"))
    client.force_login(member)
    response = taken(client, review)
    drawing = etree.fromstring(response.content)
    classes = [element.get("class") for element in drawing.iter()]
    assert (classes.count("app-lanes__period"), classes.count("app-lanes__edge")) == (1, 2)
    said = "The period under review: from 9 March 2014 to 20 June 2015."
    assert said in drawing.findtext(f"{SVG}desc")
    assert f"{said} Grey behind the lanes is the period under review." in words_of(response)
    hidden = words_of(taken(client, review, names="pseudonyms"))
    assert "from March 2014 to June 2015." in hidden
    assert "9 March" not in hidden
