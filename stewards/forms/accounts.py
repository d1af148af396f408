from pages import fields, forms


class NameForm(forms.Form):
    full_name = fields.LineField(
        label="Full name",
        help_text="First name and surname, as the person uses them at work.",
        max_length=200,
        error_messages={"required": "Enter the full name"},
    )


class ContactForm(forms.Form):
    email = fields.EmailField(
        label="Email address of the data protection contact",
        help_text="They are told at once when somebody gets emergency access to a review.",
        error_messages={"required": "Enter the email address of the data protection contact"},
    )
