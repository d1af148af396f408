"""What is learnt, recommended and done in the plans of the benchmark: invented, in plain words."""

THEMES = (
    "routine enquiry", "information sharing", "coercive control", "carers", "economic abuse",
    "children in the home", "risk assessment", "leaving", "older people", "use of interpreters",
    "mental health", "alcohol", "housing moves", "adult family violence", "non-fatal strangulation",
    "suicide", "perpetrators", "professional curiosity",
)  # fmt: skip
BODIES = (
    "Police force", "Hospital trust", "Mental health trust", "Community health service",
    "Children’s services", "Adult social care", "Housing association", "Probation region",
    "Specialist domestic abuse service", "Integrated care board",
)  # fmt: skip
LEARNT = (
    "Nobody asked about home when she came alone.",
    "Each service held a part of the story and thought that another held the whole.",
    "Control over money was written down as a family disagreement.",
    "A carer was seen as a resource and not as somebody who may be in danger.",
    "The risk was assessed once and not again when she left.",
    "An interpreter who knew the family was used.",
    "Missed appointments were closed and not followed up.",
    "Threats of suicide were not seen as a risk to others.",
    "The children were in the house and nobody spoke to them.",
    "Police logs were not linked because the address was spelt in two ways.",
    "Strangulation was recorded as a minor assault.",
)
RECOMMENDED = (
    "Make enquiry about domestic abuse part of every first appointment, alone and in private.",
    "Agree who shares what with whom when a victim moves house, and test it once a year.",
    "Train supervisors to recognise coercive control in adult family relationships.",
    "Assess the needs of carers apart from the person they care for.",
    "Assess the risk anew at separation, pregnancy and release from prison.",
    "Provide independent interpreters at every contact and record who interpreted.",
    "Follow up missed appointments of patients with a marker for abuse within five days.",
    "Link calls to one address whatever its spelling.",
    "Let the multi-agency conference hear what children have said.",
    "Commission a programme for those who use violence against family members.",
    "Publish how long people wait for a place of safety, each quarter.",
    "Tell the family who their advocate is within a week of the decision to review.",
    "Require a senior decision before a case with strangulation is closed.",
)
ACTIONS = (
    "Write the enquiry into the first assessment form and sample forty records.",
    "Sign a sharing agreement and try it with three invented cases.",
    "Hold training for supervisors and ask their teams what changed.",
    "Offer each carer an assessment and report how many took it.",
    "Add a prompt at separation, and count how often the risk changed.",
    "Contract an interpreting service and record its use.",
    "Ring within five days and record what was said.",
    "Match addresses by their number and check a month of calls.",
    "Ask for the child’s voice on the referral form.",
    "Open a group for twelve people and follow them for a year.",
    "Publish the waiting times on the partnership’s page.",
)
