"""What an officer says of each reply in a long list, one small form a row."""

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.http import QueryDict

from pages import fields, forms
from replies.models import CHOSEN, IncomingReply, ReplyKind
from replies.operations.settling import Decision
from reviews.models import AgencyInvolvement

KINDS = [("", "Choose"), *((kind.value, kind.label) for kind in CHOSEN)]


class RowForm(forms.Form):
    """One reply: whether it is confirmed now, as what, and of which agency."""

    take = django_forms.BooleanField(required=False)
    part = django_forms.CharField(required=False)
    kind = django_forms.ChoiceField(label="What is it?", choices=KINDS, required=False)
    given_on = fields.DateField(label="Dated", called="The day of the reply", required=False)
    on_behalf_of = fields.LineField(label="Who gave it?", required=False)
    searched_in = fields.LineField(
        label="Systems and records searched", required=False, max_length=4000
    )
    searched_for = fields.LineField(
        label="Names, aliases and addresses searched under", required=False, max_length=4000
    )
    searched_by = fields.LineField(label="Who searched", required=False)
    unusual_reason = fields.LineField(label="Why it is dated before our letter", required=False)
    corrects_because = fields.LineField(
        label="Why the nil return before it was wrong", required=False
    )

    def __init__(
        self, data: QueryDict | None, *, reply: IncomingReply, parts: Sequence[AgencyInvolvement]
    ) -> None:
        self.reply, self.parts = reply, {str(part.pk): part for part in parts}
        super().__init__(data, prefix=f"reply-{reply.pk}", initial=read_in(reply), auto_id="id_%s")

    @property
    def in_summary(self) -> str:
        """What the summary calls this row: two replies can lack the same."""
        file = self.reply.document.original_name
        return file if self.reply.title == file else f"{self.reply.title} ({file})"

    def refuse(self, refusal: forms.Refusal) -> None:
        super().refuse(refusal)
        if refusal.field not in self.fields:
            self.mended_at[str(refusal)] = f"#reply-{self.reply.pk}"

    @property
    def is_taken(self) -> bool:
        return bool(self["take"].value())

    @property
    def part_now(self) -> str:
        return str(self["part"].value() or "")

    @property
    def kind_now(self) -> str:
        return str(self["kind"].value() or "")

    def decision(self) -> Decision:
        said: dict[str, Any] = dict(self.cleaned_data)
        said.pop("take")
        kind = ReplyKind(said.pop("kind") or ReplyKind.UNCLEAR)
        part = self.parts.get(said.pop("part"))
        return Decision(kind=kind, part=part, words=self.reply.words, **said)


def read_in(reply: IncomingReply) -> dict[str, Any]:
    """What a row says until the officer mends it: what was read."""
    kind = ReplyKind(reply.read_kind)
    who = f"{reply.sender} <{reply.sender_address}>" if reply.sender else reply.sender_address
    return {
        "take": reply.is_sure,
        "part": reply.read_part_id or "",
        "kind": "" if kind == ReplyKind.UNCLEAR else kind.value,
        "given_on": reply.given_on,
        "on_behalf_of": who[: fields.LONGEST_LINE],
        "searched_in": reply.searched_in,
        "searched_for": reply.searched_for,
        "searched_by": reply.searched_by[: fields.LONGEST_LINE],
    }
