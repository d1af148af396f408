from django.urls import path

from chronologies.views import changes, deciding, reading, sending

app_name = "chronologies"

REVIEW = "reviews/<slug:reference>/"
AGENCY = f"{REVIEW}agencies/<int:involvement_id>/"
CHRONOLOGY = f"{AGENCY}chronology/"
ONE = f"{CHRONOLOGY}<int:number>/"
ROW = f"{ONE}rows/<int:row_number>/"

urlpatterns = [
    path(f"{REVIEW}chronologies/", deciding.chronologies, name="chronologies"),
    # an agency's files
    path(CHRONOLOGY, sending.chronology, name="chronology"),
    path(f"{CHRONOLOGY}record/", sending.record_chronology, name="record-chronology"),
    path(f"{CHRONOLOGY}template.docx", sending.template, {"form": "docx"}, name="template-docx"),
    path(f"{CHRONOLOGY}template.xlsx", sending.template, {"form": "xlsx"}, name="template-xlsx"),
    # one file, read
    path(ONE, reading.submission, name="submission"),
    path(f"{ONE}file/", reading.file, name="file"),
    path(f"{ONE}original/", reading.original, name="original"),
    path(f"{ONE}entries/", reading.entries, name="entries"),
    path(f"{ONE}changes/", changes.changes, name="changes"),
    path(f"{ONE}columns/", reading.columns, name="columns"),
    path(f"{ROW}mend/", reading.mend_row, name="mend-row"),
    path(f"{ROW}set-aside/", reading.set_aside_row, name="set-aside-row"),
    path(f"{ROW}bring-back/", reading.bring_back_row, name="bring-back-row"),
    path(f"{ROW}date/", reading.give_date, name="give-date"),
    # deciding on it
    path(f"{ONE}submit/", deciding.submit, name="submit"),
    path(f"{ONE}give-back/", deciding.give_back, name="give-back"),
    path(f"{ONE}sign-off/", deciding.sign_off, name="sign-off"),
    path(f"{ONE}sign-off/original/", deciding.original, name="sign-off-original"),
    path(f"{ONE}release/", deciding.release, name="release"),
    path(f"{ONE}take-back/", deciding.take_back, name="take-back"),
]
