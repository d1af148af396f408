"""
`run.py bench`: how fast the pages answer, in a throw-away database of its own.

`--sweep` measures the sweep for reminders instead, with a million open deadlines and with two;
`--chronologies` reads, merges and shows chronologies as large as they may be.

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
SIZES = (1_000_000, 2_000_000)


def bench(options: Sequence[str]) -> int:
    """Fill, measure, and leave nothing. No server that the environment names is touched."""
    if SWEEP in options:
        return sweep([option for option in options if option != SWEEP])
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
