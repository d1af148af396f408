from documents.models.document import Document, FileNotOpen, ScanState
from documents.models.provenance import Provenance, Route, provenance_constraint

__all__ = [
    "Document",
    "FileNotOpen",
    "Provenance",
    "Route",
    "ScanState",
    "provenance_constraint",
]
