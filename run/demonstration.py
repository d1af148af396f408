"""
The demonstration: a partnership of invented people, for a data folder of our own making.

`manage.py load_demonstration` makes it, once, and leaves the sign-ins in demo-accounts.json.
"""

import json
import subprocess
from collections.abc import Mapping

from run import commands
from run.folder import Folder
from run.packages import ROOT
from run.telling import say

LOAD = ("python", "manage.py", "load_demonstration")


def load(folder: Folder, env: Mapping[str, str]) -> None:
    """Load it where that was not done yet, then print a sign-in for each role."""
    if not env.get("DEMONSTRATION"):
        return
    loaded = folder.path / "demonstration-loaded"
    if not loaded.exists():
        say("Loading the demonstration")
        if subprocess.run(commands.here(LOAD), env=env, cwd=ROOT).returncode:
            say("The demonstration could not be loaded. The app runs without it.")
            return
        loaded.touch()
    print_sign_ins(folder)


def print_sign_ins(folder: Folder) -> None:
    accounts = json.loads((folder.path / "demo-accounts.json").read_text())
    one_each = {account["role"]: account for account in reversed(accounts)}
    print("Sign in as (role, email, password):")
    for role, account in reversed(one_each.items()):
        print(f"  {role:<28} {account['email']:<40} {account['password']}")
    files = folder.path / "demonstration-files"
    if files.exists():
        print(f"Chronologies of two agencies, to try an upload with: {files}")
    print(end="", flush=True)
