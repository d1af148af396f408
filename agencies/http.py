"""Requests of somebody who has signed in, so that views need not ask."""

from django.http import HttpRequest

from agencies.models import User


class SignedInRequest(HttpRequest):
    user: User  # LoginRequiredMiddleware has seen to it
