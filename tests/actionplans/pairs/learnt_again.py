"""Forty-eight more, from which the checks learnt a second and last time."""

PAIRS = [
    # They disagree
    (
        "Completion of the suicide awareness course should be compulsory for custody staff.",
        "Custody staff can book the course through the learning portal.",
        "mandatory",
    ),
    (
        "A domestic abuse question must be asked at every child protection conference.",
        "Chairs have the freedom to ask the question when they think it helps.",
        "mandatory",
    ),
    (
        "Make the disclosure form a mandatory step before a tenancy transfer.",
        "The form is there for officers to use if the tenant seems worried.",
        "mandatory",
    ),
    (
        "All pharmacies in the town take part in the safe space scheme.",
        "The two largest pharmacies take part in the scheme.",
        "everyone",
    ),
    (
        "Every care home reviews its visitor policy.",
        "Care homes run by the council have reviewed their visitor policy.",
        "everyone",
    ),
    (
        "All agencies nominate a senior lead for domestic abuse.",
        "Leads nominated. Fire and rescue and the college have yet to name theirs.",
        "everyone",
    ),
    (
        "Train the whole safeguarding team in trauma-informed interviewing.",
        "Twelve of the team’s 20 practitioners went on the course.",
        "everyone",
    ),
    (
        "Carry out a yearly survey of victims who used the service.",
        "The survey was carried out and the results are on the website.",
        "often",
    ),
    (
        "Provide regular supervision to volunteers on the helpline.",
        "A single group supervision was offered in September.",
        "often",
    ),
    (
        "Hold a termly forum with head teachers.",
        "A forum with head teachers took place in the autumn.",
        "often",
    ),
    (
        "Monitor the use of the new pathway and report on it to the board.",
        "The pathway is used by the duty team and works well.",
        "audited",
    ),
    (
        "Audit whether discharge letters mention the safeguarding concern.",
        "Consultants have undertaken to mention safeguarding concerns in discharge letters.",
        "audited",
    ),
    (
        "Test the new alert with ten mock calls.",
        "The alert is switched on. The mock calls did not go ahead.",
        "audited",
    ),
    (
        "Give employees a written statement of the leave they can take.",
        "Managers explain the leave in one-to-ones.",
        "written",
    ),
    (
        "Reasons for closing a case are documented on the file.",
        "Workers explain verbally to the manager why they close a case.",
        "written",
    ),
    (
        "Hold four community events on forced marriage.",
        "Two events on forced marriage were held, one of them online.",
        "number",
    ),
    (
        "Cut the waiting time for counselling to eight weeks.",
        "The waiting time for counselling is fourteen weeks.",
        "number",
    ),
    (
        "Reach at least 500 young people with the healthy relationships programme.",
        "The programme reached 310 young people.",
        "number",
    ),
    (
        "Agree a threshold document with children’s services.",
        "The threshold document is on its third draft.",
        "draft",
    ),
    (
        "Bring in a policy on social media checks.",
        "A policy has been put together and the unions are looking at it.",
        "draft",
    ),
    (
        "Reception staff know what to do when a patient discloses.",
        "Crib sheet handed round at the staff meeting.",
        "sent",
    ),
    (
        "Improve the quality of referrals to the risk conference.",
        "A reminder went out to referrers with the minutes.",
        "sent",
    ),
    (
        "NHS England should review the flagging of perpetrators in GP records.",
        "Recommendation forwarded to NHS England by email.",
        "sent",
    ),
    (
        "Ensure that interpreters are never family members.",
        "Covered in the team brief and on the noticeboard.",
        "sent",
    ),
    (
        "Install a private interview room at the front desk.",
        "The estates team has it on its list for the refurbishment.",
        "future",
    ),
    (
        "Join the national firearms alert scheme.",
        "Application made. Membership starts when the vetting comes back.",
        "future",
    ),
    (
        "Fund a men’s refuge worker.",
        "After the restructure the post was dropped from the budget.",
        "replaced",
    ),
    (
        "Introduce a buddy system for lone workers.",
        "Lone workers were given a telephone app in place of the buddy system.",
        "replaced",
    ),
    # They agree
    (
        "Completion of the suicide awareness course should be compulsory for custody staff.",
        "It is compulsory since April, and the rota leaves out whoever has not completed it.",
        "",
    ),
    (
        "All pharmacies in the town take part in the safe space scheme.",
        "All eleven pharmacies have the poster in the window and a trained person on each shift.",
        "",
    ),
    (
        "All agencies nominate a senior lead for domestic abuse.",
        "Each agency has named a lead; the register was checked in May.",
        "",
    ),
    (
        "Carry out a yearly survey of victims who used the service.",
        "The second yearly survey closed in March with 120 replies.",
        "",
    ),
    (
        "Provide regular supervision to volunteers on the helpline.",
        "Volunteers have supervision every fortnight, and the dates are in the rota.",
        "",
    ),
    (
        "Monitor the use of the new pathway and report on it to the board.",
        "The board sees the number of referrals each quarter: 31, then 44, then 52.",
        "",
    ),
    (
        "Audit whether discharge letters mention the safeguarding concern.",
        "An audit of 60 letters found the concern mentioned in 58.",
        "",
    ),
    (
        "Test the new alert with ten mock calls.",
        "Ten mock calls were made in June, and the alert came up in ten.",
        "",
    ),
    (
        "Give employees a written statement of the leave they can take.",
        "The statement is in the contract pack, and 14 people have taken the leave since.",
        "",
    ),
    (
        "Hold four community events on forced marriage.",
        "Five events were held with 260 people, and nine came forward afterwards.",
        "",
    ),
    (
        "Cut the waiting time for counselling to eight weeks.",
        "The waiting time is down from fourteen weeks to seven.",
        "",
    ),
    (
        "Bring in a policy on social media checks.",
        "The policy came into force on 1 May. Two teams are trained in using it.",
        "",
    ),
    (
        "Reception staff know what to do when a patient discloses.",
        "A mystery caller tried it in June: seven of seven receptionists did the right thing.",
        "",
    ),
    (
        "Improve the quality of referrals to the risk conference.",
        "Fewer referrals are sent back: 3 in May, against 17 a year before.",
        "",
    ),
    (
        "Ensure that interpreters are never family members.",
        "The booking system refuses an appointment without a professional interpreter.",
        "",
    ),
    (
        "Install a private interview room at the front desk.",
        "The room opened in February and was used 40 times by the end of May.",
        "",
    ),
    (
        "Fund a men’s refuge worker.",
        "The worker started in January on a contract of three years.",
        "",
    ),
    (
        "Review the lone working procedure.",
        "The procedure was reviewed and some steps were taken out. Staff use it since March.",
        "",
    ),
    (
        "Share the learning with the neighbouring borough.",
        "The borough changed its own form after a joint workshop in May.",
        "",
    ),
    (
        "Set a standard for how soon a victim is called back.",
        "Victims are called back within four hours; the median in May was two.",
        "",
    ),
]
