"""The health service: departments, national bodies, regulators, colleges, and its regions."""

from agencies.listed.shape import ENGLAND, UK, Listed
from agencies.models import BodyKind

HEALTH_BODY, REGULATOR, PROFESSION = BodyKind.HEALTH, BodyKind.REGULATOR, BodyKind.PROFESSION
NHS_REGIONS = (
    "East of England", "London", "Midlands", "North East and Yorkshire", "North West",
    "South East", "South West",
)  # fmt: skip

HEALTH = (
    Listed(
        key="department-of-health-and-social-care", name="Department of Health and Social Care",
        kind=BodyKind.DEPARTMENT, region=ENGLAND, short_name="DHSC",
        aliases=("Department of Health",),
        decides="Health policy, adult social care law, mental health law, public health, drugs "
        "and alcohol treatment, suicide prevention.",
        topics=(
            "adult social care", "care act", "mental health act", "safeguarding adults",
            "suicide prevention", "drug and alcohol treatment", "carers", "public health",
            "mental capacity act",
        ),
    ),
    Listed(
        key="nhs-england", name="NHS England", kind=HEALTH_BODY, region=ENGLAND,
        part_of="department-of-health-and-social-care",
        short_name="NHSE",
        aliases=(
            "NHS Commissioning Board", "NHS Improvement", "NHS Digital",
            "Health Education England",
        ),
        decides="How hospitals, ambulance services, mental health services and GP practices "
        "work: contracts, records, safeguarding, training.",
        topics=(
            "gp practice", "general practice", "hospital", "mental health trust", "nhs trust",
            "health visitor", "midwifery", "emergency department", "medical records",
            "patient record", "summary care record", "nhs talking therapies", "iapt",
            "integrated care board", "routine enquiry", "nhs staff",
        ),
    ),
    Listed(
        key="nice", name="National Institute for Health and Care Excellence", kind=HEALTH_BODY,
        region=ENGLAND, part_of="department-of-health-and-social-care", short_name="NICE",
        decides="Clinical guidelines and quality standards, also on domestic abuse.",
        topics=("nice guideline", "clinical guideline", "quality standard"),
    ),
    Listed(
        key="ukhsa", name="UK Health Security Agency", kind=HEALTH_BODY, region=UK,
        part_of="department-of-health-and-social-care", short_name="UKHSA",
        aliases=("Public Health England",), decides="Infectious disease and health emergencies.",
        topics=("pandemic", "lockdown", "health emergency"),
    ),
    Listed(
        key="hssib", name="Health Services Safety Investigations Body", kind=HEALTH_BODY,
        region=ENGLAND, short_name="HSSIB", aliases=("HSIB",),
        decides="Investigates safety in health care nationally.",
        topics=("patient safety investigation",),
    ),
    Listed(
        key="care-quality-commission", name="Care Quality Commission", kind=REGULATOR,
        region=ENGLAND, short_name="CQC",
        decides="Registration and inspection of health and adult social care.",
        topics=("cqc", "care home", "inspection of health", "domiciliary care"),
    ),
    Listed(
        key="general-medical-council", name="General Medical Council", kind=PROFESSION,
        region=UK, short_name="GMC",
        decides="Registration, guidance on confidentiality and training of doctors.",
        topics=("doctors", "medical confidentiality", "medical training"),
    ),
    Listed(
        key="nursing-and-midwifery-council", name="Nursing and Midwifery Council",
        kind=PROFESSION, region=UK, short_name="NMC",
        decides="Registration, standards and training of nurses and midwives.",
        topics=("nurses", "midwives", "nursing training"),
    ),
    Listed(
        key="health-and-care-professions-council", name="Health and Care Professions Council",
        kind=PROFESSION, region=UK, short_name="HCPC",
        decides="Registration of paramedics, psychologists and others.",
        topics=("paramedics", "psychologists", "occupational therapists"),
    ),
    Listed(
        key="general-pharmaceutical-council", name="General Pharmaceutical Council",
        kind=PROFESSION, short_name="GPhC", decides="Registration of pharmacies and pharmacists.",
        topics=("pharmacy", "pharmacies", "pharmacist"),
    ),
    Listed(
        key="general-dental-council", name="General Dental Council", kind=PROFESSION,
        region=UK, short_name="GDC", decides="Registration and training of dentists.",
        topics=("dentist", "dental"),
    ),
    Listed(
        key="rcgp", name="Royal College of General Practitioners", kind=PROFESSION, region=UK,
        short_name="RCGP",
        decides="Training and guidance of GPs, also on recording domestic abuse.",
        topics=("training of gps", "general practitioners"),
    ),
    Listed(
        key="rcpsych", name="Royal College of Psychiatrists", kind=PROFESSION, region=UK,
        short_name="RCPsych", decides="Training and guidance of psychiatrists.",
        topics=("psychiatrist", "psychiatrists"),
    ),
    Listed(
        key="rcem", name="Royal College of Emergency Medicine", kind=PROFESSION, region=UK,
        short_name="RCEM", decides="Training and guidance of emergency departments.",
        topics=("emergency medicine", "accident and emergency"),
    ),
    Listed(
        key="rcog", name="Royal College of Obstetricians and Gynaecologists", kind=PROFESSION,
        region=UK, short_name="RCOG", decides="Training and guidance on pregnancy and birth.",
        topics=("pregnancy", "maternity", "antenatal"),
    ),
    Listed(
        key="royal-college-of-nursing", name="Royal College of Nursing", kind=PROFESSION,
        region=UK, short_name="RCN", decides="Training and guidance of nurses.",
        topics=("nursing staff",),
    ),
    Listed(
        key="royal-college-of-midwives", name="Royal College of Midwives", kind=PROFESSION,
        region=UK, short_name="RCM", decides="Training and guidance of midwives.",
        topics=("midwife",),
    ),
    Listed(
        key="british-medical-association", name="British Medical Association", kind=PROFESSION,
        region=UK, short_name="BMA", decides="Speaks for doctors; guidance on ethics and "
        "medical reports for firearms.",
        topics=("firearms medical", "medical ethics"),
    ),
    Listed(
        key="aace", name="Association of Ambulance Chief Executives",
        kind=BodyKind.ASSOCIATION, region=UK, short_name="AACE",
        decides="How ambulance services act alike, guidelines of JRCALC.",
        topics=("ambulance service", "ambulance services", "ambulance crew"),
    ),
    Listed(
        key="parliamentary-and-health-service-ombudsman",
        name="Parliamentary and Health Service Ombudsman", kind=BodyKind.OMBUDSMAN,
        short_name="PHSO", decides="Complaints about the NHS in England and about departments.",
        topics=("complaint about the nhs",),
    ),
    *(
        Listed(
            key=f"nhs-england-{region.lower().replace(' ', '-')}",
            name=f"NHS England {region}", kind=BodyKind.REGIONAL, region=region,
            part_of="nhs-england",
            decides="The health service of the region: its integrated care boards and trusts.",
        )
        for region in NHS_REGIONS
    ),
)  # fmt: skip
