"""How the directory of bodies that recommendations go to is searched and changed."""

from collections.abc import Collection
from typing import Any

from django import forms as django_forms
from django.db.models import QuerySet
from django.http import QueryDict

from agencies.models import BodyAddress, BodyKind, CommunitySafetyPartnership, PublicBody
from agencies.operations.bodies import BodyEntry, Letterbox
from agencies.queries import bodies
from agencies.queries.bodies import BodySearch
from pages import fields, forms

LONGEST = {"topics": 80, "aliases": 200}


class BodyChoice(django_forms.ModelChoiceField):  # type: ignore[type-arg]
    """A body, with the one it is part of."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)


class BodySearchForm(forms.Form):
    """The search above the list. It stands in the address; nothing in it can be wrong."""

    words = fields.LineField(label="Name, or what it decides", required=False)
    kind = django_forms.ChoiceField(label="Kind", required=False)
    region = django_forms.ChoiceField(label="Region", required=False)
    retired = django_forms.BooleanField(label="Retired bodies too", required=False)

    def __init__(self, asked: QueryDict, *, partnerships: Collection[int]) -> None:
        self.search = BodySearch(
            words=asked.get("words", "").strip(),
            kind=asked.get("kind", ""),
            region=asked.get("region", ""),
            with_retired=bool(asked.get("retired")),
        )
        given = {**vars(self.search), "retired": self.search.with_retired}
        super().__init__(initial={name: given[name] for name in self.base_fields})
        kinds, regions = bodies.choices(partnerships)
        self.fields["kind"].choices = [("", "Any kind"), *kinds]  # type: ignore[attr-defined]
        self.fields["region"].choices = [("", "Any region"), *regions]  # type: ignore[attr-defined]


class BodyForm(forms.Form):
    """What the directory says of a body."""

    name = fields.LineField(
        label="Name", max_length=200, error_messages={"required": "Enter the name of the body"}
    )
    short_name = fields.LineField(label="Short name", width=20, max_length=60, required=False)
    kind = django_forms.ChoiceField(
        label="Kind",
        choices=[("", "Choose"), *BodyKind.choices],
        error_messages={"required": "Choose the kind of body"},
    )
    part_of = BodyChoice(
        label="Part of",
        help_text="The department or body that it answers to.",
        queryset=PublicBody.objects.none(),
        empty_label="No other body",
        required=False,
    )
    region = fields.LineField(
        label="Region",
        help_text="Such as England and Wales, Wales, or North West.",
        width=20,
        max_length=100,
        error_messages={"required": "Enter the region it serves"},
    )
    decides = fields.ParagraphField(
        label="What does it decide?",
        help_text="So that somebody finds the right addressee.",
        rows=3,
        required=False,
    )
    topics = fields.ParagraphField(
        label="Words that a recommendation to it uses",
        help_text="One on each line, such as firearms licensing.",
        rows=4,
        required=False,
    )
    aliases = fields.ParagraphField(
        label="Other names",
        help_text="One on each line: earlier names and abbreviations.",
        rows=3,
        required=False,
    )
    partnership = django_forms.ModelChoiceField(
        label="Who sees it?",
        queryset=CommunitySafetyPartnership.objects.none(),
        widget=django_forms.RadioSelect,
        empty_label="Every partnership",
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        others: QuerySet[PublicBody],
        partnerships: QuerySet[CommunitySafetyPartnership] | None = None,
        of: PublicBody | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, changing=initial_of(of) if of else None, **kwargs)
        self.fields["part_of"].queryset = others  # type: ignore[attr-defined]
        if partnerships is None:
            del self.fields["partnership"]
        else:
            self.fields["partnership"].queryset = partnerships  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_topics(self) -> list[str]:
        return [line.casefold() for line in self.lines("topics")]

    def clean_aliases(self) -> list[str]:
        return self.lines("aliases")

    def lines(self, name: str) -> list[str]:
        typed = self.cleaned_data[name].splitlines()
        found = [" ".join(line.split()) for line in typed if line.strip()]
        most = LONGEST[name]
        if any(len(line) > most for line in found):
            raise django_forms.ValidationError(f"Each line must be {most} characters or fewer")
        return found

    def entry(self) -> BodyEntry:
        names = BodyEntry.__dataclass_fields__
        return BodyEntry(**{name: self.cleaned_data[name] for name in names})


def initial_of(body: PublicBody) -> dict[str, Any]:
    names = ("name", "short_name", "kind", "region", "decides")
    return {
        **{name: getattr(body, name) for name in names},
        "part_of": body.part_of_id,
        "topics": "\n".join(body.topics),
        "aliases": "\n".join(body.aliases),
    }


class RetireForm(forms.Form):
    retired_on = fields.DateField(
        label="Since when is it gone?",
        called="The day",
        error_messages={"required": "Enter the day since when it is gone"},
    )
    successor = BodyChoice(
        label="Which body has its work now?",
        queryset=PublicBody.objects.none(),
        empty_label="None, or not known",
        required=False,
    )

    def __init__(self, *args: Any, others: QuerySet[PublicBody], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = others  # type: ignore[attr-defined]


class LetterboxForm(forms.Form):
    """Where a partnership writes to a body."""

    for_the_attention_of = fields.LineField(
        label="For the attention of",
        help_text="A post or a team rather than a person: people change.",
        max_length=200,
        required=False,
    )
    email = fields.EmailField(label="Email address", required=False)
    address = fields.ParagraphField(label="Postal address", rows=4, required=False)
    note = fields.ParagraphField(
        label="How they want to be written to",
        help_text="Such as a form on their page, or words that must be in the subject.",
        rows=3,
        required=False,
    )

    def __init__(self, *args: Any, of: BodyAddress | None, **kwargs: Any) -> None:
        initial = {name: getattr(of, name) for name in self.base_fields} if of else None
        super().__init__(*args, changing=initial, **kwargs)

    def box(self) -> Letterbox:
        return Letterbox(**self.cleaned_data)
