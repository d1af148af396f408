"""Departments, and bodies that answer to them, outside policing, the courts and health."""

from agencies.listed.shape import ENGLAND, UK, Listed
from agencies.models import BodyKind

DEPARTMENT, ARM, REGULATOR = BodyKind.DEPARTMENT, BodyKind.ARM, BodyKind.REGULATOR

GOVERNMENT = (
    Listed(
        key="home-office",
        name="Home Office",
        kind=DEPARTMENT,
        decides="Domestic abuse policy and law, guidance on these reviews, police powers and "
        "funding, firearms licensing law, forced marriage, stalking and coercive control, "
        "immigration rules for victims.",
        topics=(
            "statutory guidance", "domestic homicide review", "domestic abuse act",
            "coercive control", "stalking", "police powers", "firearms", "shotgun",
            "disclosure scheme", "clare's law", "perpetrator strategy", "forced marriage",
            "honour-based abuse",
        ),
    ),
    Listed(
        key="uk-visas-and-immigration",
        name="UK Visas and Immigration",
        kind=ARM,
        part_of="home-office",
        region=UK,
        short_name="UKVI",
        decides="Visas, leave to remain, the concession for migrant victims of domestic abuse, "
        "asylum accommodation.",
        topics=(
            "immigration status", "visa", "leave to remain", "no recourse to public funds",
            "asylum", "migrant victim", "spousal visa", "indefinite leave",
        ),
    ),
    Listed(
        key="border-force", name="Border Force", kind=ARM, part_of="home-office", region=UK,
        decides="Who and what comes into the country; ports and airports.",
        topics=("border", "port of entry", "airport"),
    ),
    Listed(
        key="disclosure-and-barring-service", name="Disclosure and Barring Service", kind=ARM,
        part_of="home-office", short_name="DBS",
        decides="Criminal record checks, and who may not work with children or adults at risk.",
        topics=("criminal record check", "barred list", "barring", "dbs check"),
    ),
    Listed(
        key="security-industry-authority", name="Security Industry Authority", kind=REGULATOR,
        part_of="home-office", region=UK, short_name="SIA",
        decides="Licences of door supervisors and security guards.",
        topics=("door supervisor", "security guard", "sia licence"),
    ),
    Listed(
        key="department-for-education", name="Department for Education", kind=DEPARTMENT,
        region=ENGLAND, short_name="DfE",
        decides="Schools, relationships education, children’s social care, safeguarding "
        "guidance for children, social workers’ training.",
        topics=(
            "school", "relationships education", "sex education", "children's social care",
            "working together", "keeping children safe", "early help", "further education",
            "curriculum", "designated safeguarding lead",
        ),
    ),
    Listed(
        key="ofsted", name="Office for Standards in Education, Children’s Services and Skills",
        kind=REGULATOR, region=ENGLAND, short_name="Ofsted",
        decides="Inspection of schools, nurseries and children’s social care.",
        topics=("ofsted", "inspection of schools", "inspection of children's services"),
    ),
    Listed(
        key="social-work-england", name="Social Work England", kind=REGULATOR, region=ENGLAND,
        part_of="department-for-education",
        decides="Registration, standards and training of social workers.",
        topics=("social worker registration", "social work training", "social work standards"),
    ),
    Listed(
        key="office-for-students", name="Office for Students", kind=REGULATOR, region=ENGLAND,
        part_of="department-for-education", short_name="OfS",
        decides="Conditions that universities meet, also on harassment and misconduct.",
        topics=("university", "universities", "student", "higher education"),
    ),
    Listed(
        key="mhclg", name="Ministry of Housing, Communities and Local Government",
        kind=DEPARTMENT, region=ENGLAND, short_name="MHCLG",
        aliases=("Department for Levelling Up, Housing and Communities", "DLUHC", "DCLG"),
        decides="Housing and homelessness law, safe accommodation duty, refuge funding, "
        "social housing allocation, local government.",
        topics=(
            "homelessness", "housing allocation", "safe accommodation", "refuge", "tenancy",
            "social housing", "priority need", "local connection", "private landlord",
            "temporary accommodation", "supported housing",
        ),
    ),
    Listed(
        key="regulator-of-social-housing", name="Regulator of Social Housing", kind=REGULATOR,
        part_of="mhclg", region=ENGLAND, short_name="RSH",
        decides="Standards that social landlords meet, also on domestic abuse.",
        topics=("consumer standard", "registered provider", "housing association standards"),
    ),
    Listed(
        key="dwp", name="Department for Work and Pensions", kind=DEPARTMENT, short_name="DWP",
        decides="Universal Credit, split payments, disability benefits, jobcentres, child "
        "maintenance.",
        topics=(
            "universal credit", "benefits", "split payment", "jobcentre", "job centre",
            "personal independence payment", "carer's allowance", "work coach", "housing benefit",
        ),
    ),
    Listed(
        key="child-maintenance-service", name="Child Maintenance Service", kind=ARM,
        part_of="dwp", short_name="CMS", aliases=("Child Support Agency",),
        decides="How child maintenance is worked out, paid and enforced.",
        topics=("child maintenance", "direct pay", "collect and pay"),
    ),
    Listed(
        key="health-and-safety-executive", name="Health and Safety Executive", kind=REGULATOR,
        part_of="dwp", short_name="HSE", decides="Safety at work, stress at work.",
        topics=("health and safety", "safety at work"),
    ),
    Listed(
        key="ministry-of-defence", name="Ministry of Defence", kind=DEPARTMENT, region=UK,
        short_name="MOD",
        decides="Armed forces’ welfare, service police, housing of service families, veterans.",
        topics=(
            "armed forces", "military", "service personnel", "service police", "veteran",
            "army", "soldier", "service family",
        ),
    ),
    Listed(
        key="fcdo", name="Foreign, Commonwealth and Development Office", kind=DEPARTMENT,
        region=UK, short_name="FCDO",
        decides="Help abroad, deaths abroad; the Forced Marriage Unit together with the Home "
        "Office.",
        topics=("consular", "embassy", "death abroad", "overseas", "repatriation"),
    ),
    Listed(
        key="hm-treasury", name="HM Treasury", kind=DEPARTMENT, region=UK,
        decides="Public spending, duties on alcohol, rules of banks.",
        topics=("alcohol duty", "public spending"),
    ),
    Listed(
        key="hmrc", name="HM Revenue and Customs", kind=DEPARTMENT, region=UK, short_name="HMRC",
        decides="Tax, child benefit, tax-free childcare.",
        topics=("child benefit", "tax credit", "income tax"),
    ),
    Listed(
        key="department-for-transport", name="Department for Transport", kind=DEPARTMENT,
        short_name="DfT", decides="Roads, rail, taxis and driving licences.",
        topics=("taxi", "railway", "driving licence", "public transport"),
    ),
    Listed(
        key="dvla", name="Driver and Vehicle Licensing Agency", kind=ARM,
        part_of="department-for-transport", region=UK, short_name="DVLA",
        decides="Driving licences, fitness to drive, keepers of vehicles.",
        topics=("fitness to drive", "vehicle keeper", "dvla"),
    ),
    Listed(
        key="dsit", name="Department for Science, Innovation and Technology", kind=DEPARTMENT,
        region=UK, short_name="DSIT",
        decides="Online safety law, data law, technology used for abuse.",
        topics=("online safety act", "tracking device", "stalkerware", "artificial intelligence"),
    ),
    Listed(
        key="dcms", name="Department for Culture, Media and Sport", kind=DEPARTMENT,
        short_name="DCMS", decides="Gambling law, sport, media, charities and civil society.",
        topics=("gambling law", "sports club", "charity sector"),
    ),
    Listed(
        key="business-and-trade", name="Department for Business and Trade", kind=DEPARTMENT,
        short_name="DBT", decides="Rights at work, paid leave, companies, product safety.",
        topics=("paid leave", "employment rights", "employer duty", "workplace policy"),
    ),
    Listed(
        key="acas", name="Advisory, Conciliation and Arbitration Service", kind=ARM,
        part_of="business-and-trade", short_name="Acas",
        decides="Advice to employers and people at work, codes of practice.",
        topics=("advice to employers", "code of practice for employers"),
    ),
    Listed(
        key="defra", name="Department for Environment, Food and Rural Affairs", kind=DEPARTMENT,
        region=ENGLAND, short_name="Defra", decides="Animal welfare, rural life, farming.",
        topics=("animal welfare", "rural communities", "farming"),
    ),
    Listed(
        key="equality-and-human-rights-commission",
        name="Equality and Human Rights Commission", kind=REGULATOR, short_name="EHRC",
        decides="Equality law, the public sector equality duty, human rights.",
        topics=("equality act", "equality duty", "protected characteristic", "human rights"),
    ),
    Listed(
        key="information-commissioner", name="Information Commissioner’s Office",
        kind=REGULATOR, region=UK, short_name="ICO",
        decides="Data protection law and guidance on sharing information.",
        topics=("information sharing", "data protection", "data sharing", "gdpr"),
    ),
    Listed(
        key="ofcom", name="Office of Communications", kind=REGULATOR, region=UK,
        short_name="Ofcom", decides="Online safety, telephone companies, broadcasting.",
        topics=("social media", "online platform", "telephone company", "intimate image"),
    ),
    Listed(
        key="financial-conduct-authority", name="Financial Conduct Authority", kind=REGULATOR,
        region=UK, short_name="FCA", decides="Conduct of banks, lenders and insurers.",
        topics=("bank", "banks", "lender", "economic abuse", "joint account", "coerced debt"),
    ),
    Listed(
        key="gambling-commission", name="Gambling Commission", kind=REGULATOR,
        short_name="GC", decides="Licences of gambling firms, and how they protect people.",
        topics=("gambling", "betting"),
    ),
    Listed(
        key="domestic-abuse-commissioner", name="Domestic Abuse Commissioner",
        kind=BodyKind.COMMISSIONER, short_name="DAC",
        decides="Follows what public bodies do about domestic abuse; keeps the library of these "
        "reviews; asks public bodies to reply within 56 days.",
        topics=("domestic abuse commissioner", "oversight mechanism"),
    ),
    Listed(
        key="childrens-commissioner", name="Children’s Commissioner for England",
        kind=BodyKind.COMMISSIONER, region=ENGLAND,
        decides="Speaks for the rights of children.",
        topics=("children's commissioner", "rights of children"),
    ),
    Listed(
        key="charity-commission", name="Charity Commission", kind=REGULATOR,
        decides="Registration and conduct of charities, also faith bodies that are charities.",
        topics=("charity trustees", "faith organisation"),
    ),
)  # fmt: skip
