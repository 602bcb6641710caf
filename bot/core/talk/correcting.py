"""Finds what somebody puts in the place of a slip: "foutje, vrijdag moest dat zijn"."""

import re

_LONGEST = 90  # characters; a longer message tells more than a slip
_THE_WORD = r"(?:(?:het|'?t|dat|die|hem|'?m)\s+)?(?:weer\s+|helemaal\s+|net\s+)*"
# What says that something was wrong, in the order in which it is taken out.
_SLIPS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "ik zei wandelgroep maar bedoelde kookgroep"
        r"\b(?:ik\s+)?(?:zei|typte|schreef|tikte|vroeg)\s+(?:ik\s+)?[^.!?]{1,40}?\s(?:maar|en)\s+"
        r"(?=(?:ik\s+)?(?:bedoel|dat\s+mo|het\s+mo))",
        rf"\b(?:ik\s+)?(?:schreef|schrijf|typte|typ|tikte|tik|spelde|zei)\s+(?:ik\s+)?{_THE_WORD}"
        r"(?:fout|verkeerd|mis)\b",
        r"\b(?:ik\s+)?(?:had\s+)?(?:het\s+|dat\s+)?(?:verkeerd|fout|mis)\s*"
        r"(?:getypt|getikt|gespeld|geschreven|gezegd|ingetypt|getoetst)\b",
        r"\b(?:klein\s+)?(?:foutje|vergissing(?:etje)?|(?:typ|tik|schrijf|spel)fout(?:je)?|typo)\b"
        r"(?:\s+van\s+(?:mij|me))?",
        r"^\s*(?:fout|verkeerd|correctie|correction|my\s+bad)\b",
        r"\bauto\s?corr\w*\b(?:\s+weer)?",
        r"\b(?:ik\s+)?(?:heb\s+(?:me|mij)\s+vergist|vergis(?:te)?\s+(?:me|mij))\b",
        r"\b(?:dat\s+|het\s+)?(?:moest|moet|had)\s+(?:dat\s+|het\s+|natuurlijk\s+)*"
        r"(?:moeten\s+)?(?:zijn|wezen)\b",
        r"\b(?:dat\s+)?(?:ik\s+)?(?:bedoel(?:de)?|doelde)(?:\s+ik)?"
        r"(?:\s+(?:natuurlijk|eigenlijk|dus|op))*\b",
        r"\b(?:i\s+)?(?:meant|mean)(?:\s+to\s+say)?\b",
    )
)
# "Hoorn, niet Haren"; "niet Beek maar Hilvarenbeek"; "Ede in plaats van Epe"
_DENIED = re.compile(
    r"(?:,|\ben\b|^)?\s*\b(?:niet|geen|nie|not|ipv|i\.p\.v\.|in\s+plaats\s+van)\s+"
    r"([^,.;:!?]{1,40}?)(?:\s*,?\s*\b(?:maar|but)\b|(?=[,.;:!?])|$)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:oeps|oei|oje|ojee|ohnee|sorry|sorrie|pardon|excuus|(?:ha|hi){2,}|lol|nee+|nah?|neen|o+h?|"
    r"wacht|joh|man|hoor|stom|och|ai|verdorie|ben\s+ik\s+weer)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s,.;:!…-]+")


def put_right(text: str) -> str | None:
    """What is meant instead, where a message only puts right the one before; else None."""
    if len(text) > _LONGEST:
        return None
    rest, slips = text, 0
    for pattern in _SLIPS:
        rest, times = pattern.subn(" , ", rest)
        slips += times
    rest = _BESIDE.sub(" ", rest)
    kept, denied = _DENIED.subn(" ", rest)
    if not slips and not (denied and _tidied(kept) and not kept.rstrip().endswith("?")):
        return None
    return _tidied(kept) or None


def _tidied(text: str) -> str:
    return _MARKS.sub(" ", text).strip()
