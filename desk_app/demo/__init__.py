"""``make demo``: the whole house in a throw-away folder, with a register of its own to try it on.

With a display the window opens, and a banner names a few cards to try. Without one, a tour does
the main job by itself through the same widgets, says what it did, and leaves pictures.
"""
