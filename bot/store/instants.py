"""Instants as text of one width, so that they sort as they follow one another."""

from datetime import UTC, datetime


def instant(moment: datetime) -> str:
    """An instant in UTC as text; one without a zone is taken to be UTC."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="microseconds") + "Z"


def read_instant(text: str) -> datetime:
    """The instant in UTC, without its zone, that a text stands for."""
    return datetime.fromisoformat(text.removesuffix("Z"))
