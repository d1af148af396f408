"""The report there and back in Word: nothing lost, nothing restyled, what is odd is said."""

import re
import time
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from documents.reading import CannotReadWord
from privacy.marking import OFFICIAL_SENSITIVE
from reports.models import ReportSection, SectionKind
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import assembled
from reports.queries.in_word.outline import front_lines, outlined
from reports.queries.in_word.reading import returned_from
from reports.queries.in_word.writing import file_to_write_in
from tests.reports.full import fill
from tests.reports.long_text import ARABIC, long_texts

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 16)
FACTS, TRIBUTE = SectionKind.FACTS, SectionKind.TRIBUTE


def record_with(review, texts):
    sections = {
        kind: ReportSection(review=review, kind=kind, number=3, text=text)
        for kind, text in texts.items()
    }
    return replace(record_of(review, today=TODAY), sections=sections)


def there(record):
    return file_to_write_in(record, marking=OFFICIAL_SENSITIVE)


def and_back(record, change):
    """Return what is read of a file after somebody changed it, given as python-docx has it."""
    file = docx.Document(BytesIO(there(record)))
    change(file)
    return returned_from(saved(file), record)


def saved(file):
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def line(file, words):
    """Return the first paragraph that begins with some words, wherever it stands."""
    body = file.element.body
    found = next(p for p in body.iter(qn("w:p")) if text_of(p).startswith(words))
    return docx.text.paragraph.Paragraph(found, file._body)


def text_of(element):
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def styles_in(content):
    """Return the style of every paragraph and table of a file, in order."""
    with ZipFile(BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    return re.findall(r'<w:(?:p|tbl)Style w:val="([^"]+)"', body)


def record_lines(record):
    return {
        spot.slot.to.key: [" ".join(words.split()) for words in spot.lines]
        for one in outlined(record, assembled(record))
        for spot in one.spots
        if hasattr(spot.slot.to, "key") and spot.lines
    }


class TestThereAndBack:
    def test_sixty_pages_and_a_hundred_notes_make_three_trips_with_nothing_lost(self, review):
        record = record_with(fill(review), first := long_texts(notes=100))
        texts, looks, began = first, [], time.process_time()
        for _trip in range(3):
            content = there(replace_texts(record, texts))
            looks.append(styles_in(content))
            found = returned_from(content, record)
            texts = {kind: found.sections[kind.value] for kind in first}
            assert (found.aside, found.remarks) == ((), ())
        took = time.process_time() - began

        assert texts == first
        assert looks[0] == looks[1] == looks[2]
        assert sum(text.count("]: Notes of contact") for text in texts.values()) == 100
        assert took < 10, took

    def test_every_part_of_the_record_comes_back_as_it_was_filled_in(self, review):
        record = record_with(fill(review), {FACTS: "Words."})

        found = returned_from(there(record), record)

        assert {
            key: [" ".join(words.split()) for words in lines]
            for key, lines in found.records.items()
            if lines and key != "front"
        } == record_lines(record)
        assert found.records["front"] == front_lines(record)
        assert found.review == review.reference
        assert found.versions == {"FACTS": 3}

    def test_a_thousand_footnotes_and_words_from_right_to_left_are_as_good(self, review):
        text = "\n\n".join([*(f"Note {n} {ARABIC}.[^{n}]" for n in range(1, 1001)), many(1000)])
        record = record_with(review, {FACTS: text})

        assert returned_from(there(record), record).sections["FACTS"] == text

    def test_odd_texts_come_back_as_they_were_typed(self, review):
        texts = dict(zip(SectionKind, ODD, strict=False))
        record = record_with(review, texts)

        found = returned_from(there(record), record).sections

        assert {kind: found[kind.value] for kind in texts} == texts


ODD = (
    "A note.[^cps] And again.[^cps]\n\n[^cps]: The Crown.",
    "No words for this.[^9] One has.[^1]\n\n[^1]: Here.",
    "\\# not a heading\n\n\\1. not a step\n\n\\> nor this",
    "\\Table: words\n\n| a | b |\n| --- | --- |\n| c |  |",
    "\\[^1]: words that nothing calls",
    f"{ARABIC} (A&E, <b>)\n\n- {ARABIC}",
    "### A small heading first {#here}\n\nAs [@here] says.",
)


def many(notes):
    return "\n".join(f"[^{n}]: Words of note {n}." for n in range(1, notes + 1))


def replace_texts(record, texts):
    return record_with(record.review, texts)


class TestWhatAnAuthorDoes:
    def test_words_headings_lists_tables_and_notes_typed_in_word_become_markup(self, review):
        record = record_with(review, {FACTS: "Old words.[^1]\n\n[^1]: A note."})

        def change(file):
            at = line(file, "Old words.")
            at.insert_paragraph_before("What we saw", style="Heading 2")
            at.insert_paragraph_before("Small", style="Heading 4")
            at.insert_paragraph_before("- not a list")
            at.insert_paragraph_before("one", style="List Bullet")
            at.insert_paragraph_before("two", style="List Number")
            at.insert_paragraph_before("Said she.", style="Quote")
            at.insert_paragraph_before("Calls", style="Caption")
            table = file.add_table(rows=2, cols=2)
            for cell, words in zip(table._cells, ("Month", "Who", "May", "a | b"), strict=True):
                cell.text = words
            at._p.addprevious(table._tbl)

        assert and_back(record, change).sections["FACTS"] == (
            "## What we saw\n\n### Small\n\n\\- not a list\n\n- one\n\n1. two\n\n> Said she.\n\n"
            "Table: Calls\n| Month | Who |\n| --- | --- |\n| May | a \\| b |\n\n"
            "Old words.[^1]\n\n[^1]: A note."
        )

    def test_sections_in_another_order_and_headings_renamed_are_found(self, review):
        record = record_with(review, {FACTS: "The facts.", TRIBUTE: "The tribute."})

        def change(file):
            heading, words = line(file, "Background information"), line(file, "The facts.")
            first = line(file, "Tribute")
            for one in (heading, words):
                first._p.addprevious(one._p)
            first.runs[0].text = "Who she was"

        found = and_back(record, change)

        assert found.sections["FACTS"] == "The facts."
        assert found.sections["TRIBUTE"] == "The tribute."
        assert any("“Tribute” reads “Who she was”" in words for words in found.remarks)
        assert any("another order" in words for words in found.remarks)

    def test_without_its_bookmarks_a_file_is_read_by_its_headings(self, review):
        record = record_with(fill(review), texts := {k: f"Of {k}." for k in SectionKind})

        def change(file):
            for name in ("w:bookmarkStart", "w:bookmarkEnd"):
                for one in list(file.element.body.iter(qn(name))):
                    one.getparent().remove(one)
            heading = line(file, "Conclusions")
            heading.runs[0].text = "21. CONCLUSIONS"

        found = and_back(record, change)

        assert found.sections == {kind.value: text for kind, text in texts.items()}
        assert found.aside == ()

    def test_prompts_are_not_taken_and_what_is_typed_over_one_is(self, review):
        record = record_with(review, {})

        def change(file):
            line(file, "The household and family").runs[0].text = "They lived by the sea."

        found = and_back(record, change)

        assert found.sections["FACTS"] == "They lived by the sea."
        assert {text for kind, text in found.sections.items() if kind != "FACTS"} == {""}


class TestWhatFindsNoPlace:
    def test_it_is_said_word_for_word(self, review):
        record = record_with(review, {FACTS: "The facts."})

        def change(file):
            first = line(file, "Tribute")
            first.insert_paragraph_before("Words before everything.")
            at = line(file, "Dissemination")
            at.insert_paragraph_before("A chapter of my own", style="Heading 1")
            at.insert_paragraph_before("Its words.")
            file.sections[0].footer.add_paragraph("Secret foot.")
            line(file, "The facts.")._p.append(text_box("Boxed words."))
            file.add_comment(line(file, "The facts.").runs[0], text="Is it so?", author="A B")

        found = and_back(record, change)
        said = {one.what: one.words for one in found.aside}

        assert said["Words outside of any section"] == "Words before everything."
        own = "Under a heading that this report does not have: “A chapter of my own”"
        assert said[own] == "A chapter of my own\nIts words."
        assert said["In the head or foot of pages"] == "Secret foot."
        assert said["A text box"] == "Boxed words."
        assert said["A comment in the margin"] == "Is it so?"
        assert found.sections["FACTS"] == "The facts."

    def test_tracked_changes_are_read_as_accepted_and_said(self, review):
        record = record_with(review, {FACTS: "It was Monday."})

        def change(file):
            at = line(file, "It was Monday.")
            run = at.runs[0]._r
            wrap(run, "w:del")
            run.find(qn("w:t")).tag = qn("w:delText")
            at._p.append(parse_xml(
                f'<w:ins {nsdecls("w")} w:id="9" w:author="A"><w:r><w:t>It was Tuesday.</w:t></w:r>'
                "</w:ins>"
            ))  # fmt: skip

        found = and_back(record, change)

        assert found.sections["FACTS"] == "It was Tuesday."
        assert any("1 added, 1 struck out" in words for words in found.remarks)

    def test_words_in_fields_and_turned_words_are_kept(self, review):
        record = record_with(review, {FACTS: "See "})

        def change(file):
            at = line(file, "See")
            for name, words in (("fldSimple", "Table 2"), ("bdo", ARABIC)):
                at._p.append(parse_xml(
                    f'<w:{name} {nsdecls("w")} w:instr="REF x"><w:r><w:t xml:space="preserve">'
                    f" {words}</w:t></w:r></w:{name}>"
                ))  # fmt: skip

        assert and_back(record, change).sections["FACTS"] == f"See Table 2 {ARABIC}"

    def test_merged_and_uneven_rows_keep_every_word(self, review):
        record = record_with(review, {FACTS: "| a | b | c |\n| --- | --- | --- |\n| d | e | f |"})

        def change(file):
            rows = line_table(file).tr_lst
            rows[0].remove(rows[0].tc_lst[2])

        assert and_back(record, change).sections["FACTS"] == (
            "| a | b |  |\n| --- | --- | --- |\n| d | e | f |"
        )

    def test_a_table_that_is_not_closed_is_refused_in_words(self, review):
        record = record_with(review, {FACTS: "| a |\n| --- |\n| d |"})
        broken = BytesIO()
        with ZipFile(BytesIO(there(record))) as source, ZipFile(broken, "w") as target:
            for name in source.namelist():
                part = source.read(name)
                target.writestr(name, part.replace(b"</w:tbl>", b"", 1))

        with pytest.raises(CannotReadWord, match="damaged or not closed"):
            returned_from(broken.getvalue(), record)


def line_table(file):
    return next(
        one for one in file.element.body.iter(qn("w:tbl")) if text_of(one).startswith("abc")
    )


def wrap(element, name):
    around = parse_xml(f'<{name} {nsdecls("w")} w:id="8" w:author="A"/>')
    element.addprevious(around)
    around.append(element)


def text_box(words):
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )
