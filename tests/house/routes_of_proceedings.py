"""The addresses about other bodies' proceedings. Keys as in routes."""

OF_PROCEEDINGS: dict[str, list[str]] = {
    # the world lent something to those who run the review; the page shows each reader their own
    "OCISPANE": [
        "proceedings:loans",
        "proceedings:media",
    ],
    "OIS": [
        "panels:answer-characteristic",
        "proceedings:add-contact",
        "proceedings:change-contact",
        "proceedings:change-item",
        "proceedings:change-loan",
        "proceedings:change-media",
        "proceedings:contacts",
        "proceedings:disclosure",
        "proceedings:end-loan",
        "proceedings:enter-item",
        "proceedings:log-media",
        "proceedings:record-loan",
        "proceedings:settle-item",
        "proceedings:show-items",
    ],
}
