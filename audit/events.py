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
    "agency.contact_added": "Contact of an agency added",
    "agency.contact_changed": "Contact of an agency changed",
    "agency.contact_removed": "Contact of an agency removed",
    "post.started": "Post in a partnership started",
    "post.ended": "Post in a partnership ended",
    "review.gate_passed": "Moved on before everything was ready, with a reason",
    "review.admitted": "Person admitted",
    "review.removed": "Person removed",
    # scoping
    "scoping.asked": "Agency asked what it knows",
    "scoping.letter_recorded": "Letter to an agency recorded",
    "scoping.chased": "Agency reminded",
    "scoping.answered": "Agency answered",
    "scoping.return_recorded": "Answer of an agency recorded",
    # panel
    "panel.member_added": "Member seated on the panel",
    "panel.member_changed": "Record of a panel member changed",
    "panel.member_left": "Member left the panel",
    "panel.independence_declared": "Independence declared",
    "meeting.planned": "Meeting of the panel recorded",
    "meeting.changed": "Meeting of the panel changed",
    "meeting.called": "Members told of a meeting of the panel",
    "meeting.called_off": "Meeting of the panel called off",
    "meeting.attendance_recorded": "Attendance at a meeting recorded",
    "meeting.paper_added": "Paper put before a meeting",
    "meeting.paper_withdrawn": "Paper of a meeting taken away",
    "meeting.minuted": "Minutes of a meeting written",
    "meeting.unminuted": "Paragraph taken out of the minutes of a meeting",
    "meeting.minutes_attached": "Minutes of a meeting attached",
    "meeting.minutes_agreed": "Minutes of a meeting agreed",
    "meeting.minutes_reopened": "Agreement of the minutes of a meeting taken back",
    "meeting.action_done": "Action of a meeting done",
    "meeting.action_not_done": "Action of a meeting taken back as not done",
    "process.recorded": "Parallel process recorded",
    "process.changed": "Parallel process changed",
    # family compartment: that it changed, and no more
    "family.contact_added": "Family compartment: somebody added",
    "family.contact_changed": "Family compartment: how to reach somebody changed",
    "family.entry_recorded": "Family compartment: entry recorded",
    "family.entry_corrected": "Family compartment: entry corrected",
}
