"""What a file is, and whether it is safe to keep: told by its content, never by its name."""

from documents.inspection.kind import kind_of
from documents.inspection.refusal import FileRefused

__all__ = ["FileRefused", "kind_of"]
