from django.urls import path

from postoffice.views import answers, by_link, letters, out

app_name = "postoffice"

LETTER = "reviews/<slug:reference>/post-office/<int:number>/"
GUEST = "recommendations/<str:token>/"

urlpatterns = [
    path("reviews/<slug:reference>/post-office/", out.review, name="review"),
    path("reviews/<slug:reference>/post-office/prepare/", letters.prepare, name="prepare"),
    path(LETTER, letters.dispatch, name="dispatch"),
    path(f"{LETTER}letter/", letters.letter, name="letter"),
    path(f"{LETTER}send/", letters.send, name="send"),
    path(f"{LETTER}sent/", letters.record_sent, name="record-sent"),
    path(f"{LETTER}discard/", letters.discard, name="discard"),
    path(f"{LETTER}link/", letters.link_again, name="link-again"),
    path(f"{LETTER}came-back/", letters.came_back, name="came-back"),
    path(f"{LETTER}ask-again/", letters.chase, name="chase"),
    path(f"{LETTER}asking/", letters.chasing, name="chasing"),
    path(f"{LETTER}acknowledged/", answers.acknowledged, name="acknowledged"),
    path(f"{LETTER}words/<int:line_id>/reply/", answers.record_reply, name="record-reply"),
    path(f"{LETTER}replies/<int:reply_id>/file/", answers.reply_file, name="reply-file"),
    path(f"{LETTER}replies/<int:reply_id>/release/", answers.release, name="release"),
    path(f"{LETTER}replies/<int:reply_id>/take-back/", answers.take_back, name="take-back"),
    path("partnerships/<slug:slug>/recommendations/", out.partnership, name="out"),
    path(
        "partnerships/<slug:slug>/recommendations/commissioner/<str:ending>/",
        out.commissioner,
        name="commissioner",
    ),
    path(GUEST, by_link.by_link, name="by-link"),
    path(f"{GUEST}send-code/", by_link.send_code, name="by-link-send-code"),
    path(f"{GUEST}code/", by_link.enter_code, name="by-link-code"),
    path(f"{GUEST}<int:line_id>/reply/", by_link.reply, name="by-link-reply"),
    path(f"{GUEST}leave/", by_link.leave, name="by-link-leave"),
]
