"""What the panel of a review is sent, and who is asked beside it: see messaging/kinds.py."""

from messaging.kind import MessageKind

OF_PANELS = (
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
        code_kind="agreement_code",
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
        code_kind="agreement_code",
    ),
    MessageKind(
        "agreement_entered",
        "An answer was entered for you",
        "Whoever runs a round entered an answer for a member, from what reached them elsewhere.",
    ),
    MessageKind(
        "agreement_entered_told",
        "An answer was entered for you",
        "Whoever runs a round entered an answer for somebody who has no account.",
        has_link=False,
    ),
    MessageKind(
        "agreement_code",
        "Your code",
        "Somebody without an account asked for the code that opens a round.",
        link_is_secret=True,
        is_awaited=True,
        has_link=False,
    ),
    MessageKind(
        "dates_asked",
        "When can you come?",
        "A panel member is asked on which of several days they can come to a meeting.",
    ),
    MessageKind(
        "dates_asked_by_link",
        "When can you come?",
        "Somebody without an account is asked when they can come to a meeting of the panel.",
        link_is_secret=True,
        code_kind="agreement_code",
    ),
    MessageKind(
        "dates_reminded",
        "When can you come?",
        "A panel member has not said when they can come to a meeting.",
    ),
    MessageKind(
        "dates_reminded_by_link",
        "When can you come?",
        "Somebody without an account has not said when they can come to a meeting.",
        link_is_secret=True,
        code_kind="agreement_code",
    ),
    MessageKind(
        "dates_chosen_by_link",
        "A panel meeting is called",
        "Somebody without an account was asked about several days; one of them is chosen.",
        link_is_secret=True,
        code_kind="agreement_code",
    ),
)
