"""Messages to people, made from codes, in Finnish, Swedish and English.

:mod:`codes` has a headline and an advice for every code, :mod:`messages` composes what is said at
the counter, :mod:`catalogue` reads the translations where there is no Qt. The source language is
English; the translations lie in ``resources/translations``.
"""

from desk_app.messages.counter_messages import Messages
from desk_app.messages.translation import Translate

__all__ = ["Messages", "Translate"]
