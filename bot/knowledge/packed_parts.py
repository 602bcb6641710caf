"""What the shipped knowledge reads as, packed beside the weights, so that no start reads it again.

Each part stands in a file of its own, behind a key of the files it was read from and of the code
that read them. An editor's folder takes from it whatever is still the same there.
"""

import io
import pickle
import pickletools
import zlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from bot.knowledge.pickling import BROKEN, Pickler, Unpickler
from bot.knowledge.verdicts import digest_of, digest_of_code

PARTS = frozenset(("onderwerpen", "veiligheid", "woorden"))  # that take long to read
_ENDING = ".deel"
_KEY = 32  # characters of a key
_ROOMS = (  # that decide what the files are read as
    *("bot.knowledge", "bot.core", "bot.core.lexicon", "bot.core.places", "bot.core.safety"),
    *("bot.core.scoring", "bot.core.slots", "bot.core.understanding"),
)
_BESIDE = ("places.tsv", "safety.npz")  # and the built files that do


def pack(name: str, told: str, value: object, target: Path) -> None:
    """Writes what a part reads as into a folder, by a key of the files it was read from.

    A pickle remembers each of its values until the last is read, and leaves holes of megabytes
    in the memory when it forgets them: what is not come back to need not be remembered. The
    built files may have been written anew since their key was last asked for.
    """
    _key_of_reading.cache_clear()
    held = io.BytesIO()
    Pickler(held, pickle.HIGHEST_PROTOCOL).dump(value)
    packed = zlib.compress(pickletools.optimize(held.getvalue()), 9)
    (target / f"{name}{_ENDING}").write_bytes(_key(told).encode() + packed)


def unpacked(name: str, told: str, source: Traversable | None = None) -> Any | None:
    """What a part reads as, where it was read from just this; else nothing.

    It stands in the folder `source`, or else in the package.
    """
    folder = source or resources.files("bot.data")
    try:
        with folder.joinpath(f"{name}{_ENDING}").open("rb") as file:
            if file.read(_KEY) != _key(told).encode():
                return None
            return Unpickler(io.BytesIO(zlib.decompress(file.read()))).load()
    except (*BROKEN, zlib.error):  # none was shipped, or half of it
        return None


def _key(told: str) -> str:
    return digest_of(told, _key_of_reading())


@cache
def _key_of_reading() -> str:
    built = [resources.files("bot.data").joinpath(name).read_bytes() for name in _BESIDE]
    return digest_of(digest_of_code(*_ROOMS), *built)
