"""The invented people who sign in to the demonstration, and the agencies they speak for."""

import secrets
from dataclasses import dataclass

from accounts.models import DemonstrationAccount
from agencies.models import Agency, AgencyContact, User

DOMAIN = "calderwick.example"


@dataclass(frozen=True)
class Player:
    """Somebody in the demonstration. `role` is what the list of sign-ins calls them."""

    role: str
    name: str
    agency: str = ""

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.').replace(chr(39), '')}@{DOMAIN}"


OFFICER = Player("CSP officer", "Olive Marsh")
CHAIR = Player("CSP chair", "Cecil Thorne")
ADMINISTRATOR = Player("Administrator", "Ada Finch")
LIAISON = Player("Home Office liaison", "Hugh Lamb")
INDEPENDENT_CHAIR = Player("Independent chair", "Irene Vale")
SECRETARY = Player("Review secretary", "Selma Croft")
PANEL_MEMBER = Player("Panel member", "Petra Wold", "Haven Wychmere Domestic Abuse Service")
PANEL_POLICE = Player("Panel member, police", "Paul Denny", "Calderwick Constabulary")
PANEL_HEALTH = Player("Panel member, health", "Priya Sands", "Vale and Moor Integrated Care Board")
ADVISER = Player("Adviser", "Amara Stone")
NEIGHBOUR = Player("Neighbouring CSP's officer", "Nadia Brook")
POLICE_AUTHOR = Player("IMR author, police", "Ian Rowe", "Calderwick Constabulary")
HOSPITAL_AUTHOR = Player("IMR author, hospital", "Ines Field", "Wychmere Hospitals NHS Trust")
HOUSING_AUTHOR = Player("IMR author, housing", "Iris Holt", "Riverbank Housing Association")
HOSPITAL_SENIOR = Player("Senior sign-off, hospital", "Simon Hale", "Wychmere Hospitals NHS Trust")
HOSPITAL_LEAD = Player("Agency lead, hospital", "Leah Nye", "Wychmere Hospitals NHS Trust")
GP_CONTACT = Player("Agency contact, GP", "Gwen Parr", "Fernbank Surgery")

EVERYBODY = (
    OFFICER, CHAIR, ADMINISTRATOR, LIAISON, INDEPENDENT_CHAIR, SECRETARY, PANEL_MEMBER,
    PANEL_POLICE, PANEL_HEALTH, ADVISER, NEIGHBOUR, POLICE_AUTHOR, HOSPITAL_AUTHOR,
    HOUSING_AUTHOR, HOSPITAL_SENIOR, HOSPITAL_LEAD, GP_CONTACT,
)  # fmt: skip


def add_everybody() -> list[dict[str, str]]:
    """
    Make the accounts, each with a password of its own; return the sign-ins.

    Marked as invented, they are not asked for a second factor where all is a demonstration.
    """
    sign_ins = []
    for player in EVERYBODY:
        password = secrets.token_urlsafe(9)
        invented = User.objects.create_user(
            email=player.email, full_name=player.name, password=password
        )
        DemonstrationAccount.objects.create(user=invented)
        sign_ins.append(
            {
                "role": player.role,
                "name": player.name,
                "email": player.email,
                "password": password,
            }
        )
    return sign_ins


def user(player: Player) -> User:
    return User.objects.get(email=player.email)


def add_contact(agency: Agency, number: int) -> None:
    """Give an agency a single point of contact; every tenth has only its mailbox."""
    if number % 10 == 9:
        agency.secure_email = f"safeguarding{number}@{DOMAIN}"
        agency.save(update_fields=["secure_email"])
        return
    contact = GP_CONTACT if agency.name == GP_CONTACT.agency else None
    AgencyContact.objects.create(
        agency=agency,
        full_name=contact.name if contact else f"Safeguarding lead, {agency.label}",
        job_title="Safeguarding lead",
        email=contact.email if contact else f"lead{number}@{DOMAIN}",
        is_single_point=True,
    )
