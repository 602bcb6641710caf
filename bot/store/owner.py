"""Leaves what root makes to whoever has the folder: the bot, which is not root, has to open it."""

import os
from pathlib import Path


def leave(file: Path) -> None:
    """Gives a file or folder that root made to the owner of the folder it is in; else nothing."""
    if os.geteuid() == 0:
        owner = file.parent.stat()
        os.chown(file, owner.st_uid, owner.st_gid)
