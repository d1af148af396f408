from documents.models.document import Document
from documents.models.provenance import Provenance, Route, provenance_constraint

__all__ = ["Document", "Provenance", "Route", "provenance_constraint"]
