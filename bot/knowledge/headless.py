"""Lines that lost the word above them, which says what they are about."""

from collections.abc import Mapping, Sequence

from bot.knowledge.dutch import ASPECTS
from bot.knowledge.slips import KEY, Slip, quoted

# Words that only stand under another one.
_HEADS: Mapping[str, frozenset[str]] = {
    "contact": frozenset(("telefoon", "mail", "web")),
    "bron": frozenset(("adres", "naam", "datum", "gelezen")),
    "toegang": frozenset(ASPECTS),
}


def headless(lines: Sequence[str], rows: Sequence[int], above: int, want: int) -> Slip | None:
    """These lines as a block whose first line is absent, where their words say which one it is.

    `above` is the row that they stand below, and `want` how far from the left the absent one
    should stand. Mended they stand in their first line, so that every other one keeps its number.
    """
    keys = [KEY.match(lines[row]) for row in rows]
    words = {key["key"] for key in keys if key}
    head = next((head for head, below in _HEADS.items() if words <= below), None)
    if head is None or not all(keys) or f"{' ' * want}{head}:" in map(str.rstrip, lines):
        return None
    beside = KEY.match(lines[above])
    if beside and beside["key"] in _HEADS[head]:
        return None  # it is one of them, and these only stand too far to the right
    told = ", ".join(
        f"{key['key']}: {quoted(lines[row][key.end() :].strip())}"
        for row, key in zip(rows, keys, strict=True)
        if key
    )
    column = len(lines[rows[0]]) - len(lines[rows[0]].lstrip(" ")) + 1
    below = "deze regel" if len(rows) == 1 else "deze regels"
    return Slip(
        line=rows[0] + 1,
        column=column,
        rule="ontbreekt",
        message=f"Boven {below} ontbreekt een regel met ‘{head}:’.",
        hint=f"Zet er een regel boven: {head}:",
        mended=f"{' ' * want}{head}: {{{told}}}",
        more=tuple((row + 1, "") for row in rows[1:]),
    )
