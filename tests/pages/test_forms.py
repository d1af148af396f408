"""How a form looks to the person filling it in, and to their screen reader."""

from django import forms as django_forms
from django.contrib.auth.forms import SetPasswordForm
from django.template import Context, Template

from pages import fields, forms
from tests.pages.reading import Html

ROUTES = [("EMAIL", "Email"), ("PHONE", fields.Hinted("Phone", hint="To the duty line"))]
HOLDS = "it holds a character that cannot be seen or kept"
NOT_SENT = (
    "Something that this page sends along did not arrive. Open the page again and enter there what "
    "you entered here"
)
GROUPED = [("Health", [("GP", "GP"), ("TRUST", "Trust")]), ("OTHER", "Other")]


class AskForm(forms.Form):
    reference = fields.LineField(help_text="Such as AB-2026-03", width=10)
    imr_author = fields.LineField(label="IMR author", required=False)
    route = django_forms.ChoiceField(
        label="How did it reach you?", choices=ROUTES, widget=django_forms.RadioSelect
    )
    told = django_forms.MultipleChoiceField(
        label="Told by", choices=GROUPED, widget=django_forms.CheckboxSelectMultiple
    )
    kind = django_forms.ChoiceField(label="Kind", choices=ROUTES)
    account = fields.ParagraphField(label="What happened", initial="He rang.")
    sure = django_forms.BooleanField(label="I have searched", help_text="Every name")
    letter = fields.FileField(label="Letter", endings=[".pdf"], error_messages={"required": "Add"})
    chair = fields.LineField(label="Chair")
    token = django_forms.CharField(widget=django_forms.HiddenInput)


def labelled(page: Html, words: str) -> str:
    """Return the id of the input that a label with these words belongs to."""
    return next(label["for"] for label in page.all("label") if label.text == words)


def test_every_question_has_words_an_input_and_a_hint():
    page = Html(str(AskForm()))
    reference = page.find(id=labelled(page, "Reference"))
    assert page.find(id=reference["aria-describedby"]).text == "Such as AB-2026-03"
    assert "govuk-input--width-10" in reference["class"]
    assert page.find(id=labelled(page, "IMR author (optional)")).tag == "input"
    assert page.find(id=labelled(page, "What happened")).text == "He rang."
    assert page.find(id=labelled(page, "Kind")).tag == "select"
    assert page.find(id=labelled(page, "Letter"))["accept"] == ".pdf"
    assert page.find(id=labelled(page, "Phone"))["type"] == "radio"
    assert "To the duty line" in page.text
    assert page.find(id=labelled(page, "Trust"))["type"] == "checkbox"
    assert page.find(id=labelled(page, "I have searched"))["type"] == "checkbox"
    assert [legend.text for legend in page.all("legend")] == ["How did it reach you?", "Told by"]
    assert len(page.all("input", type="hidden")) == 1


def test_the_browser_is_not_asked_to_refuse():
    assert not [e for e in Html(str(AskForm())).elements if "required" in e.attrs]


def test_what_is_missing_is_said_with_the_verb_that_mends_it():
    form = AskForm({})
    assert {name: errors[0] for name, errors in form.errors.items()} == {
        "reference": "Enter reference",
        "route": "Answer “How did it reach you?”",
        "told": "Fill in “Told by”",
        "kind": "Select kind",
        "account": "Enter what happened",
        "sure": "Confirm: I have searched",
        "letter": "Add",
        "chair": "Enter chair",
        "token": NOT_SENT,
    }


class LimitedForm(forms.Form):
    name = fields.LineField(label="Full name", max_length=20)
    share = fields.NumberField(label="What is the share, in %?", min_value=1, max_value=100)
    route = django_forms.ChoiceField(label="Route", choices=ROUTES)
    email = fields.EmailField(label="Email address")


def test_what_cannot_be_taken_is_named_with_what_mends_it():
    typed = {"name": "x" * 21, "share": "101", "route": "PIGEON", "email": f"{'a' * 300}@x.example"}
    assert {name: errors[-1] for name, errors in LimitedForm(typed).errors.items()} == {
        "name": "Shorten full name to 20 characters: it has 21",
        "share": "The highest number for the answer to “What is the share, in %?” is 100",
        "route": "Choose route again: what was chosen is not offered",
        "email": "Shorten email address to 254 characters: it has 310",
    }
    typed = {"name": "Ann\x00", "share": "0", "route": "EMAIL", "email": "ann@x.example"}
    assert {name: errors[0] for name, errors in LimitedForm(typed).errors.items()} == {
        "name": f"Enter full name again as plain text: {HOLDS}",
        "share": "The lowest number for the answer to “What is the share, in %?” is 1",
    }


class GrowingForm(forms.Form):
    """Asks what only its own review knows, after it was made."""

    reason = fields.ParagraphField(label="Why?")
    answer = fields.ParagraphField(label="Answer")
    report = fields.ParagraphField(label="What was found")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"] = django_forms.ChoiceField(label="Presence", choices=ROUTES)
        self.fields["name"] = fields.LineField(label="Who came for Bo Lind?", max_length=200)
        self.fields["own"] = django_forms.ChoiceField(
            label="Own", choices=ROUTES, error_messages={"invalid_choice": "It has changed since"}
        )
        self.fields["because_of"] = fields.ParagraphField(label="Because")


def test_fields_that_a_form_adds_speak_the_same_words():
    typed = {"came": "PIGEON", "name": "x" * 1201, "own": "PIGEON", "because_of": "\x00"}
    told = {name: errors[0] for name, errors in GrowingForm(typed).errors.items()}
    assert told == {
        "reason": "Answer “Why?”",
        "answer": "Enter answer",
        "report": "Enter what was found",
        "came": "Choose presence again: what was chosen is not offered",
        "name": "Shorten the answer to “Who came for Bo Lind?” to 200 characters: it has 1,201",
        "own": "It has changed since",
        "because_of": f"Enter because again as plain text: {HOLDS}",
    }


class RenamingForm(forms.Form):
    """Calls its fields what its own record calls them, after it was made."""

    text = fields.ParagraphField(max_length=9)
    given_on = fields.DateField(label="When did they give it?")
    own = fields.LineField(error_messages={"required": "Say whose it is"})
    based_on = django_forms.IntegerField(widget=django_forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "The facts"
        self.fields["given_on"].label = "When did they say so?"
        self.fields["own"].label = "Whose"


def test_words_follow_the_label_that_a_form_gives_later():
    assert {name: errors[0] for name, errors in RenamingForm({}).errors.items()} == {
        "text": "Enter the facts",
        "given_on": "Answer “When did they say so?”",
        "own": "Say whose it is",
        "based_on": NOT_SENT,
    }
    told = RenamingForm({"text": "\x00", "own": "x" * 300, "based_on": "?"}).errors
    assert told["text"][0] == f"Enter the facts again as plain text: {HOLDS}"
    assert told["own"] == ["Shorten whose to 200 characters: it has 300"]
    assert told["based_on"] == [NOT_SENT]
    assert RenamingForm({"text": "x" * 10}).errors["text"] == [
        "Shorten the facts to 9 characters: it has 10"
    ]


def test_reasons_and_answers_have_a_limit_and_stay_as_typed():
    typed = {
        "reason": "y" * 60_000, "answer": "z" * 20_001, "report": "w" * 300_000, "came": "EMAIL",
        "name": "Ann", "own": "EMAIL", "because_of": "v" * 5_000,
    }  # fmt: skip
    form = GrowingForm(typed)
    assert dict(form.errors) == {
        "reason": ["Shorten the answer to “Why?” to 5,000 characters: it has 60,000"],
        "answer": ["Shorten answer to 20,000 characters: it has 20,001"],
    }
    assert "y" * 60_000 in str(form)


def test_a_line_stays_one_line():
    typed = {"name": "Ann\r\nArbor", "share": "1", "route": "EMAIL", "email": "ann@x.example"}
    form = LimitedForm(typed)
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Ann Arbor"


def test_each_error_stands_at_its_input_and_in_the_summary():
    form = AskForm({"kind": "EMAIL"})
    form.add_error(None, "The chair cannot be the author")
    page = Html(
        Template("{% load components %}{% error_summary form=form %}{{ form }}").render(
            Context({"form": form})
        )
    )
    links = {link.text: link["href"].removeprefix("#") for link in page.all("a")}
    assert all(page.find(id=target) for target in links.values())
    assert links["Enter reference"] == "id_reference"
    assert links["Answer “How did it reach you?”"] == "id_route_0"
    assert "There is a problem The chair cannot be the author" in page.text
    assert NOT_SENT in " ".join(item.text for item in page.all("li"))

    reference = page.find(id="id_reference")
    described = [page.find(id=name).text for name in reference["aria-describedby"].split()]
    assert described == ["Such as AB-2026-03", "Error: Enter reference"]
    assert reference["aria-invalid"] == "true"
    fieldset = page.find("fieldset")
    assert "How did it reach you?" in page.find(id=fieldset["aria-describedby"]).text
    assert "aria-invalid" not in page.find(id="id_route_0").attrs


def test_what_was_typed_survives():
    form = AskForm({"reference": "AB <1>", "account": "Her words", "route": "PHONE"})
    page = Html(str(form))
    assert page.find(id="id_reference")["value"] == "AB <1>"
    assert page.find(id="id_account").text == "Her words"
    assert "checked" in page.find(id="id_route_1").attrs


def test_a_summary_of_several_forms_and_of_a_list_of_forms():
    Rows = django_forms.formset_factory(AskForm, extra=0, min_num=1, validate_min=True)
    rows = Rows({"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"})
    page = Html(
        Template("{% load components %}{% error_summary asked=asked %}").render(
            Context({"asked": [AskForm({}), rows]})
        )
    )
    words = [item.text for item in page.all("li")]
    assert "Enter reference" in words
    assert any("at least 1 form" in line for line in words)


def test_no_summary_where_nothing_is_wrong():
    source = "{% load components %}{% error_summary form=form %}"
    assert Template(source).render(Context({"form": AskForm()})).strip() == ""


def test_a_question_may_be_the_heading_of_its_page():
    source = (
        "{% load components %}{% question field=form.imr_author %}{% question field=form.told %}"
    )
    page = Html(Template(source).render(Context({"form": AskForm()})))
    assert [heading.text for heading in page.all("h1")] == ["IMR author", "Told by"]


def test_forms_of_django_look_the_same(rf):
    page = Html(str(SetPasswordForm(user=None, data={})))
    assert "govuk-password-input__input" in page.find(id="id_new_password1")["class"]
    assert page.find("button")["aria-controls"] == "id_new_password1"
