from django.urls import path

from panels.views import (
    actions,
    agreement_link,
    answers,
    asking,
    attendance,
    clauses,
    enquiries,
    enquiry_answers,
    equality,
    independence,
    leaving,
    meetings,
    members,
    minutes,
    minutes_agreeing,
    panel,
    papers,
    processes,
    round_paper,
    rounds,
    terms,
    terms_content,
)

app_name = "panels"

REVIEW = "reviews/<slug:reference>/"
MEMBER = f"{REVIEW}panel/members/<int:member_id>/"
MEETING = f"{REVIEW}meetings/<int:number>/"
PROCESS = f"{REVIEW}processes/<int:process_id>/"
TERMS = f"{REVIEW}terms/"
DRAFT = f"{TERMS}draft/"
ENQUIRY = f"{DRAFT}enquiries/<int:enquiry_id>/"
AGENCY_TERMS = f"{REVIEW}agencies/<int:involvement_id>/terms/"
ROUND = f"{REVIEW}agreement/<int:round_id>/"
LINK = "agreement/<str:token>/"

urlpatterns = [
    # who sits on the panel
    path(f"{REVIEW}panel/", panel.panel, name="panel"),
    path(f"{REVIEW}panel/chair/", members.appoint_chair, name="appoint-chair"),
    path(f"{REVIEW}panel/members/add/", members.add_member, name="add-member"),
    path(MEMBER, members.member, name="member"),
    path(f"{MEMBER}change/", members.change_member, name="change-member"),
    path(f"{MEMBER}admit/", members.admit_member, name="admit-member"),
    path(f"{MEMBER}leave/", members.leave_panel, name="leave-panel"),
    path(f"{MEMBER}hand-over/", leaving.hand_over, name="hand-over"),
    path(f"{REVIEW}panel/debriefs/", leaving.debriefs, name="debriefs"),
    path(f"{MEMBER}independence/", independence.declare_independence, name="declare-independence"),
    path(
        f"{MEMBER}independence/<int:declaration_id>/",
        independence.declaration_file,
        name="declaration-file",
    ),
    # meetings
    path(f"{REVIEW}meetings/", meetings.meeting_list, name="meetings"),
    path(f"{REVIEW}meetings/plan/", meetings.plan_meeting, name="plan-meeting"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}change/", meetings.change_meeting, name="change-meeting"),
    path(f"{MEETING}call/", meetings.call_meeting, name="call-meeting"),
    path(f"{MEETING}call-off/", meetings.call_off_meeting, name="call-off-meeting"),
    path(f"{MEETING}invite.ics", meetings.invitation, name="invitation"),
    path(f"{MEETING}attendance/", attendance.record_attendance, name="record-attendance"),
    path(f"{MEETING}papers/add/", papers.add_paper, name="add-paper"),
    path(f"{MEETING}papers/<int:paper_id>/", papers.paper, name="paper"),
    path(f"{MEETING}papers/<int:paper_id>/withdraw/", papers.withdraw_paper, name="withdraw-paper"),
    path(f"{MEETING}minutes/write/", minutes.add_item, name="add-item"),
    path(f"{MEETING}minutes/<int:item>/", minutes.change_item, name="change-item"),
    path(f"{MEETING}minutes/<int:item>/remove/", minutes.remove_item, name="remove-item"),
    path(f"{MEETING}minutes/attach/", minutes.attach_minutes, name="attach-minutes"),
    path(f"{MEETING}minutes/file/", minutes.minutes_file, name="minutes-file"),
    path(f"{MEETING}minutes/agree/", minutes.agree_minutes, name="agree-minutes"),
    path(f"{MEETING}minutes/correct/", minutes_agreeing.correct_minutes, name="correct-minutes"),
    path(f"{MEETING}minutes/ask/", minutes_agreeing.ask_minutes, name="ask-minutes"),
    path(f"{MEETING}minutes/paper/", minutes_agreeing.minutes_paper, name="minutes-paper"),
    path(f"{MEETING}minutes/reopen/", minutes.reopen_minutes, name="reopen-minutes"),
    path(f"{MEETING}actions/<int:item>/", actions.mark_done, name="mark-done"),
    path(f"{MEETING}actions/<int:item>/not-done/", actions.mark_not_done, name="mark-not-done"),
    # parallel processes
    path(f"{REVIEW}processes/", processes.process_list, name="processes"),
    path(f"{REVIEW}processes/add/", processes.add_process, name="add-process"),
    path(PROCESS, processes.process, name="process"),
    path(f"{PROCESS}change/", processes.change_process, name="change-process"),
    path(f"{PROCESS}dates/add/", processes.add_process_date, name="add-process-date"),
    path(
        f"{PROCESS}dates/<int:date_id>/remove/",
        processes.remove_process_date,
        name="remove-process-date",
    ),
    # terms of reference
    path(TERMS, terms.terms, name="terms"),
    path(f"{TERMS}<int:number>/", terms.terms, name="terms-version"),
    path(f"{TERMS}<int:number>/file/<slug:ending>/", terms.terms_file, name="terms-file"),
    path(f"{TERMS}compare/<int:before>/<int:after>/", terms.compare_terms, name="compare-terms"),
    path(f"{TERMS}answers/", enquiry_answers.enquiry_answers, name="enquiry-answers"),
    path(f"{TERMS}answers/<uuid:root>/", enquiry_answers.answer_enquiry, name="answer-enquiry"),
    path(f"{TERMS}begin/", terms.begin_terms, name="begin-terms"),
    path(f"{DRAFT}discard/", terms.discard_terms, name="discard-terms"),
    path(f"{DRAFT}agree/", terms.agree_terms, name="agree-terms"),
    path(f"{DRAFT}ask/", asking.ask_terms, name="ask-terms"),
    path(f"{DRAFT}period/", terms_content.change_period, name="change-period"),
    path(f"{DRAFT}subjects/", terms_content.change_subjects, name="change-subjects"),
    path(f"{DRAFT}purposes/", terms_content.change_purposes, name="change-purposes"),
    path(f"{DRAFT}agencies/", terms_content.change_contributions, name="change-contributions"),
    path(f"{DRAFT}characteristics/", terms_content.characteristics, name="characteristics"),
    path(
        f"{DRAFT}characteristics/<int:noted_id>/remove/",
        terms_content.drop_characteristic,
        name="drop-characteristic",
    ),
    path(f"{DRAFT}sections/<slug:slug>/", terms_content.write_section, name="write-section"),
    path(f"{DRAFT}clauses/", clauses.pick_clauses, name="pick-clauses"),
    path(f"{DRAFT}enquiries/", enquiries.enquiry_list, name="enquiries"),
    path(f"{DRAFT}enquiries/add/", enquiries.add_enquiry, name="add-enquiry"),
    path(ENQUIRY, enquiries.word_enquiry, name="word-enquiry"),
    path(f"{ENQUIRY}up/", enquiries.move_enquiry, {"places": -1}, name="enquiry-up"),
    path(f"{ENQUIRY}down/", enquiries.move_enquiry, {"places": 1}, name="enquiry-down"),
    path(f"{ENQUIRY}remove/", enquiries.drop_enquiry, name="drop-enquiry"),
    path(f"{ENQUIRY}keep/", clauses.keep_wording, name="keep-wording"),
    path(AGENCY_TERMS, terms.agency_terms, name="agency-terms"),
    path(f"{AGENCY_TERMS}file/<slug:ending>/", terms.agency_terms_file, name="agency-terms-file"),
    # equality and diversity
    path(f"{REVIEW}equality/", equality.equality, name="equality"),
    path(f"{REVIEW}equality/record/", equality.answer_characteristic, name="answer-characteristic"),
    # agreement
    path(f"{REVIEW}agreement/", rounds.round_list, name="rounds"),
    path(ROUND, rounds.agreement_round, name="round"),
    path(f"{ROUND}document/", rounds.round_document, name="round-document"),
    path(f"{ROUND}answer/", answers.give_answer, name="give-answer"),
    path(f"{ROUND}remind/", rounds.remind, name="remind-round"),
    path(f"{ROUND}paper/", round_paper.round_paper, name="round-paper"),
    path(
        f"{ROUND}people/<int:invitee_id>/successor/",
        round_paper.ask_successor,
        name="ask-successor",
    ),
    path(f"{ROUND}close/", rounds.close_round, name="close-round"),
    path(f"{ROUND}withdraw/", rounds.withdraw_round, name="withdraw-round"),
    path(f"{ROUND}people/<int:invitee_id>/", answers.record_answer, name="record-answer"),
    path(
        f"{ROUND}people/<int:invitee_id>/take-back/", rounds.take_back_link, name="take-back-link"
    ),
    path(f"{ROUND}answers/<int:answer_id>/", answers.settle, name="settle-answer"),
    path(f"{ROUND}answers/<int:answer_id>/file/", answers.answer_file, name="answer-file"),
    path(LINK, agreement_link.agreement_link, name="agreement-link"),
    path(f"{LINK}code/", agreement_link.enter_code, name="agreement-link-code"),
    path(f"{LINK}code/send/", agreement_link.send_code, name="agreement-link-send-code"),
    path(f"{LINK}close/", agreement_link.leave, name="agreement-link-leave"),
]
