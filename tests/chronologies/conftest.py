"""Properties are looked for on busy machines, too: no example fails for taking its time."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
