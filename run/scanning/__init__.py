"""What `run.py scan` is made of: whom it attacks, with what, and what it says afterwards."""
