"""What sort of thing a resident found not to be right."""

from enum import StrEnum


class Wrong(StrEnum):
    """What was not right; there are no words of residents besides."""

    CLOSED = "closed"  # nobody was there, or the door was shut
    TIME = "time"
    PLACE = "place"
    GONE = "gone"  # it is no more
    OTHER = "other"
