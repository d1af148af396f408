"""Regional bodies: the regions of probation, and strategic authorities led by a mayor."""

from agencies.listed.shape import WALES, Listed
from agencies.models import BodyKind

PROBATION = (
    "East Midlands", "East of England", "Greater Manchester", "Kent, Surrey and Sussex",
    "London", "North East", "North West", "South Central", "South West", WALES,
    "West Midlands", "Yorkshire and the Humber",
)  # fmt: skip
# Name of the authority -> the region it serves
MAYORS = {
    "Cambridgeshire and Peterborough Combined Authority": "Cambridgeshire and Peterborough",
    "East Midlands Combined County Authority": "East Midlands",
    "Greater London Authority": "London",
    "Greater Manchester Combined Authority": "Greater Manchester",
    "Liverpool City Region Combined Authority": "Liverpool City Region",
    "North East Combined Authority": "North East",
    "South Yorkshire Mayoral Combined Authority": "South Yorkshire",
    "Tees Valley Combined Authority": "Tees Valley",
    "West Midlands Combined Authority": "West Midlands",
    "West of England Combined Authority": "West of England",
    "West Yorkshire Combined Authority": "West Yorkshire",
    "York and North Yorkshire Combined Authority": "York and North Yorkshire",
}


def key_of(name: str) -> str:
    return name.lower().replace(",", "").replace(" ", "-")


REGIONS = (
    *(
        Listed(
            key=key_of(name), name=name, kind=BodyKind.REGIONAL, region=region,
            decides="What the mayor and the councils of the region do together.",
        )
        for name, region in MAYORS.items()
    ),
    Listed(
        key="mopac", name="Mayor’s Office for Policing And Crime", kind=BodyKind.REGIONAL,
        region="London", short_name="MOPAC", part_of="greater-london-authority",
        decides="London’s police and crime plan; services for victims and programmes for those "
        "who abuse in London.",
    ),
    *(
        Listed(
            key=f"probation-{key_of(region)}", name=f"Probation Service, {region}",
            kind=BodyKind.REGIONAL, region=region, part_of="hmpps",
            decides="Probation in the region.",
        )
        for region in PROBATION
    ),
)  # fmt: skip
