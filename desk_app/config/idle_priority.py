"""Work that is done only while nothing else wants the processor or the disk."""

import ctypes
import logging
import os
import sys

_log = logging.getLogger(__name__)

_BACKGROUND_MODE = 0x00100000  # PROCESS_MODE_BACKGROUND_BEGIN: processor, disk and memory


def lower_priority() -> None:
    """Let every other program go first from now on; on Linux and Windows, at the disk too.

    It is not for what holds a lock that others wait for. Where the system refuses, the program goes
    on as it is.
    """
    try:
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BACKGROUND_MODE)
        elif sys.platform == "linux":  # the disk's scheduler goes by it as well
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    except (OSError, AttributeError) as refused:
        _log.info("this program cannot be made less urgent: %s", type(refused).__name__)
