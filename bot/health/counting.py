"""Counts answers, for coordinators by week and for a monitoring program as metrics.

A number below ten lives in memory only. Neither a chat nor a word of a message comes here.
"""

import asyncio
import logging
from collections import Counter as Tally
from collections.abc import Callable
from datetime import date, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from bot.core.figures import LEAST, Count, Sort, week_of
from bot.core.talk.outcome import Outcome
from bot.core.understanding.understand import Decision
from bot.store.database import Database, StoreError
from bot.store.tally import add_counts

_LOG = logging.getLogger(__name__)
_EVERY = 60.0  # seconds between two writings
_MOST_NAMES = 5_000  # different counts in memory; a week has some hundreds
_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0)


class Counting:
    """Counts every answer to a resident."""

    def __init__(self) -> None:
        """Begins at nothing."""
        self._fresh: Tally[Count] = Tally()
        self._unshown: Tally[str] = Tally()
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._answers = Counter(
            "handwijzer_answers", "Answers given.", ("decision",), registry=self.registry
        )
        self._topics = Counter(
            "handwijzer_topics", "Answers by topic, in tens.", ("topic",), registry=self.registry
        )
        self._seconds = Histogram(
            "handwijzer_answer_seconds",
            "Time to decide on an answer and do what it asks for.",
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.silence = Gauge(
            "handwijzer_telegram_silent_seconds",
            "Seconds since Telegram was last heard by polling.",
            registry=self.registry,
        )
        self.deliveries = Gauge(
            "handwijzer_deliveries",
            "Messages to followers, by how they stand.",
            ("state",),
            registry=self.registry,
        )

    def note(self, outcome: Outcome, seconds: float, now: datetime) -> None:
        """Counts one answer to a resident; `now` is local."""
        self._seconds.observe(seconds)
        understood = outcome.understanding
        decision = understood.decision.value if understood else "other"
        self._answers.labels(decision).inc()
        for count in _counts_of(outcome, now):
            if count in self._fresh or len(self._fresh) < _MOST_NAMES:
                self._fresh[count] += 1
            if count.sort is Sort.TOPIC:
                self._show(count.name)

    def _show(self, topic: str) -> None:
        """Shows a topic by tens: who collects metrics keeps them, and sees when each went up."""
        self._unshown[topic] += 1
        if self._unshown[topic] >= LEAST:
            self._topics.labels(topic).inc(self._unshown.pop(topic))

    async def run(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Writes what has come to ten, every minute, until cancelled; then once more."""
        day = clock().date()
        try:
            while True:
                await asyncio.sleep(_EVERY)
                today = clock().date()
                await (self.keep(database) if today == day else self.close_day(database, today))
                day = today
        finally:
            await self.keep(database)

    async def keep(self, database: Database) -> None:
        """Writes what has come to ten; the rest stays in memory."""
        fresh = Tally(self._fresh)
        try:
            kept = await add_counts(database, fresh)
        except StoreError as error:
            _LOG.warning("counts were not kept: %s", error)
            return
        for count in kept:
            self._fresh[count] -= fresh[count]
        self._fresh = +self._fresh

    async def close_day(self, database: Database, today: date) -> None:
        """Forgets the small numbers of periods that are over."""
        await self.keep(database)
        going_on = (today.isoformat(), week_of(today))
        self._fresh = Tally(
            {one: number for one, number in self._fresh.items() if one.period in going_on}
        )


def _counts_of(outcome: Outcome, now: datetime) -> list[Count]:
    week = week_of(now.date())
    found = [
        Count(period=now.date().isoformat(), sort=Sort.LEVEL, name=level.value)
        for level in outcome.screening.levels
    ]
    if outcome.screening.crisis:
        return found  # what somebody in danger asks is counted nowhere
    understood = outcome.understanding
    if understood is None:
        return found
    found.append(Count(period=week, sort=Sort.DECISION, name=understood.decision.value))
    if understood.decision is Decision.ANSWER and understood.topic:
        found.append(Count(period=week, sort=Sort.TOPIC, name=understood.topic))
    place = outcome.query.slots.place
    if place is not None and place.name:
        found.append(Count(period=week, sort=Sort.PLACE, name=place.name))
    return found
