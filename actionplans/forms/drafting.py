"""What is asked where somebody lets words stand."""

from pages import fields, forms


class SetAsideForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why is it right as it is?",
        help_text="It is kept with these words, and asked again only once they change.",
        rows=3,
        error_messages={"required": "Enter the reason to let the words stand"},
    )
