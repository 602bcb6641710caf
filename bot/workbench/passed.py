"""What residents asked, the bot did not know and they let pass on, read beside the running bot.

Only the table of those questions is read, and only rows of it are erased. The key that opens what
people follow is not needed for it, and not asked for.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.core.talk.scrubbing import GAP
from bot.core.understanding.brain import Brain
from bot.knowledge.gap_clusters import Cluster, clusters_of
from bot.store.engine import open_database
from bot.store.gaps import Gap, drop_gaps, fetch_gaps
from bot.store.migrate import migrate


class NotThereError(Exception):
    """There is no database here, so nobody was asked anything yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Questions that are alike: the first, the others worded otherwise, and their ids."""

    words: str
    others: tuple[str, ...]
    ids: tuple[str, ...]
    last: date
    topic: str  # the nearest, or what is not ours
    answered: str = ""  # the topic that answers them by now, if there is one

    @property
    def has_hole(self) -> bool:
        """Whether something was taken out of the first."""
        return GAP in self.words


class Mailbox:
    """The questions in the database of the bot."""

    def __init__(self, file: Path, url: str, clock: Callable[[], datetime]) -> None:
        """`file` is the SQLite file, unless `url` names a PostgreSQL; `clock` gives UTC."""
        self._file, self._url, self._clock = file, url, clock
        self._sorted: tuple[Brain | None, tuple[str, ...], tuple[Passed, ...]] = (None, (), ())

    async def sorted_by(self, brain: Brain) -> tuple[Passed, ...]:
        """The questions in groups, the largest first.

        Raises NotThereError or StoreError.
        """
        gaps = await self._fetch()
        ids = tuple(one.id for one in gaps)
        if self._sorted[0] is not brain or self._sorted[1] != ids:
            found = await asyncio.to_thread(_grouped, gaps, brain)
            self._sorted = (brain, ids, found)
        return self._sorted[2]

    async def erase(self, ids: Sequence[str]) -> int:
        """Erases questions that were dealt with; how many there were."""
        self._look()
        async with (
            open_database(self._file, self._url) as database,
            database.transaction() as inside,
        ):
            return await drop_gaps(inside, ids)

    async def _fetch(self) -> tuple[Gap, ...]:
        self._look()
        async with open_database(self._file, self._url) as database:
            await migrate(database, self._clock())
            return await fetch_gaps(database)

    def _look(self) -> None:
        """Makes no database where the bot has none."""
        if not self._url and not self._file.is_file():
            raise NotThereError


def _grouped(gaps: Sequence[Gap], brain: Brain) -> tuple[Passed, ...]:
    clusters = clusters_of([one.words for one in gaps], brain)
    return tuple(_passed(one, gaps) for one in clusters)


def _passed(one: Cluster, gaps: Sequence[Gap]) -> Passed:
    members = [gaps[number] for number in one.members]
    others = dict.fromkeys(each.words for each in members if each.words != one.words)
    return Passed(
        words=one.words,
        others=tuple(others),
        ids=tuple(each.id for each in members),
        last=max(each.asked for each in members),
        topic=one.topic,
        answered=one.answered,
    )
