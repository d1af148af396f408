from pages import fields, forms


class TakeBackForm(forms.Form):
    because = fields.LineField(
        label="Why is it taken back?", help_text="Shown beside it. No name and nothing of a case."
    )
