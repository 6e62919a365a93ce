"""A film for the camera of a browser's computer: one card, as long as one looks."""

from pathlib import Path

import numpy as np

from sync.server.console.qr_codes import qr_modules

NUMBER = "ESP730142"
_WIDTH, _HEIGHT, _SCALE = 640, 480, 12


def write_film(path: Path) -> None:
    """One picture again and again, as Y4M."""
    modules = np.array(qr_modules(NUMBER), dtype=np.uint8)
    code = np.kron(modules, np.ones((_SCALE, _SCALE), dtype=np.uint8))
    grey = np.full((_HEIGHT, _WIDTH), 235, dtype=np.uint8)
    top, left = (_HEIGHT - code.shape[0]) // 2, (_WIDTH - code.shape[1]) // 2
    grey[top : top + code.shape[0], left : left + code.shape[1]] = np.where(code, 20, 235)
    colours = bytes([128]) * (_WIDTH * _HEIGHT // 2)
    head = f"YUV4MPEG2 W{_WIDTH} H{_HEIGHT} F10:1 Ip A1:1 C420\n".encode()
    path.write_bytes(head + (b"FRAME\n" + grey.tobytes() + colours) * 5)
