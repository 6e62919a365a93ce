"""Owners and access lists of files on Windows, for :mod:`desk_app.files.protection`."""

import sys
from pathlib import Path

if sys.platform == "win32":  # elsewhere the library does not exist
    import ntsecuritycon as rights
    import win32api
    import win32security

    _ADMINISTRATORS = frozenset(
        {
            "S-1-5-18",  # SYSTEM
            "S-1-5-32-544",  # the group Administrators
            "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
        }
    )
    _READ = rights.FILE_READ_DATA | rights.GENERIC_READ | rights.GENERIC_ALL
    _REPLACE = (
        rights.DELETE
        | rights.WRITE_DAC
        | rights.WRITE_OWNER
        | rights.FILE_DELETE_CHILD
        | rights.GENERIC_ALL
    )
    _CHANGE = _REPLACE | rights.FILE_WRITE_DATA | rights.FILE_APPEND_DATA | rights.GENERIC_WRITE

    def is_private(path: Path) -> bool:
        """Whether nobody but this user and administrators may read a file. Raises ``OSError``."""
        trusted = _ADMINISTRATORS | {_this_user()}
        return not _allowed(path, _READ) - trusted

    def open_to_change(path: Path) -> Path | None:
        """The file or folder through which somebody but an administrator may change a file.

        The file and its own folder may not be written at all; folders further up (any user may
        add to ProgramData) may not have their entries replaced. Raises ``OSError``.
        """
        near = (path, path.parent)
        for each in (path, *path.parents):
            wanted = _CHANGE if each in near else _REPLACE
            if ({_owner(each)} | _allowed(each, wanted)) - _ADMINISTRATORS:
                return each
        return None

    def _this_user() -> str:
        token = win32security.OpenProcessToken(
            win32api.GetCurrentProcess(), win32security.TOKEN_QUERY
        )
        user, _ = win32security.GetTokenInformation(token, win32security.TokenUser)
        return _text(user)

    def _owner(path: Path) -> str:
        return _text(_descriptor(path).GetSecurityDescriptorOwner())

    def _allowed(path: Path, mask: int) -> set[str]:
        """Everybody to whom the access list gives one of the rights in ``mask``, by SID."""
        access = _descriptor(path).GetSecurityDescriptorDacl()
        if access is None:  # no list at all: everybody may do everything
            return {"S-1-1-0"}
        found = set()
        for index in range(access.GetAceCount()):
            (kind, flags), granted, *_, sid = access.GetAce(index)
            inherited_only = flags & win32security.INHERIT_ONLY_ACE
            if kind == win32security.ACCESS_ALLOWED_ACE_TYPE and not inherited_only:
                found |= {_text(sid)} if granted & mask else set()
        return found

    def _descriptor(path: Path) -> "win32security.PySECURITY_DESCRIPTOR":
        wanted = win32security.OWNER_SECURITY_INFORMATION | win32security.DACL_SECURITY_INFORMATION
        try:
            return win32security.GetNamedSecurityInfo(
                str(path), win32security.SE_FILE_OBJECT, wanted
            )
        except win32security.error as refused:
            raise OSError(refused.winerror, refused.strerror, str(path)) from refused

    def _text(sid: "win32security.PySID") -> str:
        return str(win32security.ConvertSidToStringSid(sid))
