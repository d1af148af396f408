from datetime import date
from typing import Any

from pages import fields, forms


class MoveOnForm(forms.Form):
    moved_on = fields.DateField(label="When did this happen?", called="The day")
    reason = fields.ParagraphField(
        label="Why move on now?",
        help_text="Kept with the review: what was outstanding, and why it could not be waited for.",
        required=False,
        rows=4,
    )

    def __init__(self, *args: Any, today: date, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"moved_on": today}, **kwargs)
        if not needs_reason:
            self.fields["reason"].label = "Anything unusual about the day"
            self.fields["reason"].help_text = "Needed only where it comes before an earlier step."


class StepBackForm(forms.Form):
    reason = fields.ParagraphField(
        label="Why does it go one step back?",
        error_messages={"required": "Say why the review goes one step back"},
        rows=4,
    )
