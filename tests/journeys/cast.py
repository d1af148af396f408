"""Who takes part. Everybody, every body and every word is invented."""

from datetime import date, timedelta

from tests.journeys.people import Person

PARTNERSHIP = "Northside Community Safety Partnership"
REFERENCE = "NORTHSI-DHR-1"

ADMINISTRATOR = Person("Ada Minster", "ada.minster@northside.example")
OFFICER = Person("Olive Partridge", "olive.partridge@northside.example")
CSP_CHAIR = Person("Conrad Hale", "conrad.hale@northside.example")
HOME_OFFICE_LIAISON = Person("Hester Quill", "hester.quill@homeoffice.example")
INDEPENDENT_CHAIR = Person("Iris Vane", "iris.vane@reviews.example")
PANEL_MEMBER = Person("Dara Finch", "dara.finch@haven.example")
POLICE_AUTHOR = Person("Petra Lodge", "petra.lodge@police.example")
POLICE_SENIOR = Person("Simon Garth", "simon.garth@police.example")
HOSPITAL_AUTHOR = Person("Hugo Wren", "hugo.wren@hospital.example")

POLICE = "Northside Police"
HOSPITAL = "Northside General Hospital"
HOUSING = "Riverbank Housing"
SURGERY = "Meadow Surgery"

TODAY = date.today()  # noqa: DTZ011 as the browser's and the app's clocks, on one machine
NOTIFIED_ON = TODAY - timedelta(days=5)
DIED_ON = TODAY - timedelta(days=40)
BORN_ON = (TODAY - timedelta(days=100)).replace(year=1984)  # no letter goes out on a birthday

VICTIM, VICTIM_ALIAS, VICTIM_PSEUDONYM = "Wilhelmina Oakes", "Mina Oakes", "Maris"
PERPETRATOR, PERPETRATOR_PSEUDONYM = "Barnaby Thorne", "Aldo"
MOTHER = "Rosamund Oakes"
