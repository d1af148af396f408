from typing import Any

from documents.forms import ReceivedFileField
from documents.pictures import PICTURES
from pages import fields, forms

SHOWS = (
    "A sentence or two for whoever does not see it, and for whoever reads the report aloud. Say "
    "what the picture tells, not that it is a picture."
)


class FigureWordsForm(forms.Form):
    """What a figure is called and shows."""

    caption = fields.LineField(
        label="Caption",
        help_text="What it is. Its number is added by itself, such as “Figure 2”.",
        max_length=200,
        error_messages={"required": "Enter a caption"},
    )
    alt = fields.ParagraphField(
        label="What it shows",
        help_text=SHOWS,
        rows=4,
        error_messages={"required": "Say what it shows"},
    )


class DrawnWordsForm(FigureWordsForm):
    """Of a figure that is drawn from the record, whose words are made with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
        self.fields["alt"].help_text = (
            f"{SHOWS} Left empty, it is said from the record, and changes with it. Words of your "
            "own stay as they are: look at them again when the record changes."
        )


class PictureForm(FigureWordsForm):
    file = ReceivedFileField(
        label="The picture",
        help_text="Kept without the place, day and camera that a file carries along. A report "
        "takes pictures of up to 1.5 MB.",
        accept=PICTURES,
        is_picture=True,
    )

    field_order = ["file", "caption", "alt"]
