from django.urls import path

from families.models import Side
from families.views import children, compartment, contacts, extracts, log, questions

app_name = "families"

FAMILY = "reviews/<slug:reference>/family/"
WORDS = "reviews/<slug:reference>/family-words/"  # what the panel sees
CONTACT = f"{FAMILY}<int:contact_id>/"
EXTRACT = f"{CONTACT}extracts/<int:extract_id>/"
QUESTION = f"{CONTACT}questions/<int:asked>/"
ENTRY = f"{CONTACT}log/<int:entry_id>/"

DIED = {"side": Side.DIED}
PERPETRATOR = {"side": Side.PERPETRATOR}

urlpatterns = [
    path(FAMILY, compartment.one_side, DIED, name="compartment"),
    path(f"{FAMILY}sheet/", compartment.sheet, DIED, name="sheet"),
    path(f"{FAMILY}perpetrator/", compartment.one_side, PERPETRATOR, name="perpetrator-side"),
    path(f"{FAMILY}perpetrator/sheet/", compartment.sheet, PERPETRATOR, name="perpetrator-sheet"),
    path(f"{FAMILY}questions/", questions.one_side, DIED, name="questions"),
    path(
        f"{FAMILY}perpetrator/questions/",
        questions.one_side,
        PERPETRATOR,
        name="perpetrator-questions",
    ),
    path(f"{FAMILY}children/", children.children, name="children"),
    path(f"{FAMILY}children/<int:person_id>/", children.child, name="child"),
    path(f"{FAMILY}add/", contacts.add_contact, name="add-contact"),
    path(CONTACT, contacts.contact_page, name="contact"),
    path(f"{CONTACT}change/", contacts.change_contact, name="change-contact"),
    path(f"{CONTACT}sheet/", compartment.contact_sheet, name="contact-sheet"),
    path(f"{CONTACT}dates/", contacts.quiet_dates, name="quiet-dates"),
    path(f"{CONTACT}dates/<int:date_id>/remove/", contacts.remove_date, name="remove-date"),
    path(f"{CONTACT}extracts/", extracts.of_contact, name="extracts"),
    path(f"{CONTACT}extracts/add/", extracts.add, name="add-extract"),
    path(f"{EXTRACT}release/<slug:to>/", extracts.release, name="release-extract"),
    path(f"{EXTRACT}revoke/", extracts.revoke, name="revoke-extract"),
    path(f"{EXTRACT}picture/", extracts.picture, name="extract-picture"),
    path(WORDS, extracts.family_words, DIED, name="family-words"),
    path(f"{WORDS}perpetrator/", extracts.family_words, PERPETRATOR, name="perpetrator-words"),
    path(f"{WORDS}<int:number>/picture/", extracts.family_picture, name="family-picture"),
    path(f"{CONTACT}questions/ask/", questions.ask, name="ask-question"),
    path(f"{QUESTION}answer/", questions.answer, name="answer-question"),
    path(f"{QUESTION}told/", questions.tell, name="tell-answer"),
    path(f"{QUESTION}take-back/", questions.take_back, name="take-back-question"),
    path(f"{CONTACT}record/", log.choose, name="choose-entry"),
    path(f"{CONTACT}record/<slug:kind>/", log.record_entry, name="record-entry"),
    path(f"{ENTRY}answer/", log.answer_entry, name="answer-entry"),
    path(f"{ENTRY}correct/", log.correct_entry, name="correct-entry"),
    path(f"{ENTRY}take-back/", log.take_back, name="take-back"),
    path(f"{ENTRY}original/", log.original, name="original"),
]
