from django import forms as django_forms

from agencies.models import PostKind
from pages import fields, forms

KINDS = [
    (
        PostKind.OFFICER,
        fields.Hinted("CSP officer", hint="Runs every review of the partnership"),
    ),
    (PostKind.CHAIR, fields.Hinted("CSP chair", hint="Decides whether to review and signs off")),
    (
        PostKind.HOME_OFFICE_LIAISON,
        fields.Hinted("Home Office liaison", hint="Sees what was sent to the Home Office"),
    ),
    (
        PostKind.ADMINISTRATOR,
        fields.Hinted("Administrator", hint="Gives posts, and sees no review"),
    ),
]


class StartPostForm(forms.Form):
    kind = django_forms.ChoiceField(
        label="Which post?", choices=KINDS, widget=django_forms.RadioSelect
    )
    email = fields.EmailField(label="Email address")
    full_name = fields.LineField(
        label="Full name", help_text="Needed for somebody who has no account yet.", required=False
    )
