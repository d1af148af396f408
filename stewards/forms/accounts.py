from pages import fields, forms


class ContactForm(forms.Form):
    email = fields.EmailField(
        label="Email address of the data protection contact",
        help_text="They are told at once when somebody gets emergency access to a review.",
        error_messages={"required": "Enter the email address of the data protection contact"},
    )
