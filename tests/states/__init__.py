"""Pictures of what the gallery leaves out: ``python -m tests.states [TEXT] [--language fi]``.

Refusals, errors, hints, forms with faults, and every sentence that is seldom seen, each as a
picture under ``build/states``, to be read in its place. What does not fit is named.
"""
