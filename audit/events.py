"""
Everything that can stand in the audit trail, and the sentence it is shown as.

A code is `noun.verb`. Each app adds its own lines below its own heading.
"""

from enum import StrEnum

EVENTS: dict[str, str] = {
    # accounts
    "account.invited": "Account created and invitation sent",
    "account.password_reset_asked": "Link to set a new password asked for",
    "account.password_set": "Password set",
    "account.signed_in": "Signed in",
    "account.sign_in_failed": "Sign-in failed",
    "account.signed_out": "Signed out",
    "account.code_failed": "Second factor failed",
    "account.locked_out": "Locked out after failed sign-ins",
    "account.unlocked": "Account unlocked",
    "account.factor_added": "Second factor added",
    "account.factor_removed": "Second factor removed",
    "account.recovery_code_used": "Recovery code used",
    "account.recovery_codes_renewed": "Recovery codes renewed",
    "account.factors_forgotten": "Second factors forgotten, to be set up again",
    "account.sessions_ended": "Signed out everywhere",
    "account.password_changed": "Password changed",
    "account.bound": "Account bound to the sign-in of an organisation",
    "account.called_back": "Second factor begun anew after a call back",
    "account.renamed": "Name of a person corrected",
    "account.closed": "Account closed",
    "account.feed_made": "Address for a calendar made",
    "account.feed_replaced": "Address for a calendar replaced",
    "account.feed_stopped": "Address for a calendar stopped",
    "account.reopened": "Account opened again",
    "account.invited_again": "Invitation sent again",
    # leads, administrators and emergencies
    "lead.named": "Lead of an agency named",
    "lead.ended": "Lead of an agency ended",
    "lead.newcomers_seen": "People let in by the lead of an agency looked at",
    "partnership.data_protection_changed": "Data protection contact of a partnership changed",
    "emergency.asked": "Emergency access asked for",
    "emergency.approved": "Emergency access approved by a second person",
    "emergency.refused": "Emergency access refused or taken back",
    "emergency.ended": "Emergency access ended before its time",
    "emergency.looked_at": "Page looked at by emergency access",
    # messages
    "message.sent": "Message sent",
    "message.failed": "Message could not be sent",
    "absence.noted": "Absence noted: who is reminded instead",
    "absence.ended": "Absence taken back",
    "calendar.looked_at": "Deadlines read by a calendar program",
    "calendar.unknown": "Address for a calendar that never was, or is stopped, tried",
    # documents
    "document.received": "Document received",
    "document.refused": "Document refused",
    "document.checked": "Document that waited checked for malware",
    "document.damaged": "Document found missing or changed on the disk",
    "files.checked": "Files compared with the database",
    "document.downloaded": "Document downloaded",
    "document.rendered": "Document written to a file on the server",
    # reviews
    "review.opened": "Review opened",
    "review.stage_moved": "Review moved on",
    "review.stepped_back": "Review taken one step back",
    "review.adopted": "Review begun before this system taken over",
    "decision.recorded": "Decision recorded",
    "notice.recorded": "Notice recorded",
    "hold.began": "Review put on hold",
    "hold.looked_at_again": "Hold looked at again",
    "hold.ended": "Hold ended",
    "hold.taken_back": "Hold taken back that was recorded by mistake",
    "yearly_look.recorded": "Contract and agreements on data looked at again",
    "yearly_look.taken_back": "Yearly look taken back that was recorded by mistake",
    "extension.agreed": "Later day for the report agreed",
    "extension.taken_back": "Later day taken back that was recorded by mistake",
    "deadline.length_set": "Length of a local deadline set by a partnership",
    "delay.decided": "Days of the review attributed to a cause",
    "delay.taken_back": "Attribution of days taken back",
    "cost.budget_agreed": "Budget of the review recorded",
    "cost.fee_agreed": "Fee recorded that was agreed",
    "cost.share_recorded": "Share of the cost recorded",
    "cost.share_agreed": "Share of the cost agreed",
    "cost.claim_sent": "Invoice for a share of the cost recorded",
    "cost.claim_received": "Money for a share of the cost received",
    "cost.invoice_recorded": "Invoice recorded",
    "cost.invoice_paid": "Invoice recorded as paid",
    "cost.taken_back": "Entry of the costs taken back that was recorded by mistake",
    "person.recorded": "Person of the review recorded",
    "person.changed": "Person of the review changed",
    "agency.added": "Agency added to the review",
    "agency.listed": "Agency added to the directory",
    "agency.changed": "Agency of the directory changed",
    "agency.contact_added": "Contact of an agency added",
    "agency.contact_changed": "Contact of an agency changed",
    "agency.contact_removed": "Contact of an agency removed",
    "post.started": "Post in a partnership started",
    "post.given": "Post in a partnership given, to be confirmed",
    "post.confirmed": "Post in a partnership confirmed",
    "post.declined": "Post in a partnership not confirmed",
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
    "scoping.waiting_stopped": "No longer waiting for an agency's answer",
    "letter_by_link.looked_at": "Scoping letter looked at by a link",
    "scoping.answered_by_link": "Agency answered by a link",
    "scoping.more_time_asked": "Agency asked for more time to answer",
    # links for people without an account
    "guest.link_sent": "Link sent to somebody without an account",
    "guest.link_revoked": "Link for somebody without an account taken back",
    "guest.link_unknown": "Link that never was tried",
    "guest.code_sent": "Code for a link sent",
    "guest.code_given": "Code for a link given by telephone",
    "guest.left": "Visit by a link ended",
    "guest.code_wrong": "Wrong code for a link typed",
    "guest.code_used": "Link opened with its code",
    # evidence
    "evidence.asked": "Agency asked for evidence",
    "evidence.changed": "What is asked of an agency changed",
    "evidence.reminded": "Agency reminded of its evidence",
    "imr.author_named": "Author of an agency's report named",
    "imr.author_not_independent": "Author declared that they are not independent",
    "imr.version_begun": "Version of an agency's report begun",
    "independence.declared": "Independence declared for a part in the review",
    "independence.accepted": "Declared connection accepted",
    "independence.declined": "Declared connection declined",
    "review.access_held": "Access held: a name of the case",
    "review.hold_cleared": "Held access cleared, with a reason",
    "imr.document_attached": "Document of an agency's report attached",
    "imr.entered": "Agency's report entered for it",
    "imr.sign_off_asked": "Senior sign-off of an agency's report asked",
    "imr.given_back": "Agency's report given back to its author",
    "imr.signed_off": "Agency's report signed off",
    "imr.received": "Agency's report received by the panel",
    "imr.query_noted": "Question on an agency's report noted",
    "imr.query_dropped": "Question on an agency's report dropped",
    "imr.queried": "Questions on an agency's report asked",
    "imr.query_answered": "Question on an agency's report answered",
    "imr.accepted": "Agency's report accepted by the panel",
    "imr.acceptance_taken_back": "Acceptance of an agency's report taken back",
    # chronologies
    "chronology.received": "Chronology received",
    "chronology.read": "Chronology read",
    "chronology.unreadable": "Chronology could not be read",
    "chronology.row_mended": "Row of a chronology mended",
    "chronology.date_given": "Date of a chronology entry given",
    "chronology.row_set_aside": "Row of a chronology set aside",
    "chronology.row_brought_back": "Row of a chronology brought back",
    "chronology.columns_chosen": "Columns of a chronology chosen",
    "chronology.submitted": "Chronology submitted",
    "chronology.given_back": "Chronology given back",
    "chronology.signed_off": "Chronology signed off",
    "chronology.released": "Chronology released to the panel",
    "chronology.release_taken_back": "Release of a chronology taken back",
    "chronology.exported": "Composite chronology exported",
    # what chair and panel make of the composite
    "event.weighed": "Event of the chronology weighed or tagged",
    "event.commented": "Comment on an event of the chronology",
    "event.comment_taken_back": "Comment on an event taken back",
    "finding.decided": "Finding of the composite decided",
    "finding.reopened": "Finding of the composite opened again",
    "finding.asked": "Agency asked about a finding of the composite",
    "finding.question_taken_back": "Question about a finding of the composite taken back",
    "finding.answered": "Question about a finding of the composite answered",
    "composite.check_turned_off": "Check of the composite turned off",
    "composite.check_turned_on": "Check of the composite turned on",
    "narrative.written": "Paragraph of the narrative written",
    "narrative.rewritten": "Paragraph of the narrative rewritten",
    "narrative.moved": "Paragraph of the narrative moved",
    "narrative.removed": "Paragraph of the narrative taken out",
    "narrative.left_out": "Entry left out of the narrative",
    "narrative.brought_back": "Entry left out of the narrative brought back",
    "portfolio.exported": "Portfolio of a partnership exported",
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
    # terms of reference and agreement
    "terms.begun": "Version of the terms of reference begun",
    "terms.changed": "Draft of the terms of reference changed",
    "terms.discarded": "Draft of the terms of reference discarded",
    "terms.agreed": "Terms of reference agreed",
    "agreement.asked": "Text put to people to agree",
    "agreement.reminded": "People reminded to answer a round",
    "agreement.link_taken_back": "Link to answer a round taken back",
    "agreement.answered": "Round answered",
    "agreement.answer_recorded": "Answer in a round entered for somebody",
    "agreement.settled": "Recorded what became of an objection or comment",
    "agreement.closed": "Round of agreement closed",
    "agreement.withdrawn": "Round of agreement withdrawn",
    # golden thread and action plan
    "finding.added": "Finding added",
    "finding.changed": "Finding changed",
    "finding.removed": "Finding removed",
    "learning.added": "Learning point added",
    "learning.changed": "Learning point changed",
    "learning.removed": "Learning point removed",
    "recommendation.added": "Recommendation added",
    "recommendation.changed": "Recommendation changed",
    "recommendation.removed": "Recommendation removed",
    "recommendation.answered": "Answer to a recommendation recorded",
    "action.added": "Action of the plan added",
    "action.changed": "Action of the plan changed",
    "action.removed": "Action of the plan removed",
    "action.milestones_changed": "Milestones of an action changed",
    "action.milestone_reached": "Milestone of an action reached",
    "action.milestone_taken_back": "Milestone of an action taken back as not reached",
    "action.reported": "Progress of an action reported",
    "action.checked": "Action reported done was checked",
    "review.conclusion_audited": "Conclusion audit recorded",
    # the report
    "report.section_written": "Section of the report written",
    "report.section_restored": "Earlier version of a section brought back",
    "report.draft_made": "Draft of the report made",
    "report.draft_released": "Draft of the report released to the panel",
    "report.commented": "Draft of the report commented on",
    "report.comment_entered": "Comment on a draft entered for somebody",
    "report.comment_settled": "Recorded what became of a comment on a draft",
    "report.agreed": "The panel’s agreement to a draft recorded",
    "report.signed_off": "Sign-off of the report recorded",
    "report.minute_attached": "Minute of the sign-off attached",
    # Home Office quality assurance
    "submission.put_together": "Pack for the Home Office put together",
    "submission.item_added": "File put into a pack for the Home Office",
    "submission.item_removed": "File taken out of a pack for the Home Office",
    "submission.let_go": "Pack for the Home Office let go",
    "submission.sent": "Pack recorded as sent to the Home Office",
    "submission.received": "Receipt by the Home Office recorded",
    "submission.letter_recorded": "Letter of the Home Office recorded",
    "qa_point.entered": "Points of a Home Office letter entered",
    "qa_point.changed": "Point of a Home Office letter changed",
    "qa_point.removed": "Point of a Home Office letter taken out",
    "qa_point.answered": "Point of a Home Office letter answered",
    # publication
    "publication.decided": "Decision about publication recorded",
    "publication.introduced": "Public page introduced",
    "publication.doubt_accepted": "Doubtful word looked at before publication",
    "publication.published": "Published",
    "publication.taken_down": "Published set taken down",
    # family compartment: that it changed, and no more
    "family.contact_added": "Family compartment: somebody added",
    "family.contact_changed": "Family compartment: how to reach somebody changed",
    "family.entry_recorded": "Family compartment: entry recorded",
    "family.entry_corrected": "Family compartment: entry corrected",
    # looked at, refused: see dhr/recording.py
    "people.looked_at": "Names and pseudonyms looked at",
    "family.looked_at": "Family compartment: looked at",
    "scoping.looked_at": "What an agency was asked and knows looked at",
    "imr.looked_at": "Agency's report looked at",
    "chronology.looked_at": "Chronology looked at",
    "process.looked_at": "Parallel process looked at",
    "access.refused": "Page not opened: refused, or not there",
}


class Kind(StrEnum):
    """What sort of thing an event is, for whoever narrows the trail to one."""

    CHANGE = "change"
    READ = "read"
    TAKEN = "taken"
    REFUSAL = "refusal"
    ACCOUNT = "account"

    @property
    def words(self) -> str:
        return KIND_WORDS[self]


KIND_WORDS = {
    Kind.CHANGE: "Changes",
    Kind.READ: "Pages looked at",
    Kind.TAKEN: "Downloads and exports",
    Kind.REFUSAL: "Refusals",
    Kind.ACCOUNT: "Sign-ins and accounts",
}
TAKEN = frozenset(
    {"document.downloaded", "document.rendered", "chronology.exported", "portfolio.exported"}
)
REFUSALS = frozenset(
    {
        "access.refused",
        "calendar.unknown",
        "document.refused",
        "guest.link_unknown",
        "guest.code_wrong",
    }
)


def kind_of(event: str) -> Kind:
    if event in TAKEN:
        return Kind.TAKEN
    if event in REFUSALS:
        return Kind.REFUSAL
    if event.endswith(".looked_at"):
        return Kind.READ
    return Kind.ACCOUNT if event.startswith("account.") else Kind.CHANGE


def events_of(kind: Kind) -> list[str]:
    return [event for event in EVENTS if kind_of(event) == kind]
