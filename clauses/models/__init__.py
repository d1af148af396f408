from clauses.models.clause import Clause
from clauses.models.kind import ClauseKind, Occasion
from clauses.models.library import Library
from clauses.models.wording import ClauseWording, Content

__all__ = ["Clause", "ClauseKind", "ClauseWording", "Content", "Library", "Occasion"]
