"""The addresses inside a review that open for an agency’s own people alone. Keys as in routes."""

FOR_AN_AGENCY = {
    "asp": ["evidence:author-task"],
    "cas": ["evidence:answer"],
    "a": [
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
