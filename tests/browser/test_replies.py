"""A day of a CSP officer: 58 scoping replies of one folder are cleared in one sitting."""

import time
from datetime import UTC, datetime

import pytest

from replies.models import ReplyKind
from tests.browser.asking import HERE
from tests.browser.axe import axe
from tests.browser.walking import accounts_of, sign_in
from tests.journeys.desk import press, reads
from tests.replies.bodies import BODIES
from tests.replies.conftest import REFERENCE
from tests.replies.labelled import MAILBOX, RE, Labelled, labelled
from tests.replies.mails import PDF, Sent, eml, word
from tests.replies.outlook import msg

pytestmark = pytest.mark.slow

AS_WORD, AS_SCAN = ("Riverside Pharmacy", "Tarnshire Youth Justice"), ("Harrowmead Homes",)
FROM_OUTLOOK = 8  # of the emails, saved by Outlook
PATIENCE = 240  # seconds for everything to be looked through for malware
SENT = datetime(2026, 1, 20, 10, 12, tzinfo=UTC)


def one_of_each():
    """Return one reply of every body, as a person would say what it is."""
    found = {}
    for name in ("mended_by", "measured_by"):
        for one in labelled(name):
            found.setdefault(one.body, one)
    for body in MAILBOX.keys() - found.keys():
        nil = Sent(address=MAILBOX[body], subject=RE, body="Nil return from us.")
        found[body] = Labelled(ReplyKind.NIL, body, nil)
    return found


def file_of(number, one):
    """Return the name and bytes of a reply as it lies in the officer's folder."""
    if one.body in AS_WORD:
        return f"{one.body}.docx", word(one.body, one.sent.body)
    if one.body in AS_SCAN:
        return f"{one.body}.pdf", PDF
    if number <= FROM_OUTLOOK and not (one.sent.files or one.sent.headers):
        sent = one.sent
        subject = sent.subject.replace("REF", REFERENCE)
        return f"{number:02}.msg", msg(
            subject=subject, body=sent.body, name=sent.name, address=sent.address, sent=SENT
        )
    return f"{number:02}.eml", eml(one.sent, reference=REFERENCE)


@pytest.fixture
def folder(tmp_path):
    """The files by name, each with what it is."""
    made = {}
    for number, one in enumerate(one_of_each().values(), 1):
        name, content = file_of(number, one)
        (tmp_path / name).write_bytes(content)
        made[name] = one
    assert len(made) == len(BODIES)
    return tmp_path, made


@pytest.fixture
def officer(open_page, demonstration):
    done = demonstration.manage("shell", "-c", HERE)
    assert done.returncode == 0, done.stderr
    page = open_page()
    sign_in(page, next(one for one in accounts_of(demonstration) if one["role"] == "CSP officer"))
    page.goto(f"/reviews/{REFERENCE}/replies/")
    return page


def wait_until_read(page):
    until = time.monotonic() + PATIENCE
    while page.get_by_text("being checked for malware").count():
        assert time.monotonic() < until, "the files are not looked through"
        time.sleep(1)
        page.reload()


def look_through(page, made):
    """Mend each reply that is not ticked, as somebody does who reads it. Return how many."""
    unticked = page.locator("li.app-reply > .govuk-checkboxes input:not(:checked)")
    numbers = unticked.evaluate_all("boxes => boxes.map(box => box.closest('li').id)")
    for number in numbers:
        row = page.locator(f"#{number}")
        words = row.inner_html()
        is_read(row, next(one for name, one in made.items() if name in words))
    return len(numbers)


def is_read(row, one):
    row.get_by_label("From which agency?").select_option(label=one.body)
    kind = ReplyKind.ASIDE if one.about == ReplyKind.UNCLEAR else one.about
    row.get_by_label("What is it?").select_option(kind.value)
    if not row.get_by_label("Year", exact=True).input_value():  # a scan has no day of its own
        for part, number in (("Day", SENT.day), ("Month", SENT.month), ("Year", SENT.year)):
            row.get_by_label(part, exact=True).fill(str(number))
    row.get_by_role("checkbox").first.check()


def test_fifty_eight_replies_are_cleared(officer, folder):
    files, made = folder
    box = officer.get_by_label("Emails, scans, PDF or Word files")
    box.set_input_files(sorted(files.iterdir()))
    press(officer, "Add the files")
    reads(officer, "58 files are taken in.", "58 replies wait to be confirmed.")
    wait_until_read(officer)
    axe(officer)

    mended = look_through(officer, made)
    print(f"{len(made) - mended} of {len(made)} are read without a doubt; {mended} are looked at")
    assert mended < len(made) / 2
    press(officer, "Record the ticked replies")
    reads(officer, "58 replies are recorded.")

    table = officer.get_by_role("table", name="Agencies that have not answered")
    heads = table.get_by_role("rowheader").all_inner_texts()
    owing = {" ".join(head.split()).removeprefix("Remind ") for head in heads}
    assert owing == {one.body for one in made.values() if not one.about.is_answer}
    axe(officer)
