"""One immense word neither stops a paper from being made nor runs off it."""

from time import process_time

import pytest

from documents.breaking import LONGEST_WORD, MAY_BREAK, breakable
from documents.pdf_words import words_of_pdf
from documents.rendering import as_pdf, static_file

WORD = "x" * 50_000
SECONDS = 30


def test_words_of_every_day_tags_and_styles_stay_as_they_are():
    address = "y" * LONGEST_WORD
    style = f"<style>p {{ background: url(data:{WORD}) }}</style>"
    html = f'{style}<img src="data:{WORD}"><p>{address} a &amp; b</p>'
    assert breakable(html) == html


def test_a_sign_that_is_written_in_several_letters_is_not_taken_apart():
    broken = breakable(f"<p>{'&amp;' * 300}</p>")
    assert broken.replace(MAY_BREAK, "") == f"<p>{'&amp;' * 300}</p>"
    assert all(piece.endswith(";") for piece in broken[3:-4].split(MAY_BREAK))


def test_words_held_together_by_spaces_that_do_not_break_are_one_word():
    assert MAY_BREAK in breakable("<p>" + "two&nbsp;" * 100 + "</p>")
    assert MAY_BREAK in breakable("<p>" + "two\u00a0" * 100 + "</p>")


@pytest.mark.slow
def test_an_immense_word_prints_whole_and_is_made_in_seconds():
    begun = process_time()
    html = f"<html lang='en'><title>Long</title><p>{WORD}</p><table><td>{WORD}</table>"
    made = as_pdf(html, styles=static_file("css/print.css").read_text(), variant=None)
    assert words_of_pdf(made).count("x") == 2 * len(WORD)
    assert process_time() - begun < SECONDS  # without places to break it takes minutes
