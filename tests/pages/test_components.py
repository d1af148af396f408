"""Every component says what it is given, and refuses to be given less."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.messages import SUCCESS, WARNING
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory

from pages.parts import Blocker, Filter, Row, Task
from tests.pages.reading import Html

TODAY = date(2026, 3, 12)
STEPS = ("Notified", "Decision", "Panel", "Terms", "Evidence")


def shown(source: str, *, at: str = "/", **context: object) -> Html:
    request = RequestFactory().get(at)
    template = Template("{% load components dates %}" + source)
    return Html(template.render(RequestContext(request, {"today": TODAY, **context})))


@pytest.mark.parametrize(
    ("days", "met_after", "words"),
    [
        (9, None, "9 days left due 21 March 2026"),
        (1, None, "1 day left due 13 March 2026"),
        (0, None, "Due today due 12 March 2026"),
        (-1, None, "1 day late due 11 March 2026"),
        (-12, None, "12 days late due 28 February 2026"),
        (-12, -12, "Done in time due 28 February 2026"),
        (-12, -10, "Done 2 days late due 28 February 2026"),
    ],
)
def test_deadline_tag_says_how_it_stands(days, met_after, words):
    due_on = TODAY + timedelta(days=days)
    met_on = None if met_after is None else TODAY + timedelta(days=met_after)
    page = shown("{% deadline_tag due_on=due met_on=met today=today %}", due=due_on, met=met_on)
    assert page.text == words
    assert page.find("time")["datetime"] == due_on.isoformat()


@pytest.mark.parametrize(
    ("days", "colour"), [(8, "grey"), (7, "yellow"), (0, "yellow"), (-1, "red")]
)
def test_deadline_tag_changes_colour_in_the_last_week(days, colour):
    page = shown("{% deadline_tag due_on=due today=today %}", due=TODAY + timedelta(days=days))
    assert page.find("strong")["class"] == f"govuk-tag govuk-tag--{colour}"


def test_a_missing_argument_is_an_error():
    with pytest.raises(TemplateSyntaxError, match="today"):
        shown("{% deadline_tag due_on=today %}")


def test_status_tag_knows_five_tones_only():
    assert shown("{% status_tag words='Accepted' tone='done' %}").text == "Accepted"
    with pytest.raises(KeyError):
        shown("{% status_tag words='Accepted' tone='nice' %}")


def test_stage_strip_marks_where_it_stands():
    page = shown(
        "{% stage_strip steps=steps step=3 words='Panel formed' %}",
        steps=STEPS,
    )
    assert page.text.startswith("Step 3 of 5 Panel formed")
    assert page.find("li", **{"aria-current": "step"}).text == "Panel"
    assert [step.text for step in page.all("li")] == [
        "Notified (done)",
        "Decision (done)",
        "Panel",
        "Terms",
        "Evidence",
    ]


def test_stage_strip_uses_the_name_of_the_step_where_there_are_no_other_words():
    page = shown("{% stage_strip steps=steps step=5 compact=True %}", steps=STEPS)
    assert "Step 5 of 5 Evidence" in page.text


def test_breadcrumbs_lead_here():
    page = shown(
        "{% breadcrumbs %}{% crumb text='Reviews' href='/reviews/' %}"
        "{% crumb text='AB-2026-03' %}{% endbreadcrumbs %}"
    )
    assert page.find("a")["href"] == "/reviews/"
    assert page.find("li", **{"aria-current": "page"}).text == "AB-2026-03"


def test_provenance_names_for_whom_and_from_what():
    page = shown("{% provenance on_behalf_of='Northside Housing' source='an email' dated=today %}")
    assert page.text == "Entered for Northside Housing from an email of 12 March 2026"


def test_summary_list_offers_changes_and_admits_gaps():
    rows = [Row("Chair", "Priya Raman", href="/chair/"), Row("Agreed date"), Row("Adults", 0)]
    page = shown("{% summary_list rows=rows %}", rows=rows)
    assert page.text == "Chair Priya Raman Change Chair Agreed date Not recorded Adults 0"
    assert page.find("a")["href"] == "/chair/"


def test_summary_list_shows_words_as_words():
    page = shown("{% summary_list rows=rows %}", rows=[Row("Found", "<script>\nin the file")])
    assert "<script>" not in page.source
    assert page.text == "Found <script> in the file"


def test_task_list_says_what_can_be_started():
    tasks = [
        Task("Confirm", "Done", href="/1/", is_done=True),
        Task("Say what you found", "To do", href="/2/"),
        Task("Sign off", "Cannot start yet", hint="Once the report is uploaded"),
    ]
    page = shown("{% task_list label='Your report' tasks=tasks %}", tasks=tasks)
    assert [link["href"] for link in page.all("a")] == ["/1/", "/2/"]
    assert page.find("a")["aria-describedby"] == page.find(id="your-report-1-status")["id"]
    assert "Sign off Once the report is uploaded Cannot start yet" in page.text


def test_blockers_lists_reasons_with_their_links():
    page = shown(
        "{% blockers title='To move to Drafting' reasons=reasons %}"
        "{% button words='Move on anyway' href='/waive/' kind='secondary' %}{% endblockers %}",
        reasons=[Blocker("Two chronologies are not released", "/released/"), Blocker("No terms")],
    )
    assert [item.text for item in page.all("li")] == [
        "Two chronologies are not released",
        "No terms",
    ]
    assert [link["href"] for link in page.all("a")] == ["/released/", "/waive/"]


def test_blockers_says_when_nothing_is_in_the_way():
    page = shown("{% blockers title='To move on' reasons=none %}{% endblockers %}", none=[])
    assert page.text == "To move on Nothing is in the way."


def test_card_links_its_title():
    page = shown(
        "{% card title='Agencies' href='/a/' figure='41 of 58' %}<p>17 chased</p>{% endcard %}"
    )
    assert page.text == "Agencies 41 of 58 17 chased"
    assert not shown("{% card title='Family' %}{% endcard %}").all("a")


def test_empty_state_says_what_would_fill_it():
    page = shown("{% empty_state title='None yet' %}<p>Ask agencies.</p>{% endempty_state %}")
    assert page.text == "None yet Ask agencies."


def test_data_table_can_be_scrolled_by_keyboard_and_is_named():
    page = shown("{% data_table caption='Agencies asked' %}<tbody></tbody>{% enddata_table %}")
    region = page.find("div", role="region")
    assert region["tabindex"] == "0"
    assert page.find(id=region["aria-labelledby"]).text == "Agencies asked"


@pytest.mark.parametrize(
    ("at", "href", "sorted_as"),
    [
        ("/?stage=late&page=3", "?stage=late&sort=due", None),
        ("/?sort=due", "?sort=-due", "ascending"),
        ("/?sort=-due", "?sort=due", "descending"),
    ],
)
def test_sort_heading_turns_round_and_keeps_filters(at, href, sorted_as):
    page = shown("{% sort_heading label='Due' by='due' %}", at=at)
    assert page.find("a")["href"] == href
    assert page.find("th").get("aria-sort") == sorted_as


def test_pagination_keeps_filters():
    page = shown(
        "{% pagination page=page %}", at="/?stage=late", page=Paginator(range(200), 20).page(4)
    )
    assert page.find("a", rel="prev")["href"] == "?stage=late&page=3"
    assert page.find("a", rel="next")["href"] == "?stage=late&page=5"
    assert page.find("a", **{"aria-current": "page"}).text == "4"
    assert page.text == "Previous page 1 2 3 4 5 ⋯ 10 Next page"


def test_pagination_of_one_page_shows_nothing():
    page = shown("{% pagination page=page %}", page=Paginator(range(3), 20).page(1))
    assert page.text == ""


def test_pagination_ends_where_the_list_ends():
    pages = Paginator(range(30), 20)
    assert shown("{% pagination page=page %}", page=pages.page(1)).text == "1 2 Next page"
    assert shown("{% pagination page=page %}", page=pages.page(2)).text == "Previous page 1 2"


def test_filter_chips_change_one_filter():
    choices = [Filter("", "All", 58), Filter("none", "Nothing held", 24), Filter("late", "Late")]
    page = shown(
        "{% filter_chips label='Answer' name='answer' choices=choices %}",
        at="/?answer=none&sort=due&page=2",
        choices=choices,
    )
    assert [chip["href"] for chip in page.all("a")] == [
        "?sort=due",
        "?sort=due&answer=none",
        "?sort=due&answer=late",
    ]
    assert page.find("a", **{"aria-current": "true"}).text == "Nothing held 24"


@pytest.mark.parametrize(
    ("kind", "size", "words"),
    [
        ("Word", 245_760, "IMR (Word, 246 KB)"),
        ("", 12, "IMR (1 KB)"),
        ("PDF", None, "IMR (PDF)"),
        ("", 2_000_000, "IMR (2 MB)"),
        ("", 1_540_000, "IMR (1.5 MB)"),
        ("", None, "IMR"),
    ],
)
def test_file_link_says_what_and_how_large(kind, size, words):
    page = shown("{% file_link name='IMR' href='/f/' kind=kind size=size %}", kind=kind, size=size)
    assert page.text == words


def test_warning_text_is_a_warning_to_a_screen_reader_too():
    page = shown("{% warning_text words='58 agencies will be emailed' %}")
    assert page.text == "! Warning 58 agencies will be emailed"


def test_details_open_without_a_script():
    page = shown("{% details summary='How to search' %}<p>Every alias.</p>{% enddetails %}")
    assert page.find("summary").text == "How to search"


def test_button_may_be_one_of_several():
    button = shown("{% button words='Save for later' name='later' value='yes' %}").find("button")
    assert (button["name"], button["value"], button.text) == ("later", "yes", "Save for later")


def test_post_button_carries_the_token():
    page = shown("{% post_button words='Release' action='/release/' kind='warning' %}")
    assert page.find("form")["action"] == "/release/"
    assert page.find("input", name="csrfmiddlewaretoken")["value"]


def test_notices_say_what_happened_and_how_to_take_it_back():
    told = [Message(SUCCESS, "41 agencies asked", extra_tags="/undo/"), Message(WARNING, "Late")]
    page = shown("{% notices messages=told %}", told=told)
    assert page.text == "Done 41 agencies asked Undo Important Late"
    assert page.find("form")["action"] == "/undo/"
    assert [box["role"] for box in page.all("div") if "role" in box.attrs] == ["alert", "region"]


HAT = {"key": "1", "role": "CSP officer", "place": "Eastmere", "is_worn": True}
OTHER = {"key": "2", "role": "Administrator", "place": "", "is_worn": False}


def test_hat_can_be_changed_where_there_are_several():
    page = shown(
        "{% include 'components/hat.html' %}", hat=HAT, hats=[HAT, OTHER], hat_switch="/hat/"
    )
    assert page.find("summary").text == "CSP officer, Eastmere"
    assert page.find("form")["action"] == "/hat/"
    assert [choice["value"] for choice in page.all("button")] == ["1", "2"]


def test_hat_is_only_said_where_there_is_one():
    page = shown("{% include 'components/hat.html' %}", hat=OTHER, hats=[OTHER])
    assert page.text == "Administrator"
    assert not page.all("form")


def test_every_component_is_described_and_tested():
    tested = Path(__file__).read_text() + Path(__file__).with_name("test_forms.py").read_text()
    for template in (settings.BASE_DIR / "templates" / "components").glob("*.html"):
        text = template.read_text()
        assert re.search(rf"{{% comment %}}\s+{template.stem}: ", text), template.name
        assert re.search(rf"{{% {template.stem} |'components/{template.name}'", tested), (
            template.name
        )
