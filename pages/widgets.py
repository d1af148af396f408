"""The inputs that Django does not have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

PARTS = {"day": 2, "month": 2, "year": 4}  # and the width of each


class DateParts(forms.Widget):
    """A date in three inputs. What was typed is kept as typed, however wrong."""

    template_name = "django/forms/widgets/date_parts.html"
    use_fieldset = True

    def get_context(
        self, name: str, value: date | Mapping[str, str] | None, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        attrs = dict(attrs or {})
        faulty = attrs.pop("faulty", ())
        context = super().get_context(name, None, attrs)
        typed = typed_parts(value)
        context["widget"]["parts"] = [
            {
                "name": f"{name}_{part}",
                "id": f"{attrs['id']}_{part}" if attrs.get("id") else "",
                "label": part.capitalize(),
                "width": width,
                "value": typed.get(part, ""),
                "is_faulty": part in faulty,
            }
            for part, width in PARTS.items()
        ]
        return context

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> dict[str, str] | None:
        typed = {part: str(data.get(f"{name}_{part}", "")).strip() for part in PARTS}
        return typed if any(typed.values()) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}_{part}" not in data for part in PARTS)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_day" if id_ else ""


class InlineRadios(forms.RadioSelect):
    """A few short answers beside each other."""

    template_name = "django/forms/widgets/radio_inline.html"


@dataclass(frozen=True)
class Fold:
    """One group of boxes to tick."""

    name: str
    options: list[dict[str, Any]]

    @property
    def many(self) -> int:
        return len(self.options)

    @property
    def ticked(self) -> int:
        return sum(bool(option["selected"]) for option in self.options)

    @property
    def optgroups(self) -> list[tuple[str, list[dict[str, Any]], int]]:
        return [("", self.options, 0)]


class FoldedCheckboxes(forms.CheckboxSelectMultiple):
    """More boxes than one reads through: a fold for each group of the choices."""

    template_name = "django/forms/widgets/checkbox_folds.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        context["widget"]["folds"] = [Fold(group, options) for group, options, _ in groups]
        return context


def typed_parts(value: date | Mapping[str, str] | None) -> Mapping[str, str]:
    if isinstance(value, date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    return value or {}
