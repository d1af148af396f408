"""Invented letters of the Home Office, each of another shape."""

from pathlib import Path

HERE = Path(__file__).parents[1] / "data" / "letters"


def letter(name):
    return (HERE / f"{name}.txt").read_text("utf-8")


NUMBERED = letter("numbered")
PROSE = letter("prose")
WITHOUT_AREAS = letter("without_areas")
SENT_BACK = letter("sent_back")
