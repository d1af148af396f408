"""
Everything that can stand in the audit trail, and the sentence it is shown as.

A code is `noun.verb`. Each app adds its own lines below its own heading.
"""

EVENTS: dict[str, str] = {
    # accounts
    "account.invited": "Account created and invitation sent",
    "account.password_reset_asked": "Link to set a new password asked for",
    "account.password_set": "Password set",
    "account.signed_in": "Signed in",
    "account.sign_in_failed": "Sign-in failed",
    "account.signed_out": "Signed out",
    # messages
    "message.sent": "Message sent",
    "message.failed": "Message could not be sent",
    # documents
    "document.received": "Document received",
    "document.refused": "Document refused",
    "document.downloaded": "Document downloaded",
    # reviews
    "review.opened": "Review opened",
    "review.stage_moved": "Review moved on",
    "review.stepped_back": "Review taken one step back",
    "review.adopted": "Review begun before this system taken over",
    "decision.recorded": "Decision recorded",
    "notice.recorded": "Notice recorded",
    "person.recorded": "Person of the review recorded",
    "person.changed": "Person of the review changed",
    "agency.added": "Agency added to the review",
    "agency.listed": "Agency added to the directory",
    "agency.changed": "Agency of the directory changed",
    "post.started": "Post in a partnership started",
    "post.ended": "Post in a partnership ended",
    "review.gate_passed": "Moved on before everything was ready, with a reason",
    "review.admitted": "Person admitted",
    "review.removed": "Person removed",
}
