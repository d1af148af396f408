from django.urls import path

from learning.views import bringing_in, open_data, searching, themes

app_name = "learning"

PLACE = "partnerships/<slug:slug>/learning/"

urlpatterns = [
    # anyone
    path("open-data/", open_data.open_data, name="open-data"),
    path("open-data/learning.<slug:form>", open_data.open_data_file, name="open-data-file"),
    # in a partnership
    path(PLACE, searching.learning, name="learning"),
    path(f"{PLACE}search/", searching.narrow, name="narrow"),
    path(f"{PLACE}themes/", themes.themes, name="themes"),
    path(f"{PLACE}themes/<int:theme_id>/", themes.theme, name="theme"),
    path(f"{PLACE}themes/<int:theme_id>/together/", themes.together, name="together"),
    path(f"{PLACE}lessons/<int:lesson_id>/themes/", themes.give_themes, name="give-themes"),
    path(f"{PLACE}reports/", bringing_in.reports, name="reports"),
    path(f"{PLACE}reports/bring-in/", bringing_in.bring_in, name="bring-in"),
    path(f"{PLACE}reports/read/<int:reading_id>/", bringing_in.look_through, name="look-through"),
    path(f"{PLACE}reports/read/<int:reading_id>/drop/", bringing_in.drop, name="drop-reading"),
    path(f"{PLACE}reports/<int:past_id>/remove/", bringing_in.remove, name="remove-report"),
    path(f"{PLACE}reports/<int:past_id>/file/", bringing_in.report_file, name="report-file"),
]
