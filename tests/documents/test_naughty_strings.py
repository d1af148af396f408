"""Strings that break programs, as names of files and in the text fields of forms: all inert."""

import re
from itertools import cycle

import pytest
from django.core.files.base import ContentFile

from documents import delivery, intake
from documents.kinds import CORRESPONDENCE
from documents.models import Document
from tests.documents import samples
from tests.documents.test_intake import AT
from tests.documents.uploading import every_form, send
from tests.house.world import World
from tests.naughty import MARK, STRINGS, SUM

pytestmark = pytest.mark.django_db

FORMS = (
    "agencies:add-contact", "evidence:record-return", "panels:add-member", "panels:plan-meeting",
    "publications:record-letter", "reports:enter-comment", "reviews:add-person", "reviews:open",
)  # fmt: skip
# Names of a program and of a PDF, which words are not: refused, as test_intake says
SAYS_OTHERWISE = ("gnp.exe", "passwd\x00.pdf")
KEPT = [one for one in STRINGS if not one.endswith(SAYS_OTHERWISE)]
HANDLER = re.compile(r"<[^>]*\\son(?:error|load|focus)=", re.I)


class TestAsTheNameOfAFile:
    @pytest.mark.parametrize("name", KEPT, ids=range(len(KEPT)))
    def test_it_is_kept_and_handed_out_as_a_plain_name(self, name, folder):
        document = intake.receive(
            ContentFile(samples.TXT, name=name), accept=CORRESPONDENCE, by=None, at=AT
        )
        document = Document.objects.get(pk=document.pk)

        assert document.original_name.isprintable()
        assert 0 < len(document.original_name) <= 255
        assert not {*"/\\"} & {*document.original_name}
        assert [path.name for path in folder.rglob("*") if path.is_file()] == [document.sha256]
        response = delivery.download(document)
        header = response["Content-Disposition"]
        response.close()
        assert re.fullmatch(r'attachment; filename="[ -!#-\[\]-~]*\.txt"; filename\*=\S+', header)

    @pytest.mark.parametrize("name", [one for one in STRINGS if one not in KEPT])
    def test_one_that_says_it_is_something_else_is_refused(self, name, folder):
        with pytest.raises(intake.FileRefused, match=r"The name of this file ends in \.(exe|pdf)"):
            intake.receive(
                ContentFile(samples.TXT, name=name), accept=CORRESPONDENCE, by=None, at=AT
            )
        assert not Document.objects.exists()

    @pytest.mark.slow
    def test_on_a_page_it_does_no_harm(self, client):
        world = World()
        _, who, form = next(every_form(client, world, only=("panels:add-paper",)))
        client.force_login(world.people[who])

        for string in STRINGS[::2]:
            answer = send(client, form, file=(f"{string}.txt", samples.TXT), title="")
            check_is_inert(answer, string)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMS)
def test_each_of_them_in_the_text_fields_of_some_forms(client, name):
    world, strings = World(), iter(STRINGS)
    name, who, form = max(
        every_form(client, world, only=(name,)), key=lambda found: len(found[2].texts)
    )
    client.force_login(world.people[who])
    assert len(form.texts) > 1

    while typed := dict(zip(form.texts, strings, strict=False)):
        answer = send(client, form, **typed)
        check_is_inert(answer, typed)
        if answer.status_code == 302 and answer.url.startswith("/"):
            check_is_inert(client.get(answer.url), typed)


@pytest.mark.slow
def test_one_of_them_in_every_text_field_of_every_form(client):
    world, strings = World(), cycle(STRINGS)
    asking = [found for found in every_form(client, world) if found[2].texts]
    assert len(asking) > 80

    for name, who, form in asking:
        client.force_login(world.people[who])
        typed = {field: next(strings) for field in form.texts}
        check_is_inert(send(client, form, **typed), (name, typed))


def check_is_inert(answer, case):
    assert answer.status_code < 500, case
    page = b"".join(answer) if answer.streaming else answer.content
    words = page.decode("utf-8", "replace")
    assert MARK not in words, case
    assert SUM not in words, case
    assert not HANDLER.search(words), case
