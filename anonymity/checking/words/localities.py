"""Names that look like a neighbourhood and say no more than is published."""

COUNTRIES = frozenset(
    """
    Afghanistan Africa Albania Algeria America Angola Argentina Asia Australia Austria Azerbaijan
    Bangladesh Barbados Belarus Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Burma
    Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cuba Cyprus Denmark Dominica
    Ecuador Egypt England Eritrea Estonia Ethiopia Europe Finland France Gambia Georgia Germany
    Ghana Gibraltar Greece Grenada Guinea Guyana Haiti Hungary Iceland India Indonesia Iran Iraq
    Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kurdistan Latvia
    Lebanon Liberia Libya Lithuania Luxembourg Macedonia Malawi Malaysia Mali Malta Mauritius
    Mexico Moldova Mongolia Montenegro Montserrat Morocco Mozambique Myanmar Namibia Nepal
    Netherlands Nigeria Norway Oman Pakistan Palestine Panama Peru Philippines Poland Portugal
    Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia
    Somaliland Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Togo Trinidad Tunisia
    Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Caribbean
    UK USA US EU UAE London Dubai Midlands
    """.split()  # noqa: SIM905 - forty lines of quotes say nothing more
)
DIRECTIONS = frozenset(
    """
    Greater North South East West Northern Southern Eastern Western Central Mid Upper Lower Inner
    Outer North-East North-West South-East South-West
    """.split()  # noqa: SIM905
)
NO_PLACES = frozenset(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Eid Diwali New
    Spring Summer Autumn Winter The This That His Her Their Our Its It He She They We Who What When
    Where While There These Those Both All Any Each No Not In On At Of For From By To As If But And
    Or A An Mr Mrs Ms Miss Dr Child Children Adult Male Female Person Sibling Subject Address
    Appendix Annex Table Figure Section Part Chapter Paragraph Recommendation Recommendations
    Early Local Social Community Mental Health Care Accident Emergency Adult Adults Service Services
    Housing Home Homes Office Crown County Family Magistrates Court High Police Hospital Council
    Band Step Stage Level Tier Phase Year Key Zero Covid COVID MARAC MASH MAPPA IDVA IMR DHR GP NHS
    A&E CSC ASC DWP HMP YOI CCG ICB ICU ITU LAS HMPPS CPS NPS CRC IAPT CAMHS IRIS DASH SafeLives
    English Welsh Scottish Irish Cantonese Mandarin Hindi Tamil Gujarati Somali Turkish Portuguese
    Italian German Russian Ukrainian Lithuanian Latvian Albanian Kurdish Farsi Pashto Dari Tigrinya
    Yoruba Igbo Twi Swahili Sylheti Mirpuri Braille Makaton British Court Merlin Athena Niche Mosaic
    United Kingdom Covid-19 COVID-19 Improve Safety Article Victims’ Right
    Islamic Quranic Buddhist Pentecostal Methodist Baptist Anglican Orthodox
    African Nigerian Ghanaian Jamaican Pakistani Bangladeshi Indian Chinese
    English Polish Romanian Bengali Urdu Punjabi Arabic French Spanish Asian Black White British
    Islam Muslim Christian Catholic Sikh Hindu Jewish Muslims Lockdown Lockdowns Universal Facebook
    WhatsApp Instagram Snapchat Google Internet Army Navy RAF HM Her Majesty Majesty’s Majesty's
    Government Parliament State Secretary Review Panel Chair Terms Reference Equality Domestic
    Respect Women Women’s Aid Refuge Relate Samaritans Shelter Mind Bail Custody Custodial Option
    Options Safety Partnership Partnerships Working Together Reception Supported Probation Trust
    """.split()  # noqa: SIM905
)
