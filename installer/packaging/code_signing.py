"""Signing what is installed, where the build is given a certificate; unsigned where it is not.

Windows: ``KAIKULUUKKU_SIGN_WITH`` names a PKCS#12 file, ``KAIKULUUKKU_SIGN_PASSWORD`` a file whose
first line is its password (a password on a command line is seen by everybody on the machine), and
``KAIKULUUKKU_SIGN_TIMESTAMP`` the address of a time-stamping server (RFC 3161), so that signatures
outlive the certificate. ``osslsigncode`` does it, on every system alike.

macOS: ``KAIKULUUKKU_SIGN_AS`` names an identity of the keychain, as a Developer ID, and
``KAIKULUUKKU_NOTARISE_AS`` a profile of ``notarytool``'s, for which Apple then vouches.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from installer.packaging.paths import BuildError, print_progress, run

NAME = "Kaikuluukku"


@dataclass(frozen=True, slots=True)
class WindowsSigner:
    """Signs programs for Windows (Authenticode)."""

    certificate: Path
    password_file: Path | None = None
    timestamp_address: str | None = None

    @classmethod
    def given(cls, environment: Mapping[str, str] = os.environ) -> Self | None:
        """The one that the environment names, or ``None``."""
        certificate = environment.get("KAIKULUUKKU_SIGN_WITH")
        if not certificate:
            return None
        password = environment.get("KAIKULUUKKU_SIGN_PASSWORD")
        return cls(
            Path(certificate),
            Path(password) if password else None,
            environment.get("KAIKULUUKKU_SIGN_TIMESTAMP"),
        )

    def sign(self, program: Path) -> None:
        """Sign a program where it is. Raises ``BuildError``."""
        tool = shutil.which("osslsigncode")
        if tool is None:
            raise BuildError("A certificate is given: osslsigncode is needed on the path.")
        print_progress(f"Signing {program.name}")
        signed = program.with_name(f"{program.name}.signed")
        signed.unlink(missing_ok=True)
        run(
            tool, "sign", "-h", "sha256", "-n", NAME, "-pkcs12", self.certificate,
            *(["-readpass", self.password_file] if self.password_file else ["-pass", ""]),
            *(["-ts", self.timestamp_address] if self.timestamp_address else []),
            "-in", program, "-out", signed,
        )  # fmt: skip
        signed.replace(program)


@dataclass(frozen=True, slots=True)
class MacSigner:
    """Signs for macOS: for this machine alone (``-``), unless an identity is named."""

    identity: str = "-"
    notary_profile: str | None = None

    @classmethod
    def given(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The one that the environment names."""
        return cls(
            environment.get("KAIKULUUKKU_SIGN_AS") or "-",
            environment.get("KAIKULUUKKU_NOTARISE_AS"),
        )

    def sign_bundle(self, bundle: Path, entitlements: Path) -> None:
        """Sign the app with all that is in it, and see that it is. Raises ``BuildError``."""
        time = [] if self.identity == "-" else ["--timestamp"]
        run(
            "codesign", "--force", "--deep", "--options", "runtime", *time,
            "--sign", self.identity, "--entitlements", entitlements, bundle,
        )  # fmt: skip
        run("codesign", "--verify", "--deep", "--strict", bundle)

    def sign_image(self, image: Path) -> None:
        """Sign the disk image, and have Apple vouch for it where that is asked for."""
        if self.identity == "-":
            return
        run("codesign", "--force", "--timestamp", "--sign", self.identity, image)
        if self.notary_profile:
            print_progress("Waiting for Apple")
            run(
                "xcrun", "notarytool", "submit", image,
                "--keychain-profile", self.notary_profile, "--wait",
            )  # fmt: skip
            run("xcrun", "stapler", "staple", image)


def main() -> int:
    """Sign the programs that are named, as NSIS asks it for the uninstaller."""
    signer = WindowsSigner.given()
    if signer is None:
        return 0
    try:
        for name in sys.argv[1:]:
            signer.sign(Path(name))
    except BuildError as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
