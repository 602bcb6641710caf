"""What all records of HSDS share: ids that stay the same for ever, and their shape in JSON."""

from typing import Any
from uuid import UUID, uuid5

Json = dict[str, Any]

_SPACE = UUID("6f0c2d52-0d0e-5b07-9d2b-6d1c0a7f5e11")  # ours


def id_of(*parts: str) -> str:
    """The UUID of a record, from its kind and the ids of ours that it is made of."""
    return str(uuid5(_SPACE, "/".join(parts)))
