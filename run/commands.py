"""
The commands of the app. docker-compose.yml uses the same words; a test compares them.

Each runs in the folder of the code, its program being one of the environment's.
"""

from collections.abc import Sequence

from run.packages import VENV

PREPARE_DATABASE = ("python", "manage.py", "prepare_database")
COLLECT_STATIC = (
    *("python", "manage.py", "collectstatic", "--no-input", "--verbosity=0"),
    "--ignore=htm*x-4*",  # our pages use version 2, and compressing takes its time
)
WEB = (
    *("gunicorn", "dhr.wsgi", "--worker-class=gthread", "--workers=2", "--threads=4"),
    *("--preload", "--graceful-timeout=5", "--no-control-socket"),
)
WORKER = ("celery", "--app=dhr", "worker", "--concurrency=2", "--loglevel=info")
BEAT = ("celery", "--app=dhr", "beat", "--loglevel=info")
HEALTH = "/healthz"  # answers once the app reaches its database


def here(command: Sequence[str], *more: str) -> list[str]:
    """Return the command with the environment's own program."""
    program, *arguments = command
    return [str(VENV / "bin" / program), *arguments, *more]
