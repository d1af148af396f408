"""`run.py`: serve the app, tell where, and stop all of it when asked to."""

import os
import time

from run import demonstration, system
from run.app import App
from run.telling import AskedToStop, say

EVERY = 0.5  # seconds between two looks at whether all is well


def serve(app: App) -> int:
    os.umask(0o077)  # what the app writes is for its owner only
    try:
        with app.serving():
            tell(app)
            demonstration.load(app.folder, app.environment)
            while True:
                app.look_after()
                time.sleep(EVERY)
    except AskedToStop:
        say("Stopped.")
        return 0


def tell(app: App) -> None:
    print(f"\n  {app.address}    Ctrl-C stops everything\n", flush=True)
    if not app.environment.get("EMAIL_URL"):
        print(f"Mail is written to {app.folder.path / 'mail'}", flush=True)
    if not app.environment.get("CLAMD_ADDRESS"):
        print(system.NO_SCANNER, flush=True)
    if lacking := system.missing(system.FOR_PAPER, purpose="PDFs cannot be made yet"):
        print(lacking, flush=True)
