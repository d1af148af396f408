"""
The clauses to begin with: what panels of this field nearly always settle, in our own words.

A library starts with them where whoever keeps it wants that, and makes them its own from there.
Source of what they cover: the definition and purposes of the reviews, and the themes that recur in
published ones (the project's reading of the field; no sentence is anybody else's).
"""

from agencies.models import AgencyKind
from clauses.models import ClauseKind, Content, Occasion


def line(
    occasion: Occasion, title: str, text: str, *, note: str = "", agency_kind: str = ""
) -> Content:
    return Content(
        kind=ClauseKind.ENQUIRY,
        occasion=occasion,
        title=title,
        text=text,
        note=note,
        agency_kind=agency_kind,
    )


def heading(kind: ClauseKind, title: str, text: str, *, note: str = "") -> Content:
    return Content(kind=kind, occasion=Occasion.ANY, title=title, text=text, note=note)


TO_BEGIN_WITH = (
    # lines of enquiry
    line(
        Occasion.ANY,
        "What was known",
        "What did each agency know, or could it have known, of abuse between these people, and "
        "what did it do with that?",
    ),
    line(
        Occasion.ANY,
        "Risk: assessed, shared, acted on",
        "Was risk assessed each time there was reason to, by whom and with which tool; was it "
        "shared with those who could lower it; and what changed because of it?",
        note="Ask also about referrals that were made and not taken up, and who noticed.",
    ),
    line(
        Occasion.ANY,
        "Seen and asked alone",
        "Was the person who died seen alone and asked about safety at home, in words and in a "
        "language that made it possible to answer?",
    ),
    line(
        Occasion.ANY,
        "The person who caused harm",
        "What did agencies know of the person who caused the harm, what was offered to change "
        "what they did, and who kept sight of the danger they were?",
    ),
    line(
        Occasion.ANY,
        "What was done well",
        "Where did somebody do more than was expected, and what would let others do the same?",
    ),
    line(
        Occasion.ANY,
        "What those close to them knew",
        "What did family, friends, neighbours and people at work know or fear, did they know whom "
        "to tell, and what happened when they did?",
    ),
    line(
        Occasion.COERCIVE_CONTROL,
        "Control without violence",
        "Was a pattern of control recognised where nobody reported violence, and were single "
        "events seen together or each by itself?",
        note="Think of money, phones, visits, medicines, and who speaks at appointments.",
    ),
    line(
        Occasion.SEPARATION,
        "Leaving, and after",
        "Was the end of the relationship, or a wish to end it, understood as a time of greater "
        "danger; were following, watching and unwanted messages seen as stalking?",
    ),
    line(
        Occasion.CHILD,
        "Children in the home",
        "What did services for children know of what the child lived with, was the child heard "
        "and seen as somebody harmed in their own right, and who supports the child now?",
        note="Where a child saw the death, agree first who speaks with the child, if anybody.",
    ),
    line(
        Occasion.SUICIDE,
        "Abuse behind a suicide",
        "When thoughts of suicide were spoken of, did anybody ask about abuse; when abuse was "
        "spoken of, did anybody ask about suicide; and were both in one plan?",
    ),
    line(
        Occasion.HONOUR,
        "So-called honour",
        "Was danger from several people, or from a wider family, considered; were relatives kept "
        "from interpreting and from knowing what was disclosed?",
    ),
    line(
        Occasion.WITHIN_FAMILY,
        "Harm by a relative",
        "Was harm by a grown-up child or another relative seen as domestic abuse, or as illness, "
        "stress or a family matter?",
    ),
    line(
        Occasion.CARING,
        "Caring at home",
        "How did illness and care at home shape what each could say, was the carer’s assessment "
        "also about safety, and who asked each of them by themselves?",
    ),
    line(
        Occasion.RACE,
        "Language, belonging and status",
        "Did language, racism, or fear about the right to stay keep anybody from seeking help, "
        "and did agencies use independent interpreters and services of the community?",
    ),
    line(
        Occasion.DISABILITY,
        "Disability",
        "Were adjustments made so that help could be reached and understood, and was dependence "
        "on the person who caused harm recognised?",
    ),
    # for one kind of agency
    line(
        Occasion.ANY,
        "Calls and what followed",
        "For each call or report: was it linked with earlier ones, was evidence sought that did "
        "not rest on the victim’s word alone, and were protective orders considered?",
        agency_kind=AgencyKind.POLICE,
    ),
    line(
        Occasion.ANY,
        "At the surgery",
        "Was abuse asked about when injuries, low mood, missed appointments or repeat visits gave "
        "reason to, and was it recorded where a partner could not read it?",
        agency_kind=AgencyKind.GP,
    ),
    line(
        Occasion.MONEY,
        "The home",
        "Did arrears, repairs, noise or complaints point to abuse, and was moving, or staying "
        "safely, offered to the person harmed?",
        agency_kind=AgencyKind.HOUSING,
    ),
    # under the headings that are written
    heading(
        ClauseKind.ROLES,
        "Who answers for what",
        "The chair leads the panel independently and answers for the report.\n"
        "Panel members speak for their agency, read its evidence critically, and are senior "
        "enough to commit it to change.\n"
        "The partnership commissions the review, signs off the report and answers for the plan.",
    ),
    heading(
        ClauseKind.EXPERT_ADVICE,
        "When the panel does not know",
        "Where the panel lacks knowledge of an experience, a community or a condition, it asks "
        "somebody who has it, early enough to change what is asked.",
    ),
    heading(
        ClauseKind.PARALLEL,
        "Beside the courts",
        "The chair agrees with the senior investigating officer and the prosecutor what waits for "
        "the trial, and asks again at each stage.\n"
        "The review does not ask who is guilty, and does not repeat the inquest.",
    ),
    heading(
        ClauseKind.FAMILY,
        "At the family’s pace",
        "The family is told of the review, of independent advocacy and of its choices in writing "
        "and in person.\n"
        "It may shape these terms, meet the panel, read the draft in its own time, and choose the "
        "name by which the person who died is called.\n"
        "It may change its mind at any time.",
    ),
    heading(
        ClauseKind.MEDIA,
        "Press and publication",
        "The partnership’s press office answers every enquiry. Nobody is named and nothing is "
        "confirmed before publication.\n"
        "The family is told of the day of publication first, and dates that matter to it are "
        "avoided.",
    ),
    heading(
        ClauseKind.CONFIDENTIALITY,
        "Until the report is published",
        "Papers are read by the panel and by those each member must ask, and by nobody else.\n"
        "People are called by pseudonym in everything that is written.",
    ),
    heading(
        ClauseKind.DISCLOSURE,
        "Sharing, and the criminal case",
        "Information about the living is shared where the law allows and no further than the "
        "question needs; the reason is written down.\n"
        "What the review holds may be relevant to a criminal case: the chair keeps a list of it "
        "and agrees with the disclosure officer how it is handled.",
    ),
)
