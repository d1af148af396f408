"""The kinds of entry to choose from, in groups, each with a line that tells them apart."""

from dataclasses import dataclass

from families.models import EntryKind


@dataclass(frozen=True)
class Choice:
    kind: EntryKind
    hint: str

    @property
    def words(self) -> str:
        return self.kind.label

    @property
    def slug(self) -> str:
        return self.kind.value.lower().replace("_", "-")


K = EntryKind

# What answers an earlier entry is recorded from that entry.
GROUPS = (
    (
        "The review turned to them",
        (
            Choice(K.LETTER, "With or without a leaflet"),
            Choice(K.ADVOCACY, "Which body, and whether they accepted"),
            Choice(K.TERMS, "Which version they were shown"),
            Choice(K.DRAFT, "Which version, how and for how long"),
            Choice(K.ATTEMPT, "A call nobody took, a letter that came back"),
            Choice(K.QA_LETTER, "What the Home Office wrote of the report"),
        ),
    ),
    (
        "They spoke with the review",
        (
            Choice(K.CONTACT, "Whoever got in touch first"),
            Choice(K.MEETING, "Who was there, and whether notes go to them to approve"),
            Choice(K.RESPONSE, "Contributes, updates only, not now, or not at all"),
            Choice(K.COMMENTS, "What they said of a draft"),
            Choice(K.PSEUDONYM, "Written to the person's record as well"),
        ),
    ),
    (
        "It was decided or agreed",
        (
            Choice(K.APPROACH, "To approach them or not, or that they could not be reached"),
            Choice(K.REFERRAL, "Which body, and whether it holds one"),
            Choice(K.PUBLICATION, "The day they agreed to, and how much notice they get"),
        ),
    ),
)

BY_SLUG = {choice.slug: choice.kind for _, choices in GROUPS for choice in choices}
