"""What is asked of whoever sends a chronology, and mends it."""

from chronologies.models import ChronologyRow
from chronologies.operations.submissions import ACCEPTED
from chronologies.readers.columns import Column
from chronologies.readers.limits import MAX_ROWS
from documents.forms import ProvenanceForm, ReceivedFileField
from pages import fields, forms

LIMITS = f"Up to {MAX_ROWS:,} rows. Any layout will do."


class SendForm(forms.Form):
    """The file of an agency's own person."""

    document = ReceivedFileField(
        label="The chronology",
        help_text=LIMITS,
        accept=ACCEPTED,
        error_messages={"required": "Select a chronology"},
    )


class RecordForm(ProvenanceForm):
    """A file that reached the officer, entered for the agency."""

    document = ReceivedFileField(
        label="The chronology",
        help_text=LIMITS,
        accept=ACCEPTED,
        error_messages={"required": "Select a chronology"},
    )

    field_order = ["document", "on_behalf_of", "given_on", "received_via", "original"]


class MendForm(forms.Form):
    """One row that cannot be taken in, with the file's own words to mend."""

    date_typed = fields.LineField(
        label="Date, and the time if it is known",
        help_text="As much as is known: 22/05/2016 14:30, May 2016, before March 2015.",
        required=False,
        strip=False,
    )
    words_typed = fields.ParagraphField(
        label="What happened",
        rows=4,
        strip=False,
        error_messages={"required": "Write what happened in this row"},
    )

    @classmethod
    def of(cls, row: ChronologyRow, data: object = None) -> "MendForm":
        said = {
            "date_typed": row.now(Column.DATE),
            "words_typed": row.now(Column.WHAT_HAPPENED),
        }
        return cls(data, prefix=f"row{row.number}", initial=said)


class DateForm(forms.Form):
    """The date of an entry that has none."""

    date_typed = fields.LineField(
        label="Date",
        help_text="As much as is known: 22/05/2016, May 2016, 2016.",
        error_messages={"required": "Enter the date, or say that it is not known"},
    )


class SetAsideForm(forms.Form):
    reason = fields.LineField(
        label="Why is this row set aside?",
        error_messages={"required": "Say why this row is set aside"},
    )
