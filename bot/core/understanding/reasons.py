"""Which words and which example decided, in words for editors."""

from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import Guess, Weighed

_REASONS = 5


def because_of(brain: Brain, weighed: Weighed, guess: Guess, exact: str | None) -> tuple[str, ...]:
    """Which words and which example decided, and who came second by how much."""
    best, next_best = guess.topics[0], guess.topics[1]
    if exact is not None:
        return (f"zelfde woorden als een voorbeeld van {exact}",)
    told = [
        f"{best[0]} {best[1]:.2f}; daarna {next_best[0]} {next_best[1]:.2f}; "
        f"elders {guess.elsewhere:.2f}"
    ]
    reasons = brain.scorer.reasons(weighed.known, best[0], next_best[0], _REASONS)
    words = ", ".join(f"{readable(name)} {points:+.2f}" for name, points in reasons if points > 0)
    if words:
        told.append(f"voor {best[0]}: {words}")
    nearest, likeness = weighed.support.nearest, weighed.support.likeness
    if nearest is not None and nearest < len(brain.examples):
        topic, text = brain.examples[nearest]
        told.append(f"lijkt het meest op ‘{text}’ ({topic}, {likeness:.2f})")
    return tuple(told)


def readable(feature: str) -> str:
    """A feature as an editor may read it."""
    sort, _, name = feature.partition(":")
    sorts = {"w": "woord", "p": "woordpaar", "c": "begrip", "d": "begrippen", "l": "letters"}
    return f"{sorts.get(sort, 'vorm')} ‘{name}’"
