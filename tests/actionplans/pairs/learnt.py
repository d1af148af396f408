"""Forty-eight pairs written after the first checks, which then learnt from them."""

PAIRS = [
    # They disagree
    (
        "Domestic abuse awareness must be part of every police officer’s probation.",
        "The e-learning package is available to probationers who are interested.",
        "mandatory",
    ),
    (
        "Make supervision after a disclosure mandatory for support workers.",
        "Supervision after a disclosure is good practice and managers may arrange it.",
        "mandatory",
    ),
    (
        "Attendance at risk conferences should be a requirement of the contract.",
        "The contract says that the provider should attend where it can.",
        "mandatory",
    ),
    (
        "Every ward displays details of the helpline in the women’s toilets.",
        "Posters are up on the maternity and emergency wards.",
        "everyone",
    ),
    (
        "All social workers use the revised genogram.",
        "A handful of teams have begun using the genogram.",
        "everyone",
    ),
    (
        "All partners adopt the definition of economic abuse in their policies.",
        "Housing has rewritten its policy with the definition.",
        "everyone",
    ),
    (
        "Each school has a trained designated teacher.",
        "41 schools out of 52 have a trained teacher.",
        "everyone",
    ),
    (
        "Run the awareness week every year.",
        "The awareness week was run in November 2024 with great success.",
        "often",
    ),
    (
        "Meet monthly with the refuge to go through open cases.",
        "The two managers met and went through the open cases.",
        "often",
    ),
    (
        "Dip-sample 30 referrals to see whether the voice of the child is recorded.",
        "Team managers are confident that the voice of the child is recorded.",
        "audited",
    ),
    (
        "Change the triage form and evaluate the change after six months.",
        "The triage form was changed in March and staff use it.",
        "audited",
    ),
    (
        "Confirm the safety plan to the victim in writing.",
        "Safety plans are gone through with the victim on the telephone.",
        "written",
    ),
    (
        "Keep a written log of all contacts with the perpetrator’s probation officer.",
        "Contacts are handed over orally at the morning meeting.",
        "written",
    ),
    (
        "Recruit three independent advocates for the hospital.",
        "Two independent advocates have been recruited for the hospital.",
        "number",
    ),
    (
        "Train 200 bar staff in bystander intervention.",
        "We trained 85 bar staff before funding ended.",
        "number",
    ),
    (
        "Answer referrals from the police within 2 working days in 95% of cases.",
        "Referrals are answered within 2 working days in 81% of cases.",
        "number",
    ),
    (
        "Adopt a joint protocol on suicide risk after separation.",
        "The protocol is at its second reading with the legal team.",
        "draft",
    ),
    (
        "Put in place a non-attendance policy for health visiting.",
        "A working version of the policy has gone to managers for their views.",
        "draft",
    ),
    (
        "Practitioners should recognise coercive control in older couples.",
        "Seven-minute briefing emailed round to teams and put on the intranet.",
        "sent",
    ),
    (
        "GPs should ask about abuse when a patient presents with low mood.",
        "The recommendation was highlighted to practices in the weekly bulletin.",
        "sent",
    ),
    (
        "Strengthen the handover between the night team and the day team.",
        "Raised at the team meeting and staff reminded of the importance of handover.",
        "sent",
    ),
    (
        "The college should include stalking in initial training.",
        "We have written to the college with the recommendation.",
        "sent",
    ),
    (
        "Install panic alarms in the reception of the housing office.",
        "Alarms have been ordered and the contractor comes in the spring.",
        "future",
    ),
    (
        "Add a domestic abuse marker to the tenancy database.",
        "Complete. The supplier has promised the marker for release 9 in May 2027.",
        "future",
    ),
    (
        "Extend the advocate’s hours to weekends.",
        "Funding bid submitted; we hear in the autumn.",
        "future",
    ),
    (
        "Open a drop-in at the library.",
        "The library closed and there is nowhere else to hold a drop-in.",
        "replaced",
    ),
    (
        "Set up a local helpline.",
        "N/A – covered by the national helpline.",
        "replaced",
    ),
    (
        "Translate the leaflet into the six languages most spoken locally.",
        "The leaflet could not be translated for reasons of cost.",
        "replaced",
    ),
    # They agree
    (
        "Domestic abuse awareness must be part of every police officer’s probation.",
        "Since January nobody passes probation without the unit; 61 officers have passed it.",
        "",
    ),
    (
        "Make supervision after a disclosure mandatory for support workers.",
        "It is written into the contract of every support worker, and 22 of 22 had it in May.",
        "",
    ),
    (
        "Every ward displays details of the helpline in the women’s toilets.",
        "The posters are up on all 19 wards; the matron walked round on 4 June.",
        "",
    ),
    (
        "All social workers use the revised genogram.",
        "A sample of 40 assessments in April had the revised genogram in each.",
        "",
    ),
    (
        "All partners adopt the definition of economic abuse in their policies.",
        "All nine partners have changed their policies; the versions are in the shared folder.",
        "",
    ),
    (
        "Run the awareness week every year.",
        "It was run in November 2024 and is in the communications calendar for each November.",
        "",
    ),
    (
        "Dip-sample 30 referrals to see whether the voice of the child is recorded.",
        "Thirty-two referrals were sampled in June and the child’s voice was recorded in 29.",
        "",
    ),
    (
        "Change the triage form and evaluate the change after six months.",
        "The form changed in March. The evaluation in October found disclosures had doubled.",
        "",
    ),
    (
        "Confirm the safety plan to the victim in writing.",
        "Victims get their plan on paper or by text, whichever they say is safe.",
        "",
    ),
    (
        "Recruit three independent advocates for the hospital.",
        "Three advocates work in the hospital; the last one joined in February.",
        "",
    ),
    (
        "Train 200 bar staff in bystander intervention.",
        "231 bar staff were trained by Christmas.",
        "",
    ),
    (
        "Adopt a joint protocol on suicide risk after separation.",
        "The protocol was adopted by the executive in May and has been used in 14 cases.",
        "",
    ),
    (
        "Practitioners should recognise coercive control in older couples.",
        "Referrals about people over 65 went from four to nineteen in the year after training.",
        "",
    ),
    (
        "GPs should ask about abuse when a patient presents with low mood.",
        "The template asks the question; it was filled in for 78% of consultations in May.",
        "",
    ),
    (
        "Strengthen the handover between the night team and the day team.",
        "Both teams fill in one sheet at 7.30, and the day lead signs for it.",
        "",
    ),
    (
        "Install panic alarms in the reception of the housing office.",
        "Two alarms were fitted on 9 May and tested with the police.",
        "",
    ),
    (
        "Extend the advocate’s hours to weekends.",
        "An advocate works on Saturdays and Sundays since March, paid for until 2028.",
        "",
    ),
    (
        "Open a drop-in at the library.",
        "The drop-in opened in April. Around a dozen people come each week.",
        "",
    ),
    (
        "Translate the leaflet into the six languages most spoken locally.",
        "The leaflet is out in all six, and in Braille.",
        "",
    ),
    (
        "Record the name of the partner at every booking appointment.",
        "The partner’s name was recorded in 97 of 100 bookings looked at in June.",
        "",
    ),
]
