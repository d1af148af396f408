"""
Questions a partnership asks before it decides. Product defaults (docs/adr/0009-value-lists.md):
no national wording was confirmed, so none is quoted.
"""

ELIGIBILITY = (
    ("AGED_16", "The person who died was 16 or over"),
    ("DIED", "The death has, or appears to have, resulted from violence, abuse or neglect"),
    ("CONNECTED", "The other person was a relative, a partner or of the same household"),
    ("LOCAL", "The person who died lived in this partnership's area"),
    ("NOT_REVIEWED", "No other review of this death already meets the purpose"),
)

CIRCUMSTANCES = (
    ("COERCIVE_CONTROL", "Coercive or controlling behaviour before the death"),
    ("KNOWN_TO_AGENCIES", "Abuse was known to, or reported to, an agency"),
    ("SUICIDE_AFTER_ABUSE", "Apparent suicide after known or suspected abuse"),
    ("UNEXPLAINED", "Unexpected or unexplained death with a history of abuse"),
    ("SEPARATION", "Recent separation, or a threat of it"),
    ("STALKING", "Stalking or harassment"),
    ("CHILDREN", "Children were in the household"),
    ("CARE", "One of the two cared for the other"),
    ("NO_RECOURSE", "Immigration status kept the person from help"),
    ("HONOUR", "So-called honour-based abuse or forced marriage"),
)
