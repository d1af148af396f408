from django.urls import path

from panels.views import (
    actions,
    attendance,
    independence,
    meetings,
    members,
    minutes,
    panel,
    papers,
    processes,
)

app_name = "panels"

REVIEW = "reviews/<slug:reference>/"
MEMBER = f"{REVIEW}panel/members/<int:member_id>/"
MEETING = f"{REVIEW}meetings/<int:number>/"
PROCESS = f"{REVIEW}processes/<int:process_id>/"

urlpatterns = [
    # who sits on the panel
    path(f"{REVIEW}panel/", panel.panel, name="panel"),
    path(f"{REVIEW}panel/chair/", members.appoint_chair, name="appoint-chair"),
    path(f"{REVIEW}panel/members/add/", members.add_member, name="add-member"),
    path(MEMBER, members.member, name="member"),
    path(f"{MEMBER}change/", members.change_member, name="change-member"),
    path(f"{MEMBER}admit/", members.admit_member, name="admit-member"),
    path(f"{MEMBER}leave/", members.leave_panel, name="leave-panel"),
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
]
