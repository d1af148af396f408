from django.urls import path

from composite.views import composite

app_name = "composite"

REVIEW = "reviews/<slug:reference>/"
STORY = f"{REVIEW}chronology/"
AGENCY = f"{REVIEW}agencies/<int:involvement_id>/"

urlpatterns = [
    path(STORY, composite.composite, name="composite"),
    path(f"{STORY}export/", composite.export, name="export"),
    path(f"{STORY}entries/<int:entry_id>/", composite.entry, name="entry"),
    path(f"{AGENCY}composite/", composite.agency_composite, name="agency-composite"),
]
