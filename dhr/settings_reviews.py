"""What upper apps add to a review. No other knowledge travels upwards (docs/ARCHITECTURE.md)."""

# Gates: (review) -> reasons to wait
REVIEW_GATES = [
    "reviews.gates.decision_is_to_review",
    "reviews.gates.decision_is_not_to_review",
    "reviews.gates.home_office_is_told",
    "reviews.gates.family_is_told",
    "reviews.gates.direction_is_recorded",
    "panels.gates.panel_is_formed",
    "panels.gates.panel_is_independent",
    "panels.gates.terms_are_agreed",
    "panels.gates.nothing_holds_publication_back",
    "evidence.gates.scoping.agencies_are_asked",
    "evidence.gates.scoping.scoping_is_answered",
    "evidence.gates.evidence.evidence_is_asked_for",
    "evidence.gates.evidence.evidence_is_in",
    "chronologies.gates.every_chronology_is_released",
    "reports.gates.draft_is_numbered",
    "reports.gates.comments_are_answered",
    "reports.gates.panel_has_agreed",
    "reports.gates.sign_off_is_minuted",
    "actionplans.gates.plan_is_ready",
    "actionplans.gates.actions_are_finished",
    "actionplans.gates.conclusion_audit_is_done",
    "outcomes.gates.returns_are_in",
    "families.gates.family_questions_are_answered",
    "publications.gates.home_office.submission_is_complete",
    "publications.gates.home_office.submission_is_received",
    "publications.gates.home_office.qa_outcome_is_cleared",
    "publications.gates.home_office.qa_outcome_is_changes",
    "publications.gates.home_office.qa_outcome_is_further_work",
    "publications.gates.home_office.qa_points_are_answered",
    "publications.gates.publication.publication_is_decided",
    "publications.gates.publication.text_is_safe_to_publish",
    "publications.gates.publication.withholding_is_decided",
]
# Kinds of card (reviews.queries.cards.CardKind) on a review's home page
REVIEW_CARDS = [
    "timescales.cards.timescale",
    "reviews.cards.decision",
    "reviews.cards.people",
    "evidence.cards.scoping.agencies",
    "reviews.cards.admitted",
    "evidence.cards.independence.independence",
    "panels.cards.panel",
    "availability.cards.poll",
    "panels.cards.parallel_processes",
    "evidence.cards.evidence.evidence",
    "composite.cards.composite",
    "panels.cards.terms",
    "panels.cards.agreement",
    "decisions.cards.register",
    "reports.cards.report",
    "anonymity.cards.certificates",
    "families.cards.family",
    "families.cards.in_their_words",
    "actionplans.cards.thread",
    "actionplans.cards.plan",
    "publications.cards.home_office",
    "publications.cards.publication",
    "postoffice.cards.sent",
    "letters.cards.letters",
    "costs.cards.costs",
]
# The same of an agency's part in a review, for that agency's page
PART_CARDS = [
    "evidence.cards.evidence.of_agency",
    "questions.cards.of_agency",
    "chronologies.cards.of_agency",
    "composite.cards.of_agency",
    "actionplans.cards.of_agency",
]
# Whose independence matters in a review, with what they declared
DECLARATIONS = [
    "panels.queries.declarations.of_panel",
    "evidence.queries.declarations.of_authors",
    "reviews.queries.declarations.of_parts",
]
# Tasks (reviews.queries.work.Task): what a person has to do next
REVIEW_TASKS = [
    "reviews.queries.work.deadlines_running",
    "reviews.queries.work.notices_missing",
    "timescales.queries.work.later_days_to_tell_of",
    "reviews.queries.holds.holds_to_clear",
    "reviews.queries.posts.posts_to_confirm",
    "reviews.queries.declarations.parts_to_declare",
    "reviews.queries.declarations.part_connections_to_decide",
    "panels.queries.declarations.connections_to_decide",
    "evidence.queries.declarations.connections_to_decide",
    "reminders.queries.work.addresses_to_mend",
    "stewards.queries.work.emergencies_to_decide",
    "stewards.queries.work.newcomers_to_look_at",
    "panels.queries.work.independence_to_declare",
    "availability.queries.work.dates_to_answer",
    "availability.queries.work.days_to_choose",
    "panels.queries.work.meetings_to_come_to",
    "panels.queries.work.meetings_to_call",
    "panels.queries.work.meetings_to_write_up",
    "panels.queries.work.actions_to_do",
    "panels.queries.agreeing_work.texts_to_answer",
    "panels.queries.agreeing_work.rounds_to_close",
    "panels.queries.agreeing_work.objections_to_settle",
    "panels.queries.agreeing_work.terms_to_agree",
    "proceedings.queries.work.loans_to_end",
    "proceedings.queries.work.contacts_to_make",
    "proceedings.queries.work.disclosure_to_show",
    "families.queries.work.family_waiting",
    "evidence.queries.work.agencies_to_ask",
    "evidence.queries.work.answers_to_chase",
    "evidence.queries.work.letters_to_answer",
    "evidence.queries.imr_work.evidence_to_ask_for",
    "evidence.queries.correction_work.corrections_to_weigh",
    "evidence.queries.imr_work.evidence_to_chase",
    "evidence.queries.imr_work.authors_to_find",
    "evidence.queries.imr_work.reports_to_read",
    "evidence.queries.imr_work.answers_to_read",
    "evidence.queries.imr_author_work.reports_to_write",
    "evidence.queries.imr_author_work.questions_to_answer",
    "evidence.queries.imr_author_work.reports_to_sign_off",
    "questions.queries.work.questions_to_answer",
    "questions.queries.work.answers_to_read",
    "chronologies.queries.work.chronologies_to_send",
    "chronologies.queries.work.chronologies_to_sign_off",
    "chronologies.queries.work.chronologies_to_release",
    "composite.queries.work.findings_to_decide",
    "composite.queries.work.questions_to_answer",
    "reports.queries.work.sections_to_write",
    "reports.queries.work.comments_to_settle",
    "reports.queries.work.drafts_to_read",
    "reports.queries.work.sign_offs_to_record",
    "anonymity.queries.work.certificates_to_sign",
    "actionplans.queries.work.actions_to_report",
    "actionplans.queries.work.actions_to_follow_up",
    "actionplans.queries.work.actions_to_check",
    "actionplans.queries.work.plan_to_complete",
    "publications.queries.work.reports_to_send",
    "publications.queries.work.packs_to_send",
    "publications.queries.work.letters_to_record",
    "publications.queries.work.points_to_answer",
    "publications.queries.work.publications_to_decide",
    "publications.queries.work.packs_to_read",
    "postoffice.queries.work.letters_to_follow_up",
    "postoffice.queries.work.letters_to_send",
]

# What was recommended before, in the same partnership: (review, text) -> EarlierRecommendations
EARLIER_RECOMMENDATIONS = [
    "actionplans.queries.earlier.of_our_reviews",
    "learning.queries.earlier.of_past_reports",
]

# Documents that `render_document` writes: (review, *, kind, reader) -> the file's bytes, by name
DOCUMENTS = {
    "terms-of-reference": "panels.queries.printing.terms_of_reference",
    "overview-report": "reports.queries.documents.overview_report",
    "executive-summary": "reports.queries.documents.executive_summary",
    "action-plan": "actionplans.queries.printing.action_plan",
    "coverage": "actionplans.queries.printing_coverage.coverage_paper",
    "composite-chronology": "composite.queries.documents.composite_chronology",
    "qa-response-table": "publications.queries.documents.qa_response_table",
}
# Those released to one person at a time: (review, *, to, today, by, at) -> the copy's bytes
RELEASED_DOCUMENTS = {
    "overview-report": "reports.operations.printing.overview_report_for",
    "executive-summary": "reports.operations.printing.executive_summary_for",
}
# The same of one agency's part: (part, *, kind, reader)
AGENCY_DOCUMENTS = {
    "imr-template": "evidence.queries.imr_template.imr_template",
}
# What may keep a letter from having been sent: (review, the day it was) -> why, or nothing
NOTICE_GATES = {"COMMISSIONER_COPY": "publications.queries.commissioner.why_no_copy"}
# Letters that `render_document` writes, as Word files alone: of a review, and to one agency of it
LETTERS = {
    "letter-ho-decision": "letters.queries.documents.home_office_decision",
    "letter-ho-submission": "letters.queries.documents.home_office_submission",
    "letter-qa-letter": "letters.queries.documents.qa_letter",
    "letter-ho-published": "letters.queries.documents.home_office_published",
    "letter-commissioner-copy": "letters.queries.documents.commissioner_copy",
    "letter-family-decision": "letters.queries.family_documents.decision",
    "letter-family-qa-letter": "letters.queries.family_documents.qa_letter",
    "letter-family-publication": "letters.queries.family_documents.publication",
}
AGENCY_LETTERS = {
    "letter-secure-records": "letters.queries.documents.secure_records",
    "letter-scoping": "letters.queries.documents.scoping",
    "letter-imr-request": "letters.queries.documents.imr_request",
    "letter-publication": "letters.queries.documents.publication",
}
# Why a recommendation cannot be removed: (recommendation) -> the reason, or nothing
RECOMMENDATION_STAYS = ["postoffice.rules.why_recommendation_stays"]
# What lets go what was made to go with a round of quality assurance: (round, *, by, at)
GOES_WITH_ROUND = ["letters.operations.making.let_go_with_round"]
# What can be checked for what gives people away: (review, number) -> its papers, by its code
PAPERS_TO_CHECK = {
    "draft": "reports.queries.to_check.draft_to_check",
    "round": "publications.queries.to_check.round_to_check",
    "publication": "publications.queries.to_check.publication_to_check",
    "dispatch": "postoffice.queries.to_check.dispatch_to_check",
}
# Of what those papers are made today, without printing any: (review, numbers) -> MadeOf by number
PAPERS_MADE_OF = {
    "draft": "reports.queries.to_check.drafts_made_of",
    "round": "publications.queries.to_check.rounds_made_of",
    "publication": "publications.queries.to_check.publication_made_of",
    "dispatch": "postoffice.queries.to_check.dispatches_made_of",
}
# What public bodies answered, as released: (review) -> PublicReply, by the recommendation's words
PUBLIC_REPLIES = "postoffice.queries.public.replies_of"
# What puts other words in their place: (review, what was found, words, *, by, at) -> whether it did
REPLACES_IN_REPORT = "reports.operations.replacing.replace_words"
# Texts that count the recommendations of a plan: (review) -> where and words of each
PLAN_TEXTS = ["reports.queries.plan_texts.texts"]
# Steps of later packages for the timescales of the report: (review) -> a question of what, and on
REPORT_STEPS = [
    "publications.queries.report_steps.sent",
    "publications.queries.report_steps.answered",
]
# Steps of whoever writes for an agency: (task) -> a step of the task list, or None
EVIDENCE_STEPS = [
    "evidence.queries.imr_steps.confirm_author",
    "evidence.queries.imr_steps.read_request",
    "evidence.queries.imr_steps.upload_document",
    "agencyfiles.queries.steps.confirm_reading",
    "evidence.queries.imr_steps.say_what_was_found",
    "chronologies.queries.steps.send_chronology",
    "evidence.queries.imr_steps.senior_sign_off",
    "agencyfiles.queries.steps.sign_off_without_account",
]
# What starts and meets each deadline of reviews.deadlines, by its code: (ids of reviews) -> rows
CLOCK_FACTS = {
    "D2": ["evidence.queries.facts.records_to_secure"],
    "D3": ["evidence.queries.facts.scoping_answer_owed"],
    "D4": ["reviews.queries.facts.decision_owed"],
    "D5": ["reviews.queries.facts.letter_to_home_office"],
    "D6": ["reviews.queries.facts.letter_to_family"],
    "D7": ["panels.queries.facts.chair_owed"],
    "D8": ["panels.queries.facts.first_meeting_owed"],
    "D9": [
        "evidence.queries.facts.report_owed",
        "chronologies.queries.facts.chronology_owed",
    ],
    "D10": [
        "evidence.queries.facts.reading_owed",
        "evidence.queries.facts.answer_owed",
        "questions.queries.facts.answer_owed",
    ],
    "D11": ["reviews.queries.facts.report_owed"],
    "D12": ["timescales.queries.facts.extension_owed"],
    "D13": ["timescales.queries.facts.look_owed"],
    "D31": ["timescales.queries.facts.yearly_look_owed"],
    "D14": ["families.queries.facts.reading_time_owed"],
    "D16": ["publications.queries.facts.submission_owed"],
    "D17": ["publications.queries.facts.letter_owed"],
    "D18": ["publications.queries.facts.letter_to_share"],
    "D19": ["publications.queries.facts.revision_owed"],
    "D20": ["publications.queries.facts.publication_owed"],
    "D21": ["publications.queries.facts.published_report_to_send"],
    "D22": ["publications.queries.facts.copy_to_commissioner"],
    "D23": ["publications.queries.facts.copy_to_commissioner"],
    "D24": [
        "outcomes.queries.facts.first_return_owed",
        "outcomes.queries.facts.return_owed",
    ],
    "D25": ["actionplans.queries.facts.action_owed"],
    "D26": ["postoffice.queries.facts.answer_owed"],
    "D27": ["actionplans.queries.facts.audit_owed"],
}
# Deadlines of which another task of REVIEW_TASKS tells those who owe them, by code. Of all others
# `deadlines_running` tells the roles that their rule names.
CLOCK_TASKS = {
    "D2": ["evidence.queries.work.agencies_to_ask"],
    "D3": ["evidence.queries.work.letters_to_answer", "evidence.queries.work.answers_to_chase"],
    "D5": ["reviews.queries.work.notices_missing"],
    "D6": ["reviews.queries.work.notices_missing"],
    "D9": [
        "evidence.queries.imr_author_work.reports_to_write",
        "evidence.queries.imr_author_work.reports_to_sign_off",
        "evidence.queries.imr_work.evidence_to_chase",
        "chronologies.queries.work.chronologies_to_send",
    ],
    "D10": [
        "evidence.queries.imr_work.reports_to_read",
        "evidence.queries.imr_author_work.questions_to_answer",
        "questions.queries.work.questions_to_answer",
    ],
    # Until a later day is agreed D11 leads to the page for it, and is due on the same day
    "D12": [
        "reviews.queries.work.deadlines_running",
        "timescales.queries.work.later_days_to_tell_of",
    ],
    "D16": ["publications.queries.work.reports_to_send", "publications.queries.work.packs_to_send"],
    "D25": [
        "actionplans.queries.work.actions_to_report",
        "actionplans.queries.work.actions_to_follow_up",
    ],
}
# What gives deadlines the later days that were agreed: (deadlines, *, today) -> a day or None each
CLOCK_AGREED = "timescales.queries.agreed.later_days"
# What is told of every event of the audit trail: (event, reference of the review)
TRAIL_FOLLOWERS = [
    "reviews.operations.clock.after",
    "composite.operations.reconciliation.after",
    "learning.operations.gathering.after",
]
# Messages that list things: what tells their lines (message, at=...), and every form of words
MESSAGE_LINES = "reminders.operations.letters.lines_of"
MESSAGE_WORDS = "reviews.deadlines.words.all_words"
