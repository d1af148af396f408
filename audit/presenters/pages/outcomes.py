PAGES = {
    "actions": "actions of the partnership’s plans",
    "agency-returns": "the six-month returns of one agency",
    "annual-report": "the annual report of the partnership",
    "annual-report-file": "the annual report as a file",
    "annual-report-now": "the annual report of the year that runs",
    "dashboard": "how actions stand in the partnership",
    "return": "a six-month return",
    "return-file": "a six-month return to fill in",
    "return-original": "a six-month return as it came",
    "returns": "six-month returns",
    "send-back": "send a six-month return back",
    "sign-return": "sign a six-month return off",
}
