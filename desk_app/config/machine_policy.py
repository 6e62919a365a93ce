"""The machine's policy: settings by its admin for every desk on it, in one file.

It is applied on top of what the register allows and what staff choose: it fills in, narrows and
locks, and never loosens what the register says. Only admins can write the file.
"""

import os
import sys
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from desk_app.config.settings import Settings
from desk_app.files.protection import ROOT, open_to_change
from desk_app.services.errors import UsageError

STRAIGHT = "none"
"""In the proxy's place: no proxy at all, whatever the system says."""


class PolicyUnusableError(UsageError):
    """The policy file cannot be read, or is invalid; ``reason`` names the place."""

    code = "policy_unusable"


def policy_file() -> Path:
    """The path of this machine's policy, if there is one."""
    if sys.platform == "win32":
        data = os.environ.get("PROGRAMDATA") or r"C:\ProgramData"
        return Path(data, "Kaikuluukku", "policy.toml")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Kaikuluukku/policy.toml")
    return Path("/etc/kaikuluukku/policy.toml")


def machine_policy() -> "MachinePolicy":
    """The policy of this machine, trusted only where administrators alone can have written it.

    Raises ``PolicyUnusableError``.
    """
    return MachinePolicy.load_protected(policy_file())


_SLIP = "forget-pin"
_SLIP_IS_GOOD_FOR = 15 * 60.0
"""Seconds."""


def may_write(path: Path) -> bool:
    """Whether this user may write a file, or make it where it is not there yet."""
    if sys.platform == "win32":  # where anybody may make a folder beside the policy's
        import ctypes  # noqa: PLC0415 - Windows' own

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    try:
        there = next(each for each in (path, *path.parents) if each.exists())
    except OSError:  # in a folder that this user may not even look into
        return False
    return os.access(there, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def pin_slip(policy: Path) -> Path:
    """The file by which somebody who may write the policy permits removing a PIN, for a while."""
    return policy.with_name(_SLIP)


def may_forget_pin(policy: Path, now: float, administrators: frozenset[int] = ROOT) -> bool:
    """Whether this user may write the policy, or somebody who may has just allowed it.

    ``now`` is in seconds since the epoch.
    """
    if may_write(policy):
        return True
    slip = pin_slip(policy)
    try:
        age = now - slip.stat().st_mtime
        return 0 <= age <= _SLIP_IS_GOOD_FOR and open_to_change(slip, administrators) is None
    except OSError:
        return False


class MachinePolicy(BaseModel):
    """The file's content. A missing entry means the same as no file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    register_address: Annotated[
        str | None, Field(description="Address of the register, for enrolling.")
    ] = None
    ca_file: Annotated[
        Path | None, Field(description="Certificates of an own authority, in PEM; for all calls.")
    ] = None
    proxy: Annotated[
        str | None, Field(description='Proxy for every call, or "none"; else the system\'s own.')
    ] = None
    desk_name: Annotated[str | None, Field(description="Name of a desk enrolled here.")] = None
    activation_code_file: Annotated[
        Path | None,
        Field(description="File with an activation code, used and removed at the first start."),
    ] = None
    retention_days: Annotated[
        int | None,
        Field(ge=1, description="Days to keep card numbers, where the register allows more."),
    ] = None
    update_channel: Annotated[
        Literal["stable", "none"], Field(description="Whether to look for new versions.")
    ] = "stable"
    update_address: Annotated[
        str | None, Field(description="Where the manifest of versions lies.")
    ] = None
    settings: Annotated[
        dict[str, Any], Field(description="Settings that staff begin with, by name.")
    ] = {}
    locked: Annotated[
        frozenset[str], Field(description="Settings that stay as the policy has them.")
    ] = frozenset()

    @classmethod
    def load(cls, path: Path) -> Self:
        """The policy, or an empty one where there is no file. Raises ``PolicyUnusableError``."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return cls()
        except ValidationError as wrong:
            first = wrong.errors(include_url=False, include_input=False)[0]
            spot = ".".join(str(step) for step in first["loc"])
            reason = f"{spot}: {first['msg']}" if spot else first["msg"]
            raise PolicyUnusableError(path=str(path), reason=reason) from wrong
        except (OSError, ValueError) as unreadable:
            raise PolicyUnusableError(path=str(path), reason=str(unreadable)) from unreadable

    @classmethod
    def load_protected(cls, path: Path, administrators: frozenset[int] = ROOT) -> Self:
        """The policy, if nobody but an administrator can have changed the file or a folder above.

        Otherwise any user of the machine could lead the desk to a register of their own. Raises
        ``PolicyUnusableError``.
        """
        try:
            open_at = open_to_change(path, administrators)
        except FileNotFoundError:
            return cls()
        except OSError as unreadable:
            raise PolicyUnusableError(path=str(path), reason=str(unreadable)) from unreadable
        if open_at is not None:
            raise PolicyUnusableError(
                path=str(path), reason=f"others than an administrator can change {open_at}"
            )
        return cls.load(path)

    @model_validator(mode="after")
    def _settings_make_sense(self) -> Self:
        for name in (*self.settings, *self.locked):
            if name not in Settings.model_fields:
                raise ValueError(f"there is no setting {name}")
        if unsaid := self.locked - set(self.settings):
            raise ValueError(f"locked, but not set: {', '.join(sorted(unsaid))}")
        Settings.model_validate(self.settings)
        return self

    def is_locked(self, name: str) -> bool:
        """Whether staff cannot change a setting."""
        return name in self.locked

    def effective_settings(self, chosen: Settings) -> Settings:
        """The effective settings: staff's choice, within what the policy leaves to them."""
        free = {name: getattr(chosen, name) for name in chosen.model_fields_set - self.locked}
        return Settings.model_validate({**self.settings, **free})

    def apply_proxy(self) -> None:
        """Send every call of this program through the policy's proxy, or directly."""
        if self.proxy is None:
            return
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
            os.environ.pop(name, None)
            os.environ.pop(name.lower(), None)
        if self.proxy == STRAIGHT:
            os.environ["NO_PROXY"] = "*"
        else:
            os.environ["HTTP_PROXY"] = os.environ["HTTPS_PROXY"] = self.proxy
