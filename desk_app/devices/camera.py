"""A camera on threads of its own: one takes pictures, one looks for codes in the latest.

Nothing is queued: a frame that nobody was quick enough for is dropped. Nothing is looked at while
nobody wants it. What goes wrong is told, and tried again until it works or is switched off.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.devices.frames import FRAMES_A_SECOND, Cameras, Frame, FrameDecoder, Frames
from desk_app.services.cameras import CameraState, CameraWatcher, Code, Picture
from desk_app.services.errors import CameraError, CameraGoneError, CameraMissingError
from sync.rules.payloads import card_number

_LOOKS_A_SECOND = 8.0
_RETRY_S = 1.0
_RELIST_S = 2.0
ABSENT_S = 2.0
"""A code counts again once it was out of sight for so long: a card left lying is read once."""
STALLED_S = 5.0
"""No frame for so long: the device hangs, or the computer slept; it is opened afresh."""
_GOODBYE_S = 5.0
_MOST_FAILURES = 20
"""So many frames one after the other that could not be looked at are no matter of the frames."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Optics:
    """The cameras, the decoder, and the function that makes a picture small enough to show."""

    cameras: Cameras
    decoder: FrameDecoder
    shrink: Callable[[Frame], Picture]


def camera(file: Path | None = None) -> "DeviceCamera":
    """This computer's cameras, or a video or folder of pictures in their place."""

    def optics() -> Optics:
        # OpenCV takes long to load; only the camera's own thread waits for it.
        from desk_app.devices import camera_sources  # noqa: PLC0415 - see above
        from desk_app.devices.barcode.decoder import StreamDecoder  # noqa: PLC0415 - see above

        system = camera_sources.SystemCameras
        cameras = system() if file is None else camera_sources.FileCameras(file)
        return Optics(cameras, StreamDecoder(), camera_sources.shrunk)

    return DeviceCamera(optics, only=file.name if file is not None else None)


class DeviceCamera:
    """One camera at a time, ``only`` this one where it is named.

    ``optics`` is called on the camera's thread. ``wall`` gives seconds of a clock that goes on
    while the computer sleeps.
    """

    def __init__(
        self,
        optics: Callable[[], Optics],
        *,
        only: str | None = None,
        stalled_s: float = STALLED_S,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._optics = optics
        self._only = only
        self._stalled_s = stalled_s
        self._wall = wall
        self._watching: _Watching | None = None
        self._decoding = False

    def switch_on(self, name: str | None, watcher: CameraWatcher) -> None:
        """Begin, or change over to another camera."""
        before = self._watching
        self.switch_off()
        self._watching = _Watching(
            *(self._optics, self._only or name, watcher, before, self._stalled_s, self._wall)
        )
        self._watching.set_decoding(on=self._decoding)
        self._watching.start()

    def switch_off(self) -> None:
        """Let the device go; nothing more is told."""
        if self._watching is not None:
            self._watching.stop()

    def set_decoding(self, *, on: bool) -> None:
        """Look for codes, or rest."""
        self._decoding = on
        if self._watching is not None:
            self._watching.set_decoding(on=on)

    def latest_picture(self) -> Picture | None:
        """The latest picture."""
        return self._watching.latest_picture() if self._watching is not None else None

    def close(self) -> None:
        """Let the device go, and wait a moment for that."""
        self.switch_off()
        if self._watching is not None:
            self._watching.join(_GOODBYE_S)


class _Watching:
    """One camera from switching on to switching off."""

    def __init__(
        self,
        optics: Callable[[], Optics],
        wished: str | None,
        watcher: CameraWatcher,
        before: "_Watching | None",
        stalled_s: float,
        wall: Callable[[], float],
    ) -> None:
        self._make_optics = optics
        self._wished = wished
        self._watcher = watcher
        self._before = before
        self._stalled_s = stalled_s
        self._wall = wall
        self._came = time.monotonic()
        self._stopped = threading.Event()
        self._changed = threading.Condition()
        self._frame: Frame | None = None
        self._picture: Picture | None = None
        self._decoding = False
        self._blind: CameraError | None = None
        self._known: dict[str, float] = {}
        self._together: dict[str, float] = {}
        self._state = CameraState()
        self._listed = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        with self._changed:
            self._changed.notify_all()

    def join(self, seconds: float) -> None:
        self._thread.join(seconds)

    def set_decoding(self, *, on: bool) -> None:
        with self._changed:
            if on and not self._decoding:
                now = time.monotonic()  # what is in sight already is not new
                self._known = dict.fromkeys(self._known, now)
            self._decoding = on
            self._frame = self._frame if on else None
            self._changed.notify_all()

    def latest_picture(self) -> Picture | None:
        with self._changed:
            picture, self._picture = self._picture, None
            return picture

    def _run(self) -> None:
        if self._before is not None:
            self._before.join(_GOODBYE_S)  # a camera opens once
            self._before = None
        with self._reporting_bugs():
            optics = self._make_optics()
            reader = threading.Thread(
                target=self._look_for_codes,
                args=(optics.decoder,),
                name="camera-codes",
                daemon=True,
            )
            reader.start()
            try:
                self._read_pictures(optics)
            finally:
                self.stop()
                reader.join(_GOODBYE_S)

    @contextmanager
    def _reporting_bugs(self) -> Iterator[None]:
        """A fault of ours ends the camera, not the counter."""
        try:
            yield
        except Exception as bug:  # noqa: BLE001 - whatever it is, it has to be shown
            _log.exception("the camera failed")
            self._blind = CameraError(reason=type(bug).__name__)
            self._publish(CameraState(self._state.names, self._wished))

    def _read_pictures(self, optics: Optics) -> None:
        cameras = optics.cameras
        while not self._over:
            names, name = tuple(cameras.names()), self._wished
            try:
                name = _chosen(names, self._wished)
                with cameras.open(name) as frames:
                    for frame in self._frames(frames):
                        self._publish(CameraState(names, name, live=True))
                        self._put(frame, optics.shrink)
                        names = self._listed_again(cameras, names)
            except CameraError as error:
                self._publish(CameraState(names, name, live=False, error=error))
                self._stopped.wait(_RETRY_S)
        self._publish(self._state)  # the codes' thread may have ended while a picture was shown

    def _frames(self, frames: Frames) -> Iterator[Frame]:
        """Frames as they come, no more a second than are of use; they end after a long gap.

        What a device gives after the computer slept may be the same frame for ever.
        """
        shown = float("-inf")
        latest = self._wall()
        while not self._over:
            frame = frames.read()
            now = self._came = time.monotonic()
            before, latest = latest, self._wall()
            if latest - before > self._stalled_s:
                return
            if frames.pace == 0 or now - shown >= 1 / FRAMES_A_SECOND:
                shown = now
                yield frame
            self._stopped.wait(frames.pace)

    def _listed_again(self, cameras: Cameras, names: tuple[str, ...]) -> tuple[str, ...]:
        """The cameras there are by now: others may have been plugged in, or out."""
        now = time.monotonic()
        if not cameras.quick or now - self._listed < _RELIST_S:
            return names
        self._listed = now
        return tuple(cameras.names())

    def _put(self, frame: Frame, shrink: Callable[[Frame], Picture]) -> None:
        picture = shrink(frame)
        with self._changed:
            announced = self._picture is not None
            self._picture = picture
            self._frame = frame if self._decoding else None
            self._changed.notify_all()
        if not announced and not self._stopped.is_set():
            self._watcher.picture_came()

    @property
    def _over(self) -> bool:
        """Whether there are no more pictures to take. Those that nobody can read are not shown."""
        return self._stopped.is_set() or self._blind is not None

    def _look_for_codes(self, decoder: FrameDecoder) -> None:
        failed, reported = 0, False
        with self._reporting_bugs():
            while (frame := self._next_frame()) is not None:
                begun = time.monotonic()
                try:
                    codes = decoder.codes(frame)
                    failed = 0
                except Exception as fault:
                    # The next frame may be another matter; a decoder that is broken is told.
                    failed += 1
                    if failed == _MOST_FAILURES:
                        raise
                    codes = ()
                    if not reported:
                        reported = True
                        _log.warning("a frame could not be looked at", exc_info=fault)
                self._publish_codes(codes)
                # As long a rest as the look took: never more than half of one processor.
                took = time.monotonic() - begun
                self._stopped.wait(max(took, 1 / _LOOKS_A_SECOND - took))

    def _publish_codes(self, codes: Sequence[Code]) -> None:
        """Tell the first new code; a card goes before other codes, and two cards are neither."""
        cards = {card: code for code in codes if (card := card_number(code.text, code.symbology))}
        now = time.monotonic()
        seen = {card: at for card, at in self._together.items() if now - at < ABSENT_S}
        if len(cards) > 1 or seen.keys() - cards.keys():
            # One of two cards may be blurred in the next frame: it counts as there for a while.
            self._together = seen | dict.fromkeys(
                cards if len(cards) > 1 else seen.keys() & cards.keys(), now
            )
            if not seen and not self._stopped.is_set():
                self._watcher.several_seen()
            return
        self._together = {}
        for code in (*cards.values(), *(each for each in codes if each not in cards.values())):
            if self._is_new(code) and not self._stopped.is_set():
                self._watcher.code_seen(code)

    def _next_frame(self) -> "Frame | None":
        """Wait for one that somebody wants looked at; ``None`` when switched off."""
        while True:
            with self._changed:
                if self._changed.wait_for(
                    lambda: self._stopped.is_set() or self._frame is not None, self._stalled_s
                ):
                    frame, self._frame = self._frame, None
                    return None if self._stopped.is_set() else frame
            state = self._state
            if state.live and time.monotonic() - self._came > self._stalled_s:
                gone = CameraGoneError(name=state.name or "")
                self._publish(CameraState(state.names, state.name, error=gone))

    def _is_new(self, code: Code) -> bool:
        """Whether it came into sight just now. The first new one ends the look."""
        with self._changed:
            now = time.monotonic()
            new = now - self._known.get(code.text, float("-inf")) >= ABSENT_S
            if new and not self._decoding:
                return False
            self._known[code.text] = now
            self._known = {text: at for text, at in self._known.items() if now - at < ABSENT_S}
            if new:
                self._decoding, self._frame = False, None  # nor is the frame that came meanwhile
            return new

    def _publish(self, state: CameraState) -> None:
        if self._blind is not None:
            state = CameraState(state.names, state.name, error=self._blind)
        before, self._state = self._state, state
        state_now = (state.names, state.name, state.live, type(state.error))
        if state_now == (before.names, before.name, before.live, type(before.error)):
            return
        if not self._stopped.is_set():
            self._watcher.state_changed(state)


def _chosen(names: Sequence[str], wished: str | None) -> str:
    """The camera to open: the one wished for, or the first. Raises ``CameraError``."""
    if not names:
        raise CameraMissingError
    name = wished or names[0]
    if name not in names:
        raise CameraGoneError(name=name)
    return name
