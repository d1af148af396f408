"""
The parts that pages are made of, each with its template in templates/components/.

Arguments are keyword-only, so that a missing one is an error. docs/pages.md lists them all.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms, template
from django.contrib.messages import SUCCESS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from pages.forms import BoundField, Problem, problems
from pages.parts import Blocker, Filter, Row, Strip, Task
from pages.stacking import stacked

register = template.Library()

# How a tag looks. The words carry the meaning; the colour repeats it.
TONES = {"plain": "grey", "underway": "blue", "done": "green", "soon": "yellow", "late": "red"}
BUTTONS = {
    "primary": "",
    "secondary": "govuk-button--secondary",
    "warning": "govuk-button--warning",
}
SOON = 7


# Where am I


@register.simple_block_tag
def breadcrumbs(content: str) -> SafeString:
    return render_to_string("components/breadcrumbs.html", {"content": content})


@register.inclusion_tag("components/crumb.html")
def crumb(*, text: str, href: str = "") -> dict[str, object]:
    """One step of the way here; without `href`, the page itself."""
    return {"text": text, "href": href}


@register.inclusion_tag("components/notices.html")
def notices(*, messages: Iterable[Message]) -> dict[str, object]:
    """Say what just happened. `pages.notices` writes them, with the way back in `extra_tags`."""
    return {
        "notices": [
            {"words": str(told), "undo": told.extra_tags, "is_done": told.level == SUCCESS}
            for told in messages
        ]
    }


# How does it stand


@register.inclusion_tag("components/deadline_tag.html")
def deadline_tag(*, due_on: date, today: date, met_on: date | None = None) -> dict[str, object]:
    """Say how a deadline stands. Takes `today` so that one page has one today."""
    days_left = (due_on - (met_on or today)).days
    is_late = days_left < 0
    tone = "late" if is_late else "done" if met_on else "soon" if days_left <= SOON else "plain"
    return {
        "due_on": due_on,
        "met_on": met_on,
        "days": abs(days_left),
        "is_late": is_late,
        "colour": TONES[tone],
    }


@register.inclusion_tag("components/status_tag.html")
def status_tag(*, words: str, tone: str = "plain") -> dict[str, object]:
    return {"words": words, "colour": TONES[tone]}


@register.inclusion_tag("components/stage_strip.html")
def stage_strip(
    *, steps: Sequence[str], step: int, words: str = "", compact: bool = False
) -> dict[str, object]:
    """Show how far along something is. `step` counts from 1; `words` say more than its name."""
    strip = Strip(steps=steps, step=step, words=words)
    return {"strip": strip, "compact": compact}


@register.inclusion_tag("components/provenance.html")
def provenance(*, on_behalf_of: str, source: str, dated: date) -> dict[str, object]:
    """Say for whom something was entered, and from what: `source` is "an email", "a meeting"."""
    return {"on_behalf_of": on_behalf_of, "source": source, "dated": dated}


# Showing


@register.inclusion_tag("components/summary_list.html")
def summary_list(*, rows: Iterable[Row]) -> dict[str, object]:
    return {"rows": rows}


@register.inclusion_tag("components/task_list.html")
def task_list(*, label: str, tasks: Iterable[Task]) -> dict[str, object]:
    return {"label": label, "slug": slugify(label), "tasks": tasks}


@register.simple_block_tag
def blockers(content: str, *, title: str, reasons: Sequence[Blocker]) -> SafeString:
    """Say what must happen first. The content is the buttons that are open all the same."""
    context = {"title": title, "slug": slugify(title), "reasons": reasons, "content": content}
    return render_to_string("components/blockers.html", context)


@register.simple_block_tag
def card(content: str, *, title: str, href: str = "", figure: str = "") -> SafeString:
    context = {"title": title, "href": href, "figure": figure, "content": content}
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def empty_state(content: str, *, title: str) -> SafeString:
    """Say why there is nothing here; the content says what would fill it."""
    return render_to_string("components/empty_state.html", {"title": title, "content": content})


@register.simple_block_tag
def data_table(
    content: str, *, caption: str, hide_caption: bool = False, place: str = ""
) -> SafeString:
    """
    Frame a table's head and body so that it scrolls inside itself and keeps its headings.

    On a narrow screen each row is a block, with the words of the heading beside each value.

    place: where it stands, for a page on which several tables have the same caption.
    """
    context = {
        "caption": caption,
        "slug": slugify(f"{place} {caption}"),
        "hide_caption": hide_caption,
        "content": SafeString(stacked(content)),
    }
    return render_to_string("components/data_table.html", context)


@register.inclusion_tag("components/sort_heading.html", takes_context=True)
def sort_heading(context: dict[str, Any], *, label: str, by: str) -> dict[str, object]:
    """A column heading that sorts. The view reads `?sort=`; a minus in front turns it round."""
    sort = context["request"].GET.get("sort", "")
    return {
        "label": label,
        "goes_to": f"-{by}" if sort == by else by,
        "is_ascending": sort == by,
        "is_descending": sort == f"-{by}",
    }


@register.inclusion_tag("components/pagination.html")
def pagination(*, page: Page[Any]) -> dict[str, object]:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": [n if isinstance(n, int) else None for n in numbers]}


@register.inclusion_tag("components/filter_chips.html", takes_context=True)
def filter_chips(
    context: dict[str, Any], *, label: str, name: str, choices: Iterable[Filter]
) -> dict[str, object]:
    """Links that filter by `?name=value`. A choice whose value is "" takes the filter away."""
    asked = context["request"].GET
    chips = [
        {
            "choice": choice,
            "is_chosen": asked.get(name, "") == choice.value,
            "href": filtered(asked, name=name, value=choice.value),
        }
        for choice in choices
    ]
    return {"label": label, "chips": chips}


TURNED = ("page", "after", "before", "at")  # where in a list somebody is


def filtered(asked: QueryDict, *, name: str, value: str) -> str:
    """Return the present address with one filter changed, on its first page."""
    kept = asked.copy()
    for turned in TURNED:
        kept.pop(turned, None)
    kept.pop(name, None)
    if value:
        kept[name] = value
    return f"?{kept.urlencode()}"


@register.inclusion_tag("components/warning_text.html")
def warning_text(*, words: str) -> dict[str, object]:
    return {"words": words}


@register.simple_block_tag
def details(content: str, *, summary: str) -> SafeString:
    context = {"summary": summary, "content": content}
    return render_to_string("components/details.html", context)


@register.inclusion_tag("components/file_link.html")
def file_link(
    *, name: str, href: str, kind: str = "", size: int | None = None, slug: str = ""
) -> dict[str, object]:
    """
    A file to download. `size` is in bytes.

    slug: its id; by it the keyboard's focus finds back where a part of the page is loaded anew.
    """
    about = [kind, size_words(size) if size is not None else ""]
    return {"name": name, "href": href, "about": ", ".join(filter(None, about)), "slug": slug}


def size_words(size: int) -> str:
    """Return "240 KB" or "1.5 MB"; a file is never "0 KB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"


# Asking


@register.inclusion_tag("components/error_summary.html")
def error_summary(
    *, form: forms.BaseForm | None = None, asked: Iterable[forms.BaseForm] = ()
) -> dict[str, list[Problem]]:
    """List what is wrong with one form (`form`) or several forms and formsets (`asked`)."""
    return {"problems": problems([form] if form is not None else asked)}


@register.simple_tag
def question(*, field: BoundField) -> SafeString:
    """A field whose words are the heading of the page: one question, one page."""
    return field.render(context={"field": field, "heading": True})


@register.inclusion_tag("components/button.html")
def button(
    *, words: str, href: str = "", kind: str = "primary", name: str = "", value: str = ""
) -> dict[str, object]:
    """A button of the form it stands in, or with `href` a link that looks like one."""
    return {
        "words": words,
        "href": href,
        "look": BUTTONS[kind],
        "name": name,
        "value": value,
    }


@register.inclusion_tag("components/post_button.html")
def post_button(
    *, words: str, action: str, kind: str = "primary", slug: str = "", shown: str = ""
) -> dict[str, object]:
    """
    A form of one button, for a change that needs no question. See file_link for `slug`.

    shown: a mark of what the page shows, so that nothing else is done than was looked over.
    """
    look = BUTTONS[kind]
    return {"words": words, "action": action, "look": look, "slug": slug, "shown": shown}
