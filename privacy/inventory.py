"""What is known about people, field by field, as the class `Privacy` of every model says."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models


def project_models() -> Iterator[type[models.Model]]:
    """Every model of ours; those of the libraries are theirs to describe."""
    for app in apps.get_app_configs():
        if Path(app.path).parent == Path(settings.BASE_DIR):
            yield from app.get_models()


def identifying_fields(model: type[models.Model]) -> frozenset[str]:
    fields: frozenset[str] = model.Privacy.identifying  # type: ignore[attr-defined]
    return fields


def plain_fields(model: type[models.Model]) -> frozenset[str]:
    fields: frozenset[str] = model.Privacy.plain  # type: ignore[attr-defined]
    return fields
