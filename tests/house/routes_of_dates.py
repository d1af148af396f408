"""The addresses of dates polls. Keys as in routes."""

OF_DATES: dict[str, list[str]] = {
    "OCISPANE": [
        "availability:poll",
        "availability:polls",
    ],
    # the world's poll asks its secretary
    "S": ["availability:answer"],
    "OIS": [
        "availability:ask",
        "availability:choose",
        "availability:close",
        "availability:enter",
        "availability:remind",
        "availability:take-back-link",
    ],
}
