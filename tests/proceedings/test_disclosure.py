"""The disclosure register: what there is, when it was shown, what was decided."""

from datetime import date

import pytest
from django.urls import reverse

from proceedings import rules
from proceedings.queries.work import disclosure_to_show
from reviews.access import Refused
from tests.factories.panels import ParallelProcessFactory
from tests.factories.proceedings import DisclosureItemFactory
from tests.panels.saying import day, text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def path(name, review, *args):
    return reverse(f"proceedings:{name}", args=[review.reference, *args])


def test_material_goes_from_the_register_to_its_outcome(signed_in, review, process):
    material = {"process": process.pk, "what": "Notes of a call", "sensitivity": "HIGHLY",
                "owner": "Northshire Council"}  # fmt: skip
    assert "1 of 1 not shown" in text(
        signed_in.post(path("enter-item", review), material, follow=True)
    )
    item = review.disclosure_items.get()
    shown = {"items": [item.pk], "shown_to": "The disclosure officer",
             **day("shown_on", date(2026, 2, 27))}  # fmt: skip
    assert "was shown all of it" in text(
        signed_in.post(path("show-items", review), shown, follow=True)
    )
    decided = {"outcome": "UNUSED", "outcome_note": "By the prosecutor",
               **day("outcome_on", TODAY)}  # fmt: skip
    answer = signed_in.post(path("settle-item", review, 1), decided, follow=True)

    assert "On the schedule of unused material" in text(answer)
    item.refresh_from_db()
    assert (item.shown_on, item.outcome_on) == (date(2026, 2, 27), TODAY)


def test_what_was_shown_keeps_its_day(signed_in, review, process):
    first = DisclosureItemFactory(process=process, shown=True)
    second = DisclosureItemFactory(process=process)
    shown = {"shown_to": "Another officer", **day("shown_on", TODAY)}

    signed_in.post(path("show-items", review), {**shown, "items": [first.pk]})
    assert "Choose what was shown" in text(signed_in.post(path("show-items", review), shown))
    signed_in.post(path("show-items", review), {**shown, "items": [second.pk]})

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.shown_on, second.shown_on) == (date(2026, 2, 24), TODAY)


def test_nothing_is_decided_of_what_nobody_was_shown(signed_in, review, process):
    item = DisclosureItemFactory(process=process)
    decided = {"outcome": "DISCLOSED", **day("outcome_on", TODAY)}
    here = path("settle-item", review, item.number)

    assert "Record first when the disclosure officer was shown this." in text(
        signed_in.post(here, decided)
    )
    item.shown_on = TODAY
    item.save()
    early = {**decided, **day("outcome_on", date(2026, 3, 1))}
    assert "on or after the day it was shown" in text(signed_in.post(here, early))


def test_a_line_is_mended_and_belongs_to_a_process_of_the_review(signed_in, review, process):
    item = DisclosureItemFactory(process=process)
    elsewhere = ParallelProcessFactory()
    here = path("change-item", review, item.number)
    said = {"what": "The file of the housing association", "sensitivity": "SENSITIVE",
            "owner": "Housing association"}  # fmt: skip

    signed_in.post(here, {**said, "process": elsewhere.pk})
    item.refresh_from_db()
    assert item.what == "Notes of the first meeting"
    signed_in.post(here, {**said, "process": process.pk})
    item.refresh_from_db()
    assert item.owner == "Housing association"
    with pytest.raises(Refused, match="a process of this review"):
        rules.check_of_review(review, elsewhere)
    with pytest.raises(Refused, match="Choose what was shown"):
        rules.check_chosen([])


def test_what_is_new_stands_under_my_work_once_for_a_review(officer, process):
    DisclosureItemFactory.create_batch(2, process=process)

    [item] = disclosure_to_show(officer, TODAY)
    assert "disclosure officer" in item.what

    process.status, process.holds_back_publication = "ENDED", False
    process.save()
    assert disclosure_to_show(officer, TODAY) == []
