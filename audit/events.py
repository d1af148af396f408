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
    "review.gate_passed": "Moved on before everything was ready, with a reason",
    "review.admitted": "Person admitted",
    "review.removed": "Person removed",
}
