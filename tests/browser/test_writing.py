"""
Writing a section with scripts: the rich editor, its round trip, and what a lost line loses.

The pieces of the page stand on a page of their own, served with the policy of the real one.
"""

import json
import random
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from playwright.sync_api import expect

from reports.readers.markup import read
from tests.browser.axe import axe
from tests.browsing import note_faults

pytestmark = pytest.mark.slow

HOME = "http://localhost:9"
POLICY = "default-src 'self'; frame-ancestors 'none'; object-src 'none'"
KINDS = {"js": "text/javascript", "css": "text/css", "html": "text/html"}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>The facts</title>
<link rel="stylesheet" href="/static/vendor/govuk-frontend/govuk-frontend.min.css">
<link rel="stylesheet" href="/static/css/app.css">
<link rel="stylesheet" href="/static/css/writing.css">
<body><main><h1>The facts</h1>
<section data-kept-here hidden><h2>Words that did not reach the system</h2>
<div data-kept-words></div><button type="button" data-put-back>Put it into the box</button>
<button type="button" data-forget>Let it go</button></section>
<form method="post" action="/recorded" data-keep-at="/keep" data-writer="7" data-place="R:facts">
<label for="id_text">The facts</label>
<textarea id="id_text" name="text" class="govuk-textarea" rows="22" data-markup></textarea>
<label for="id_because">Nothing to write?</label><input id="id_because" name="empty_because">
{rich}<p role="status" data-kept-said></p><button>Record this section</button></form></main>
<script type="module" src="/static/js/writing.js"></script>
<script type="module" src="/static/js/rich/editor.js"></script></body></html>"""
LINES = [
    "", "", "alpha[^1] beta", "## gamma {#here}", "### delta", "- epsilon", "1. zeta", "> eta", ">",
    "| theta | iota |", "| --- | --- |", "| kappa", "| lamda | mu | nu |", "Table: xi {#xi}",
    "[^1]: omicron", "[^2]: pi[^1]", "[^2]", "\\- rho", "see [@here]", "{#alone}", "|", "\\", "#",
    "- - z", "> - q", "| a \\| b | c\\ |", "مرحبا", "* star", "words {#chapter-x}", "two  spaces",
]  # fmt: skip


class System:
    """What answers the page: keeps what it is sent, unless the line is cut."""

    def __init__(self):
        self.kept, self.recorded, self.is_cut = [], [], False

    def answer(self, route, request):
        path = urlsplit(request.url).path
        if path.startswith("/static/"):
            file = settings.BASE_DIR / path[1:]
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix[1:]])
        elif path == "/keep" and self.is_cut:
            route.abort()
        elif path == "/keep":
            self.kept.append(text_in(request))
            route.fulfill(json={"kept": "16 September 2026 at 10:30", "overtaken": ""})
        elif path == "/recorded":
            self.recorded.append(text_in(request))
            route.fulfill(body="Recorded.", content_type="text/html")
        else:
            rich = render_to_string("reports/parts/rich.html", {"places": [("chapter-a", "First")]})
            policy = {"Content-Security-Policy": POLICY}
            page = PAGE.format(rich=rich)
            route.fulfill(body=page, content_type="text/html", headers=policy)


def text_in(request):
    return parse_qs(request.post_data, keep_blank_values=True)["text"][0].replace("\r\n", "\n")


def keeps(answer, wanted):
    return answer.url.endswith("/keep") and text_in(answer.request) == wanted


@pytest.fixture
def system():
    return System()


@pytest.fixture
def writing(browser, system):
    faults = []
    context = browser.new_context(base_url=HOME, locale="en-GB")
    context.route("**/*", system.answer)
    page = context.new_page()
    note_faults(page, faults)
    page.goto("/")
    expect(page.get_by_role("textbox", name="The facts")).to_be_visible()
    yield page
    context.close()
    wrong = [fault for fault in faults if "ERR_FAILED" not in fault]  # the line that was cut
    assert not wrong, wrong


def test_text_and_editor_say_the_same_whatever_is_typed(writing):
    """The two readers, ours and the browser's, hold each other: nothing is lost or restyled."""
    chance = random.Random(8)
    texts = ["\n".join(chance.choices(LINES, k=chance.randint(1, 9))) for _ in range(400)]

    back = writing.evaluate(
        """async (texts) => {
            const { parse, serialise } = await import("/static/js/rich/markup.js");
            const { schema } = await import("/static/js/rich/schema.js");
            return texts.map((text) => {
                const doc = schema.nodeFromJSON(parse(text));
                doc.check();
                return serialise(doc.toJSON());
            });
        }""",
        texts,
    )

    for text, again in zip(texts, back, strict=True):
        assert read(again) == read(text), text


def test_a_section_is_written_with_buttons_keys_and_pasting_and_kept(writing, system):
    box = writing.get_by_role("textbox", name="The facts")
    press = lambda words: writing.get_by_role("button", name=words, exact=True).click()  # noqa: E731

    box.click()
    press("Heading")
    writing.keyboard.type("What was known")
    writing.get_by_label("Name of this place").fill("known")
    writing.get_by_label("Name of this place").press("Enter")
    writing.keyboard.press("End")
    writing.keyboard.press("Enter")
    writing.keyboard.type("The police were called")
    press("Footnote")
    writing.keyboard.type("Letter of 2019.")
    writing.keyboard.press("Escape")
    writing.keyboard.type(", see ")
    writing.get_by_label("Refer to").fill("chapter-a")
    press("Put it in")
    writing.keyboard.press("Enter")
    press("Bullets")
    writing.keyboard.type("the police")
    writing.keyboard.press("Enter")
    writing.keyboard.type("housing")
    writing.keyboard.press("Enter")
    writing.keyboard.press("Enter")
    press("Table")
    writing.keyboard.type("Calls")
    writing.keyboard.press("ArrowDown")
    for cell in ("Year", "Calls", "2019", "a|b"):
        writing.keyboard.type(cell)
        writing.keyboard.press("Tab")
    expect(writing.get_by_role("button", name="Add a row")).to_be_visible()
    axe(writing)
    writing.set_viewport_size({"width": 375, "height": 800})
    assert writing.evaluate("document.documentElement.scrollWidth") <= 375
    wanted = (
        "## What was known {#known}\n\nThe police were called[^1], see [@chapter-a]\n\n"
        "- the police\n- housing\n\nTable: Calls\n| Year | Calls |\n| --- | --- |\n"
        "| 2019 | a\\|b |\n\n[^1]: Letter of 2019."
    )
    # What stood there while the rules were checked may have been kept before
    with writing.expect_response(lambda answer: keeps(answer, wanted)):
        press("Remove the row")
    expect(writing.get_by_role("status")).to_contain_text("Kept on 16 September 2026 at 10:30")
    press("Plain")

    assert system.kept[-1] == wanted
    expect(writing.get_by_role("textbox", name="The facts")).to_have_value(wanted)
    writing.get_by_role("button", name="Record this section").click()
    expect(writing.get_by_text("Recorded.")).to_be_visible()
    assert system.recorded == [wanted]


def test_pasted_styles_fall_away_and_words_stay(writing):
    html = (
        "<h1 style='color:red'>Big</h1><p><b>Bold</b> and<br><i>more</i></p><ul><li>one</li></ul>"
    )
    writing.get_by_role("textbox", name="The facts").click()
    writing.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const told = { clipboardData: data, bubbles: true, cancelable: true };
            const page = document.querySelector(".app-rich__text");
            page.dispatchEvent(new ClipboardEvent("paste", told));
        }""",
        html,
    )

    expect(writing.locator("#id_text")).to_have_value("## Big\n\nBold and more\n\n- one")


def test_a_lost_line_loses_nothing(writing, system):
    system.is_cut = True
    writing.get_by_role("button", name="Plain", exact=True).click()
    box = writing.get_by_role("textbox", name="The facts")
    box.fill("Half a sentence")
    expect(writing.get_by_role("status")).to_contain_text("There is no connection.")
    writing.get_by_role("button", name="Record this section").click()
    expect(box).to_have_value("Half a sentence")
    assert "Half a sentence" in json.dumps(writing.evaluate("({ ...localStorage })"))

    writing.on("dialog", lambda dialog: dialog.accept())
    writing.reload()
    expect(writing.get_by_role("heading", name="Words that did not reach")).to_be_visible()
    assert system.recorded == []
    system.is_cut = False
    writing.get_by_role("button", name="Put it into the box").click()
    expect(writing.get_by_role("status")).to_contain_text("Kept on 16 September 2026")

    assert system.kept == ["Half a sentence"]
    assert "Half" not in json.dumps(writing.evaluate("({ ...localStorage })"))


def test_what_somebody_else_left_in_this_browser_is_not_offered(writing):
    said = json.dumps({"text": "Not yours", "because": ""})
    writing.evaluate("(said) => localStorage.setItem('dhr:kept:8:R:facts', said)", said)

    writing.reload()

    expect(writing.get_by_role("textbox", name="The facts")).to_be_visible()
    assert writing.get_by_text("Not yours").count() == 0
    assert "Not yours" not in json.dumps(writing.evaluate("({ ...localStorage })"))
