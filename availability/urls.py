from django.urls import path

from availability.views import answering, by_link, polls, settling

app_name = "availability"

POLLS = "reviews/<slug:reference>/panel/dates/"
POLL = f"{POLLS}<int:poll_id>/"
PERSON = f"{POLL}people/<int:invitee_id>/"
LINK = "dates/<str:token>/"

urlpatterns = [
    path(POLLS, polls.poll_list, name="polls"),
    path(f"{POLLS}new/", polls.ask, name="ask"),
    path(POLL, polls.poll, name="poll"),
    path(f"{POLL}answer/", answering.give_answer, name="answer"),
    path(f"{POLL}remind/", polls.remind, name="remind"),
    path(f"{POLL}close/", settling.close, name="close"),
    path(f"{POLL}days/<int:day_id>/", settling.choose, name="choose"),
    path(f"{PERSON}enter/", answering.enter, name="enter"),
    path(f"{PERSON}take-back/", polls.take_back_link, name="take-back-link"),
    path(LINK, by_link.by_link, name="by-link"),
    path(f"{LINK}code/", by_link.enter_code, name="by-link-code"),
    path(f"{LINK}code/send/", by_link.send_code, name="by-link-send-code"),
    path(f"{LINK}close/", by_link.leave, name="by-link-leave"),
]
