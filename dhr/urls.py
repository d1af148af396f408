"""Every address of the product. tests/house/test_routes.py says who may open each."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from dhr import views
from pages.views import components

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("", include("accounts.urls")),
    path("", include("agencies.urls")),
    path("", include("reviews.urls")),
    path("", include("reminders.urls")),
    path("", include("stewards.urls")),
    path("", include("timescales.urls")),
    path("", include("costs.urls")),
    path("", include("portfolio.urls")),
    path("", include("families.urls")),
    path("", include("clauses.urls")),
    path("", include("panels.urls")),
    path("", include("availability.urls")),
    path("", include("proceedings.urls")),
    path("", include("reports.urls")),
    path("", include("anonymity.urls")),
    path("", include("evidence.urls")),
    path("", include("replies.urls")),
    path("", include("questions.urls")),
    path("", include("decisions.urls")),
    path("", include("chronologies.urls")),
    path("", include("composite.urls")),
    path("", include("publications.urls")),
    path("", include("postoffice.urls")),
    path("", include("outcomes.urls")),
    path("", include("learning.urls")),
    path("", include("letters.urls")),
    path("", include("agencyfiles.urls")),
    path("", include("actionplans.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("components/", components, name="components"))

handler400 = "pages.errors.bad_request"
handler403 = "pages.errors.forbidden"
handler404 = "pages.errors.not_found"
handler500 = "pages.errors.server_error"
