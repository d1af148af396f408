"""Every message the system can send. The words are in templates/messages/<code>.txt."""

from messaging.kind import MessageKind
from messaging.kinds_of_panels import OF_PANELS

__all__ = ["KINDS", "MessageKind"]

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
            is_awaited=True,
        ),
        MessageKind(
            "factors_forgotten",
            "Set up your sign-in again",
            "Somebody lost their second factor, and it was agreed that they begin anew.",
            link_is_secret=True,
        ),
        MessageKind(
            "sign_in_changed",
            "How you sign in has changed",
            "A password or a second factor of this account was changed, added or removed.",
        ),
        MessageKind(
            "account_renamed",
            "Your name here was corrected",
            "An administrator corrected the name of an account.",
        ),
        MessageKind(
            "admitted",
            "You can now open a review",
            "A person who has an account was admitted to a review.",
        ),
        # leads, posts and emergencies
        MessageKind(
            "lead_yours",
            "You answer for your agency's people",
            "Somebody was named the lead of an agency.",
        ),
        MessageKind(
            "lead_named",
            "An agency has a lead",
            "The officers of a partnership are told whom an agency's people answer to.",
        ),
        MessageKind(
            "colleague_joined",
            "A new person in an agency's part",
            "The lead of an agency let a colleague into its part of a review.",
        ),
        MessageKind(
            "post_given",
            "Somebody was given a post",
            "The officers and chairs of a partnership are told who gets a post.",
        ),
        MessageKind(
            "post_to_confirm",
            "Somebody’s post waits for you",
            "An administrator gave somebody a post; an officer or chair confirms it.",
        ),
        MessageKind(
            "data_protection_changed",
            "The data protection contact has changed",
            "Whoever was told of emergency access before, and whoever is now, learn of it.",
        ),
        MessageKind(
            "emergency_asked",
            "Emergency access waits for you",
            "An administrator asks for emergency access; it needs a second person.",
        ),
        MessageKind(
            "emergency_given",
            "Emergency access to a review was given",
            "The officers and chairs of a review and the data protection contact are told at once.",
        ),
        MessageKind(
            "emergency_yours",
            "You can read a review for some hours",
            "Somebody was given emergency access.",
        ),
        MessageKind(
            "emergency_ended",
            "Emergency access has ended",
            "An officer or chair ended emergency access before its time.",
        ),
        # scoping and evidence
        MessageKind(
            "scoping_requested",
            "Search your records and answer",
            "The partnership asks an agency what it knows.",
        ),
        MessageKind(
            "scoping_requested_by_link",
            "Search your records and answer",
            "The partnership asks an agency in which nobody has an account what it knows.",
            link_is_secret=True,
        ),
        MessageKind(
            "scoping_chased",
            "Your answer is still needed",
            "An agency has not answered a scoping request.",
        ),
        MessageKind(
            "scoping_chased_by_link",
            "Your answer is still needed",
            "An agency in which nobody has an account has not answered a scoping request.",
            link_is_secret=True,
        ),
        MessageKind(
            "scoping_answered_by_link",
            "Your answer has arrived",
            "Somebody answered a scoping request by a link.",
            has_link=False,
        ),
        MessageKind(
            "guest_code",
            "Your code",
            "Somebody without an account asked for the code that opens their link.",
            link_is_secret=True,
            is_awaited=True,
            has_link=False,
        ),
        MessageKind(
            "nil_return_corrected",
            "A nil return was corrected",
            "An agency that had found nothing has found something after all.",
        ),
        MessageKind(
            "evidence_requested",
            "Evidence is asked of your agency",
            "The panel asks an agency for a chronology, a report or a management review.",
        ),
        MessageKind(
            "evidence_changed",
            "What is asked of your agency has changed",
            "The panel asks an agency for something else than before, or by another day.",
        ),
        MessageKind(
            "evidence_late",
            "Your evidence is still needed",
            "What the panel asked of an agency is late.",
        ),
        MessageKind(
            "imr_to_sign_off",
            "Your sign-off is asked",
            "An author has finished what the agency sends, and somebody senior is to sign it off.",
        ),
        MessageKind(
            "imr_given_back",
            "A change is asked before sign-off",
            "Somebody senior asks the author for changes.",
        ),
        MessageKind(
            "imr_received",
            "An agency has sent its evidence",
            "An agency has signed off what it was asked for and sent it to the panel.",
        ),
        MessageKind(
            "imr_accepted",
            "The panel has accepted your evidence",
            "The panel has accepted what an agency sent.",
        ),
        MessageKind(
            "queries_answered",
            "An agency has answered your questions",
            "All questions put to an agency are answered.",
        ),
        MessageKind(
            "query_raised",
            "The panel has a question",
            "The panel asks an author about what the agency sent.",
        ),
        # questions
        MessageKind(
            "questions_asked",
            "The panel has questions for you",
            "The panel asks a body of a review in words.",
        ),
        MessageKind(
            "question_by_link",
            "One question for you",
            "A body hands one question of the panel to a colleague without an account.",
            link_is_secret=True,
            code_kind="question_code",
        ),
        MessageKind(
            "question_code",
            "Your code",
            "Somebody without an account asked for the code that opens a question.",
            link_is_secret=True,
            is_awaited=True,
            has_link=False,
        ),
        # chronologies
        MessageKind(
            "chronology_to_sign_off",
            "Your sign-off is asked",
            "An agency's chronology is submitted, and somebody senior is to sign it off.",
        ),
        MessageKind(
            "finding_asked",
            "A question about your chronology",
            "The chair asks an agency about its chronology.",
        ),
        MessageKind(
            "finding_answered",
            "An agency has answered",
            "An agency answers what it was asked about its chronology.",
        ),
        MessageKind(
            "chronology_given_back",
            "A change is asked before sign-off",
            "Somebody senior asks the author of a chronology for changes.",
        ),
        MessageKind(
            "chronology_to_release",
            "A chronology waits for release",
            "An agency has signed off its chronology; the panel reads it once it is released.",
        ),
        MessageKind(
            "chronology_released",
            "Your chronology is released to the panel",
            "The chair lets the panel read an agency's chronology.",
        ),
        *OF_PANELS,
        # files
        MessageKind(
            "file_refused",
            "A file you sent was refused",
            "Malware was found in a file that had waited to be checked.",
        ),
        # the report
        MessageKind(
            "draft_released",
            "A draft of the report is released",
            "A draft of the report can be read by those who read drafts.",
        ),
        MessageKind(
            "reading_room",
            "Something to read is open to you",
            "A copy of a draft was released to somebody without an account, to look at.",
            link_is_secret=True,
        ),
        MessageKind(
            "imr_to_sign_by_link",
            "A report waits for your sign-off",
            "Somebody senior without an account is asked to sign off what their agency wrote.",
            link_is_secret=True,
            code_kind="imr_sign_code",
        ),
        MessageKind(
            "imr_sign_code",
            "Your code",
            "Somebody without an account asked for the code that opens a report to sign off.",
            link_is_secret=True,
            is_awaited=True,
            has_link=False,
        ),
        # recommendations to bodies outside
        MessageKind(
            "recommendations_sent_by_link",
            "Recommendations for your organisation",
            "A body without an account is sent recommendations of a review.",
            link_is_secret=True,
            code_kind="recommendations_code",
        ),
        MessageKind(
            "recommendations_chased_by_link",
            "Your reply to recommendations is still asked",
            "A body has not replied to recommendations of a review.",
            link_is_secret=True,
            code_kind="recommendations_code",
        ),
        MessageKind(
            "recommendations_code",
            "Your code",
            "A body without an account asked for the code that opens recommendations.",
            link_is_secret=True,
            is_awaited=True,
            has_link=False,
        ),
        MessageKind(
            "recommendations_answered",
            "Your replies have arrived",
            "A body replied by a link to every recommendation it was sent.",
            has_link=False,
        ),
        # the review
        MessageKind(
            "stage_moved",
            "A review has moved on",
            "The review reached its next stage.",
        ),
        # the clock
        MessageKind(
            "reminders_due",
            "What is due in your reviews",
            "Once a day: what somebody owes, or has to see to, by the deadlines of their reviews.",
            has_lines=True,
        ),
        MessageKind(
            "reminders_late",
            "Something is late in a review",
            "At once: a deadline has passed, and those who answer for it are told.",
            has_lines=True,
        ),
    )
}
