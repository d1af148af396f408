from django.urls import path

from questions.views import answering, asking, by_link

app_name = "questions"

PART = "reviews/<slug:reference>/agencies/<int:involvement_id>/questions/"
QUESTION = f"{PART}<int:number>/"
LINK = "question/<str:token>/"

urlpatterns = [
    path(PART, asking.part, name="part"),
    path(f"{PART}new/", asking.add_question, name="add"),
    path(f"{PART}interview/", asking.add_interview, name="add-interview"),
    path(f"{PART}ask/", asking.ask_questions, name="ask"),
    path(f"{PART}read/", asking.mark_read, name="mark-read"),
    path(f"{QUESTION}change/", asking.change_question, name="change"),
    path(f"{QUESTION}drop/", asking.drop_question, name="drop"),
    path(f"{QUESTION}answer/", answering.answer_question, name="answer"),
    path(f"{QUESTION}hand-on/", answering.delegate, name="delegate"),
    path(f"{QUESTION}take-back/", answering.take_back, name="take-back"),
    path(f"{QUESTION}<slug:which>/file/", answering.question_file, name="file"),
    path(f"{PART}interviews/<int:interview_id>/", answering.note_interview, name="note-interview"),
    path(LINK, by_link.by_link, name="by-link"),
    path(f"{LINK}code/", by_link.enter_code, name="by-link-code"),
    path(f"{LINK}code/send/", by_link.send_code, name="by-link-send-code"),
    path(f"{LINK}close/", by_link.leave, name="by-link-leave"),
]
