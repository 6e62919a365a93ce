"""Keeps this process's memory out of core dumps and debuggers.

The memory holds the desk's key, its token and card numbers. A core dump would put them on the disk
in the clear, and a debugger of the same user could read them out.
"""

import ctypes
import logging
import sys

_log = logging.getLogger(__name__)

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_NO_FAULT_DIALOG = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
_REPORT_WITHOUT_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP


def protect_memory() -> None:
    """Turn core dumps and error reports off for this program, and debuggers away on Linux.

    Children turn them off themselves. Where the system refuses, the program goes on and logs it.
    """
    try:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetErrorMode(_NO_FAULT_DIALOG)
            ctypes.windll.wer.WerSetFlags(_REPORT_WITHOUT_HEAP)
            return
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux" and ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
            _log.warning("the system does not protect this process from debuggers")
    except (OSError, ValueError, AttributeError) as refused:
        _log.warning("crash dumps cannot be turned off: %s", type(refused).__name__)
