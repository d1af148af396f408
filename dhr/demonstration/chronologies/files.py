"""Write an agency's chronology as the file that it would send."""

from pathlib import PurePath

from dhr.demonstration.chronologies.chronology import Chronology
from dhr.demonstration.chronologies.delimited import in_csv
from dhr.demonstration.chronologies.excel import in_excel
from dhr.demonstration.chronologies.word import in_word
from dhr.demonstration.clock import Clock

WRITERS = {".docx": in_word, ".xlsx": in_excel, ".csv": in_csv}


def file_of(chronology: Chronology, clock: Clock) -> bytes:
    return WRITERS[PurePath(chronology.file_name).suffix](chronology, clock)
