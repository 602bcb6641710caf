"""What time it is, for whom."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")


def local_now() -> datetime:
    """The wall-clock time in Europe/Amsterdam, without its zone."""
    return in_amsterdam(datetime.now(UTC))


def utc_now() -> datetime:
    """Now as an instant in UTC, without its zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def in_amsterdam(moment: datetime) -> datetime:
    """A moment as the clock in Amsterdam shows it; one without a zone already is."""
    return moment.astimezone(_ZONE).replace(tzinfo=None) if moment.tzinfo else moment
