"""Turns the examples into weights, once: they are kept with a key of what they were made from."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from importlib import resources
from pathlib import Path

from bot.core.lexicon.lexicon import Lexicon
from bot.core.places.gazetteer import Gazetteer
from bot.core.scoring.scorer import Scorer
from bot.core.slots.slots import ORGANISATION
from bot.core.understanding.reading import Reading, features_of_reading, read
from bot.knowledge.drawer import Drawer
from bot.knowledge.fitting import fit, load_scorer, save_scorer
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example

# Raise it when the same examples would give other features.
_VERSION = "2"
_KEY = 24  # characters of a key
# Examples say "morgen" and "vrijdag" as of this moment; any Wednesday afternoon would do.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time
SHIPPED = "topics.npz"
_KEPT = 12  # files of weights; those that were asked for longest ago go


def trained(key: str, cache: Path | None, fitted: Callable[[], Scorer]) -> Scorer:
    """The weights with this key: shipped, kept from an earlier time, or `fitted` now."""
    scorer = kept_scorer(key, cache)
    if scorer is None:
        scorer = fitted()
        if cache is not None:
            save_scorer(scorer, _place(cache, key), key, small=False)
            _tidy(cache)
    return scorer


def kept_scorer(key: str, cache: Path | None) -> Scorer | None:
    """The weights with this key that are shipped or were kept; None where there are none."""
    shipped = resources.files("bot.data").joinpath(SHIPPED)
    with resources.as_file(shipped) as path:
        scorer = load_scorer(path, key)
    if scorer is None and cache is not None:
        scorer = load_scorer(_place(cache, key), key)
        with suppress(OSError):
            if scorer is not None:
                _place(cache, key).touch()
    return scorer


def _place(cache: Path, key: str) -> Path:
    return cache / f"{key}.npz"


def _tidy(cache: Path) -> None:
    """Deletes the weights of examples that are long gone, and of drafts that came to nothing."""
    with suppress(OSError):
        kept = sorted(cache.glob(f"{'?' * _KEY}.npz"), key=lambda one: one.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink()


def readings_of(
    examples: Sequence[Example],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    drawer: Drawer | None = None,
) -> list[Reading]:
    """The examples cut up as messages are; a drawer gives back those of an earlier time."""

    def cut(text: str, _: Report) -> Reading:
        return read(text, _MOMENT, lexicon, gazetteer)

    kept, report = drawer or Drawer(), Report()
    return [kept.take(one.text, partial(cut, one.text), report) for one in examples]


def fit_readings(readings: Sequence[Reading], examples: Sequence[Example]) -> Scorer:
    """Weights fitted to the examples; about two seconds for 5,000 of them."""
    features = [features_of_reading(reading) for reading in readings]
    return fit(features, [one.topic for one in examples])


def key_of(examples: Iterable[tuple[str, str]], lexicon: Lexicon) -> str:
    """A key of the examples, each a topic and a text, and the words that shape their features."""
    lines = [f"{topic}\t{text}\n" for topic, text in examples]
    lines += [
        f"{category}\t{value}\t{phrase}\n"
        for (category, value), phrase in lexicon.phrases
        if category != ORGANISATION
    ]
    return hashlib.blake2b((_VERSION + "".join(lines)).encode(), digest_size=_KEY // 2).hexdigest()
