"""The addresses inside a review that open for an agency’s own people alone. Keys as in routes."""

FOR_AN_AGENCY = {
    "asp": ["evidence:author-task"],
    "casp": ["agencyfiles:take-home"],
    "cas": ["evidence:answer"],
    "a": [
        "agencyfiles:ask-signature",
        "agencyfiles:read",
        "agencyfiles:signed-page",
        "composite:question",
        "composite:questions",
        "evidence:change-point",
        "evidence:imr-ask-sign-off",
        "evidence:imr-enquiries",
        "evidence:imr-enquiry",
        "evidence:imr-part",
        "evidence:imr-points",
        "evidence:imr-upload",
        "evidence:move-point-up",
        "evidence:remove-point",
    ],
}
