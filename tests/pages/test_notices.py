from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage

from pages import notices
from pages.templatetags.components import notices as shown


def test_a_notice_is_told_with_its_way_back(rf):
    request = rf.post("/")
    request._messages = CookieStorage(request)
    notices.done(request, "41 agencies asked", undo="/undo/")
    notices.important(request, "The meeting has moved")
    assert shown(messages=get_messages(request))["notices"] == [
        {"words": "41 agencies asked", "undo": "/undo/", "is_done": True},
        {"words": "The meeting has moved", "undo": "", "is_done": False},
    ]
