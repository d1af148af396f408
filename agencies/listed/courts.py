"""Justice: courts, prosecution, prisons, probation, legal help, and who watches them."""

from agencies.listed.shape import ENGLAND, UK, Listed
from agencies.models import BodyKind

DEPARTMENT, ARM, JUSTICE = BodyKind.DEPARTMENT, BodyKind.ARM, BodyKind.JUSTICE

COURTS = (
    Listed(
        key="ministry-of-justice", name="Ministry of Justice", kind=DEPARTMENT,
        short_name="MoJ",
        decides="Criminal and family law, sentencing law, protection orders, legal aid, the "
        "Victims’ Code, support of bereaved families.",
        topics=(
            "family court", "sentencing", "legal aid", "victims' code", "protection order",
            "non-molestation order", "bail law", "restraining order", "advocacy after fatal",
            "coroner", "criminal law",
        ),
    ),
    Listed(
        key="hmpps", name="HM Prison and Probation Service", kind=ARM,
        part_of="ministry-of-justice", short_name="HMPPS", aliases=("NOMS",),
        decides="Prisons, probation, offender managers, electronic tags, programmes for those "
        "who abuse, MAPPA.",
        topics=(
            "prison", "probation", "offender manager", "mappa", "electronic monitoring",
            "perpetrator programme", "building better relationships", "licence conditions",
            "release from prison", "victim contact scheme", "spousal assault risk assessment",
        ),
    ),
    Listed(
        key="hmcts", name="HM Courts and Tribunals Service", kind=ARM,
        part_of="ministry-of-justice", short_name="HMCTS",
        decides="How courts are run: listing, special measures, service of orders, papers.",
        topics=("court listing", "special measures", "court staff", "service of orders"),
    ),
    Listed(
        key="legal-aid-agency", name="Legal Aid Agency", kind=ARM,
        part_of="ministry-of-justice", short_name="LAA",
        decides="Who gets legal aid, also at inquests and for protection orders.",
        topics=("legal aid agency", "legal representation", "means test"),
    ),
    Listed(
        key="office-of-the-public-guardian", name="Office of the Public Guardian", kind=ARM,
        part_of="ministry-of-justice", short_name="OPG",
        decides="Powers of attorney and deputies.",
        topics=("power of attorney", "attorney", "deputyship"),
    ),
    Listed(
        key="criminal-injuries-compensation-authority",
        name="Criminal Injuries Compensation Authority", kind=ARM,
        part_of="ministry-of-justice", short_name="CICA",
        decides="Compensation of victims of violence and of bereaved families.",
        topics=("criminal injuries", "compensation"),
    ),
    Listed(
        key="youth-justice-board", name="Youth Justice Board for England and Wales", kind=ARM,
        part_of="ministry-of-justice", short_name="YJB",
        decides="Youth justice services, children who offend.",
        topics=("youth justice", "youth offending"),
    ),
    Listed(
        key="parole-board", name="Parole Board", kind=JUSTICE, part_of="ministry-of-justice",
        decides="Release of prisoners with long or life sentences.",
        topics=("parole", "release on licence"),
    ),
    Listed(
        key="cafcass", name="Children and Family Court Advisory and Support Service", kind=ARM,
        part_of="ministry-of-justice", region=ENGLAND, short_name="Cafcass",
        decides="Safety checks and reports about children in family proceedings.",
        topics=("cafcass", "children in family proceedings", "child arrangements"),
    ),
    Listed(
        key="judicial-office", name="Judicial Office", kind=JUSTICE,
        decides="Supports judges and magistrates; the Judicial College trains them.",
        aliases=("Judicial College", "Judicial Studies Board"),
        topics=("training of judges", "judges", "magistrates", "judiciary"),
    ),
    Listed(
        key="family-justice-council", name="Family Justice Council", kind=JUSTICE,
        decides="Advice and guidance on family justice.",
        topics=("family justice", "private law proceedings"),
    ),
    Listed(
        key="sentencing-council", name="Sentencing Council", kind=JUSTICE,
        decides="Guidelines on sentences.",
        topics=("sentencing guideline", "aggravating factor"),
    ),
    Listed(
        key="law-commission", name="Law Commission", kind=JUSTICE,
        decides="Proposes changes of law.", topics=("law reform",),
    ),
    Listed(
        key="chief-coroner", name="Chief Coroner", kind=JUSTICE,
        decides="Guidance to coroners on inquests and on reports to prevent deaths.",
        topics=("inquest", "coroners", "prevention of future deaths"),
    ),
    Listed(
        key="attorney-generals-office", name="Attorney General’s Office", kind=DEPARTMENT,
        short_name="AGO", decides="Oversees prosecution; refers lenient sentences.",
        topics=("unduly lenient",),
    ),
    Listed(
        key="crown-prosecution-service", name="Crown Prosecution Service", kind=JUSTICE,
        part_of="attorney-generals-office", short_name="CPS",
        decides="Charging, evidence-led prosecution, bail objections, legal guidance for "
        "prosecutors.",
        topics=(
            "prosecutor", "charging decision", "evidence-led prosecution", "cps", "prosecution",
            "victimless prosecution",
        ),
    ),
    Listed(
        key="hmcpsi", name="HM Crown Prosecution Service Inspectorate", kind=BodyKind.REGULATOR,
        short_name="HMCPSI", decides="Inspection of prosecution.",
        topics=("inspection of prosecution",),
    ),
    Listed(
        key="hm-inspectorate-of-probation", name="HM Inspectorate of Probation",
        kind=BodyKind.REGULATOR, short_name="HMIP", decides="Inspection of probation.",
        topics=("inspection of probation",),
    ),
    Listed(
        key="hm-inspectorate-of-prisons", name="HM Inspectorate of Prisons",
        kind=BodyKind.REGULATOR, decides="Inspection of prisons.",
        topics=("inspection of prisons",),
    ),
    Listed(
        key="prisons-and-probation-ombudsman", name="Prisons and Probation Ombudsman",
        kind=BodyKind.OMBUDSMAN, short_name="PPO",
        decides="Complaints of prisoners and people on probation, deaths in prison.",
        topics=("death in custody", "prisoner complaint"),
    ),
    Listed(
        key="victims-commissioner", name="Victims’ Commissioner for England and Wales",
        kind=BodyKind.COMMISSIONER, decides="Speaks for victims and witnesses of crime.",
        topics=("victims' commissioner", "victims and witnesses"),
    ),
    Listed(
        key="law-society", name="Law Society", kind=BodyKind.PROFESSION,
        decides="Practice notes and training of solicitors.", topics=("solicitors",),
    ),
    Listed(
        key="bar-council", name="Bar Council", kind=BodyKind.PROFESSION,
        decides="Practice and training of barristers.", topics=("barristers",),
    ),
    Listed(
        key="uk-finance", name="UK Finance", kind=BodyKind.ASSOCIATION, region=UK,
        decides="Code of practice of banks on financial abuse.",
        topics=("financial abuse code", "banking industry"),
    ),
)  # fmt: skip
