from django.urls import path

from composite.views import composite, entries, exporting, findings, narrative, questions

app_name = "composite"

REVIEW = "reviews/<slug:reference>/"
STORY = f"{REVIEW}chronology/"
ENTRY = f"{STORY}entries/<int:entry_id>/"
FINDINGS = f"{STORY}findings/"
FINDING = f"{FINDINGS}<int:finding_id>/"
FILES = f"{STORY}files/"
NARRATIVE = f"{STORY}narrative/"
PARAGRAPH = f"{NARRATIVE}<int:paragraph_id>/"
AGENCY = f"{REVIEW}agencies/<int:involvement_id>/composite/"
QUESTIONS = f"{REVIEW}agencies/<int:involvement_id>/chronology/questions/"

urlpatterns = [
    path(STORY, composite.composite, name="composite"),
    path(f"{STORY}narrow/", composite.narrow, name="narrow"),
    path(f"{STORY}export/", exporting.export, name="export"),
    path(f"{STORY}picture/", exporting.export_picture, name="export-picture"),
    path(FILES, exporting.asked_for, name="exports"),
    path(f"{FILES}<int:export_id>/", exporting.take, name="take-export"),
    path(f"{FILES}<int:export_id>/delete/", exporting.drop, name="drop-export"),
    path(AGENCY, composite.agency_composite, name="agency-composite"),
    path(f"{AGENCY}narrow/", composite.agency_narrow, name="agency-narrow"),
    # one event, and what chair and panel say of it
    path(ENTRY, entries.entry, name="entry"),
    path(f"{ENTRY}weigh/", entries.weigh, name="weigh"),
    path(f"{ENTRY}comment/", entries.comment, name="comment"),
    path(
        f"{ENTRY}comments/<int:comment_id>/take-back/",
        entries.take_back_comment,
        name="take-back-comment",
    ),
    # what the checks found
    path(FINDINGS, findings.findings, name="findings"),
    path(f"{FINDINGS}look-again/", findings.look_again, name="look-again"),
    path(f"{FINDINGS}checks/", findings.checks, name="checks"),
    path(f"{FINDINGS}checks/<slug:code>/", findings.switch, name="switch"),
    path(FINDING, findings.finding, name="finding"),
    path(f"{FINDING}reopen/", findings.reopen, name="reopen"),
    path(f"{FINDING}ask/", questions.ask_agency, name="ask-agency"),
    path(
        f"{FINDING}questions/<int:question_id>/take-back/",
        questions.take_back_question,
        name="take-back-question",
    ),
    path(QUESTIONS, questions.questions, name="questions"),
    path(f"{QUESTIONS}<int:question_id>/", questions.question, name="question"),
    # the story as the report tells it
    path(NARRATIVE, narrative.narrative, name="narrative"),
    path(f"{NARRATIVE}write/", narrative.write_paragraph, name="write-paragraph"),
    path(PARAGRAPH, narrative.rewrite_paragraph, name="rewrite-paragraph"),
    path(f"{PARAGRAPH}move/", narrative.move_paragraph, name="move-paragraph"),
    path(f"{PARAGRAPH}remove/", narrative.remove_paragraph, name="remove-paragraph"),
    path(f"{ENTRY}leave-out/", narrative.leave_out, name="leave-out"),
    path(f"{ENTRY}bring-back/", narrative.bring_back, name="bring-back"),
]
