"""Counts hits by name and prints each share with its 95% interval (Wilson)."""

import math


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95% interval of a share."""
    if not count:
        return 0.0, 0.0
    z, share = 1.96, hits / count
    middle = share + z * z / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    below = 1 + z * z / count
    return (middle - half) / below, (middle + half) / below


class Tally:
    """Hits and counts by name, in the order they first came up."""

    def __init__(self) -> None:
        """Begins empty."""
        self._rows: dict[str, tuple[int, int]] = {}
        self.misses: list[tuple[str, str]] = []

    def add(self, name: str, hit: bool, miss: str = "") -> None:
        """Counts one; `miss` tells what it was where it did not hit."""
        hits, count = self._rows.get(name, (0, 0))
        self._rows[name] = (hits + hit, count + 1)
        if not hit and miss:
            self.misses.append((name, miss))

    def show(self, misses: int = 0) -> None:
        """Prints a row for each name, and some of the misses."""
        for name, (hits, count) in self._rows.items():
            low, high = wilson(hits, count)
            share = f"{100 * hits / count:6.1f}%   [{100 * low:.1f}, {100 * high:.1f}]"
            print(f"{name:44s} {hits:5d}/{count:<5d} {share}")
        shown: dict[str, int] = {}
        for name, miss in self.misses:
            shown[name] = shown.get(name, 0) + 1
            if shown[name] <= misses:
                print(f"  miss {name}: {miss}")
