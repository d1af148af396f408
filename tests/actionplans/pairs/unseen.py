"""Forty-four pairs written after the last change of a check. None was changed for them."""

PAIRS = [
    # They disagree
    (
        "Require all foster carers to complete training on parental conflict.",
        "Foster carers were told about the course; attendance is their own decision.",
        "mandatory",
    ),
    (
        "It should be mandatory to check the register before every home visit.",
        "Most visitors check the register as a matter of habit.",
        "mandatory",
    ),
    (
        "Make reflective practice sessions compulsory for case workers.",
        "Reflective practice sessions have been brought back and are popular.",
        "mandatory",
    ),
    (
        "All dental practices receive training on facial injuries.",
        "Training was delivered to practices in the north of the county.",
        "everyone",
    ),
    (
        "Each agency reviews its did-not-attend procedure.",
        "The hospital trust reviewed its procedure in June.",
        "everyone",
    ),
    (
        "Every referral is screened by a qualified worker.",
        "A qualified worker screens referrals on weekdays, 83% of the total.",
        "everyone",
    ),
    (
        "Hold a learning event every six months.",
        "A learning event was held in May for 70 people.",
        "often",
    ),
    (
        "Check the contact details of high-risk victims each month.",
        "Contact details were checked in one exercise before the office move.",
        "often",
    ),
    (
        "Evaluate whether the new question leads to more disclosures.",
        "The new question has been in use since January.",
        "audited",
    ),
    (
        "Audit 25 closed cases for the quality of chronologies.",
        "Chronologies have improved a great deal, in the view of the team manager.",
        "audited",
    ),
    (
        "Send a written summary to the GP after every assessment.",
        "The nurse rings the surgery after every assessment.",
        "written",
    ),
    (
        "Record the rationale for no further action.",
        "The rationale is agreed in a telephone call with the supervisor.",
        "written",
    ),
    (
        "Train five champions in each hospital.",
        "Three champions were trained in each hospital.",
        "number",
    ),
    (
        "Offer a first appointment within ten days.",
        "The average wait for a first appointment is 23 days.",
        "number",
    ),
    (
        "Ensure that 80% of victims at high risk are offered an advocate.",
        "About two thirds of victims at high risk are offered an advocate.",
        "number",
    ),
    (
        "Adopt a domestic abuse housing policy.",
        "The policy goes to cabinet for adoption after the election.",
        "draft",
    ),
    (
        "Agree an escalation procedure between the two trusts.",
        "Both trusts have commented on the proposed procedure.",
        "draft",
    ),
    (
        "Ward managers understand when to share information without consent.",
        "A flow chart was circulated to ward managers.",
        "sent",
    ),
    (
        "Improve liaison between probation and housing.",
        "This was an agenda item at the July liaison meeting.",
        "sent",
    ),
    (
        "The Department of Health and Social Care should amend the contract for GPs.",
        "The chair wrote to the minister on 2 May.",
        "sent",
    ),
    (
        "Provide a translated version of the consent form.",
        "A quotation has been obtained from a translator.",
        "future",
    ),
    (
        "Put a specialist worker in the contact centre.",
        "The job description is written and the post goes to panel in June.",
        "future",
    ),
    (
        "Move to an electronic referral form.",
        "The trust is changing its supplier, so the paper form stays.",
        "replaced",
    ),
    (
        "Deliver joint training with the fire service.",
        "The fire service withdrew and training was not arranged.",
        "replaced",
    ),
    # They agree
    (
        "Require all foster carers to complete training on parental conflict.",
        "Foster carers must complete it before a second placement. All 88 have done so.",
        "",
    ),
    (
        "All dental practices receive training on facial injuries.",
        "All 27 practices were trained by March; the certificates are with the network.",
        "",
    ),
    (
        "Each agency reviews its did-not-attend procedure.",
        "All six agencies reviewed their procedures, and four of them changed something.",
        "",
    ),
    (
        "Every referral is screened by a qualified worker.",
        "A qualified worker screens every referral, weekends included.",
        "",
    ),
    (
        "Hold a learning event every six months.",
        "Events were held in May and November, and the next is in the diary.",
        "",
    ),
    (
        "Evaluate whether the new question leads to more disclosures.",
        "The evaluation by the university showed disclosures up by a fifth.",
        "",
    ),
    (
        "Audit 25 closed cases for the quality of chronologies.",
        "The audit of 25 cases in May rated 21 good and sent four back.",
        "",
    ),
    (
        "Send a written summary to the GP after every assessment.",
        "The system sends the summary to the GP as soon as an assessment is signed.",
        "",
    ),
    (
        "Train five champions in each hospital.",
        "Each hospital has at least five champions; one has eight.",
        "",
    ),
    (
        "Offer a first appointment within ten days.",
        "A first appointment is offered within nine days on average, from 23 before.",
        "",
    ),
    (
        "Adopt a domestic abuse housing policy.",
        "Cabinet adopted the policy on 4 June and officers have used it for 19 applications.",
        "",
    ),
    (
        "Agree an escalation procedure between the two trusts.",
        "The procedure was signed by both trusts in April and has been used three times.",
        "",
    ),
    (
        "Ward managers understand when to share information without consent.",
        "In a test of 15 managers 14 gave the right answer to each scenario.",
        "",
    ),
    (
        "Improve liaison between probation and housing.",
        "Release addresses reach housing two weeks earlier than a year ago.",
        "",
    ),
    (
        "Provide a translated version of the consent form.",
        "The form exists in eight languages and families sign the one they read.",
        "",
    ),
    (
        "Put a specialist worker in the contact centre.",
        "She started on 3 February and has taken 212 calls.",
        "",
    ),
    (
        "Move to an electronic referral form.",
        "The paper form was withdrawn in May; referrals come through the portal.",
        "",
    ),
    (
        "Deliver joint training with the fire service.",
        "The third joint course ran in June, with 30 people from both services.",
        "",
    ),
    (
        "Clarify who leads when two boroughs are involved.",
        "The protocol names the borough where the victim sleeps. Two cases have followed it.",
        "",
    ),
    (
        "Remove the need for victims to repeat their story.",
        "The advocate takes one account and passes it on with consent.",
        "",
    ),
]
