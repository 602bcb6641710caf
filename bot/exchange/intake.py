"""Tells in which format a source is written, and reads it."""

from collections.abc import Callable
from enum import StrEnum

from bot.exchange.icalendar.reading import read_icalendar
from bot.exchange.meeting_guide.file import read_meeting_guide
from bot.exchange.record import Batch, Feed
from bot.exchange.tabular import read_csv, read_xlsx


class Form(StrEnum):
    """The formats that can be read."""

    MEETING_GUIDE = "meeting-guide"
    ICALENDAR = "icalendar"
    CSV = "csv"
    XLSX = "xlsx"


_READERS: dict[Form, Callable[..., Batch]] = {
    Form.MEETING_GUIDE: read_meeting_guide,
    Form.ICALENDAR: read_icalendar,
    Form.CSV: read_csv,
    Form.XLSX: read_xlsx,
}


def form_of(content: bytes) -> Form:
    """The format of a content, by how it begins; what is nothing else is a CSV table."""
    start = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"PK\x03\x04"):
        return Form.XLSX
    if start.upper().startswith(b"BEGIN:VCALENDAR"):
        return Form.ICALENDAR
    return Form.MEETING_GUIDE if start.startswith((b"[", b"{", b"<")) else Form.CSV


def read_content(
    content: bytes, feed: Feed, form: Form | None = None, *, allowed: frozenset[str] = frozenset()
) -> Batch:
    """All records of a source; `allowed` holds telephone numbers that may stay in the texts."""
    return _READERS[form or form_of(content)](content, feed, allowed=allowed)
