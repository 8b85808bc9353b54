"""Which kind of drive a store lies on: SQLite is only as safe as the drive's locks (fault F17)."""

import os
from pathlib import Path

import psutil

from workbook.errors import Problem
from workbook.store import kinds
from workbook.store.database import Database

NETWORK_KINDS = frozenset(
    (
        *("afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4"),
        *("9p", "smb2", "smb3", "smbfs", "webdav"),
    )
)


def drive_warnings(database: Database) -> tuple[Problem, ...]:
    """Return a warning if the store lies on a network drive."""
    kind = network_kind(database.file) if database.file else ""
    return (Problem(kinds.NETWORK_DRIVE, value=kind, details={"file": database.name}),) if kind else ()


def network_kind(file: Path) -> str:
    """Return the kind of the network drive a file lies on, empty for a drive of this computer.

    >>> network_kind(Path("//server/share/plan.db"))
    'share'
    """
    if file.as_posix().startswith("//"):
        return "share"
    place = os.path.realpath(file)
    drives = [drive for drive in psutil.disk_partitions(all=True) if _holds(drive.mountpoint, place)]
    nearest = max(drives, key=lambda drive: len(drive.mountpoint), default=None)
    return _named(nearest.fstype.lower(), nearest.opts) if nearest else ""


def _holds(mountpoint: str, place: str) -> bool:
    return place == mountpoint or place.startswith(mountpoint.rstrip("/\\") + os.sep)


def _named(kind: str, options: str) -> str:
    # Windows says "remote" among the options; sshfs and the like are programs behind "fuse.".
    remote = kind in NETWORK_KINDS or kind.startswith("fuse.ssh") or "remote" in options.split(",")
    return kind or "share" if remote else ""
