import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django import forms as django_forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from documents import limits
from documents.forms import ProvenanceForm, ReceivedFileField, take_file
from documents.kinds import DocumentKind
from documents.models import Document, Route
from tests.documents import samples
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


class LetterForm(django_forms.Form):
    letter = ReceivedFileField(label="The letter", required=False)
    sent_on = django_forms.DateField()


class TableForm(django_forms.Form):
    letter = ReceivedFileField(label="The table", accept=frozenset({DocumentKind.CSV}))


def filled(kind=LetterForm, *, upload=None, **data):
    files = {"letter": upload} if upload else {}
    request = RequestFactory().post("/", {**data, **files})
    return kind(request.POST, request.FILES)


def letter(content=samples.TXT, name="letter.txt"):
    return SimpleUploadedFile(name, content)


def kept_in(form):
    """Return the hidden value that the page sends along with the next try."""
    return re.search(r'name="letter_kept" value="([^"]+)"', str(form["letter"]))[1]


class TestTakingAFile:
    def test_the_file_of_a_sound_form_is_received(self):
        user = UserFactory()
        form = filled(upload=letter(), sent_on="2026-03-02")

        document = take_file(form, "letter", by=user, at=AT, review_ref="AB-2026-03")

        assert form.is_valid()
        assert (document.received_by, document.received_at) == (user, AT)

    def test_no_file_is_none(self):
        form = filled(sent_on="2026-03-02")

        assert take_file(form, "letter", by=UserFactory(), at=AT) is None
        assert form.is_valid()
        assert "Kept" not in str(form["letter"])

    def test_a_field_the_form_does_not_ask_is_none(self):
        form = filled(sent_on="2026-03-02")
        del form.fields["letter"]

        assert take_file(form, "letter", by=UserFactory(), at=AT) is None

    def test_a_refused_file_is_the_fields_error(self):
        form = filled(upload=letter(b"%PDF-1.7", "letter.pdf"), sent_on="2026-03-02")

        assert take_file(form, "letter", by=UserFactory(), at=AT) is None
        assert "This PDF is damaged" in form.errors["letter"][0]
        assert not Document.objects.exists()


class TestKeepingAFile:
    def test_it_survives_what_else_is_wrong(self):
        user = UserFactory()
        first = filled(upload=letter(), sent_on="31 February")
        document = take_file(first, "letter", by=user, at=AT)
        assert not first.is_valid()
        assert "Kept: letter.txt" in str(first["letter"])

        second = filled(letter_kept=kept_in(first), sent_on="2026-03-02")

        assert take_file(second, "letter", by=user, at=AT) == document
        assert second.is_valid()
        assert Document.objects.count() == 1

    def test_another_file_replaces_it(self):
        user = UserFactory()
        first = filled(upload=letter(), sent_on="")
        take_file(first, "letter", by=user, at=AT)

        second = filled(
            upload=letter(b"Better words.", "better.txt"),
            letter_kept=kept_in(first),
            sent_on="2026-03-02",
        )

        assert take_file(second, "letter", by=user, at=AT).original_name == "better.txt"

    def refused(self, kept, *, kind=LetterForm, by):
        form = filled(kind, letter_kept=kept, sent_on="2026-03-02")
        assert take_file(form, "letter", by=by, at=AT) is None
        return form.errors["letter"] == ["Choose the file again"]

    def kept(self, *, by):
        form = filled(upload=letter(), sent_on="")
        take_file(form, "letter", by=by, at=AT)
        return kept_in(form)

    def test_it_is_kept_for_nobody_else(self):
        assert self.refused(self.kept(by=UserFactory()), by=UserFactory())

    def test_nor_for_a_place_that_wants_another_kind(self):
        user = UserFactory()

        assert self.refused(self.kept(by=user), kind=TableForm, by=user)

    def test_nor_for_long(self):
        user = UserFactory()
        with time_machine.travel(AT):
            kept = self.kept(by=user)

        with time_machine.travel(AT.replace(day=4)):
            assert self.refused(kept, by=user)

    def test_a_number_somebody_made_up_names_nothing(self):
        assert self.refused("1:2:abc", by=UserFactory())

    def test_its_name_is_shown_as_text(self):
        form = filled(upload=letter(name="<b>letter.txt"), sent_on="")

        take_file(form, "letter", by=UserFactory(), at=AT)

        assert "&lt;b&gt;letter.txt" in str(form["letter"])


PROTECTED = samples.protected(samples.word(), password="Blue-Heron 42")


class TestPassword:
    def taken(self, *, password, content=PROTECTED):
        form = filled(
            upload=letter(content, "letter.docx"), letter_password=password, sent_on="2026-03-02"
        )
        return form, take_file(form, "letter", by=UserFactory(), at=AT)

    def test_it_opens_the_file(self):
        form, document = self.taken(password="Blue-Heron 42")

        assert form.is_valid()
        assert document.arrived_protected

    @pytest.mark.parametrize("password", ["", "wrong"])
    def test_where_it_is_missing_or_wrong_the_question_stands_open(self, password):
        form, document = self.taken(password=password)
        page = str(form["letter"])

        assert document is None
        assert "its password" in form.errors["letter"][0]
        assert " open>" in page
        assert form.cleaned_data["sent_on"]

    def test_what_was_typed_is_not_sent_back(self):
        form, _ = self.taken(password="a-wrong-secret")

        assert "a-wrong-secret" not in f"{form} {form.errors}"

    def test_another_refusal_does_not_ask_for_it(self):
        form, _ = self.taken(password="", content=b"%PDF-1.7")

        assert " open>" not in str(form["letter"])

    def test_it_is_asked_only_where_a_file_can_have_one(self):
        assert "letter_password" in str(filled()["letter"])
        assert "password" not in str(filled(TableForm)["letter"])


class TestHint:
    def test_the_limits_stand_before_the_file_is_chosen(self):
        hint = LetterForm().fields["letter"].help_text

        assert f"up to {limits.MAX_MEGABYTES} MB" in hint
        assert f"up to {limits.MAX_UNPACKED_MEGABYTES} MB unpacked" in hint

    def test_what_unpacks_is_said_only_where_it_will_do(self):
        assert "unpacked" not in TableForm().fields["letter"].help_text


class TestProvenance:
    def answers(self, **changes):
        return {
            "received_via": "EMAIL",
            "on_behalf_of": "Sam Hill, Riverbank Housing",
            "given_on_day": "2",
            "given_on_month": "3",
            "given_on_year": "2026",
            **changes,
        }

    def test_the_answers_are_the_columns(self):
        form = ProvenanceForm(self.answers())

        assert form.is_valid(), form.errors
        assert form.provenance(None) == {
            "received_via": Route.EMAIL,
            "on_behalf_of": "Sam Hill, Riverbank Housing",
            "given_on": date(2026, 3, 2),
            "original": None,
        }

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"received_via": "PAGE"}, "received_via"),
            ({"on_behalf_of": ""}, "on_behalf_of"),
            ({"given_on_day": "31", "given_on_month": "2"}, "given_on"),
        ],
    )
    def test_who_how_and_when_have_to_be_said(self, changes, field):
        form = ProvenanceForm(self.answers(**changes))

        assert list(form.errors) == [field]
