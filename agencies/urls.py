from django.urls import path

from agencies.views import accounts

app_name = "agencies"

urlpatterns = [
    path("sign-in/", accounts.SignIn.as_view(), name="sign-in"),
    path("sign-out/", accounts.sign_out, name="sign-out"),
    path("new-password/", accounts.reset_password, name="reset-password"),
    path("set-password/<uidb64>/<token>/", accounts.SetPassword.as_view(), name="set-password"),
]
