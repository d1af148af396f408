"""Configuration of how people sign in; a part of dhr/settings.py."""

from datetime import timedelta

import environ

env = environ.Env()

# Sessions (accounts/sessions.py) end when not used for a while, and some hours after sign-in
SESSION_ENGINE = "accounts.sessions"
SESSION_IDLE = timedelta(minutes=env.int("SESSION_IDLE_MINUTES", default=60))
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", default=12) * 3600
CONFIRMED_FOR = timedelta(minutes=15)  # how long a sign-in is fresh enough to change how one does

# Second factors: allauth's records and checks behind our own pages (docs/adr/0017)
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_TOLERANCE = 1  # a code counts for half a minute more, either way: clocks differ
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"

# Single sign-on: one OpenID Connect provider, where one is named
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
OIDC_NAME = env.str("OIDC_NAME", default="your organisation")
OIDC_SECOND_FACTOR_COUNTS = env.bool("OIDC_SECOND_FACTOR_COUNTS", default=False)
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["openid", "email"],
        "APPS": [
            {
                "provider_id": "oidc",
                "name": OIDC_NAME,
                "client_id": env.str("OIDC_CLIENT_ID", default=""),
                "secret": env.str("OIDC_CLIENT_SECRET", default=""),
                "settings": {"server_url": OIDC_SERVER_URL, "fetch_userinfo": False},
            }
        ],
    }
}

# Lock-out of whoever guesses (accounts/lockouts.py says after how many failures)
AXES_HANDLER = "accounts.lockouts.Handler"
AXES_LOCKOUT_CALLABLE = "accounts.lockouts.locked_out_page"
AXES_LOCKOUT_PARAMETERS = "accounts.lockouts.counted_together"
AXES_FAILURE_LIMIT = 1  # of the share that the handler works out
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOCKED_OUT_MINUTES", default=30))
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "accounts.lockouts.account_tried"
AXES_CLIENT_IP_CALLABLE = "accounts.lockouts.network_of"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "credential"]
AXES_DISABLE_ACCESS_LOG = True  # the audit trail has it
AXES_VERBOSE = False
PROXIES = env.int("PROXIES", default=0)  # how many of ours stand in front and add X-Forwarded-For
