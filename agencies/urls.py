from django.urls import path

from agencies.views import bodies, directory

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
    path("bodies/", bodies.body_list, name="bodies"),
    path("bodies/add/", bodies.add_body, name="add-body"),
    path("bodies/<int:body_id>/", bodies.body, name="body"),
    path("bodies/<int:body_id>/change/", bodies.change_body, name="change-body"),
    path("bodies/<int:body_id>/retire/", bodies.retire_body, name="retire-body"),
    path("bodies/<int:body_id>/bring-back/", bodies.bring_back_body, name="bring-back-body"),
    path("bodies/<int:body_id>/address/<slug:slug>/", bodies.body_address, name="body-address"),
]
