"""One form for each kind of entry. What all of them ask stands in `entry.EntryForm`."""

from typing import Any

from django import forms as django_forms

from families.forms.contacts import PersonChoiceField
from families.forms.entry import EntryForm, choice
from families.models import (
    AdvocacyAnswer,
    Approach,
    Disposition,
    EntryKind,
    Leaflet,
    PseudonymAct,
    ReadHow,
    ReferralAnswer,
    Response,
    Starter,
)
from families.rules import READING_DAYS
from pages import fields
from reviews.models import Person


class LetterForm(EntryForm):
    kind = EntryKind.LETTER
    field_order = ["happened_on", "leaflet", "leaflet_version"]

    leaflet = choice("Leaflet", [("", "No leaflet"), *Leaflet.choices], required=False)
    leaflet_version = fields.LineField(
        label="Version of the leaflet", help_text="The date printed on it.", required=False
    )

    def clean(self) -> None:
        said = self.cleaned_data
        if said.get("leaflet") and not said.get("leaflet_version"):
            self.add_error("leaflet_version", "Enter the version of the leaflet")


class AdvocacyForm(EntryForm):
    kind = EntryKind.ADVOCACY
    field_order = ["happened_on", "advocacy_body", "advocacy_answer"]

    advocacy_body = fields.LineField(
        label="Which advocacy body?",
        help_text=(
            "Such as Advocacy After Fatal Domestic Abuse (AAFDA) or the Victim Support Homicide "
            "Service."
        ),
    )
    advocacy_answer = choice("What did they say?", AdvocacyAnswer)


class TermsForm(EntryForm):
    kind = EntryKind.TERMS
    field_order = ["happened_on", "version_label"]

    version_label = fields.LineField(label="Which version?", help_text="Such as version 2")


class DraftForm(EntryForm):
    kind = EntryKind.DRAFT
    field_order = ["happened_on", "version_label", "days_given", "read_how"]

    happened_on = fields.DateField(label="From when did they have it?", called="The day")
    version_label = fields.LineField(label="Which version?", help_text="Such as draft 3")
    days_given = fields.NumberField(
        label="How many days were they given?",
        help_text=(
            f"This system proposes at least {READING_DAYS} days; the guidance asks for enough "
            "time and gives no number."
        ),
        min_value=1,
        max_value=365,
    )
    read_how = choice("How do they read it?", ReadHow)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("correcting") is None:
            kwargs["initial"] = {"days_given": READING_DAYS}
        super().__init__(*args, **kwargs)


class QaLetterForm(EntryForm):
    kind = EntryKind.QA_LETTER


class ApproachForm(EntryForm):
    kind = EntryKind.APPROACH
    field_order = ["happened_on", "approach", "words", "advice_of", "by_whom"]

    happened_on = fields.DateField(label="When was it decided?", called="The day")
    approach = choice("What was decided or found?", Approach)
    words = fields.ParagraphField(
        label="Why?",
        help_text="Each attempt to reach them is an entry of its own in the log.",
        error_messages={"required": "Say why"},
    )
    advice_of = fields.LineField(
        label="On whose advice?", help_text="Name and post, if anybody advised it.", required=False
    )
    by_whom = fields.LineField(label="Who decided?", help_text="Name and post.")
    route = None  # type: ignore[assignment]
    way = None  # type: ignore[assignment]


class ResponseForm(EntryForm):
    kind = EntryKind.RESPONSE
    field_order = ["happened_on", "response", "ask_again_on"]

    response = choice("What do they wish?", Response)
    ask_again_on = fields.DateField(
        label="When to ask again",
        called="The day",
        help_text="For somebody who declined for now, if they said.",
        required=False,
    )
    words = fields.ParagraphField(label="In their words", required=False)


class CallForm(EntryForm):
    kind = EntryKind.CONTACT
    field_order = ["happened_on", "starter"]

    starter = choice("Who got in touch?", Starter)


class AttemptForm(EntryForm):
    kind = EntryKind.ATTEMPT

    by_whom = fields.LineField(
        label="Who tried?",
        help_text="Name and post, such as the independent chair or a family liaison officer.",
    )
    words = fields.ParagraphField(
        label="What was tried, and what came of it?",
        help_text="Such as a letter that came back, or a call that nobody took.",
        error_messages={"required": "Say what was tried"},
    )


class ReferralForm(EntryForm):
    kind = EntryKind.REFERRAL
    field_order = ["happened_on", "advocacy_body", "referral_answer", "words", "by_whom"]

    happened_on = fields.DateField(label="When was it asked?", called="The day")
    advocacy_body = fields.LineField(
        label="Which advocacy body?",
        help_text="Such as Advocacy After Fatal Domestic Abuse (AAFDA).",
    )
    referral_answer = choice("Does it hold a referral for them?", ReferralAnswer)
    words = fields.ParagraphField(
        label="What it said", help_text="With the day, where it answered later.", required=False
    )
    by_whom = fields.LineField(label="Who asked?", help_text="Name and post.")
    route = None  # type: ignore[assignment]
    way = None  # type: ignore[assignment]


class MeetingForm(EntryForm):
    kind = EntryKind.MEETING
    field_order = ["happened_on", "place", "present", "interpreter"]

    place = fields.LineField(label="Where?", required=False)
    present = fields.ParagraphField(
        label="Who was there?", help_text="With advocates and supporters.", rows=3
    )
    interpreter = fields.LineField(
        label="Interpreter",
        help_text="Name and service, if there was one. Never a relative or a friend.",
        required=False,
    )
    notes_to_approve = django_forms.BooleanField(
        label="Notes or a transcript go to them to approve", required=False
    )
    words = fields.ParagraphField(label="What was said", required=False)


class CommentsForm(EntryForm):
    kind = EntryKind.COMMENTS
    field_order = ["happened_on", "version_label", "words"]

    version_label = fields.LineField(label="On which version?", help_text="Such as draft 3")
    words = fields.ParagraphField(label="What they said", rows=8)


class PseudonymForm(EntryForm):
    kind = EntryKind.PSEUDONYM
    field_order = ["happened_on", "person", "pseudonym", "pseudonym_act"]

    person = PersonChoiceField(
        queryset=Person.objects.none(), label="For whom?", empty_label="Choose somebody"
    )
    pseudonym = fields.LineField(label="Pseudonym", max_length=100)
    pseudonym_act = choice("What did they say of it?", PseudonymAct)


class PublicationForm(EntryForm):
    kind = EntryKind.PUBLICATION
    field_order = ["happened_on", "publication_on", "notice", "support"]

    happened_on = fields.DateField(label="When was it agreed?", called="The day")
    publication_on = fields.DateField(label="Publication on", called="The publication date")
    notice = fields.LineField(
        label="How much notice do they get, and from whom?",
        help_text="Such as two weeks before, from the chair by telephone.",
        required=False,
    )
    support = fields.ParagraphField(
        label="Support for children and carers",
        help_text="Who is with them on the day and after it.",
        rows=3,
        required=False,
    )
    words = fields.ParagraphField(label="What else was agreed", required=False)


class TranscriptForm(EntryForm):
    kind = EntryKind.TRANSCRIPT

    field_order = ["happened_on", "approved_by"]

    happened_on = fields.DateField(label="When did they approve them?", called="The day")
    approved_by = fields.LineField(
        label="Who approved them?", help_text="Such as their mother, with her advocate."
    )
    words = fields.ParagraphField(label="What they changed", required=False)


class DispositionForm(EntryForm):
    kind = EntryKind.DISPOSITION
    field_order = ["happened_on", "disposition", "words", "by_whom"]

    happened_on = fields.DateField(label="When was it decided?", called="The day")
    disposition = choice("What became of their comments?", Disposition)
    words = fields.ParagraphField(
        label="Reasons", help_text="Needed unless all was adopted.", required=False
    )
    by_whom = fields.LineField(label="Who decided?", help_text="Name and post.")
    route = None  # type: ignore[assignment]
    way = None  # type: ignore[assignment]

    def clean(self) -> None:
        said = self.cleaned_data
        is_adopted = said.get("disposition") in {Disposition.ADOPTED, None}
        if not is_adopted and not said.get("words"):
            self.add_error("words", "Give the reasons")


FORMS: dict[EntryKind, type[EntryForm]] = {
    form.kind: form
    for form in (
        LetterForm,
        AdvocacyForm,
        TermsForm,
        DraftForm,
        QaLetterForm,
        ApproachForm,
        ResponseForm,
        CallForm,
        AttemptForm,
        ReferralForm,
        MeetingForm,
        CommentsForm,
        PseudonymForm,
        PublicationForm,
        TranscriptForm,
        DispositionForm,
    )
}
