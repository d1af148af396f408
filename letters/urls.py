from django.urls import path

from letters.views import family, letterhead, letters, making, sending

app_name = "letters"

LETTERS = "reviews/<slug:reference>/letters/"
KIND = f"{LETTERS}kinds/<slug:kind>/"
LETTER = f"{LETTERS}written/<int:letter_id>/"
PLACE = "partnerships/<slug:slug>/letterhead/"

urlpatterns = [
    path(LETTERS, letters.letters, name="letters"),
    path(f"{KIND}make/", making.make, name="make"),
    path(f"{KIND}all.zip", letters.bundle_file, name="bundle"),
    path(f"{KIND}sent/", sending.mark_all_sent, name="mark-all-sent"),
    path(f"{LETTERS}family/<slug:draft>/", family.family_draft, name="family-draft"),
    path(LETTER, letters.letter, name="letter"),
    path(f"{LETTER}files/<slug:which>/", letters.letter_file, name="file"),
    path(f"{LETTER}edited/", making.edited, name="edited"),
    path(f"{LETTER}sent/", sending.mark_sent, name="mark-sent"),
    path(f"{LETTER}answer/", sending.record_reply, name="record-reply"),
    path(f"{LETTER}take-away/", making.take_away, name="take-away"),
    path(PLACE, letterhead.letterhead, name="letterhead"),
    path(f"{PLACE}logo/", letterhead.logo_file, name="logo"),
]
