"""When a message that nobody asked for just now may be sent, and whether it may make a sound."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

QUIET_FROM, QUIET_UNTIL = time(21), time(8)
_TO_GET_READY = timedelta(hours=1)  # between hearing it in the morning and going there


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """From which moment on the wall clock something is sent, and whether without a sound."""

    due: datetime
    silent: bool


def sending_at(now: datetime, begins: datetime | date | None) -> Sending:
    """When to send what is about something that begins then; None where it has no moment.

    At night it waits for the morning, unless it would be known too late; then it goes silently.
    """
    if not is_quiet(now):
        return Sending(due=now, silent=False)
    morning = datetime.combine(now.date(), QUIET_UNTIL)
    if now.time() >= QUIET_FROM:
        morning += timedelta(days=1)
    if begins is None or _moment(begins) >= morning + _TO_GET_READY:
        return Sending(due=morning, silent=False)
    return Sending(due=now, silent=True)


def is_quiet(now: datetime) -> bool:
    """Whether it is night on the wall clock: from 21:00 until 8:00."""
    return not QUIET_UNTIL <= now.time() < QUIET_FROM


def _moment(begins: datetime | date) -> datetime:
    """Where only the day is known, it may be right from the morning on that it begins."""
    return begins if isinstance(begins, datetime) else datetime.combine(begins, QUIET_UNTIL)
