"""What is noted of every act at the desk: who by role and pseudonym, what, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """What was done."""

    INVITED = "invited"
    JOINED = "joined"
    REVOKED = "revoked"
    LEFT = "left"
    SENT = "sent"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    SECONDED = "seconded"
    REFUSED = "refused"
    REPORTED = "reported"
    ONLY_NUMBERS = "only_numbers"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act; `at` is an instant in UTC, `subject` the id of what it was about."""

    at: datetime
    role: str  # administrator, coordinator, resident, or operator: whoever runs the program
    pseudonym: str = ""
    act: Act
    subject: str = ""
    change: str = ""
