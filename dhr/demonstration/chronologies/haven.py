"""Haven Wychmere: a Word table by year, its days as far as the workers know them."""

from dhr.demonstration.chronologies.chronology import Chronology, Table
from dhr.demonstration.chronologies.days import about, between, full, season

on = full.in_office_hours

ROWS = (
    (
        on(851),
        "approx 9pm",
        "Helpline",
        (
            "A caller who gave her name as Beatrix asked how to help a sister who is ill and "
            "whose husband does not let her use the telephone."
        ),
        "Advice on safe contact. Number given for the sister to call herself.",
        "",
    ),
    (
        about(801),
        "",
        "Helpline",
        (
            "A woman rang for four minutes. She said that she could not walk well, that he kept "
            "her tablets, and that she should not be ringing. She would not give a name. Believed"
            " now to be Marguerite."
        ),
        "Told when to call again. No call back, as it was not safe.",
        "We could not join this to the sister's call.",
    ),
    (
        season(780),
        "",
        "Outreach",
        (
            "Outreach worker met Beatrix at a coffee morning. She described the finances: every "
            "account is in his name."
        ),
        "Information on economic abuse.",
        "",
    ),
    (
        between(760, 756, style=full),
        "",
        "Helpline",
        "Two silent calls from the same number.",
        "None possible.",
        "",
    ),
    (
        on(720),
        "10:00",
        "MARAC",
        (
            "Haven attended the MARAC. The minutes say that Haven holds a police referral. None "
            "had reached us."
        ),
        ("Our worker said so at the meeting and asked for it again. The minutes do not show it."),
        "The police later showed an email to a mailbox that we closed two years before.",
    ),
    (
        on(715),
        "",
        "Independent adviser",
        "Three calls to the number in the MARAC papers. It is his number. Nothing said.",
        "Asked the police for another number.",
        "",
    ),
    (
        on(702),
        "",
        "Independent adviser",
        "No answer from the police on the number.",
        "Case held open.",
        "",
    ),
    (
        on(655),
        "2.30pm",
        "Helpline",
        (
            "Marguerite rang herself from her sister's telephone. He is back at home. She told of"
            " the neck assault, of locked doors when he goes out, and of her fear that nobody "
            "would lift her if he went."
        ),
        "Risk assessed by telephone: high. Code word agreed. Referred back to MARAC.",
        "First time that she was heard alone and at length.",
    ),
    (
        on(648),
        "11:00",
        "Independent adviser",
        "Met at the hospital café during a blood test. Safety plan written; kept by Beatrix.",
        "Plan covers tablets, telephone, the child and a bag.",
        "",
    ),
    (
        on(640),
        "",
        "Independent adviser",
        "Housing had no request to change the locks.",
        "Raised with housing and with the MARAC co-ordinator.",
        "",
    ),
    (
        on(590),
        "",
        "Independent adviser",
        (
            "She asked about refuge. Four were tried. None has a step-free room and a place for a"
            " carer."
        ),
        "Wait list.",
        "There is no accessible refuge place in the county.",
    ),
    (
        season(550),
        "",
        "Outreach",
        (
            "Short calls about every fortnight, always from Beatrix's telephone. Juniper now "
            "sleeps in her mother's room."
        ),
        "Support to the child offered through school.",
        "",
    ),
    (
        on(512),
        "",
        "Independent adviser",
        (
            "She rang to say that he had taken her tablets and gone to hospital, and that it was "
            "her fault."
        ),
        ("Emotional support. We did not ring the mental health trust; we did not know which team."),
        "",
    ),
    (
        on(405),
        "",
        "Independent adviser",
        (
            "Beatrix said that Marguerite was in hospital and could hardly move. He is to be her "
            "carer."
        ),
        "Rang the ward. The ward would not speak without her consent.",
        "",
    ),
    (
        on(341),
        "",
        "Independent adviser",
        "No contact for six weeks after three missed calls.",
        "Closed, with a note to reopen at once.",
        "",
    ),
    (
        on(231),
        "16:15",
        "Helpline",
        (
            "Marguerite rang from the surgery. She has decided to leave and to live with her "
            "sister when a flat can be found. She asked that nothing be posted."
        ),
        "Reopened the same day. Risk: high. Housing asked again.",
        "",
    ),
    (
        on(224),
        "10am",
        "Independent adviser",
        "Call at the agreed time. Not answered.",
        "Tried twice more that week.",
        "",
    ),
    (
        on(221),
        "",
        "Independent adviser",
        "Beatrix reached. Marguerite had told her that he had found the bag.",
        (
            "Asked Beatrix to ring the police at once; she had done so once before and had been "
            "told that all was well. Case put forward for the next MARAC, in eleven days."
        ),
        "No call from us to the police on that day.",
    ),
    (
        on(208),
        "",
        "Manager",
        "Told of the death by Beatrix.",
        "Support offered to her and to Juniper.",
        "",
    ),
)

CHRONOLOGY = Chronology(
    agency="Haven Wychmere Domestic Abuse Service",
    file_name="Haven chronology.docx",
    about=(
        "Haven Wychmere Domestic Abuse Service: our contact with Marguerite and with her sister",
    ),
    tables=(
        Table(
            headings=("Date", "Time", "Recorded by", "What we heard", "What we did", "Our comment"),
            widths=(3, 2, 3, 9, 6, 4),
            rows=ROWS,
            has_years=True,
        ),
    ),
    entries=19,
)
