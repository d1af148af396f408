"""Who does something: a signed-in person, or somebody at the command line of the server."""

from typing import Final

from agencies.models.user import User


class CommandLine:
    """
    The actor of a management command run without `--as EMAIL`.

    Whoever can run one can read the database; so it holds every permission, under the same
    stage rules, and the audit trail says "command line".
    """

    def __str__(self) -> str:
        return "command line"


COMMAND_LINE: Final = CommandLine()

Actor = User | CommandLine


def person_behind(actor: Actor) -> User | None:
    """Return the person to name in a record, or None for the command line."""
    return actor if isinstance(actor, User) else None
