"""What people type, and what they are told when it cannot be right."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from pages import fields, forms


class WhenForm(forms.Form):
    died_on = fields.DateField(label="Date of death")
    found_on = fields.DateField(label="When found?", called="The day of finding", required=False)


def filled(**typed: str) -> WhenForm:
    return WhenForm({"died_on_day": "2", "died_on_month": "3", "died_on_year": "2026", **typed})


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "MARCH"])
def test_a_month_is_a_number_or_a_name(month):
    form = filled(died_on_month=month, died_on_day=" 02 ")
    assert form.is_valid()
    assert form.cleaned_data == {"died_on": date(2026, 3, 2), "found_on": None}


@pytest.mark.parametrize(
    ("typed", "words", "target"),
    [
        ({"died_on_day": ""}, "must include a day", "id_died_on_day"),
        (
            {"died_on_month": "", "died_on_year": ""},
            "must include a month and year",
            "id_died_on_month",
        ),
        ({"died_on_day": "31", "died_on_month": "2"}, "must be a real date", "id_died_on_day"),
        ({"died_on_month": "13"}, "must be a real date", "id_died_on_month"),
        ({"died_on_month": "Smarch"}, "must be a real date", "id_died_on_month"),
        ({"died_on_day": "second"}, "must be a real date", "id_died_on_day"),
        ({"died_on_year": "26"}, "must have a year of 4 numbers, like 2026", "id_died_on_year"),
        ({"died_on_year": "0000"}, "must be a real date", "id_died_on_day"),
        ({"died_on_day": "²"}, "must be a real date", "id_died_on_day"),
    ],
)
def test_a_wrong_date_says_which_part_to_mend(typed, words, target):
    form = filled(**typed)
    assert [(p.words, p.target) for p in forms.problems([form])] == [
        (f"Date of death {words}", target)
    ]
    assert all(f'value="{kept}"' in str(form) for kept in typed.values())


def test_an_empty_date_says_what_to_enter():
    form = filled(died_on_day="", died_on_month="", died_on_year="")
    assert form.errors == {"died_on": ["Enter date of death"]}


def test_a_question_is_called_otherwise_in_its_message():
    assert filled(found_on_day="3").errors == {
        "found_on": ["The day of finding must include a month and year"]
    }


def test_an_error_of_the_form_marks_the_whole_date():
    form = filled()
    form.add_error("died_on", "Date of death must be before today")
    assert str(form["died_on"]).count('aria-invalid="true"') == 3
    assert form["died_on"].error_target == "id_died_on_day"


def test_a_stored_date_fills_its_parts_and_counts_as_unchanged():
    form = WhenForm(initial={"died_on": date(2026, 3, 2)})
    assert 'value="2026"' in str(form["died_on"])
    assert WhenForm(filled().data, initial={"died_on": date(2026, 3, 2)}).changed_data == []
    assert filled().changed_data == ["died_on"]


def test_a_date_may_be_a_date_already():
    assert fields.DateField().clean(date(2026, 3, 2)) == date(2026, 3, 2)


def test_a_date_left_out_of_the_data_is_left_out():
    widget = fields.DateField().widget
    assert widget.value_omitted_from_data({}, {}, "died_on")
    assert not widget.value_omitted_from_data({"died_on_day": ""}, {}, "died_on")


def test_a_disabled_date_stays_as_it_was():
    class Fixed(forms.Form):
        died_on = fields.DateField(disabled=True, initial=date(2026, 3, 2))

    form = Fixed({"died_on_day": "5"})
    assert form.is_valid()
    assert form.cleaned_data["died_on"] == date(2026, 3, 2)
    assert str(form["died_on"]).count("disabled") == 3


def test_a_date_is_reached_at_its_first_input():
    assert WhenForm()["died_on"].id_for_label == "id_died_on_day"


def test_a_form_without_ids_still_asks():
    form = WhenForm(auto_id=False)
    assert 'name="died_on_day"' in str(form["died_on"])


@pytest.mark.parametrize("typed", ["9:40", "09:40", "09.40", "0940", " 9.40 "])
def test_a_time_may_be_typed_in_several_ways(typed):
    assert fields.TimeField().clean(typed) == time(9, 40)


@pytest.mark.parametrize("typed", ["25:10", "9:60", "nine", "940 pm"])
def test_a_wrong_time_says_how_to_type_it(typed):
    with pytest.raises(ValidationError, match="24-hour clock, like 09:40"):
        fields.TimeField().clean(typed)


def test_a_time_may_be_left_out_and_is_shown_as_typed():
    field = fields.TimeField(required=False)
    assert field.clean("") is None
    assert field.prepare_value(time(9, 5)) == "09:05"
    assert field.prepare_value("9") == "9"


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u00ad", "\x07", "\x1b"]
)
def test_a_line_is_kept_without_what_cannot_be_seen(mark):
    line = fields.LineField()
    assert line.clean(f" {mark}Ann{mark}e\u2028 Seated{mark} ") == "Anne  Seated"
    with pytest.raises(ValidationError):
        line.clean(f" {mark} ")


@pytest.mark.parametrize("name", ["نیم\u200cروز", "ක්\u200dෂ", "שלום", "Zoë O’Neill"])
def test_a_name_is_kept_in_the_script_it_is_written_in(name):
    assert fields.LineField().clean(name) == name


@pytest.mark.parametrize(("answer", "value"), [("yes", True), ("no", False), ("", None)])
def test_yes_or_no(answer, value):
    assert fields.YesNoField(required=False).clean(answer) is value


def test_a_stored_answer_is_ticked():
    field = fields.YesNoField()
    assert [field.prepare_value(value) for value in (True, False, None, "yes")] == [
        "yes",
        "no",
        None,
        "yes",
    ]


def test_email_and_number_say_what_they_expect():
    with pytest.raises(ValidationError, match="like name"):
        fields.EmailField().clean("anna at northside")
    with pytest.raises(ValidationError, match="Enter a whole number, like 12"):
        fields.NumberField().clean("some")
    assert fields.NumberField().clean("12") == 12


def upload(name: str, *, size: int = 10) -> SimpleUploadedFile:
    file = SimpleUploadedFile(name, b"x" * min(size, 10))
    file.size = size
    return file


CHRONOLOGY = fields.FileField(endings=(".docx", ".xlsx", ".csv"), megabytes=2, help_text="Any.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (upload("scan.tiff"), "must be a Word (.docx), Excel (.xlsx) or CSV file"),
        (upload("chronology.csv", size=0), "is empty"),
        (upload("chronology.csv", size=2 * 1024 * 1024 + 1), "must be no larger than 2 MB"),
    ],
)
def test_a_file_is_refused_in_words(given, words):
    with pytest.raises(ValidationError) as refused:
        CHRONOLOGY.clean(given)
    assert refused.value.messages == [f"The selected file {words}"]


def test_a_file_within_the_limits_is_taken_and_its_limits_are_stated():
    given = upload("Chronology.DOCX", size=2 * 1024 * 1024)
    assert CHRONOLOGY.clean(given) is given
    assert CHRONOLOGY.help_text == "Any. Word (.docx), Excel (.xlsx) or CSV, up to 2 MB."
    assert fields.FileField(endings=[".pdf"], required=False).clean(None) is None


def test_a_format_with_two_endings_is_named_once():
    assert fields.FileField(endings=(".jpg", ".jpeg", ".zip")).formats == "JPEG or .zip"


class TestMoney:
    @pytest.mark.parametrize(
        ("typed", "pounds"),
        [("1250", "1250"), ("£1,250.50", "1250.50"), (" 1 250 000 ", "1250000"), ("0.5", "0.5")],
    )
    def test_pounds_as_people_write_them(self, typed, pounds):
        assert fields.MoneyField().clean(typed) == Decimal(pounds)

    @pytest.mark.parametrize(
        "typed", ["12,50", "1.000,50", "1_000", "1,2500", "١٢", "1e3", "NaN", "ten", "-", "£"]
    )
    def test_what_could_be_read_otherwise_is_asked_for_again(self, typed):
        with pytest.raises(ValidationError, match=r"like 1,250 or 1250\.50|required"):
            fields.MoneyField().clean(typed)

    @pytest.mark.parametrize("typed", ["-1", "0", "0.001", "10000000"])
    def test_no_amount_at_all(self, typed):
        with pytest.raises(ValidationError):
            fields.MoneyField().clean(typed)
