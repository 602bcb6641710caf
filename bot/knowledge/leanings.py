"""What follow-ups taught: the weights that travel with the package, and how they were made."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from bot.core.lexicon.text import words_of
from bot.core.message import Query, Session
from bot.core.talk.continuing import Leaning
from bot.core.talk.followup import understood_after
from bot.core.understanding.brain import Brain, compared
from bot.core.understanding.understand import understand
from bot.knowledge.followups import Followup
from bot.knowledge.leaning_fitting import Lesson, fit_leaning

FILE = "leaning.json"
_VERSION = "2"  # raise it when the same follow-ups would give other marks
# Follow-ups say "morgen" and "vrijdag" as of this moment; any Wednesday afternoon would do.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


def read_leaning() -> Leaning | None:
    """The weights that travel with the package; None where there are none."""
    values = _shipped()
    if not values:
        return None
    return Leaning(
        alone=float(values["alone"]),
        topics=values["topics"],
        after=values["after"],
        same=values["same"],
        said=values["said"],
        sure=float(values["sure"]),
    )


def is_fitted_to(followups: Sequence[Followup]) -> bool:
    """Whether the shipped weights were fitted to these follow-ups."""
    return shipped_key() == key_of(followups)


def shipped_key() -> str:
    """The key of the follow-ups that the shipped weights were fitted to."""
    return str(_shipped().get("key", ""))


def ship_leaning(followups: Sequence[Followup], brain: Brain, target: Path) -> int:
    """Fits weights to the follow-ups and writes them so that a change reads well; how many taught.

    Without any nothing is written.
    """
    lessons = lessons_of(followups, brain)
    if lessons:
        values = {"key": key_of(followups), **asdict(fit_leaning(lessons))}
        told = json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True)
        (target / FILE).write_text(told + "\n", encoding="utf-8")
    return len(lessons)


def lessons_of(followups: Sequence[Followup], brain: Brain) -> list[Lesson]:
    """What each follow-up teaches: its message as read alone, and what was asked before.

    A message that is an example of a topic word for word teaches nothing: by itself it is guessed
    better than a stranger's. Nor does one that only puts something right, which is told without
    weights.
    """
    found = []
    for one in followups:
        first = understand(one.first.text, _MOMENT, brain)
        if first.topic is None or is_example(one, brain):
            continue
        query = Query(topic=first.topic, slots=first.slots)
        session = Session(query=query, touched=_MOMENT)
        then = understood_after(one.then.text, session, _MOMENT, brain)
        if then.chances and not then.corrects:
            found.append(Lesson(understood=then, before=first.topic, topics=one.labels))
    return found


def is_example(followup: Followup, brain: Brain) -> bool:
    """Whether the second message stands among the examples of a topic."""
    return compared(words_of(followup.then.text)) in brain.exact


def key_of(followups: Sequence[Followup]) -> str:
    """A key that changes when the follow-ups do."""
    digest = hashlib.blake2b(_VERSION.encode(), digest_size=12)
    for one in followups:
        told = (one.first.text, one.then.text, *(words.text for words in one.topics))
        digest.update(("\t".join(told) + "\n").encode())
    return digest.hexdigest()


def _shipped() -> Mapping[str, Any]:
    path = resources.files("bot.data").joinpath(FILE)
    if not path.is_file():
        return {}
    values: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return values
