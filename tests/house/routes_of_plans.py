"""The addresses of post office, outcomes and learning. Keys as in routes."""

OF_PLANS: dict[str, list[str]] = {
    # whoever sees an action; its agency and whoever reads the plan
    "OCISPNUcspE": [
        "outcomes:actions",
        "outcomes:agency-returns",
        "outcomes:dashboard",
        "outcomes:return",
        "outcomes:return-file",
        "outcomes:return-original",
    ],
    "Ocsp": ["outcomes:sign-return"],
    "OCISPNUE": [
        "outcomes:returns",
        "postoffice:dispatch",
        "postoffice:letter",
        "postoffice:reply-file",
        "postoffice:review",
    ],
    "O": [
        "actionplans:mend-plan-row",
        "actionplans:plan-columns",
        "actionplans:plan-files",
        "actionplans:plan-import",
        "actionplans:plan-original",
        "actionplans:record-plan-file",
        "outcomes:send-back",
        "postoffice:acknowledged",
        "postoffice:came-back",
        "postoffice:chase",
        "postoffice:chasing",
        "postoffice:discard",
        "postoffice:link-again",
        "postoffice:prepare",
        "postoffice:record-reply",
        "postoffice:record-sent",
        "postoffice:release",
        "postoffice:send",
        "postoffice:take-back",
    ],
}
