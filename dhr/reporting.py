"""What an error report may say: where it happened, and nothing that somebody typed or read."""

import re
from collections.abc import ItemsView
from logging import Filter, LogRecord
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

SECRET = re.compile(r"/[\w-]{20,}")  # in an address: what could be the secret of a link


class NoSecretsOfLinks(Filter):
    """Leaves out of the addresses that are logged what would open a page to whoever reads it."""

    def filter(self, record: LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                SECRET.sub("/…", told) if isinstance(told, str) else told for told in record.args
            )
        return True


class NothingTyped(SafeExceptionReporterFilter):
    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return dict.fromkeys(request.POST if request else (), self.cleansed_substitute)

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: TracebackType
    ) -> ItemsView[str, Any]:
        return {}.items()
