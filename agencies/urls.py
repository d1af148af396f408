from django.urls import path

from agencies.views import directory

app_name = "agencies"

urlpatterns = [
    path("agencies/", directory.agency_list, name="directory"),
    path("agencies/add/", directory.add_agency, name="add-agency"),
    path("agencies/<int:agency_id>/", directory.agency, name="agency"),
    path("agencies/<int:agency_id>/change/", directory.change_agency, name="change-agency"),
    path("agencies/<int:agency_id>/contacts/add/", directory.add_contact, name="add-contact"),
    path(
        "agencies/<int:agency_id>/contacts/<int:contact_id>/",
        directory.change_contact,
        name="change-contact",
    ),
    path(
        "agencies/<int:agency_id>/contacts/<int:contact_id>/remove/",
        directory.remove_contact,
        name="remove-contact",
    ),
]
