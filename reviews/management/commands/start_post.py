"""Give somebody a post in a partnership: how a new installation gets its first administrator."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand
from agencies.models import PostKind
from reviews.access import Refused
from reviews.operations.posts import start_post
from reviews.operations.set_up import partnership_named
from reviews.readers.notification import slug_of

KINDS = {slug_of(kind): kind for kind in PostKind}


class Command(ScriptCommand):
    help = "Give somebody a post; a partnership or person that is not there yet is added."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--partnership", required=True, help="name or slug")
        parser.add_argument("--kind", required=True, choices=list(KINDS))
        parser.add_argument("--holder", required=True, help="email address of the holder")
        parser.add_argument("--name", default="", help="full name, for somebody new")

    def handle(self, *args: Any, email: str | None, json: bool, **options: Any) -> None:
        try:
            post = start_post(
                partnership=partnership_named(options["partnership"]),
                kind=KINDS[options["kind"]],
                email=options["holder"],
                full_name=options["name"],
                today=timezone.localdate(),
                by=self.actor(email),
                at=timezone.now(),
            )
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if json:
            self.print_json({"partnership": post.partnership.slug, "kind": options["kind"]})
        else:
            self.stdout.write(f"{options['holder']} is {post.get_kind_display()}")
