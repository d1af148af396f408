"""What the panel says before a review moves on."""

from django.urls import reverse

from pages.parts import Blocker
from panels.models import PanelMember, PanelPart, ProcessEffect
from panels.rules.holding_back import what_holds_back
from reviews.models import Judged, Review


def panel_is_formed(review: Review) -> list[Blocker]:
    """An independent chair with a statement, a member besides, and every voter's declaration."""
    seated = review.panel_members.seated().in_order().prefetch_related("declarations")
    return what_the_panel_lacks(review, list(seated))


def what_the_panel_lacks(review: Review, seated: list[PanelMember]) -> list[Blocker]:
    """Return the same of members already read, with their declarations."""
    chair = next((member for member in seated if member.is_chair), None)
    return [
        *_chair_waits(review, chair),
        *_members_wait(review, seated),
        *_declarations_wait(review, [m for m in seated if m.is_voting and m != chair]),
    ]


def panel_is_independent(review: Review) -> list[Blocker]:
    """Nobody on the panel who may not be, and no connection undecided. Nobody can pass this."""
    seated = review.panel_members.seated().in_order().prefetch_related("declarations")
    return [blocker for member in seated for blocker in _connection_waits(review, member)]


def _connection_waits(review: Review, member: PanelMember) -> list[Blocker]:
    """Say what keeps somebody off the panel, by their part: the words are kept with the move."""
    if member.declaration is None:
        return []
    member.declaration.member = member
    judged, part = member.declaration.judged, member.get_part_display().lower()
    if judged is Judged.WAITING:
        path = reverse("reviews:independence", args=[review.reference])
        return [
            Blocker(
                f"The {part} declared a connection, and the chair of the partnership has neither "
                "accepted nor declined it.",
                path,
            )
        ]
    if not judged.stops:
        return []
    why = "was declined" if judged is Judged.DECLINED else "rules them out"
    path = reverse("panels:leave-panel", args=[review.reference, member.pk])
    words = f"A connection of the {part} {why}. Record that they left, and find somebody else."
    return [Blocker(words, path)]


def terms_are_agreed(review: Review) -> list[Blocker]:
    """A version of the terms of reference that the panel agreed, whatever draft came after it."""
    if review.terms_of_reference.agreed().exists():
        return []
    begun = review.terms_of_reference.drafts().exists()
    words = "are not agreed" if begun else "are not written"
    path = reverse("panels:terms", args=[review.reference])
    return [Blocker(f"The terms of reference {words}.", path)]


def nothing_holds_publication_back(review: Review) -> list[Blocker]:
    """No other body's process holds publication back. Publishing itself refuses it as well."""
    path = reverse("panels:processes", args=[review.reference])
    said = what_holds_back(review, ProcessEffect.PUBLICATION)
    return [Blocker(words, path) for words in said]


def _chair_waits(review: Review, chair: PanelMember | None) -> list[Blocker]:
    if chair is None:
        path = reverse("panels:appoint-chair", args=[review.reference])
        return [Blocker("No independent chair is appointed.", path)]
    if chair.declaration is None:
        path = reverse("panels:declare-independence", args=[review.reference, chair.pk])
        return [Blocker("The independent chair has not declared their independence.", path)]
    return []


def _members_wait(review: Review, members: list[PanelMember]) -> list[Blocker]:
    if any(member.part == PanelPart.PANEL_MEMBER for member in members):
        return []
    path = reverse("panels:add-member", args=[review.reference])
    return [Blocker("The panel has no member besides its chair.", path)]


def _declarations_wait(review: Review, voting: list[PanelMember]) -> list[Blocker]:
    """Name those missing by their part on the panel: the words are kept where a gate is passed."""
    missing = [member for member in voting if member.declaration is None]
    if not missing:
        return []
    if len(missing) == 1:
        path = reverse("panels:declare-independence", args=[review.reference, missing[0].pk])
        part = missing[0].get_part_display().lower()
        return [Blocker(f"One {part} with a vote has not declared their independence.", path)]
    path = reverse("panels:panel", args=[review.reference])
    return [
        Blocker(f"{len(missing)} members with a vote have not declared their independence.", path)
    ]
