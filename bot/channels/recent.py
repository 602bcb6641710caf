"""A memory of the latest keys that cannot grow without end."""

from collections import OrderedDict

LIMIT = 10_000


class Recent:
    """Remembers a value for each of the latest keys and forgets the oldest first."""

    def __init__(self, *, limit: int = LIMIT) -> None:
        self._limit = limit
        self._values: OrderedDict[int, float] = OrderedDict()

    def __contains__(self, key: int) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: int, default: float) -> float:
        """Give the value of a key, or the default when it is unknown or forgotten."""
        return self._values.get(key, default)

    def put(self, key: int, value: float = 0.0) -> None:
        """Remember a value for a key, as the latest one."""
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._limit:
            self._values.popitem(last=False)

    def drop(self, key: int) -> None:
        """Forget a key, known or not."""
        self._values.pop(key, None)
