"""OpenCV, set up as this program wants it. Every module imports it from here.

One thread: decoding has a thread of its own, and the machine's other cores belong to the window.
Frames are small, and gain little from being shared out. Its pool of threads is also what breaks
first where a system is not quite what OpenCV expects.

And silent: it would write to standard error about each camera that does not open.
"""

import cv2

cv2.setNumThreads(1)
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

__all__ = ["cv2"]
