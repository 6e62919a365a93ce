"""Recognises folders that a cloud service, or another computer over the network, keeps too.

Such a folder can put older files back, or lock and write them in another order than was asked for.
A database needs neither.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_BY_NAME: Mapping[str, str] = {
    r"onedrive( - .*)?": "OneDrive",
    r"onedrive-.*": "OneDrive",
    r"dropbox( \(.*\))?": "Dropbox",
    r"google ?drive( .*)?": "Google Drive",
    r"googledrive-.*": "Google Drive",
    r"my drive|oma drive|min enhet": "Google Drive",
    r"dropbox-.*": "Dropbox",
    r"icloud ?drive": "iCloud",
    r"icloud~.*|com~apple~clouddocs": "iCloud",
    r"nextcloud\d*( .*|-.*)?": "Nextcloud",
    r"owncloud\d*( .*|-.*)?": "ownCloud",
    r"box sync|box-.*": "Box",
    r"jottacloud( .*)?": "Jottacloud",
    r"mega( sync.*)?|megasync.*": "MEGA",
    r"pcloud ?(drive|sync)": "pCloud",
    r"proton ?drive( .*)?|protondrive-.*": "Proton Drive",
    r"seafile( .*)?": "Seafile",
}
"""How the services name their folders on Windows, macOS and Linux."""
_BY_MARK: Mapping[str, str] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".stfolder": "Syncthing",
}
"""What the services leave in the uppermost folder that they keep."""
_BY_VARIABLE: Mapping[str, str] = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
"""Where Windows says which folders are kept, whatever their names."""
_NETWORK: Mapping[str, str] = {
    "nfs": "NFS",
    "nfs4": "NFS",
    "cifs": "SMB",
    "smb2": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "afpfs": "AFP",
    "webdav": "WebDAV",
    "davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "fuse.sshfs": "SSHFS",
    "fuse.rclone": "rclone",
    "fuse.gvfsd-fuse": "GVfs",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.dropbox": "Dropbox",
    "afs": "AFS",
    "ceph": "Ceph",
    "fuse.glusterfs": "GlusterFS",
    "9p": "9P",
    "vboxsf": "VirtualBox",
    "fuse.vmhgfs-fuse": "VMware",
}
"""File systems that reach over a network."""
_LONGEST = 5
_REMOTE_DRIVE = 4
_CLOUD_FILE = 0x9000001A
_CLOUD_MASK = 0xFFFF0FFF


def keeper_of(folder: Path) -> str | None:
    """The name of the service that keeps a folder; ``None`` where only this computer does.

    The folder need not be there yet. Asks nothing but this computer.
    """
    given = Path(os.path.abspath(folder))  # noqa: PTH100 - absolute() leaves ".." in
    for path in dict.fromkeys((given, given.resolve())):
        found = _by_name(path) or _by_variable(path, os.environ) or _by_mark(path)
        found = found or _by_system(path)
        if found is not None:
            return found
    return None


def _by_name(path: Path) -> str | None:
    for part in path.parts:
        for pattern, keeper in _BY_NAME.items():
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return keeper
    return None


def _by_variable(path: Path, variables: Mapping[str, str]) -> str | None:
    for name, keeper in _BY_VARIABLE.items():
        kept = variables.get(name)
        if kept and path.is_relative_to(Path(kept).absolute()):
            return keeper
    return None


def _by_mark(path: Path) -> str | None:
    for above in (path, *path.parents):
        for mark, keeper in _BY_MARK.items():
            try:
                if any(above.glob(mark)) and above != Path.home():
                    return keeper
            except OSError:  # a folder that may not be looked into keeps its secret
                continue
    return None


def network_of(path: Path, mounts: Iterable[tuple[Path, str]]) -> str | None:
    """The network over which a folder is reached, by what is mounted where."""
    under = [(point, kind) for point, kind in mounts if path.is_relative_to(point)]
    if not under:
        return None
    # Of several at one place, the one that was mounted last is in sight.
    _, (_, kind) = max(enumerate(under), key=lambda each: (len(each[1][0].parts), each[0]))
    return _NETWORK.get(kind)


def linux_mounts(table: str) -> Iterator[tuple[Path, str]]:
    """Where something is mounted, and of which kind it is (proc(5), ``mountinfo``)."""
    for line in table.splitlines():
        fields, _, after = line.partition(" - ")
        point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields.split()[4])
        yield Path(point), after.split()[0]


def other_mounts(table: str) -> Iterator[tuple[Path, str]]:
    """The same from ``mount``: ``//server/share on /Volumes/share (smbfs, nodev)``."""
    for line in table.splitlines():
        named = re.fullmatch(r".* on (.*) \((\w+)[,)].*", line)
        if named is not None:
            yield Path(named[1]), named[2]


def _by_system(path: Path) -> str | None:
    if sys.platform == "win32":
        return _on_windows(path)
    try:
        if sys.platform == "linux":
            table = Path("/proc/self/mountinfo").read_text(errors="surrogateescape")
            return network_of(path, linux_mounts(table))
        ran = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=True, timeout=_LONGEST
        )
    except (OSError, subprocess.SubprocessError):
        return None  # a system that does not say; names and marks were looked at
    return network_of(path, other_mounts(ran.stdout))


def _on_windows(path: Path) -> str | None:
    """A drive of the network, or files that Windows keeps for a cloud service of any name."""
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415 - only there it has what is asked

    if path.drive.startswith("\\\\"):
        return "SMB"
    if ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE:
        return "SMB"
    for above in (path, *path.parents):
        try:
            tag = above.lstat().st_reparse_tag
        except OSError:
            continue
        if tag & _CLOUD_MASK == _CLOUD_FILE:
            return "OneDrive"
    return None
