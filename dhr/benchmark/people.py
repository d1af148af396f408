"""Who takes part in the copied reviews: the players of the demonstration, and others like them."""

from collections.abc import Sequence

from django.contrib.auth.hashers import make_password

from agencies.models import User
from dhr.demonstration import people

# What a person of the partnership or of an agency opens in the benchmark
PLAYERS = {
    "CSP officer": people.OFFICER,
    "independent chair": people.INDEPENDENT_CHAIR,
    "panel member": people.PANEL_POLICE,
    "IMR author": people.POLICE_AUTHOR,
    "CSP chair": people.CHAIR,
    "senior sign-off": people.HOSPITAL_SENIOR,
    "Home Office liaison": people.LIAISON,
    "administrator": people.ADMINISTRATOR,
}
MAIN = ("CSP officer", "independent chair", "panel member", "IMR author")
BY_POST = (people.OFFICER, people.CHAIR, people.ADMINISTRATOR, people.LIAISON)
OTHERS = 12  # people who take each part where its player does not
OWN = 6  # a player without a post sits in every sixth review


class Company:
    """Everybody who can take a part, with people like the players for the parts of the others."""

    def __init__(self) -> None:
        users = {user.email: user for user in User.objects.all()}
        mobile = [player for player in people.EVERYBODY if player not in BY_POST]
        self.others: dict[int, Sequence[User]] = {
            users[player.email].pk: add_others(player) for player in mobile
        }

    def cast(self, number: int) -> dict[int, int]:
        """Say who takes whose part in a copied review. The players keep those of every sixth."""
        if number % OWN == 0:
            return {}
        return {player: like[number % OTHERS].pk for player, like in self.others.items()}


def add_others(player: people.Player) -> list[User]:
    first, _, name = player.name.partition(" ")
    return User.objects.bulk_create(
        User(
            email=f"{first}.{name}{number}@{people.DOMAIN}".lower(),
            full_name=f"{player.name} {number}",
            password=make_password(None),
        )
        for number in range(1, OTHERS + 1)
    )
