from django.urls import path

from anonymity.views import certificates, checks, keeping_back

app_name = "anonymity"

IDENTIFIERS = "reviews/<slug:reference>/identifiers/"
CHECK = f"{IDENTIFIERS}<int:check_id>/"
KEPT_BACK = f"{IDENTIFIERS}kept-back/"
CERTIFICATE = f"{IDENTIFIERS}certificates/<int:certificate_id>/"

urlpatterns = [
    path(IDENTIFIERS, checks.checks, name="checks"),
    path(f"{IDENTIFIERS}ask/", checks.ask, name="ask"),
    path(f"{IDENTIFIERS}decisions/", checks.decisions, name="decisions"),
    path(
        f"{IDENTIFIERS}decisions/<int:decision_id>/take-back/", checks.take_back, name="take-back"
    ),
    path(KEPT_BACK, keeping_back.kept_back, name="kept-back"),
    path(f"{KEPT_BACK}add/", keeping_back.keep_back, name="keep-back"),
    path(f"{KEPT_BACK}<int:kept_id>/change/", keeping_back.change, name="change-kept-back"),
    path(f"{KEPT_BACK}<int:kept_id>/remove/", keeping_back.remove, name="remove-kept-back"),
    path(CERTIFICATE, certificates.certificate, name="certificate"),
    path(f"{CERTIFICATE}withdraw/", certificates.withdraw, name="withdraw"),
    path(CHECK, checks.check, name="check"),
    path(f"{CHECK}certify/", certificates.certify, name="certify"),
    path(f"{CHECK}<slug:policy>/", checks.group, name="group"),
]
