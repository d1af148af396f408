"""A paper too long for one process is made in parts, and is one paper all the same."""

import json
import sys
import time
from io import BytesIO
from types import SimpleNamespace

import page
import pikepdf
import pytest
from django.test import override_settings

from documents.long import part, parts, whole
from documents.long.parts import Part, PartFailed, render_parts
from documents.long.tags import tags_in
from documents.rendering import STYLES, RenderingUnavailable, paper_html, static_file
from privacy.marking import OFFICIAL_SENSITIVE
from tests.documents.test_rendering import words_of

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds, for sixty parts that take longer together
TEMPLATE = "documents/composite_chronology.html"


def part_of(number, *, rows=60):
    """Return a part with a table whose words stand in no other."""
    words = [
        [f"{row} May 2016", "Housing", f"Row {number}.{row} was done.", ""] for row in range(rows)
    ]
    context = {
        "title": "Composite chronology",
        "reference": "AB-2026-03",
        "about": ["Exported."],
        "is_first": number == 1,
        "caption": f"Part {number}",
        "heads": ["Date", "Agency", "What happened", "Source"],
        "widths": [14, 14, 50, 22],
        "rows": words,
    }
    html = paper_html(TEMPLATE, context, marking=OFFICIAL_SENSITIVE)
    return Part(heading=f"Part {number}", html=html)


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def paper(told):
    return render_parts((part_of(number) for number in (1, 2, 3)), tell=told.append)


def test_it_can_be_read_aloud_from_the_first_part_to_the_last(paper):
    report = page.validate_pdf_bytes(paper, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    with pikepdf.open(BytesIO(paper)) as opened:
        root = opened.Root.StructTreeRoot
        assert len(root.K) == 1
        by_page = root.ParentTree.Nums.as_list()
        assert len(by_page) == 2 * len(opened.pages)
        keys = [int(each.obj.StructParents) for each in opened.pages]
        assert keys == [int(key) for key in by_page[::2]] == sorted(set(keys))
        for each, tags in zip(opened.pages, by_page[1::2], strict=True):
            (own,) = {tag.Pg.objgen for tag in tags.as_list() if "/Pg" in tag} or {each.obj.objgen}
            assert own == each.obj.objgen


def test_each_cell_names_the_head_of_its_own_part(paper):
    with pikepdf.open(BytesIO(paper)) as opened:
        tags = list(tags_in(opened.Root.StructTreeRoot.K[0]))
    heads = [str(tag.ID) for tag in tags if "/ID" in tag]
    named = {str(head) for tag in tags if "/A" in tag for head in tag.A.get("/Headers", [])}
    assert len(heads) == len(set(heads)) >= 12  # a head for each column, on each page
    assert named == set(heads)


def test_its_pages_are_numbered_through_and_its_parts_are_listed(paper):
    pages = words_of(paper)
    assert len(pages) > 6
    for number, words in enumerate(pages, start=1):
        assert words.count("Page ") == 1
        assert f"Page {number} of {len(pages)}" in words
        assert words.count(OFFICIAL_SENSITIVE) >= 2
    for number in (1, 2, 3):
        assert sum(f"Row {number}.59 was done." in words for words in pages) == 1
    with pikepdf.open(BytesIO(paper)) as opened, opened.open_outline() as outline:
        places = [
            (each.title, places_of(opened)[each.destination[0].objgen]) for each in outline.root
        ]
    begins = [next(at for at, words in enumerate(pages) if f"Part {n}" in words) for n in (2, 3)]
    assert places == [("Part 1", 0), *zip(("Part 2", "Part 3"), begins, strict=True)]


def places_of(opened):
    return {each.obj.objgen: place for place, each in enumerate(opened.pages)}


def test_the_title_stands_at_its_beginning_alone(paper):
    first, *others = words_of(paper)
    assert "Exported." in "".join(words_of(paper)[:2])
    assert first.count("Composite chronology") == 1
    assert not any("Exported." in words for words in others[1:])


def test_it_says_how_far_it_is(paper, told):
    assert told == [1, 2, 3]


def test_the_same_parts_make_the_same_bytes(paper):
    again = render_parts((part_of(number) for number in (1, 2, 3)), tell=lambda made: None)
    assert again == paper


def test_who_is_told_can_end_it():
    begun = time.monotonic()

    def tell(count):
        raise KeyError(count)

    with pytest.raises(KeyError):
        render_parts((part_of(number) for number in range(1, 60)), tell=tell)
    assert time.monotonic() - begun < PATIENCE


@pytest.fixture
def hand():
    with parts.started("documents.long.part") as process:
        yield process


def test_a_process_that_dies_says_nothing_of_the_paper(hand):
    with pytest.raises(PartFailed, match=r"A process that makes paper ended with 1$"):
        parts.ask(hand, json.dumps({"Zoe": "Zoe"}).encode())


def test_a_process_that_was_ended_makes_nothing_more(hand):
    parts.end(hand)
    with pytest.raises(PartFailed):
        parts.ask(hand, b"{}")


def test_a_process_that_hangs_is_ended(hand, monkeypatch):
    monkeypatch.setattr(parts, "PATIENCE", 0.01)
    with pytest.raises(PartFailed, match="ended with -9"):
        parts.ask(hand, json.dumps({"html": part_of(1).html, "styles": ""}).encode())


def test_parts_that_cannot_be_joined_say_nothing_either():
    with pytest.raises(PartFailed):
        parts.join(b"Zoe")


def test_a_process_knows_no_key_and_no_password():
    own = {"PATH": "/bin", "SECRET_KEY": "s", "FIELD_KEYS": "k", "DATABASE_URL": "d"}
    assert parts.environment(own) == {"PATH": "/bin"}


def test_without_pango_it_says_what_to_install(tmp_path):
    (tmp_path / "lacking.py").write_text(f"raise SystemExit({part.LACKS_PANGO})")
    with override_settings(BASE_DIR=tmp_path), parts.started("lacking") as process:
        process.wait()
        with pytest.raises(RenderingUnavailable, match="Pango"):
            parts.check(process)


class Ended(Exception):
    """In place of the end of a fork."""


def in_this_process(monkeypatch, *asked):
    """Make parts without a fork, and return what was written."""
    monkeypatch.setattr(part.os, "fork", lambda: 0)
    monkeypatch.setattr(part.gc, "disable", lambda: None)
    monkeypatch.setattr(part.gc, "freeze", lambda: None)

    def ended(code):
        raise Ended(code)

    monkeypatch.setattr(part.os, "_exit", ended)
    jobs = BytesIO(b"".join(b"%d\n" % len(one) + one for one in asked))
    made = BytesIO()
    with pytest.raises(Ended) as end:
        part.serve(jobs, made)
    return end.value.args[0], made.getvalue()


def test_what_the_processes_do(monkeypatch):
    styles = static_file(STYLES).read_text()
    made = []
    for number in (1, 2):
        html = part_of(number).html
        asked = json.dumps({"html": html, "styles": styles + parts.WITHOUT}).encode()
        code, written = in_this_process(monkeypatch, asked)
        assert code == 0
        made.append(written.split(b"\n", 1)[1])
    empty = parts.empty_pages(parts.shapes_in(made))
    numbers = json.dumps({"html": empty, "styles": styles, "variant": None}).encode()
    made.append(in_this_process(monkeypatch, numbers)[1].split(b"\n", 1)[1])
    told = {"sizes": [len(one) for one in made], "headings": ["One", "Two"]}
    pipes = [
        SimpleNamespace(buffer=BytesIO(octets))
        for octets in (b"\n".join([json.dumps(told).encode(), b"".join(made)]), b"")
    ]
    monkeypatch.setattr(sys, "stdin", pipes[0])
    monkeypatch.setattr(sys, "stdout", pipes[1])
    whole.make()
    words = words_of(pipes[1].buffer.getvalue())
    assert all(any(f"Row {n}.59 was done." in page for page in words) for n in (1, 2))


def test_a_part_that_cannot_be_made_ends_its_fork_alone(monkeypatch):
    assert in_this_process(monkeypatch, b"{}") == (1, b"")


def test_a_process_without_pango_ends_as_such(monkeypatch):
    def lacking(*_, **__):
        raise RenderingUnavailable

    monkeypatch.setattr(part, "as_pdf", lacking)
    with pytest.raises(SystemExit) as ended:
        part.serve(BytesIO(), BytesIO())
    assert ended.value.code == part.LACKS_PANGO


def test_it_serves_until_nobody_asks_any_more(monkeypatch):
    monkeypatch.setattr(part, "warm_up", lambda: None)
    part.serve(BytesIO(), BytesIO())
