"""No received file lies where a web server would find it."""

from pathlib import Path

from django.urls import get_resolver


def test_no_folder_that_is_served_holds_received_files(settings):
    served = [Path(settings.STATIC_ROOT), *map(Path, settings.STATICFILES_DIRS)]
    files = Path(settings.FILES_DIR).resolve()
    for folder in served:
        folder = folder.resolve()
        assert not files.is_relative_to(folder)
        assert not folder.is_relative_to(files)


def test_no_address_serves_a_folder():
    """`django.views.static.serve` is how a project would hand out its uploads by their path."""
    found = get_resolver().url_patterns
    while found:
        one, *found = found
        found += getattr(one, "url_patterns", [])
        module = getattr(getattr(one, "callback", None), "__module__", "")
        assert module != "django.views.static"


def test_there_is_no_address_of_media(settings):
    assert settings.MEDIA_URL in ("", "/")
    assert settings.MEDIA_ROOT == ""
