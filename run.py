"""
  python3 run.py                 run the app, with its own database and broker
  python3 run.py test            check everything and run every test
  python3 run.py test PATH ...   run the tests of these files only
  python3 run.py check           check everything but the tests
  python3 run.py manage ...      run a management command on the same data
  python3 run.py bench           measure how fast the pages answer
  python3 run.py mutate          loosen every access rule, and write docs/access-mutations.md
  python3 run.py scan            look for weaknesses, and write docs/scan.md

Needs Linux, Python 3.11 or later, and pip. PORT (8000) and DATA_DIR (.data) may be set;
docs/DEVELOPERS.md lists everything that can be.
"""

import sys

from run import packages
from run.telling import AskedToStop, Stop, say

COMMANDS = ("serve", "test", "check", "manage", "bench", "mutate", "scan")
FOR_DEVELOPERS = ("test", "check", "mutate")


def main(arguments):
    command, *rest = arguments or ["serve"]
    if command in ("-h", "--help", "help"):
        print(__doc__.strip("\n"))
        return 0
    if command not in COMMANDS:
        say("There is no command {}.\n\n{}".format(command, __doc__.strip("\n")))
        return 2
    try:
        packages.enter(with_tools=command in FOR_DEVELOPERS)
        from run.main import run  # needs the Python just entered

        return run(command, rest)
    except Stop as stop:
        say(str(stop))
        return stop.code
    except (AskedToStop, KeyboardInterrupt):
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
