"""Every address that takes a file is sent bad ones: nothing is kept but the word that they came."""

import pytest
from django.db import connection

from audit.models import AuditEvent
from tests.documents import samples
from tests.documents.test_hostile_xml import BOMBS, word_bomb
from tests.documents.uploading import addresses_that_may_take_files, every_form, send
from tests.house.world import World

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

# Sent under the name of a file that is asked for: what it is, is told by what it holds.
BAD = {
    "malware": samples.word_and("word/media/a.txt", samples.EICAR),
    "entities": word_bomb(*BOMBS["billion laughs"]),
    "unpacks_too_large": samples.word_and("word/media/zeros.bin", bytes(30_000_000)),
    "macros": samples.word_and("word/vbaProject.bin", b"\xcc\x61"),
    "template": samples.word_and(
        "word/_rels/settings.xml.rels",
        samples.relationships(("attachedTemplate", "https://evil.example/t.dotm")).encode(),
    ),
    "object": samples.word_and("word/embeddings/run.exe", b"MZ\x90\x00"),
    "program": b"MZ\x90\x00\x03\x00",
    "two_kinds": samples.pdf() + samples.archive(run_exe=b"MZ"),
    "active": samples.acting_pdf(OpenAction=samples.SCRIPT),
    "password": samples.pdf(password="secret"),
}
# What the world of the tests offers at least. One that is missing has lost its form, or its page.
ASKED_AT = {
    "actionplans:conclude", "actionplans:reach-milestone", "actionplans:record-answer",
    "actionplans:report", "chronologies:chronology", "chronologies:record-chronology",
    "evidence:answer", "evidence:answer-imr-query", "evidence:declare-author",
    "evidence:imr-enter", "evidence:record-letter", "evidence:record-return",
    "panels:add-paper", "panels:attach-minutes", "panels:declare-independence",
    "panels:record-answer", "publications:decide", "publications:record-letter",
    "publications:record-receipt", "reports:attach-minute", "reports:enter-comment",
    "reports:sign-off", "reviews:open", "reviews:record-decision", "reviews:record-notice",
}  # fmt: skip
# What ends in .docx does not get as far as the door there: its form says so
PICTURES_ONLY = {"reports:figures"}
BESIDE = ("audit_", "axes_", "django_session", "accounts_")  # what every request may add to


def rows():
    """Return how many rows each table has, in one question."""
    tables = [t for t in connection.introspection.table_names() if not t.startswith(BESIDE)]
    asked = " UNION ALL ".join(f"SELECT '{t}', count(*) FROM {t}" for t in tables)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return dict(cursor.fetchall())


def stored(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_no_address_keeps_anything_of_a_bad_file(client, clamd, folder):
    world = World()
    forms = every_form(client, world, only=addresses_that_may_take_files())
    asking = [found for found in forms if found[2].files]
    assert {name for name, _, _ in asking} >= ASKED_AT
    before, there = rows(), stored(folder)

    for name, who, form in asking:
        client.force_login(world.people[who])
        for reason, content in BAD.items():
            events = AuditEvent.objects.filter(event="document.refused").count()
            answer = send(client, form, file=("letter.docx", content))
            page = answer.content.decode()

            assert answer.status_code == 200, (name, reason)
            assert "govuk-error-summary" in page, (name, reason)
            assert rows() == before, (name, reason)
            assert stored(folder) == there, (name, reason)
            if name in PICTURES_ONLY:
                continue
            refused = AuditEvent.objects.filter(event="document.refused")
            assert refused.count() == events + len(form.files), (name, reason)
            assert refused.last().subjects["reason"] == reason.split()[0], name
