from django.urls import path

from agencies.views import accounts, directory

app_name = "agencies"

urlpatterns = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", accounts.sign_out, name="sign-out"),
    path("new-password/", accounts.reset_password, name="reset-password"),
    path("set-password/<uidb64>/<token>/", accounts.SetPassword.as_view(), name="set-password"),
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
