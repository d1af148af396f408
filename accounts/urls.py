from django.urls import path

from accounts.views import passwords, sign_in, single_sign_on, your_account

app_name = "accounts"

urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-in/code/", sign_in.code, name="code"),
    path("sign-in/enrol/", sign_in.enrol, name="enrol"),
    path("sign-in/go-on/", sign_in.go_on, name="go-on"),
    path("sign-in/organisation/", single_sign_on.lead_there, name="single-sign-on"),
    path("sign-in/organisation/back/", single_sign_on.back, name="single-sign-on-back"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("new-password/", passwords.reset_password, name="reset-password"),
    path("set-password/<uidb64>/<token>/", passwords.SetPassword.as_view(), name="set-password"),
    path("your-account/", your_account.your_account, name="your-account"),
    path("your-account/confirm/", your_account.confirm, name="confirm"),
    path("your-account/password/", passwords.change_password, name="change-password"),
    path("your-account/authenticator/", your_account.add_authenticator, name="add-authenticator"),
    path("your-account/key/", your_account.add_key, name="add-key"),
    path(
        "your-account/factors/<int:factor_id>/remove/",
        your_account.remove_factor,
        name="remove-factor",
    ),
    path(
        "your-account/recovery-codes/new/",
        your_account.renew_recovery_codes,
        name="renew-recovery-codes",
    ),
    path(
        "your-account/sign-out-everywhere/",
        your_account.sign_out_everywhere,
        name="sign-out-everywhere",
    ),
]
