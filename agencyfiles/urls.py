from django.urls import path

from agencyfiles.views import asking, reading, signing, taking
from evidence.urls import PART, TASK

app_name = "agencyfiles"

SIGN = "sign/<str:token>/"

urlpatterns = [
    path(f"{TASK}read/", reading.read, name="read"),
    path(f"{PART}take-home/", taking.take, name="take-home"),
    # senior sign-off without an account
    path(f"{TASK}sign-off/ask/", asking.ask_signature, name="ask-signature"),
    path(f"{TASK}sign-off/page/", asking.signed_page, name="signed-page"),
    path(SIGN, signing.sign, name="sign"),
    path(f"{SIGN}code/", signing.enter_code, name="sign-code"),
    path(f"{SIGN}code/send/", signing.send_code, name="sign-send-code"),
    path(f"{SIGN}file/", signing.file, name="sign-file"),
    path(f"{SIGN}signed/", signing.signed, name="sign-signed"),
    path(f"{SIGN}close/", signing.leave, name="sign-leave"),
]
