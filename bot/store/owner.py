"""Leaves what root makes to whoever has the folder: the bot, which is not root, has to open it."""

import os
from contextlib import suppress
from pathlib import Path


def leave(file: Path) -> None:
    """Gives a file or folder that root made to the owner of the folder it is in, where it may.

    In a container root may own nothing else, or give nothing away; then it stays as it is.
    """
    if os.geteuid() != 0:
        return
    owner, found = file.parent.stat(), file.stat()
    if (owner.st_uid, owner.st_gid) != (found.st_uid, found.st_gid):
        with suppress(PermissionError):
            os.chown(file, owner.st_uid, owner.st_gid)
