"""The files that people send: made here, in the formats that agencies use."""

import csv
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from tests.journeys.cast import DIED_ON, HOSPITAL, HOUSING, POLICE, VICTIM

HEADS = ("Date", "Source", "What happened")
SHOUTING = "A neighbour reported shouting and breaking glass."
BOTH_WELL = "Officers called. Both said that all was well."
SECOND_CALL = "A second call, ended before anybody spoke."
WRIST = "Emergency department: injured wrist, said to be a fall."
NOT_SEEN = "Did not attend the fracture clinic."
DOOR = f"Repair of a broken bedroom door reported by {VICTIM}."

CONTACTS = (
    (POLICE, SHOUTING),
    (POLICE, BOTH_WELL),
    (POLICE, SECOND_CALL),
    (HOSPITAL, WRIST),
    (HOSPITAL, NOT_SEEN),
    (HOUSING, "Repair of a broken bedroom door"),
)


def before_the_death(days: int) -> date:
    return DIED_ON - timedelta(days=days)


MENDED_DAY = f"{before_the_death(200):%d/%m/%Y}"


def notification(folder: Path) -> Path:
    return letter(folder / "notification.docx", "A death that may need a review.")


def imr(folder: Path) -> Path:
    return letter(folder / "imr.docx", "What we did, and why.")


def minute(folder: Path) -> Path:
    return letter(folder / "minute.docx", "The board signs the report off.")


def home_office_letter(folder: Path) -> Path:
    return letter(folder / "qa-letter.docx", "The board thanks the panel.", "Two things remain.")


def letter(path: Path, *paragraphs: str) -> Path:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(path)
    return path


def email(folder: Path) -> Path:
    """What somebody wrote who has no account here."""
    message = EmailMessage()
    message["Subject"] = "Our answer"
    message["From"] = "reviews@riverbank.example"
    message.set_content("As agreed on the telephone.")
    path = folder / "answer.eml"
    path.write_bytes(bytes(message))
    return path


def police_chronology(folder: Path) -> Path:
    """An Excel file, with one day that no calendar has."""
    book = Workbook()
    sheet = book.active
    sheet.append(HEADS)
    sheet.append((f"{before_the_death(400):%d/%m/%Y}", "Crime system", SHOUTING))
    sheet.append((f"31/02/{DIED_ON.year}", "Crime system", BOTH_WELL))
    sheet.append((f"{before_the_death(30):%d/%m/%Y}", "Crime system", SECOND_CALL))
    book.save(folder / "police.xlsx")
    return folder / "police.xlsx"


def hospital_chronology(folder: Path) -> Path:
    """A table in a Word file, with a month where the day is not known."""
    document = Document()
    table = document.add_table(rows=1, cols=len(HEADS))
    fill(table.rows[0], HEADS)
    fill(table.add_row(), (f"{before_the_death(300):%d %B %Y}", "Notes", WRIST))
    fill(table.add_row(), (f"{before_the_death(270):%B %Y}", "Notes", NOT_SEEN))
    document.save(folder / "hospital.docx")
    return folder / "hospital.docx"


def fill(row, words: tuple[str, ...]) -> None:
    for cell, said in zip(row.cells, words, strict=True):
        cell.text = said


def housing_chronology(folder: Path) -> Path:
    with (folder / "housing.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADS)
        rows.writerow((f"{before_the_death(90):%d/%m/%Y}", "Tenancy file", DOOR))
    return folder / "housing.csv"
