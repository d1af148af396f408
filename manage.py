#!/usr/bin/env python
"""Run a management command. `python3 run.py manage ...` does the same with everything set up."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dhr.settings")
    from django.core.management import execute_from_command_line

    from privacy import row_locks

    row_locks.stand_open()  # a command acts for nobody
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
