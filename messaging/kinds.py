"""Every message the system can send. The words are in templates/messages/<code>.txt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MessageKind:
    code: str
    subject_line: str
    why: str  # why somebody gets it; shown beside the message in the list of messages sent
    link_is_secret: bool = False  # opens an account: forgotten once sent, never listed

    @property
    def template(self) -> str:
        return f"messages/{self.code}.txt"


KINDS = {
    kind.code: kind
    for kind in (
        # accounts
        MessageKind(
            "account_invited",
            "Set up your account",
            "A new person was given an account.",
            link_is_secret=True,
        ),
        MessageKind(
            "password_reset",
            "Set a new password",
            "Somebody asked for a new password for this address.",
            link_is_secret=True,
        ),
        MessageKind(
            "admitted",
            "You can now open a review",
            "A person who has an account was admitted to a review.",
        ),
        # scoping and evidence
        MessageKind(
            "scoping_requested",
            "Search your records and answer",
            "The partnership asks an agency what it knows.",
        ),
        MessageKind(
            "scoping_chased",
            "Your answer is still needed",
            "An agency has not answered a scoping request.",
        ),
        MessageKind(
            "evidence_requested",
            "Evidence is asked of your agency",
            "The panel asks an agency for a chronology, a report or a management review.",
        ),
        MessageKind(
            "query_raised",
            "The panel has a question",
            "The panel asks an author about what the agency sent.",
        ),
        # panel
        MessageKind(
            "meeting_called",
            "A panel meeting is called",
            "A panel member is asked to a meeting.",
        ),
        MessageKind(
            "meeting_changed",
            "A panel meeting has changed",
            "A meeting that members were asked to has changed, or was called off.",
        ),
        MessageKind(
            "agreement_asked",
            "Your agreement is asked",
            "A panel member is asked to agree a text.",
        ),
        MessageKind(
            "agreement_asked_by_link",
            "Your agreement is asked",
            "Somebody without an account is asked to agree a text.",
            link_is_secret=True,
        ),
        MessageKind(
            "agreement_reminded",
            "Your agreement is still asked",
            "A panel member has not answered a round.",
        ),
        MessageKind(
            "agreement_reminded_by_link",
            "Your agreement is still asked",
            "Somebody without an account has not answered a round.",
            link_is_secret=True,
        ),
        # the review
        MessageKind(
            "stage_moved",
            "A review has moved on",
            "The review reached its next stage.",
        ),
    )
}
