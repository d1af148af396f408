"""What is asked of somebody who answers by a link, without an account."""

from typing import Any, cast

from django.core.validators import MaxLengthValidator
from django.forms import ChoiceField

from evidence.forms.answering import KINDS, SEARCHED, WITHHELD_PART, AnswerForm, Parts
from evidence.rules.links import Guest, MoreTime, missing
from pages import fields

MORE_TIME = "MORE_TIME"
LONGEST = 20_000  # letters of a text from somebody without an account: some eight pages
TOO_LONG = f"Shorten this to {LONGEST:,} letters, or attach a file"


class ByLinkForm(AnswerForm):
    """An agency's answer by a link: who gives it is typed, and more time can be asked for."""

    full_name = fields.LineField(label="Your name", max_length=200, autocomplete="name")
    job_title = fields.LineField(
        label="Your job title", max_length=200, autocomplete="organization-title"
    )
    until_on = fields.DateField(
        label="If you need more time, by when can you answer?",
        called="The day by which you can answer",
        required=False,
    )

    parts: Parts = (
        ("Who you are", "", ("full_name", "job_title")),
        ("Your answer", "", ("records_secured", "return_kind", "until_on")),
        ("What you know", "", ("account", "contact_from", "contact_to", "document")),
        WITHHELD_PART,
        ("What you searched", "Needed where you found nothing, and useful in any case.", SEARCHED),
        ("Why", "", ("reason",)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            has_limit = any(isinstance(one, MaxLengthValidator) for one in field.validators)
            if isinstance(field, fields.ParagraphField) and not has_limit:
                field.validators.append(MaxLengthValidator(LONGEST))
                field.error_messages["max_length"] = TOO_LONG
        hint = "We cannot answer yet. Say below by when you can, and at the end why."
        more_time = (MORE_TIME, fields.Hinted("We need more time", hint=hint))
        kinds = cast(ChoiceField, self.fields["return_kind"])
        kinds.choices = [*KINDS, more_time]
        self.fields["reason"].label = (
            "Why there was no contact, you need more time, are not the right body or will not "
            "take part"
        )

    @property
    def wants_time(self) -> bool:
        return self.cleaned_data.get("return_kind") == MORE_TIME

    def guest(self) -> Guest:
        return Guest(**{name: self.cleaned_data[name] for name in ("full_name", "job_title")})

    def more_time(self) -> MoreTime:
        """Return what was said of it, whole or not yet."""
        said = self.cleaned_data
        return MoreTime(
            until_on=said.get("until_on"),
            records_secured=bool(said.get("records_secured")),
            reason=said.get("reason", ""),
        )

    def ask_for_missing(self, *, has_file: bool) -> None:
        if not self.wants_time:
            return super().ask_for_missing(has_file=has_file)
        for field, words in missing(self.more_time()).items():
            if field not in self.errors:
                self.add_error(field, words)
