from django.urls import path

from reminders.views import absences, feeds, register

app_name = "reminders"

urlpatterns = [
    path("account/absences/", absences.absences, name="absences"),
    path("account/absences/<int:absence_id>/end/", absences.end_absence, name="end-absence"),
    path("account/calendar/", feeds.feed_page, name="calendar"),
    path("account/calendar/make/", feeds.make_feed, name="make-feed"),
    path("account/calendar/stop/", feeds.stop_feed, name="stop-feed"),
    path("calendar/<slug:token>/deadlines.ics", feeds.feed, name="feed"),
    path("reviews/<slug:reference>/reminders/", register.register, name="register"),
    path("partnerships/<slug:slug>/messages/", register.envelopes, name="envelopes"),
]
