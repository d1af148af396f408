from django.urls import path

from proceedings.views import contacts, disclosure, loans, media

app_name = "proceedings"

REVIEW = "reviews/<slug:reference>/"
PROCESSES = f"{REVIEW}processes/"
CONTACTS = f"{PROCESSES}contacts/"
DISCLOSURE = f"{REVIEW}disclosure/"
LOANS = f"{REVIEW}loans/"
MEDIA = f"{REVIEW}media/"

urlpatterns = [
    path(CONTACTS, contacts.contacts, name="contacts"),
    path(f"{PROCESSES}<int:process_id>/contacts/add/", contacts.add_contact, name="add-contact"),
    path(f"{CONTACTS}<int:contact_id>/", contacts.change_contact, name="change-contact"),
    path(DISCLOSURE, disclosure.register, name="disclosure"),
    path(f"{DISCLOSURE}enter/", disclosure.enter_item, name="enter-item"),
    path(f"{DISCLOSURE}shown/", disclosure.show_items, name="show-items"),
    path(f"{DISCLOSURE}<int:number>/", disclosure.change_item, name="change-item"),
    path(f"{DISCLOSURE}<int:number>/outcome/", disclosure.settle_item, name="settle-item"),
    path(LOANS, loans.loans, name="loans"),
    path(f"{LOANS}record/", loans.record_loan, name="record-loan"),
    path(f"{LOANS}<int:loan>/", loans.change_loan, name="change-loan"),
    path(f"{LOANS}<int:loan>/end/", loans.end_loan, name="end-loan"),
    path(MEDIA, media.media, name="media"),
    path(f"{MEDIA}record/", media.log_media, name="log-media"),
    path(f"{MEDIA}<int:entry_id>/", media.change_media, name="change-media"),
]
