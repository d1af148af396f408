from django.urls import path

from outcomes.views import annual_report, dashboard, returns

app_name = "outcomes"

PLANS = "partnerships/<slug:slug>/plans/"
REVIEW = "reviews/<slug:reference>/"
RETURN = f"{REVIEW}returns/<int:return_id>/"

urlpatterns = [
    # of a partnership
    path(PLANS, dashboard.dashboard, name="dashboard"),
    path(f"{PLANS}actions/", dashboard.actions, name="actions"),
    path(f"{PLANS}report/", annual_report.annual_report_now, name="annual-report-now"),
    path(f"{PLANS}report/<int:year>/", annual_report.annual_report, name="annual-report"),
    path(
        f"{PLANS}report/<int:year>/<slug:ending>/",
        annual_report.annual_report_file,
        name="annual-report-file",
    ),
    # six-month returns
    path(f"{REVIEW}returns/", returns.returns, name="returns"),
    path(
        f"{REVIEW}agencies/<int:involvement_id>/returns/",
        returns.agency_returns,
        name="agency-returns",
    ),
    path(RETURN, returns.one_return, name="return"),
    path(f"{RETURN}sign/", returns.sign_return, name="sign-return"),
    path(f"{RETURN}send-back/", returns.send_back, name="send-back"),
    path(f"{RETURN}paper/", returns.return_file, name="return-file"),
    path(
        f"{RETURN}signed/<int:sign_off_id>/original/",
        returns.return_original,
        name="return-original",
    ),
]
