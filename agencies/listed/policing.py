"""National bodies of policing."""

from agencies.listed.shape import UK, Listed
from agencies.models import BodyKind

POLICING = (
    Listed(
        key="college-of-policing", name="College of Policing", kind=BodyKind.POLICING,
        decides="Authorised professional practice, training and standards of police officers, "
        "the risk assessment (DARA) that first responders use.",
        topics=(
            "authorised professional practice", "police training", "college of policing",
            "domestic abuse risk assessment", "dara", "first responder", "police standards",
        ),
    ),
    Listed(
        key="national-police-chiefs-council", name="National Police Chiefs’ Council",
        kind=BodyKind.POLICING, region=UK, short_name="NPCC", aliases=("ACPO",),
        decides="How forces act alike: policy of all chief constables, by portfolio.",
        topics=("all police forces", "chief constables", "police forces nationally", "npcc"),
    ),
    Listed(
        key="hmicfrs",
        name="His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
        kind=BodyKind.REGULATOR, short_name="HMICFRS", aliases=("HMIC",),
        decides="Inspection of police forces and of fire and rescue services.",
        topics=("inspection of police", "hmicfrs", "force inspection"),
    ),
    Listed(
        key="iopc", name="Independent Office for Police Conduct", kind=BodyKind.OMBUDSMAN,
        short_name="IOPC", aliases=("IPCC",),
        decides="Complaints about police, deaths after contact with police, learning from them.",
        topics=("police conduct", "police complaint", "death after police contact"),
    ),
    Listed(
        key="national-crime-agency", name="National Crime Agency", kind=BodyKind.POLICING,
        region=UK, short_name="NCA", part_of="home-office",
        decides="Serious and organised crime, the UK Missing Persons Unit, modern slavery.",
        topics=("organised crime", "modern slavery", "missing persons", "human trafficking"),
    ),
    Listed(
        key="association-of-police-and-crime-commissioners",
        name="Association of Police and Crime Commissioners", kind=BodyKind.ASSOCIATION,
        short_name="APCC",
        decides="Speaks for police and crime commissioners, who fund victims’ services.",
        topics=("police and crime commissioner", "commissioning of victim services"),
    ),
    Listed(
        key="british-transport-police", name="British Transport Police", kind=BodyKind.POLICING,
        short_name="BTP", part_of="department-for-transport", decides="Policing of the railways.",
        topics=("british transport police",),
    ),
    Listed(
        key="police-digital-service", name="Police Digital Service", kind=BodyKind.POLICING,
        region=UK, short_name="PDS", decides="Systems and data that police forces share.",
        topics=("police national computer", "police national database", "police systems"),
    ),
    Listed(
        key="national-fire-chiefs-council", name="National Fire Chiefs Council",
        kind=BodyKind.ASSOCIATION, region=UK, short_name="NFCC",
        decides="How fire and rescue services act alike, home fire safety visits.",
        topics=("fire and rescue", "home fire safety"),
    ),
)  # fmt: skip
