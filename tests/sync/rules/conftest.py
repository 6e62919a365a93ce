"""No deadline for a single example: a busy machine is no fault of a rule."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None, print_blob=True)
settings.load_profile("unhurried")
