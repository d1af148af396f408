from collections.abc import Collection, Iterable
from typing import Any

from django import forms as django_forms

from composite.models import LONGEST_ANSWER, LONGEST_QUESTION
from pages import fields, forms
from reviews.models import AgencyInvolvement


class AskForm(forms.Form):
    """
    Which agency is asked about a finding, and what.

    waiting: the agencies that were asked already and have not answered, by their part.
    """

    agency = django_forms.TypedChoiceField(
        label="Which agency?",
        coerce=int,
        widget=django_forms.RadioSelect,
        error_messages={"required": "Say which agency is asked"},
    )
    question = fields.ParagraphField(
        label="Your question",
        help_text=(
            "The agency reads these words as they are. Do not say what another agency wrote. "
            f"Up to {LONGEST_QUESTION:,} characters."
        ),
        max_length=LONGEST_QUESTION,
        error_messages={"required": "Write your question"},
    )

    def __init__(
        self,
        data: object = None,
        *,
        agencies: Iterable[AgencyInvolvement],
        waiting: Collection[int] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        choices = [(part.pk, choice(part, is_waiting=part.pk in waiting)) for part in agencies]
        self.fields["agency"].choices = choices  # type: ignore[attr-defined]
        askable = [pk for pk, _ in choices if pk not in waiting]
        if len(askable) == 1:
            self.initial["agency"] = askable[0]


def choice(part: AgencyInvolvement, *, is_waiting: bool) -> fields.Hinted:
    hint = "Asked already. Another question can follow its answer." if is_waiting else ""
    return fields.Hinted(part.agency.name, hint=hint)


class AnswerForm(forms.Form):
    words = fields.ParagraphField(
        label="Your answer",
        help_text=(
            "In words, with what your records show. If your chronology has to be changed, send it "
            f"again as well. Up to {LONGEST_ANSWER:,} characters."
        ),
        max_length=LONGEST_ANSWER,
        error_messages={"required": "Write your answer"},
    )
