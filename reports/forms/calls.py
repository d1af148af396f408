from pages import fields, forms
from reports.rules.calls import Told

AS_PRINTED = "As it prints: a pseudonym, a role such as “Sister”, or a kind of body."


class CallForm(forms.Form):
    """One call of the sequence, as it prints."""

    caller = fields.LineField(
        label="Who called?",
        help_text=AS_PRINTED,
        max_length=40,
        error_messages={"required": "Enter who called"},
    )
    called = fields.LineField(
        label="Who was called?",
        help_text="The same way. Use the same name for the same body each time.",
        max_length=40,
        error_messages={"required": "Enter who was called"},
    )
    words = fields.LineField(
        label="What was said or asked for?",
        help_text="In a few words fit to print, without a name, day or hour.",
        max_length=160,
        required=False,
    )

    def told(self) -> Told:
        return Told(**{name: self.cleaned_data[name] for name in ("caller", "called", "words")})
