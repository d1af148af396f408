from questions.models.delegation import Delegation
from questions.models.question import PoliceAnswer, Question, QuestionKind

__all__ = ["Delegation", "PoliceAnswer", "Question", "QuestionKind"]
