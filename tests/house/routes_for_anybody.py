"""The addresses that answer without signing in."""

PUBLIC = [
    "accounts:code",
    "accounts:enrol",
    "accounts:reset-password",
    "accounts:set-password",
    "accounts:sign-in",
    "accounts:sign-out",
    "accounts:single-sign-on",
    "accounts:single-sign-on-back",
    "evidence:by-link",
    "evidence:by-link-answered",
    "evidence:by-link-code",
    "evidence:by-link-leave",
    "evidence:by-link-send-code",
    "healthz",
    "panels:agreement-link",
    "publications:library",
    "publications:library-file",
    "publications:library-page",
    "publications:library-review",
    "reminders:feed",
]
