"""How a request's files are taken off the wire."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from documents.limits import MAX_BYTES


class NoMoreThanTheLimit(FileUploadHandler):
    """
    The first handler: passes a file on as far as the limit and a little, and drops the rest.

    So nobody can fill the disk, and a file that is too large still reaches the form, which says
    so and forgets nothing else.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.passed = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.passed > MAX_BYTES:
            return None
        self.passed += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
