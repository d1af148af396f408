"""Wales, associations of councils and services, ombudsmen of them, and national charities."""

from agencies.listed.shape import ENGLAND, UK, WALES, Listed
from agencies.models import BodyKind

DEVOLVED, ASSOCIATION, CHARITY = BodyKind.DEVOLVED, BodyKind.ASSOCIATION, BodyKind.CHARITY

LOCAL = (
    Listed(
        key="welsh-government", name="Welsh Government", kind=DEVOLVED, region=WALES,
        aliases=("Llywodraeth Cymru",),
        decides="In Wales: violence against women policy, health, housing, education, social "
        "care, the Single Unified Safeguarding Review.",
        topics=(
            "welsh government", "wales", "single unified safeguarding review", "vawdasv",
            "ask and act",
        ),
    ),
    Listed(
        key="public-health-wales", name="Public Health Wales", kind=DEVOLVED, region=WALES,
        part_of="welsh-government", decides="Public health in Wales, IRIS in Welsh practices.",
        topics=("public health wales",),
    ),
    Listed(
        key="care-inspectorate-wales", name="Care Inspectorate Wales", kind=DEVOLVED,
        region=WALES, part_of="welsh-government", short_name="CIW",
        decides="Registration and inspection of social care in Wales.",
        topics=("social care in wales",),
    ),
    Listed(
        key="healthcare-inspectorate-wales", name="Healthcare Inspectorate Wales",
        kind=DEVOLVED, region=WALES, part_of="welsh-government", short_name="HIW",
        decides="Inspection of health care in Wales.", topics=("health care in wales",),
    ),
    Listed(
        key="social-care-wales", name="Social Care Wales", kind=DEVOLVED, region=WALES,
        part_of="welsh-government", decides="Registration and training in social care in Wales.",
    ),
    Listed(
        key="estyn", name="Estyn", kind=DEVOLVED, region=WALES,
        decides="Inspection of education in Wales.", topics=("schools in wales",),
    ),
    Listed(
        key="cafcass-cymru", name="Cafcass Cymru", kind=DEVOLVED, region=WALES,
        part_of="welsh-government",
        decides="Reports about children in family proceedings in Wales.",
        topics=("cafcass cymru",),
    ),
    Listed(
        key="childrens-commissioner-for-wales", name="Children’s Commissioner for Wales",
        kind=BodyKind.COMMISSIONER, region=WALES, decides="Speaks for the rights of children.",
    ),
    Listed(
        key="public-services-ombudsman-for-wales", name="Public Services Ombudsman for Wales",
        kind=BodyKind.OMBUDSMAN, region=WALES, short_name="PSOW",
        decides="Complaints about public services in Wales.",
    ),
    Listed(
        key="wlga", name="Welsh Local Government Association", kind=ASSOCIATION, region=WALES,
        short_name="WLGA", decides="Speaks for councils of Wales.",
        topics=("councils in wales",),
    ),
    Listed(
        key="local-government-association", name="Local Government Association",
        kind=ASSOCIATION, short_name="LGA",
        decides="Speaks for councils; guidance and training for community safety partnerships.",
        topics=("local authorities", "councils nationally", "community safety partnerships"),
    ),
    Listed(
        key="adass", name="Association of Directors of Adult Social Services",
        kind=ASSOCIATION, region=ENGLAND, short_name="ADASS",
        decides="How councils’ adult social care acts alike.",
        topics=("directors of adult", "safeguarding adults boards"),
    ),
    Listed(
        key="adcs", name="Association of Directors of Children’s Services", kind=ASSOCIATION,
        region=ENGLAND, short_name="ADCS",
        decides="How councils’ children’s services act alike.",
        topics=("directors of children",),
    ),
    Listed(
        key="association-of-directors-of-public-health",
        name="Association of Directors of Public Health", kind=ASSOCIATION, region=UK,
        short_name="ADPH", decides="How councils’ public health acts alike.",
        topics=("directors of public health",),
    ),
    Listed(
        key="national-housing-federation", name="National Housing Federation",
        kind=ASSOCIATION, region=ENGLAND, short_name="NHF",
        decides="Speaks for housing associations.",
        topics=("housing associations", "housing providers"),
    ),
    Listed(
        key="chartered-institute-of-housing", name="Chartered Institute of Housing",
        kind=BodyKind.PROFESSION, region=UK, short_name="CIH",
        decides="Training and standards of housing staff.",
        topics=("housing staff", "housing officers"),
    ),
    Listed(
        key="universities-uk", name="Universities UK", kind=ASSOCIATION, region=UK,
        short_name="UUK", decides="How universities act alike, also on harassment.",
        topics=("universities nationally",),
    ),
    Listed(
        key="local-government-and-social-care-ombudsman",
        name="Local Government and Social Care Ombudsman", kind=BodyKind.OMBUDSMAN,
        region=ENGLAND, short_name="LGSCO", decides="Complaints about councils and care.",
        topics=("complaint about the council",),
    ),
    Listed(
        key="housing-ombudsman", name="Housing Ombudsman", kind=BodyKind.OMBUDSMAN,
        region=ENGLAND, decides="Complaints about social landlords.",
        topics=("complaint about the landlord",),
    ),
    Listed(
        key="safelives", name="SafeLives", kind=CHARITY, region=UK, aliases=("CAADA",),
        decides="The DASH risk checklist, guidance for MARACs, training of IDVAs.",
        topics=("dash", "marac", "idva training", "risk checklist"),
    ),
    Listed(
        key="womens-aid", name="Women’s Aid Federation of England", kind=CHARITY,
        region=ENGLAND, aliases=("Women's Aid",),
        decides="Standards of specialist services, directory of refuges.",
        topics=("specialist services", "refuge directory"),
    ),
    Listed(
        key="welsh-womens-aid", name="Welsh Women’s Aid", kind=CHARITY, region=WALES,
        decides="Standards of specialist services in Wales, Live Fear Free helpline.",
        topics=("live fear free",),
    ),
    Listed(
        key="respect", name="Respect", kind=CHARITY, region=UK,
        decides="Accreditation of programmes for those who abuse; Men’s Advice Line.",
        topics=("accreditation of perpetrator", "male victims", "adolescent to parent"),
    ),
    Listed(
        key="refuge", name="Refuge", kind=CHARITY, region=ENGLAND,
        decides="National Domestic Abuse Helpline.", topics=("national helpline",),
    ),
    Listed(
        key="galop", name="Galop", kind=CHARITY, region=UK,
        decides="Support of LGBT+ people who are abused, national helpline.",
        topics=("lgbt", "same-sex"),
    ),
    Listed(
        key="surviving-economic-abuse", name="Surviving Economic Abuse", kind=CHARITY,
        region=UK, short_name="SEA", decides="Training and advice on economic abuse.",
        topics=("economic abuse training",),
    ),
    Listed(
        key="samaritans", name="Samaritans", kind=CHARITY, region=UK,
        decides="Support of people in despair; media guidelines on suicide.",
        topics=("media guidelines on suicide",),
    ),
)  # fmt: skip
