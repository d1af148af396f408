from pages import fields, forms


class SearchForm(forms.Form):
    """What is searched for in words: posted, so that no address tells it."""

    words = fields.LineField(
        label="Words",
        help_text="Any ending of a word is found. “In quotes” means a phrase, -word leaves out.",
        max_length=200,
        required=False,
    )
    body = fields.LineField(
        label="To whom", help_text="Part of the name of an agency or body", required=False
    )
