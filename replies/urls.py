from django.urls import path

from replies.views import adding, confirming

app_name = "replies"

REPLIES = "reviews/<slug:reference>/replies/"
REPLY = f"{REPLIES}<int:reply_id>/"

urlpatterns = [
    path(REPLIES, confirming.replies, name="replies"),
    path(f"{REPLIES}add/", adding.add, name="add"),
    path(f"{REPLIES}confirm/", confirming.confirm, name="confirm"),
    path(f"{REPLY}bring-back/", confirming.bring_back, name="bring-back"),
    path(f"{REPLY}files/<int:document_id>/", confirming.file, name="file"),
]
