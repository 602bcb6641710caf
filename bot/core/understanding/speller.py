"""Mends the spelling of words that the examples don't know."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.core.scoring.scorer import Scorer


class Speller:
    """Finds the known stem that a misspelt one probably stands for."""

    def __init__(self, scorer: Scorer) -> None:
        """Takes the stems that the scorer knows as the only words to repair to."""
        self._known = {name[2:] for name in scorer.index if name.startswith("w:")}
        self._near: dict[tuple[str, int], list[str]] = {}
        for stem in sorted(self._known):
            if len(stem) >= 4 and stem[0] != "‹":
                self._near.setdefault((stem[0], len(stem)), []).append(stem)
        self._found: dict[str, str | None] = {}

    def repairs(self, stems: Iterable[str]) -> dict[int, str]:
        """The repaired stems by position; known and short ones are left alone."""
        found = {}
        for position, stem in enumerate(stems):
            if len(stem) >= 5 and stem not in self._known and stem[0] != "‹":
                near = self._nearest(stem)
                if near:
                    found[position] = near
        return found

    def knows(self, stem: str) -> bool:
        """Whether a stem stands in the examples as it is."""
        return stem in self._known

    def _nearest(self, stem: str) -> str | None:
        if stem not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[stem] = self._search(stem)
        return self._found[stem]

    def forget(self) -> None:
        """Forgets which words were looked for."""
        self._found.clear()

    def _search(self, stem: str) -> str | None:
        allowed = 1 if len(stem) < 8 else 2
        near = [
            known
            for length in range(len(stem) - allowed, len(stem) + allowed + 1)
            for known in self._near.get((stem[0], length), ())
        ]
        best = extractOne(stem, near, scorer=OSA.distance, score_cutoff=allowed)
        return best[0] if best else None
