from io import BytesIO

import pikepdf
import pytest

from documents import protection
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind
from documents.protection import without
from tests.documents import samples

PASSWORD = "Blue-Heron 42"
WORD, EXCEL = samples.word(), samples.excel()
PROTECTED_WORD = samples.protected(WORD, password=PASSWORD)
PROTECTED_PDF = samples.pdf(password=PASSWORD)


def refusal(content, *, password):
    with pytest.raises(FileRefused) as refused:
        without(content, password=password)
    return refused.value


@pytest.mark.parametrize("content", [WORD, EXCEL])
def test_a_word_or_excel_file_opens_and_is_what_it_was_before(content):
    assert without(samples.protected(content, password=PASSWORD), password=PASSWORD) == content


def test_a_pdf_opens_and_needs_no_password_any_more():
    opened = without(PROTECTED_PDF, password=PASSWORD)

    with pikepdf.open(BytesIO(opened)) as paper:
        assert not paper.is_encrypted
        assert len(paper.pages) == 1
    assert kind_of(opened, accept=frozenset({DocumentKind.PDF})) == DocumentKind.PDF


@pytest.mark.parametrize("content", [WORD, samples.pdf(), samples.TXT, b"%PDF-1.7\n"])
def test_what_has_no_password_stays_as_it_is(content):
    assert without(content, password="any") is content


@pytest.mark.parametrize("content", [PROTECTED_WORD, PROTECTED_PDF])
class TestRefusing:
    def test_without_a_password_it_is_asked_for(self, content):
        refused = refusal(content, password="")

        assert refused.code == "password"
        assert "type its password" in str(refused)

    @pytest.mark.parametrize("wrong", ["blue-heron 42", " ", "x" * 10_000, "пароль\0", "\ud800"])
    def test_a_wrong_one_is_said_and_not_repeated(self, content, wrong):
        refused = refusal(content, password=wrong)

        assert refused.code in {"wrong_password", "broken"}
        assert wrong.strip() == "" or wrong not in str(refused)


def test_a_damaged_one_is_refused():
    torn = PROTECTED_WORD[: len(PROTECTED_WORD) // 2]

    with pytest.raises(FileRefused):
        kind_of(without(torn, password=PASSWORD), accept=frozenset(DocumentKind))


class TestCost:
    def test_a_key_that_takes_hours_is_not_computed(self, monkeypatch):
        costly = PROTECTED_WORD.replace(b'spinCount="100000"', b'spinCount="999999"')
        assert costly != PROTECTED_WORD
        monkeypatch.setattr(protection, "MAX_SPINS", 500_000)

        assert refusal(costly, password=PASSWORD).code == "broken"

    def test_declarations_in_what_describes_the_key_are_refused(self):
        start = PROTECTED_WORD.index(b"<?xml")
        doctype = b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a"
        harmful = PROTECTED_WORD[:start] + doctype + PROTECTED_WORD[start + len(doctype) :]

        assert refusal(harmful, password=PASSWORD).code == "entities"


def test_what_was_behind_the_password_is_inspected_like_any_file():
    macros = samples.word_and("word/vbaProject.bin", b"\xcc\x61")
    opened = without(samples.protected(macros, password=PASSWORD), password=PASSWORD)

    with pytest.raises(FileRefused) as refused:
        kind_of(opened, accept=frozenset(DocumentKind))
    assert refused.value.code == "macros"
