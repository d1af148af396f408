"""The invented partnership, its posts and the directory it asks."""

from django.utils.text import slugify

from agencies.models import (
    Agency,
    AgencyLead,
    CommunitySafetyPartnership,
    Post,
    PostKind,
)
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from dhr.demonstration.directory import BODIES

POSTS = {
    people.OFFICER: PostKind.OFFICER,
    people.CHAIR: PostKind.CHAIR,
    people.ADMINISTRATOR: PostKind.ADMINISTRATOR,
    people.LIAISON: PostKind.HOME_OFFICE_LIAISON,
}


def add(clock: Clock) -> CommunitySafetyPartnership:
    partnership = CommunitySafetyPartnership.objects.create(
        name="Wychmere Community Safety Partnership",
        slug="wychmere",
        reference_prefix="WY",
        region="Calderwick",
        police_force="Calderwick Constabulary",
        data_protection_email=f"data.protection@{people.DOMAIN}",
    )
    eastbrook = CommunitySafetyPartnership.objects.create(
        name="Eastbrook Community Safety Partnership",
        slug="eastbrook",
        reference_prefix="EB",
        region="Calderwick",
        police_force="Calderwick Constabulary",
    )
    held = [*((partnership, player, kind) for player, kind in POSTS.items())]
    held.append((eastbrook, people.NEIGHBOUR, PostKind.OFFICER))
    for where, player, kind in held:
        Post.objects.create(
            partnership=where,
            user=people.user(player),
            kind=kind,
            from_on=clock.ago(days=1200),
        )
    for number, (agency_kind, name, short_name, area) in enumerate(BODIES):
        agency = Agency.objects.create(
            name=name, slug=slugify(name), short_name=short_name, kind=agency_kind, area=area
        )
        people.add_contact(agency, number)
    lead = people.HOSPITAL_LEAD
    AgencyLead.objects.create(
        agency=Agency.objects.get(name=lead.agency),
        partnership=partnership,
        user=people.user(lead),
        from_on=clock.ago(days=400),
        made_at=clock.now,
        made_by=people.user(people.OFFICER),
    )
    return partnership
