"""Folders that a cloud service or the network keeps, as they look on each system."""

from pathlib import Path

import pytest

from desk_app.devices.folders import keeper_of, linux_mounts, network_of, other_mounts


@pytest.mark.parametrize(
    ("folder", "keeper"),
    [
        ("OneDrive/kaikuluukku", "OneDrive"),
        ("OneDrive - Kaupunginteatteri/desk", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Teatteri/desk", "OneDrive"),
        ("Dropbox/desk", "Dropbox"),
        ("Dropbox (Teatteri)/desk", "Dropbox"),
        ("Google Drive/My Drive/desk", "Google Drive"),
        ("Oma Drive/desk", "Google Drive"),
        ("Min enhet/desk", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-a@example.org/desk", "Google Drive"),
        ("iCloudDrive/desk", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs/desk", "iCloud"),
        ("Nextcloud/desk", "Nextcloud"),
        ("nextcloud2/desk", "Nextcloud"),
        ("Library/CloudStorage/Nextcloud-minna@example.org/desk", "Nextcloud"),
        ("Library/CloudStorage/Box-Box/desk", "Box"),
        ("Jottacloud/desk", "Jottacloud"),
        ("MEGAsync/desk", "MEGA"),
        ("pCloudDrive/desk", "pCloud"),
        ("Proton Drive/desk", "Proton Drive"),
        ("Seafile/desk", "Seafile"),
        ("Documents/desk", None),
        ("Dropbox/../desk", None),
        ("dropboxes/desk", None),
        ("box/megaphones/desk", None),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(
    tmp_path: Path, folder: str, keeper: str | None
) -> None:
    assert keeper_of(tmp_path / folder) == keeper


@pytest.mark.parametrize(
    ("mark", "keeper"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_1f2e3d.db", "Nextcloud"),
        (".tmp.driveupload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_above(tmp_path: Path, mark: str, keeper: str) -> None:
    (tmp_path / mark).touch()
    assert keeper_of(tmp_path / "work" / "desk") == keeper


def test_a_service_is_known_behind_a_link(tmp_path: Path) -> None:
    kept = tmp_path / "Dropbox" / "desk"
    kept.mkdir(parents=True)
    link = tmp_path / "desk"
    link.symlink_to(kept)
    assert keeper_of(link) == "Dropbox"


def test_a_service_is_known_by_what_windows_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "T - Yhteiset"))
    assert keeper_of(tmp_path / "T - Yhteiset" / "desk") == "OneDrive"
    assert keeper_of(tmp_path / "other") is None


_MOUNTINFO = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /srv/homes rw shared:20 - nfs4 server:/srv/homes rw,vers=4.2
41 22 0:36 / /mnt/Yhteinen\040levy rw - cifs //server/yhteinen rw
42 41 254:1 / /mnt/Yhteinen\040levy/own rw - ext4 /dev/vdb rw
43 22 0:37 / /media/cloud rw - fuse.rclone remote: rw
""".strip()
_MOUNT = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//user@server/share on /Volumes/Yhteinen levy (smbfs, nodev, nosuid, mounted by user)
server:/home on /Volumes/home (nfs, asynchronous)
""".strip()


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/var/lib/desk", None),
        ("/srv/homes/desk", "NFS"),
        ("/mnt/Yhteinen levy/desk", "SMB"),
        ("/mnt/Yhteinen levy/own/desk", None),
        ("/media/cloud/desk", "rclone"),
    ],
)
def test_a_network_is_known_by_what_linux_has_mounted(folder: str, network: str | None) -> None:
    assert network_of(Path(folder), linux_mounts(_MOUNTINFO)) == network


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/opt/desk", None),
        ("/Volumes/Yhteinen levy/desk", "SMB"),
        ("/Volumes/home/desk", "NFS"),
    ],
)
def test_a_network_is_known_by_what_a_mac_has_mounted(folder: str, network: str | None) -> None:
    assert network_of(Path(folder), other_mounts(_MOUNT)) == network
