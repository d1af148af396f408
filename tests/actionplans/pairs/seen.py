"""Forty-four pairs written before the checks."""

PAIRS = [
    # They disagree
    (
        "Make training on coercive control mandatory for all reception staff.",
        "The course was offered to reception staff. Attendance is voluntary.",
        "mandatory",
    ),
    (
        "It should be compulsory for every new starter to complete the domestic abuse module.",
        "New starters are encouraged to complete the module in their first month.",
        "mandatory",
    ),
    (
        "Routine enquiry must be a required part of every antenatal booking.",
        "The question has been added to the booking form as an optional field.",
        "mandatory",
    ),
    (
        "All housing officers are trained in safety planning.",
        "Training took place in May. Most housing officers have now attended.",
        "everyone",
    ),
    (
        "Every GP practice in the borough appoints a domestic abuse lead.",
        "Eighteen of 31 practices have appointed a lead.",
        "everyone",
    ),
    (
        "All partner agencies sign the information sharing agreement.",
        "The agreement has been signed by the council.",
        "everyone",
    ),
    (
        "The referral pathway is adopted by all agencies on the partnership.",
        "The pathway is in use in adult social care; other agencies have not adopted it.",
        "everyone",
    ),
    (
        "Deliver an annual refresher on stalking to front-line officers.",
        "A one-off session on stalking was held in June 2025 and was well attended.",
        "often",
    ),
    (
        "Hold quarterly case audits with the mental health trust.",
        "A case audit was held once, in January, with the trust.",
        "often",
    ),
    (
        "Review the risk assessment tool and audit its use in 50 cases.",
        "The tool has been revised and is in use. No audit has taken place.",
        "audited",
    ),
    (
        "Evaluate the pilot and report the results to the board.",
        "The pilot has finished and staff liked it. It was not evaluated.",
        "audited",
    ),
    (
        "Give every patient who discloses abuse written information about support.",
        "Nurses now tell patients about local support verbally.",
        "written",
    ),
    (
        "Decisions not to refer are recorded in writing with reasons.",
        "Managers discuss decisions not to refer informally in supervision.",
        "written",
    ),
    (
        "Deliver six briefings on economic abuse to the contact centre.",
        "Three briefings on economic abuse have been delivered to the contact centre.",
        "number",
    ),
    (
        "At least 90% of ward staff complete level 2 training.",
        "72% of ward staff have completed level 2 training.",
        "number",
    ),
    (
        "Publish a policy on employees who experience domestic abuse.",
        "A draft policy has been written and is with human resources.",
        "draft",
    ),
    (
        "Implement a protocol for homeless applicants who report abuse.",
        "The protocol is in draft form and has been commented on by two teams.",
        "draft",
    ),
    (
        "Ensure staff recognise the signs of honour-based abuse.",
        "An email on honour-based abuse was sent to all staff on 3 March.",
        "sent",
    ),
    (
        "Improve how the surgery handles letters from the police.",
        "The learning was circulated to all partners and discussed at the practice meeting.",
        "sent",
    ),
    (
        "The Home Office should fund translators for family members abroad.",
        "Letter sent to the Home Office. Complete.",
        "sent",
    ),
    (
        "Introduce a flag on the record system for repeat callers.",
        "A flag will be introduced when the new system goes live.",
        "future",
    ),
    (
        "Update the discharge checklist with a question on safety at home.",
        "The checklist is awaiting approval by the clinical governance group.",
        "future",
    ),
    (
        "Appoint an independent advocate in the emergency department.",
        "Completed. The advocate is due to start in September 2027.",
        "future",
    ),
    (
        "Commission a perpetrator programme for the county.",
        "No longer applicable as the contract moved to the new combined authority.",
        "replaced",
    ),
    (
        "Set up a specialist multi-agency panel for older victims.",
        "Instead of a panel the partnership has asked the existing forum to add an item.",
        "replaced",
    ),
    # They agree
    (
        "Make training on coercive control mandatory for all reception staff.",
        "The course is now mandatory. All 46 reception staff completed it by 12 May.",
        "",
    ),
    (
        "All housing officers are trained in safety planning.",
        "All 38 housing officers attended the course between March and May 2025.",
        "",
    ),
    (
        "Every GP practice in the borough appoints a domestic abuse lead.",
        "Each of the 31 practices has a named lead; the list is on the intranet.",
        "",
    ),
    (
        "Deliver an annual refresher on stalking to front-line officers.",
        "The refresher is in the yearly training calendar; the first was held in June 2025.",
        "",
    ),
    (
        "Review the risk assessment tool and audit its use in 50 cases.",
        "The tool was revised in April. An audit of 50 cases in July found it used in 47.",
        "",
    ),
    (
        "Give every patient who discloses abuse written information about support.",
        "A leaflet is now given to every patient who discloses; spot checks in June confirm it.",
        "",
    ),
    (
        "Deliver six briefings on economic abuse to the contact centre.",
        "Seven briefings were held between January and March, reaching 112 call handlers.",
        "",
    ),
    (
        "At least 90% of ward staff complete level 2 training.",
        "94% of ward staff have completed level 2 training, up from 61%.",
        "",
    ),
    (
        "Publish a policy on employees who experience domestic abuse.",
        "The policy was approved by the board and published on 1 April 2025.",
        "",
    ),
    (
        "Ensure staff recognise the signs of honour-based abuse.",
        "Guidance was sent to all staff, and referrals rose from 2 to 11 in the six months after.",
        "",
    ),
    (
        "Improve how the surgery handles letters from the police.",
        "Letters are now coded on the day they arrive. A check of 20 in May found all coded.",
        "",
    ),
    (
        "Introduce a flag on the record system for repeat callers.",
        "The flag went live on 6 January and was used 214 times by the end of March.",
        "",
    ),
    (
        "Update the discharge checklist with a question on safety at home.",
        "The question is on the checklist and asked at every discharge since February.",
        "",
    ),
    (
        "Appoint an independent advocate in the emergency department.",
        "An advocate has been in post since November and saw 63 patients by March.",
        "",
    ),
    (
        "Commission a perpetrator programme for the county.",
        "The programme was commissioned in May 2024 and has had 40 referrals.",
        "",
    ),
    (
        "Staff ask about abuse when a patient comes alone.",
        "Reception no longer calls patients in with their partner, so each is seen alone first.",
        "",
    ),
    (
        "Revise the missed appointment policy.",
        "The revised policy took effect on 3 June. It replaced the one of 2017.",
        "",
    ),
    (
        "Review whether the duty desk needs a specialist worker.",
        "The review found that it did. A worker has sat with the duty desk since August.",
        "",
    ),
    (
        "Create a single point of contact for schools.",
        "Schools have one number to call. It took 87 calls in its first term.",
        "",
    ),
]
