"""The trail of what was done at the desk, in lines."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.core.audit import Act, Entry

_ROLES = {
    "administrator": "beheerder",
    "coordinator": "coördinator",
    "resident": "bewoner",
    "operator": "wie dit programma draait",
}
_ACTS = {
    Act.INVITED: "nodigde uit",
    Act.JOINED: "kwam erbij",
    Act.REVOKED: "trok toegang in",
    Act.LEFT: "stopte en wiste alles",
    Act.SENT: "verstuurde een wijziging",
    Act.CORRECTED: "verbeterde een wijziging",
    Act.WITHDRAWN: "trok een wijziging in",
    Act.SECONDED: "keek mee en liet versturen",
    Act.REFUSED: "keek mee en hield tegen",
    Act.REPORTED: "gaf door dat iets niet klopte",
    Act.ONLY_NUMBERS: "zette alleen nummers aan",
    Act.EVERYTHING: "zette alleen nummers uit",
}


def log_line(entry: Entry, at: datetime, names: Mapping[str, str]) -> str:
    """One act: when in local time, who by role and pseudonym, and what."""
    who = " ".join(part for part in (_ROLES.get(entry.role, ""), entry.pseudonym) if part)
    what = _ACTS[entry.act]
    subject = names.get(entry.subject, entry.subject)
    return f"{at:%d-%m-%Y %H:%M} {who} {what}" + (f": {subject}" if subject else "")


def log_text(entries: Iterable[tuple[Entry, datetime]], names: Mapping[str, str]) -> str:
    """The lines of several acts."""
    return "\n".join(log_line(entry, at, names) for entry, at in entries)
