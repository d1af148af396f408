"""How long anybody may keep a public page, and how they ask whether it is still the same."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

FOR = 300  # seconds: what is taken down is gone from every cache by then

View = Callable[..., HttpResponseBase]


def may_be_kept(view: View) -> View:
    """Let caches keep a page for a while; afterwards they ask by its hash whether it changed."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            del response["Cache-Control"]
            patch_cache_control(response, public=True, max_age=FOR)
        return response

    return conditional_page(kept)
