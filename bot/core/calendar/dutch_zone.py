"""The clock on the wall in the Netherlands, and the instants in UTC that it shows."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def instant_of(local: datetime) -> datetime:
    """The instant in UTC, without its zone, at which the wall clock shows this.

    An hour that the clock skips or shows twice is taken as it was before the change.
    """
    return local.replace(tzinfo=ZONE).astimezone(UTC).replace(tzinfo=None)


def local_of(instant: datetime) -> datetime:
    """What the wall clock shows at an instant in UTC that has no zone."""
    return instant.replace(tzinfo=UTC).astimezone(ZONE).replace(tzinfo=None)
