"""
What stands behind `run.py`: an interpreter, the packages, the servers, the app, the checks.

Standard library only. `interpreter`, `packages` and `telling` also run on the Python that
happens to be there (3.8 or later); everything else runs inside the environment they made.
"""
