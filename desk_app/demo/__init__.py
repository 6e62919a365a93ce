"""``make demo``: the whole system in a temporary folder, with a register of its own.

With a display the window opens, and a banner names a few cards to try. Without one, a tour does the
main job by itself through the same widgets, prints what it did, and saves screenshots.
"""
