from django.urls import path

from evidence.views import agencies, answering, asking, chasing

app_name = "evidence"

AGENCIES = "reviews/<slug:reference>/agencies/"
PART = f"{AGENCIES}<int:involvement_id>/"

urlpatterns = [
    path(AGENCIES, agencies.agency_list, name="agencies"),
    path(f"{AGENCIES}ask/", asking.ask_agencies, name="ask-agencies"),
    path(f"{AGENCIES}ask/new/", asking.add_body, name="add-body"),
    path(f"{AGENCIES}ask/confirm/", asking.confirm_asking, name="confirm-asking"),
    path(f"{AGENCIES}remind/", chasing.chase, name="chase"),
    path(PART, agencies.agency, name="agency"),
    path(f"{PART}letter/", agencies.scoping_letter, name="scoping-letter"),
    path(f"{PART}letter/record/", asking.record_letter, name="record-letter"),
    path(f"{PART}answer/", answering.answer, name="answer"),
    path(f"{PART}answered/", answering.answered, name="answered"),
    path(f"{PART}answer/record/", answering.record_return, name="record-return"),
    path(f"{PART}answer/stop-waiting/", answering.stop_waiting, name="stop-waiting"),
    path(f"{PART}files/<int:document_id>/", agencies.scoping_file, name="scoping-file"),
]
