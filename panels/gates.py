"""What the panel says before a review moves on."""

from django.urls import reverse

from pages.parts import Blocker
from panels.models import PanelMember, PanelPart
from reviews.models import Review


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


def terms_are_agreed(review: Review) -> list[Blocker]:
    """A version of the terms of reference that the panel agreed, whatever draft came after it."""
    if review.terms_of_reference.agreed().exists():
        return []
    begun = review.terms_of_reference.drafts().exists()
    words = "are not agreed" if begun else "are not written"
    path = reverse("panels:terms", args=[review.reference])
    return [Blocker(f"The terms of reference {words}.", path)]


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
