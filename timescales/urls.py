from django.urls import path

from timescales.views import (
    delays,
    extensions,
    holds,
    lengths,
    statistics,
    timescale,
    yearly,
)

app_name = "timescales"

LENGTHS = "partnerships/<slug:slug>/deadlines/"
STATISTICS = "partnerships/<slug:slug>/statistics/"
TIMESCALE = "reviews/<slug:reference>/timescale/"
HOLD = f"{TIMESCALE}holds/<int:hold_id>/"

urlpatterns = [
    path(LENGTHS, lengths.length_list, name="lengths"),
    path(f"{LENGTHS}<slug:code>/", lengths.change_length, name="change-length"),
    path(STATISTICS, statistics.statistics, name="statistics"),
    path(f"{STATISTICS}<int:year>/", statistics.statistics, name="statistics-of-year"),
    path(
        f"{STATISTICS}<int:year>/statistics.csv",
        statistics.statistics_file,
        name="statistics-file",
    ),
    path(TIMESCALE, timescale.timescale, name="timescale"),
    path(f"{TIMESCALE}hold/", holds.put_on_hold, name="put-on-hold"),
    path(f"{HOLD}look/", holds.look_again, name="look-again"),
    path(f"{HOLD}end/", holds.end_hold, name="end-hold"),
    path(f"{HOLD}take-back/", holds.take_back_hold, name="take-back-hold"),
    path(f"{TIMESCALE}extend/", extensions.extend, name="extend"),
    path(
        f"{TIMESCALE}extensions/<int:extension_id>/take-back/",
        extensions.take_back_extension,
        name="take-back-extension",
    ),
    path(f"{TIMESCALE}look/", yearly.look_yearly, name="look-yearly"),
    path(
        f"{TIMESCALE}looks/<int:look_id>/take-back/",
        yearly.take_back_yearly_look,
        name="take-back-yearly-look",
    ),
    path(f"{TIMESCALE}days/", delays.delay_list, name="delays"),
    path(f"{TIMESCALE}days/decide/", delays.attribute, name="attribute"),
    path(
        f"{TIMESCALE}days/<int:span_id>/take-back/", delays.take_back_delay, name="take-back-delay"
    ),
]
