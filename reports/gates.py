"""What the report says before a review moves on."""

from django.urls import reverse

from pages.parts import Blocker
from panels.models import AgreementRound, SubjectKind
from reports.models import Draft, DraftComment, SignOff
from reviews.lifecycle import Stage
from reviews.models import Review


def draft_is_numbered(review: Review) -> list[Blocker]:
    """A draft that the panel has, made since drafting last began again after further work."""
    path = reverse("reports:drafts", args=[review.reference])
    again = review.moves.filter(from_stage=Stage.FURTHER_WORK, to_stage=Stage.DRAFTING).last()
    drafts = review.drafts.defer("content")
    if again:
        drafts = drafts.filter(recorded_at__gte=again.recorded_at)
    draft = drafts.first()
    if draft is None:
        return [Blocker("There is no numbered draft of the report.", path)]
    if not drafts.released().exists():
        return [Blocker(f"{draft.name} is not released to the panel.", draft.get_absolute_url())]
    return []


def comments_are_answered(review: Review) -> list[Blocker]:
    """Every comment on a draft has been told what becomes of it."""
    waiting = DraftComment.objects.open().filter(draft__review=review)
    numbers = list(waiting.order_by("draft__number").values_list("draft__number", flat=True))
    return [
        Blocker(
            not_settled(numbers.count(number), number),
            reverse("reports:comments", args=[review.reference, number]),
        )
        for number in dict.fromkeys(numbers)
    ]


def not_settled(comments: int, number: int) -> str:
    if comments == 1:
        return f"1 comment on draft {number} is not settled."
    return f"{comments} comments on draft {number} are not settled."


def panel_has_agreed(review: Review) -> list[Blocker]:
    """The last draft that was put to the panel is agreed, at a meeting, in a round or otherwise."""
    draft = put_to_panel(review)
    if draft is None:
        path = reverse("reports:drafts", args=[review.reference])
        return [Blocker("There is no draft that the panel could agree.", path)]
    if is_agreed(draft):
        return []
    return [Blocker(f"The panel has not agreed draft {draft.number}.", draft.get_absolute_url())]


def sign_off_is_minuted(review: Review) -> list[Blocker]:
    """The draft that the panel agreed, or a later one, is signed off, and the minute attached."""
    draft = put_to_panel(review)
    path = draft.get_absolute_url() if draft else reverse("reports:drafts", args=[review.reference])
    last = (
        SignOff.objects.filter(draft__review=review)
        .select_related("draft")
        .defer("draft__content")
        .order_by("-draft__number", "-signed_on", "-pk")
        .first()
    )
    if last is None:
        return [Blocker("The partnership has not signed the report off.", path)]
    if draft and last.draft.number < draft.number:
        return [Blocker(f"Draft {last.draft.number} was signed off, not {draft.number}.", path)]
    if last.minute_id is None:
        attach = reverse("reports:attach-minute", args=[review.reference, last.pk])
        return [Blocker("The minute of the sign-off is not attached.", attach)]
    return []


def put_to_panel(review: Review) -> Draft | None:
    """Return the last released draft that the panel is asked to agree."""
    drafts = review.drafts.released().to_be_agreed().defer("content")
    found = drafts.select_related("panel_agreement").first()
    if found:
        found.review = review
    return found


def is_agreed(draft: Draft) -> bool:
    if draft.agreement:
        return True
    rounds = AgreementRound.objects.of(SubjectKind.DRAFT, draft.pk).filter(review=draft.review_id)
    return any(row.is_agreed for row in rounds.only("outcome"))
