from learning.models.lesson import LANGUAGE, Lesson, LessonKind
from learning.models.past_review import PastReview, ReportReading
from learning.models.theme import Theme, ThemeWording

__all__ = [
    "LANGUAGE",
    "Lesson",
    "LessonKind",
    "PastReview",
    "ReportReading",
    "Theme",
    "ThemeWording",
]
