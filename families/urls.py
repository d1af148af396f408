from django.urls import path

from families.models import Side
from families.views import compartment, contacts, log

app_name = "families"

FAMILY = "reviews/<slug:reference>/family/"
CONTACT = f"{FAMILY}<int:contact_id>/"
ENTRY = f"{CONTACT}log/<int:entry_id>/"

DIED = {"side": Side.DIED}
PERPETRATOR = {"side": Side.PERPETRATOR}

urlpatterns = [
    path(FAMILY, compartment.one_side, DIED, name="compartment"),
    path(f"{FAMILY}sheet/", compartment.sheet, DIED, name="sheet"),
    path(f"{FAMILY}perpetrator/", compartment.one_side, PERPETRATOR, name="perpetrator-side"),
    path(f"{FAMILY}perpetrator/sheet/", compartment.sheet, PERPETRATOR, name="perpetrator-sheet"),
    path(f"{FAMILY}add/", contacts.add_contact, name="add-contact"),
    path(CONTACT, contacts.contact_page, name="contact"),
    path(f"{CONTACT}change/", contacts.change_contact, name="change-contact"),
    path(f"{CONTACT}sheet/", compartment.contact_sheet, name="contact-sheet"),
    path(f"{CONTACT}dates/", contacts.quiet_dates, name="quiet-dates"),
    path(f"{CONTACT}dates/<int:date_id>/remove/", contacts.remove_date, name="remove-date"),
    path(f"{CONTACT}record/", log.choose, name="choose-entry"),
    path(f"{CONTACT}record/<slug:kind>/", log.record_entry, name="record-entry"),
    path(f"{ENTRY}answer/", log.answer_entry, name="answer-entry"),
    path(f"{ENTRY}correct/", log.correct_entry, name="correct-entry"),
    path(f"{ENTRY}take-back/", log.take_back, name="take-back"),
    path(f"{ENTRY}original/", log.original, name="original"),
]
