"""
Configuration, from the environment only.

A missing variable stops the program at start with a sentence saying what to set.
docs/DEVELOPERS.md lists every variable; `run.py` and docker-compose.yml set them.
"""

from pathlib import Path
from typing import Any

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from kombu import Queue

from dhr.file_storage import file_storage
from dhr.settings_reviews import *  # noqa: F403
from dhr.settings_sign_in import *  # noqa: F403

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def required(name: str, purpose: str) -> str:
    """Return an environment variable. Raises ImproperlyConfigured with what to set it to."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {purpose}")
    return str(value)


# Who we are

PRODUCT_NAME = env.str("PRODUCT_NAME", default="Domestic homicide reviews")
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
SECRET_KEY = required("SECRET_KEY", "a long random string, kept out of the repository")
FIELD_KEYS = required(
    "FIELD_KEYS", "id:key of what seals names and birth dates, newest first; docs/sealed-fields.md"
)
DEBUG = env.bool("DEBUG", default=False)

# A data folder made by `run.py` says yes; nothing else may create demonstration accounts.
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)

# Where things are kept

DATA_DIR = Path(required("DATA_DIR", "the folder for received files, outside the web root"))
FILES_DIR = DATA_DIR / "files"

# `prepare_database` and `makemigrations` ask for the owner. Everything else is the web role, and
# need not know how the owner signs in.
AS_OWNER = env.bool("DATABASE_AS_OWNER", default=False)
OWNER_DATABASE_URL = (
    required("DATABASE_URL", "postgres://… of the role that owns the tables") if AS_OWNER else ""
)
WEB_DATABASE_URL = required(
    "WEB_DATABASE_URL", "postgres://… of the role that only reads and writes"
)


# Every file is scanned for malware before anybody can open it. Only to try the product, to work
# on it or to change the tables is there no need of a scanner.
CLAMD_ADDRESS = env.str("CLAMD_ADDRESS", default="")
if not (CLAMD_ADDRESS or DEBUG or DEMONSTRATION or AS_OWNER):
    required("CLAMD_ADDRESS", "where clamd answers, the path of its socket or host:port")


def database(url: str) -> dict[str, Any]:
    address = environ.Env.db_url_config(url)
    pool = False if AS_OWNER else {"min_size": 0, "max_size": 8}
    return {
        **address,
        "ENGINE": "django.db.backends.postgresql",
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {**address.get("OPTIONS", {}), "pool": pool},
    }


DATABASES = {"default": database(OWNER_DATABASE_URL if AS_OWNER else WEB_DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What it is made of

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "guardian",
    "csp",
    "django_htmx",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "dhr",
    "pages",
    "privacy",
    "audit",
    "messaging",
    "documents",
    "agencies",
    "accounts",
    "guests",
    "reviews",
    "reminders",
    "stewards",
    "timescales",
    "costs",
    "clauses",
    "panels",
    "availability",
    "proceedings",
    "families",
    "evidence",
    "replies",
    "questions",
    "chronologies",
    "composite",
    "actionplans",
    "reports",
    "decisions",
    "anonymity",
    "publications",
    "postoffice",
    "outcomes",
    "learning",
    "letters",
    "agencyfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "dhr.middleware.BrowserMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pages.middleware.HeadMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "audit.middleware.OriginMiddleware",
    "dhr.recording.RecordingMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "accounts.middleware.SessionInUseMiddleware",
    "accounts.middleware.SignInRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pages.middleware.NotAllowedPageMiddleware",
    "pages.middleware.NoNullInAddressMiddleware",
    "dhr.middleware.NoStoreMiddleware",
    "dhr.middleware.RefusedMiddleware",
    "documents.middleware.FileNotOpenMiddleware",
]

ROOT_URLCONF = "dhr.urls"
WSGI_APPLICATION = "dhr.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "debug": DEBUG,
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dhr.context.product",
                "dhr.context.hats",
            ],
        },
    }
]
FORM_RENDERER = "pages.forms.Renderer"

# People

AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses whoever is locked out
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
ANONYMOUS_USER_NAME = None  # guardian: nobody signed out holds a grant
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "reviews:my-work"
LOGOUT_REDIRECT_URL = "accounts:sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

# The browser

SECURE = BASE_URL.startswith("https://")
# By this name a browser takes a cookie over https only, from this host alone, for every path.
COOKIE_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"  # "Strict" would sign out whoever follows a link of an email
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True  # pages carry the token themselves
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "pages.notices.Storage"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
# Nothing goes to other sites. "no-referrer" would make browsers send "Origin: null" with our own
# forms, which the CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "pages.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY = (  # what no page of ours asks a browser for
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # a report carries its figures in itself; they run nothing
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# Error reports say where something went wrong, never what was typed or read
DEFAULT_EXCEPTION_REPORTER_FILTER = "dhr.reporting.NothingTyped"
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": file_storage(env.str("FILES_URL", default=""), folder=FILES_DIR),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = [
    "documents.uploading.NoMoreThanTheLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 600  # documents.uploading takes fewer, and says which it left out
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a meeting of sixty agencies has many boxes to tick

# Words and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# Mail

EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(environ.Env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "messaging.eml.EmlFolderBackend"
EML_DIR = DATA_DIR / "mail"
# From when to when, by the clock on the wall, nothing goes out that is not urgent
REMINDERS_QUIET = env.list("REMINDERS_QUIET", default=["19:00", "07:00"])
REMINDERS_ON_WORKING_DAYS = env.bool("REMINDERS_ON_WORKING_DAYS", default=True)
EMAIL_TIMEOUT = 20  # seconds; a silent mail server must not hold a worker
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="dhr@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Work off the request

CELERY_BROKER_URL = required("REDIS_URL", "redis://… or redis+socket://… of the broker")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # longer than the longest job; sweeps lost messages every few seconds, not every hundred
    "visibility_timeout": 1800,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "queue_order_strategy": "sorted",  # by name: a free hand looks first at what is awaited
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_QUEUES = [Queue("awaited"), Queue("default")]
CELERY_TASK_ROUTES = {
    "messaging.deliver_awaited": {"queue": "awaited"},
    "anonymity.check_papers": {"queue": "awaited"},
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    "memberships that ran out": {"task": "stewards.end_run_out", "schedule": 600},
    "sessions that ended": {"task": "accounts.forget_ended_sessions", "schedule": 3600},
    "head of the audit trail": {"task": "audit.note_head", "schedule": crontab(hour=2, minute=30)},
    "reminders": {"task": "reminders.sweep", "schedule": 300},
    "bodies to ask again": {"task": "postoffice.chase", "schedule": crontab(hour=7, minute=20)},
    "deadlines": {"task": "reviews.follow_clock", "schedule": crontab(hour=2, minute=50)},
    "messages left behind": {"task": "messaging.deliver_waiting", "schedule": 60},
    "chronologies left behind": {"task": "chronologies.read_waiting", "schedule": 300},
    "files of composites": {"task": "composite.look_after_exports", "schedule": 300},
    "papers not checked yet": {"task": "anonymity.look_after_checks", "schedule": 300},
    "six-month returns": {
        "task": "outcomes.ask_for_returns",
        "schedule": crontab(hour=2, minute=40),
    },
    "learning not gathered yet": {"task": "learning.gather_missing", "schedule": 3600},
    "open data": {"task": "learning.make_open_data", "schedule": 3600},
    "replies left behind": {"task": "replies.read_waiting", "schedule": 300},
    "files not scanned yet": {"task": "documents.scan_waiting", "schedule": 60},
    "files and database": {"task": "documents.check_files", "schedule": crontab(hour=3, minute=10)},
}

# Logs say what failed, never what a record says

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_secrets": {"()": "dhr.reporting.NoSecretsOfLinks"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["no_secrets"],
        }
    },
    "loggers": {
        **{
            name: {"level": "WARNING"}
            for name in ("weasyprint", "fontTools", "pikepdf", "msoffcrypto")
        },
        "axes": {"level": "CRITICAL"},  # it says whom it locked out; the audit trail does
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
