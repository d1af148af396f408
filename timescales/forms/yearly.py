from pages import fields, forms
from reviews.forms.sealed import SEALED


class YearlyLookForm(forms.Form):
    """That the contract and the agreements on data were looked at."""

    looked_on = fields.DateField(label="When were they looked at?", called="The look")
    note = fields.ParagraphField(
        label="What was found?",
        help_text=f"What still fits, and what is to change by when. {SEALED}",
        rows=4,
        error_messages={"required": "Say what was found, even where nothing is to change"},
    )
