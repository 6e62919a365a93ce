"""A screen reader: sees the running window over AT-SPI, by its D-Bus interfaces alone."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_VALUE = "org.a11y.atspi.Value"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_REGISTRY = "org.a11y.atspi.Registry"
_EVENTS = "org.a11y.atspi.Event.Object"
_LONGEST = 90.0
_MOST_MESSAGES = 1000

CHECKED, FOCUSABLE, FOCUSED, SHOWING = 4, 11, 12, 25
"""Numbers of states, as AT-SPI counts them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a screen reader can tell of."""

    bus: str
    path: str
    name: str
    role: str
    states: frozenset[int]

    @property
    def showing(self) -> bool:
        """Whether it can be seen."""
        return SHOWING in self.states


class Reader:
    """Reads every program on the accessibility bus of a session."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address: str = _asked(session, launcher, "GetAddress")
        self._bus = open_dbus_connection(address)
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
        self._bus.close()

    def listen(self) -> None:
        """Hear from now on what programs announce."""
        rule = MatchRule(type="signal", interface=_EVENTS, member="Announcement")
        Proxy(message_bus, self._bus).AddMatch(rule)
        # What is said before the answer to a call is kept too.
        self._received = self._open.enter_context(self._bus.filter(rule, bufsize=_MOST_MESSAGES))
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        _asked(self._bus, registry, "RegisterEvent", "s", "object:announcement")

    def next_announced(self) -> str:
        """The next words that a program wants said."""
        message = self._bus.recv_until_filtered(self._received, timeout=_LONGEST)
        return str(message.body[3][1])

    def expect_speech(self, beginning: str) -> None:
        """Listen until this is said; what else goes on at the desk may be told in between.

        Raises ``TimeoutError`` once nothing more is said.
        """
        while not self.next_announced().startswith(beginning):
            pass

    def things(self) -> Iterator[Thing]:
        """All that every program shows, and the programs, from the outside in."""
        yield from self._below(_REGISTRY, "/org/a11y/atspi/accessible/root", 0)

    def within(self, thing: Thing) -> Iterator[Thing]:
        """All that lies in something and shows."""
        yield from (each for each in self._below(thing.bus, thing.path, 1) if each.showing)

    def find(self, name: str, role: str = "") -> Thing | None:
        """The first that shows and is called so."""
        for each in self._below(_REGISTRY, "/org/a11y/atspi/accessible/root", 0, named=name):
            if each.showing and each.name == name and role in ("", each.role):
                return each
        return None

    def press(self, thing: Thing) -> None:
        """Do what pressing it does."""
        done = self._ask(thing, _ACTION, "DoAction", "i", self._actions(thing).index("Press"))
        assert done, f"{thing} cannot be pressed"

    def write(self, thing: Thing, text: str) -> None:
        """Put a text into a field, as dictation does."""
        done = self._ask(thing, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)
        assert done, f"{thing} takes no text"

    def set_value(self, thing: Thing, value: float) -> None:
        """Set the number of a spin box."""
        place = DBusAddress(thing.path, thing.bus, _PROPERTIES)
        _asked(self._bus, place, "Set", "ssv", _VALUE, "CurrentValue", ("d", value))

    def try_to_press(self, thing: Thing) -> None:
        """Do what pressing it does, where it lets itself be pressed."""
        actions = self._actions(thing)
        if "Press" in actions:
            self._ask(thing, _ACTION, "DoAction", "i", actions.index("Press"))

    def content(self, thing: Thing) -> str:
        """The text in a field."""
        return str(self._ask(thing, "org.a11y.atspi.Text", "GetText", "ii", 0, -1))

    def _actions(self, thing: Thing) -> list[str]:
        return [each[0] for each in self._ask(thing, _ACTION, "GetActions")]

    def _below(
        self, bus: str, path: str, depth: int, *, named: str | None = None
    ) -> Iterator[Thing]:
        """What shows below; where one that is ``named`` so is sought, its role alone is asked."""
        try:
            children = _asked(self._bus, DBusAddress(path, bus, _ACCESSIBLE), "GetChildren")
        except DBusErrorResponse:  # it has gone meanwhile
            return
        for child_bus, child_path in children:
            thing = self._thing(child_bus, child_path, is_program=depth == 0, named=named)
            if thing is not None:
                yield thing
                yield from self._below(child_bus, child_path, depth + 1, named=named)

    def _thing(self, bus: str, path: str, *, is_program: bool, named: str | None) -> Thing | None:
        """What shows there; a program does not, and its windows do."""
        place = DBusAddress(path, bus, _ACCESSIBLE)
        try:
            low, high = _asked(self._bus, place, "GetState")
            bits = low | high << 32
            states = frozenset(number for number in range(64) if bits >> number & 1)
            if SHOWING not in states and not is_program:
                return None
            name = _asked(
                self._bus, DBusAddress(path, bus, _PROPERTIES), "Get", "ss", _ACCESSIBLE, "Name"
            )
            is_sought = named is None or named == name[1]
            role = _asked(self._bus, place, "GetRoleName") if is_sought else ""
        except DBusErrorResponse:  # it has gone meanwhile
            return None
        return Thing(bus, path, name[1], role, states)

    def _ask(
        self, thing: Thing, interface: str, method: str, signature: str = "", *given: object
    ) -> Any:  # noqa: ANN401 - as below
        return _asked(
            self._bus, DBusAddress(thing.path, thing.bus, interface), method, signature, *given
        )


def _asked(
    bus: DBusConnection, place: DBusAddress, method: str, signature: str = "", *given: object
) -> Any:  # noqa: ANN401 - the other end decides what it answers
    call = new_method_call(place, method, signature or None, given)
    reply = bus.send_and_get_reply(call, timeout=_LONGEST)
    if reply.header.message_type.name == "error":
        raise DBusErrorResponse(reply)
    return reply.body[0] if reply.body else None
