"""``doctor``: what is wrong on this machine, and the fix; and the diagnosis file for support."""
