"""
The addresses that open for a post in a partnership, or for the lead of an agency. "Or" means that
either of them does, "any" that every post does but the Home Office liaison's.
"""

POSTS = {
    "CSP officer": [
        "agencies:add-agency",
        "agencies:add-contact",
        "agencies:change-agency",
        "agencies:change-contact",
        "agencies:remove-contact",
        "reviews:open",
        "stewards:name-lead",
    ],
    "Administrator": [
        "reminders:envelopes",
        "reviews:account-trail",
        "reviews:account-trail-file",
        "reviews:end-post",
        "reviews:posts",
        "reviews:start-post",
        "stewards:account",
        "stewards:accounts",
        "stewards:ask-emergency",
        "stewards:close-account",
        "stewards:data-protection",
        "stewards:invite-again",
        "stewards:rename-account",
        "stewards:reopen-account",
        "stewards:second-factor",
        "stewards:unlock-account",
    ],
    "CSP officer or CSP chair": [
        "portfolio:file",
        "portfolio:portfolio",
        "reviews:confirm-post",
        "timescales:change-length",
        "timescales:lengths",
        "timescales:statistics",
        "timescales:statistics-file",
        "timescales:statistics-of-year",
    ],
    "CSP officer or Administrator": [
        "stewards:end-lead",
        "stewards:leads",
    ],
    "CSP chair or Administrator": [
        "stewards:emergencies",
        "stewards:emergency",
    ],
    "Lead of an agency": [
        "stewards:end-part",
        "stewards:invite-colleague",
        "stewards:people",
    ],
    "Home Office liaison": [
        "publications:liaison",
        "publications:liaison-file",
        "publications:liaison-review",
    ],
    "any": [
        "agencies:agency",
        "agencies:directory",
    ],
}
