"""An address behind which a fault waits, and those that a page's frame needs."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tests.pages import urls as frame


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("What nobody foresaw")


urlpatterns = [path("broken/", broken), *frame.urlpatterns]
handler500 = frame.handler500
