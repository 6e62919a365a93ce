"""Packages are signed where the build is given a certificate."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer.packaging.code_signing import MacSigner, WindowsSigner
from installer.packaging.paths import BuildError

PASSWORD = "a password with blanks"
needs_signer = pytest.mark.skipif(
    "CI" not in os.environ and shutil.which("osslsigncode") is None,  # in CI it has to be there
    reason="osslsigncode is not installed here",
)
needs_posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a self-signed certificate for signing code: its PKCS#12 file and its PEM."""
    folder = tmp_path_factory.mktemp("certificate")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Trial")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    sealed = serialization.BestAvailableEncryption(PASSWORD.encode())
    (folder / "trial.pfx").write_bytes(
        pkcs12.serialize_key_and_certificates(b"trial", key, made, None, sealed)
    )
    (folder / "trial.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "password").write_text(f"{PASSWORD}\n")
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Any program for Windows; setuptools brings this one along."""
    found = find_spec("setuptools")
    assert found is not None
    assert found.origin is not None
    some = Path(found.origin).with_name("cli-64.exe")
    return Path(shutil.copy(some, tmp_path / "kaikuluukku.exe"))


def verified(program: Path, authority: Path) -> bool:
    done = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", authority, "-in", program],
        capture_output=True,
        check=False,
        text=True,
    )
    return done.returncode == 0 and "Signature verification: ok" in done.stdout


@needs_signer
def test_a_windows_program_is_signed_with_the_certificate_that_is_given(
    certificate: Path, program: Path
) -> None:
    signer = WindowsSigner.given(
        {
            "KAIKULUUKKU_SIGN_WITH": str(certificate / "trial.pfx"),
            "KAIKULUUKKU_SIGN_PASSWORD": str(certificate / "password"),
        }
    )
    assert signer is not None
    assert not verified(program, certificate / "trial.pem")
    signer.sign(program)
    assert verified(program, certificate / "trial.pem")
    assert [path.name for path in program.parent.iterdir()] == [program.name]


@needs_signer
def test_a_signed_program_that_was_changed_is_no_longer_verified(
    certificate: Path, program: Path
) -> None:
    WindowsSigner(certificate / "trial.pfx", certificate / "password").sign(program)
    content = bytearray(program.read_bytes())
    content[0x1000] ^= 1
    program.write_bytes(content)
    assert not verified(program, certificate / "trial.pem")


@needs_signer
def test_a_wrong_password_ends_the_build(certificate: Path, program: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("another\n")
    with pytest.raises(BuildError):
        WindowsSigner(certificate / "trial.pfx", wrong).sign(program)


def test_without_a_certificate_nothing_is_signed_for_windows() -> None:
    assert WindowsSigner.given({}) is None


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for the tools of macOS, and the file in which they note how they were called."""
    notes = tmp_path / "called"
    notes.touch()
    for name in ("codesign", "xcrun"):
        tool = tmp_path / name
        tool.write_text(f'#!/bin/sh\necho "{name} $*" >> "{notes}"\n')
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return notes


@needs_posix
def test_a_macos_image_is_signed_and_notarised_as_who_is_named(called: Path) -> None:
    named = {"KAIKULUUKKU_SIGN_AS": "Developer ID", "KAIKULUUKKU_NOTARISE_AS": "press"}
    signer = MacSigner.given(named)
    signer.sign_bundle(Path("K.app"), Path("e.plist"))
    signer.sign_image(Path("K.dmg"))
    deep = "codesign --force --deep --options runtime"
    assert called.read_text().splitlines() == [
        f"{deep} --timestamp --sign Developer ID --entitlements e.plist K.app",
        "codesign --verify --deep --strict K.app",
        "codesign --force --timestamp --sign Developer ID K.dmg",
        "xcrun notarytool submit K.dmg --keychain-profile press --wait",
        "xcrun stapler staple K.dmg",
    ]


@needs_posix
def test_without_an_identity_a_macos_app_is_signed_for_this_machine_alone(called: Path) -> None:
    signer = MacSigner.given({})
    signer.sign_bundle(Path("K.app"), Path("e.plist"))
    signer.sign_image(Path("K.dmg"))
    assert "--sign - " in called.read_text()
    assert "K.dmg" not in called.read_text()
