from pages import fields, forms


class HoldForm(forms.Form):
    """What the officer makes of a likeness of names."""

    is_somebody_else = fields.YesNoField(
        label="Is the account somebody else’s, with no tie to the person of this review?",
        help_text="If you are not sure, answer no: they are removed and can be admitted again.",
        error_messages={"required": "Say whether it is somebody else"},
    )
    because = fields.ParagraphField(
        label="How do you know?",
        help_text="Kept with the review. The account’s holder does not read it.",
        rows=3,
        required=False,
    )
