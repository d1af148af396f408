"""
`run.py bench`: how fast the pages answer, in a throw-away database of its own.

`--sweep` measures the sweep for reminders instead, with a million open deadlines and with two;
`--chronologies` reads, merges and shows chronologies as large as they may be; `--papers` prints a
report of sixty pages beside headless Chromium, and `--identifiers` looks through one of a hundred
pages for what gives people away: neither needs a database. `--plans` opens the pages that look
across the plans of 2,500 reviews.

`manage.py bench` fills it and, called again, measures. In between the planner learns what the
tables hold, as it does by itself where the app runs for longer than some minutes.
"""

import os
from collections.abc import Sequence

from run import static, tables
from run.environment import environment
from run.folder import throwaway
from run.manage import pass_through
from run.packages import PYTHON, ROOT
from run.servers import Servers

SOMEBODYS = ("DATABASE_URL", "WEB_DATABASE_URL", "REDIS_URL", "EMAIL_URL", "BASE_URL")
FILL = "--fill-only"
SWEEP = "--sweep"
CHRONOLOGIES = "--chronologies"
PAPERS = "--papers"
IDENTIFIERS = "--identifiers"
PLANS = "--plans"
SIZES = (1_000_000, 2_000_000)


def bench(options: Sequence[str]) -> int:
    """Fill, measure, and leave nothing. No server that the environment names is touched."""
    if SWEEP in options:
        return sweep([option for option in options if option != SWEEP])
    for option, named in ((PAPERS, "bench_papers"), (IDENTIFIERS, "bench_identifiers")):
        if option in options:
            return without_database(named, [one for one in options if one != option])
    if PLANS in options:
        return plans([option for option in options if option != PLANS])
    measure = "bench_chronologies" if CHRONOLOGIES in options else "bench"
    options = [option for option in options if option != CHRONOLOGIES]
    given = {name: value for name, value in os.environ.items() if name not in SOMEBODYS}
    command = [str(PYTHON), str(ROOT / "manage.py"), measure, *options]
    with throwaway() as folder:
        servers = Servers(folder, given=given)
        with servers.running():
            env = environment(folder, servers, given=given)
            static.collect()
            tables.prepare(env, note=None)
            if code := pass_through([*command, FILL], env):
                return code
            if servers.postgres:
                servers.postgres.analyse()
            return pass_through(command, env)


def sweep(options: Sequence[str]) -> int:
    """Time the sweep at two sizes of the table, one line of JSON for each."""
    given = {name: value for name, value in os.environ.items() if name not in SOMEBODYS}
    command = [str(PYTHON), str(ROOT / "manage.py"), "bench_sweep", *options]
    with throwaway() as folder:
        servers = Servers(folder, given=given)
        with servers.running():
            env = environment(folder, servers, given=given)
            tables.prepare(env, note=None)
            for rows in SIZES:
                filling = [*command, f"--fill={rows}"]
                if code := pass_through(filling, {**env, "DATABASE_AS_OWNER": "1"}):
                    return code
                if servers.postgres:
                    servers.postgres.analyse()
                if code := pass_through(command, env):
                    return code
    return 0


def plans(options: Sequence[str]) -> int:
    """Fill as the owner, who may leave the history off, and measure as the web role."""
    given = {name: value for name, value in os.environ.items() if name not in SOMEBODYS}
    command = [str(PYTHON), str(ROOT / "manage.py"), "bench_plans", *options]
    with throwaway() as folder:
        servers = Servers(folder, given=given)
        with servers.running():
            env = environment(folder, servers, given=given)
            static.collect()
            tables.prepare(env, note=None)
            if code := pass_through([*command, FILL], {**env, "DATABASE_AS_OWNER": "1"}):
                return code
            if servers.postgres:
                servers.postgres.analyse()
            return pass_through(command, env)


def without_database(named: str, options: Sequence[str]) -> int:
    """Time a paper: its printing beside Chromium, or the look for what gives people away."""
    given = {name: value for name, value in os.environ.items() if name not in SOMEBODYS}
    command = [str(PYTHON), str(ROOT / "manage.py"), named, *options]
    with throwaway() as folder:
        servers = Servers(folder, given=given)
        return pass_through(command, environment(folder, servers, given=given))
