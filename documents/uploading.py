"""How a request's files are taken off the wire."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from documents.limits import MAX_AT_ONCE, MAX_BYTES, MOST_AT_ONCE


class NoMoreThanTheLimit(FileUploadHandler):
    """
    The first handler: passes a file on as far as the limit and a little, and drops the rest.

    So nobody can fill the disk, and a file that is too large still reaches the form, which says
    so and forgets nothing else. Where a whole folder is more than one request may bring, the files
    that are too many are left out whole: `left_out_of` names them to the page that asked.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.files = self.bytes = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.passed = 0
        self.files += 1
        if self.files > MOST_AT_ONCE or self.bytes >= MAX_AT_ONCE:
            self.leave_out()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.passed > MAX_BYTES:
            return None
        self.passed += len(raw_data)
        self.bytes += len(raw_data)
        if self.bytes > MAX_AT_ONCE:
            self.leave_out()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def leave_out(self) -> None:
        if self.request is not None:
            vars(self.request).setdefault("files_left_out", []).append(self.file_name or "")
        raise SkipFile


def left_out_of(request: HttpRequest) -> list[str]:
    """Return the names of the files that were too many, or too much, for one request."""
    return list(vars(request).get("files_left_out", []))
