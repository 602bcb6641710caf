"""Lines that do not begin right under the lines they belong to: which of them is to be moved.

One line too far to the right makes all that follow it look wrong. What is told is the line, or the
lines, that an editor has to move.
"""

from collections.abc import Iterator, Sequence

from bot.knowledge.headless import headless
from bot.knowledge.parser_stop import Stop
from bot.knowledge.slips import KEY, LEAD, Slip, typed

_RULE = "inspringen"
_WHOLE = "\"'[{|>#&*!"  # what a value begins with that no line below it joins
_BLOCKS = ("|", ">", "|-", ">-", "|+", ">+")  # what begins a block of loose text


def shifted(stop: Stop) -> Slip:
    """A line that is not as far from the left as its neighbours, or the dash above it."""
    above = stop.before(stop.row)
    slip = _stray_dash(stop, above) or _filled_head(stop, above)
    slip = slip or _head(stop) or _dash(stop, above)
    return slip if slip is not None else _run(stop, _wanted(stop, above))


def shifted_head(stop: Stop) -> Slip | None:
    """The name of a list that stands as far to the right as its list, or farther."""
    return _head(stop)


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _column(line: str) -> int:
    """Where the words of a line begin, after its spaces and dashes."""
    return len((LEAD.match(line) or [""])[0])


def _is_member(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _wanted(stop: Stop, above: int) -> int:
    if _is_member(stop.line):
        dashes = [one for one in stop.lines[: stop.row] if _is_member(one)]
        return indent(dashes[-1]) if dashes else indent(stop.lines[above])
    return _column(stop.lines[above])


def _stray_dash(stop: Stop, above: int) -> Slip | None:
    """A dash before a word whose neighbours have none."""
    line, below = stop.line, stop.after(stop.row)
    beside = [stop.lines[above], *([] if below is None else [stop.lines[below]])]
    if not _is_member(line) or {indent(one) for one in beside} != {indent(line)}:
        return None
    if any(_is_member(one) or KEY.match(one) is None for one in beside):
        return None
    mended = " " * indent(line) + line.lstrip(" ")[2:].lstrip(" ")
    return Slip(
        line=stop.row + 1,
        column=indent(line) + 1,
        rule="streepje",
        message="Hier hoort geen streepje te staan.",
        hint=typed(mended),
        mended=mended,
    )


def _filled_head(stop: Stop, above: int) -> Slip | None:
    """A list under a word that has a text beside it already: ‘activiteiten: ja’."""
    head = stop.lines[above]
    if not _is_member(stop.line) or indent(stop.line) < _column(head):
        return None
    if _is_member(head) and indent(head) == indent(stop.line):
        return None
    return _filled(head, above)


def joined_lists(lines: Sequence[str]) -> Iterator[Slip]:
    """Lists that the parser would join in silence with the text beside the word above them."""
    above, row, start, block = "", 0, 0, -1
    for number, line in enumerate(lines):
        body = line.lstrip(" ")
        here = len(line) - len(body)
        if not body or body[0] == "#" or (block >= 0 and here > block):
            continue
        if here > start and body.startswith("- ") and here > _column(above):
            slip = _filled(above, row)
            if slip is not None and above[slip.column - 1] not in _WHOLE:
                yield slip
        block = here if body.rstrip().endswith(_BLOCKS) else -1
        above, row, start = line, number, here


def _filled(head: str, row: int) -> Slip | None:
    """A word that has a text beside it and a list below it."""
    key = KEY.match(head)
    if key is None:
        return None
    mended = head[: key.end("key") + 1]
    return Slip(
        line=row + 1,
        column=key.end() + 1,
        rule="blok",
        message=f"Onder ‘{key['key']}’ begint een lijst. Dan staat er naast niets.",
        hint=f"Schrijf: {mended.strip()}",
        mended=mended,
    )


def _head(stop: Stop) -> Slip | None:
    below = stop.after(stop.row)
    if below is None or not stop.line.rstrip().endswith(":") or _is_member(stop.line):
        return None
    here, there = indent(stop.line), indent(stop.lines[below])
    if not _is_member(stop.lines[below]) or there > here or here == 0:
        return None
    return _moved(stop, stop.row, max(0, there - 2))


def _dash(stop: Stop, above: int) -> Slip | None:
    """The dash of a block, where all lines of the block stand right under each other."""
    line, here = stop.lines[above], indent(stop.line)
    below = stop.after(stop.row)
    if not _is_member(line) or _is_member(stop.line) or here < 2 or below is None:
        return None
    if indent(stop.lines[below]) != here or _is_member(stop.lines[below]):
        return None
    others = [one for at, one in enumerate(stop.lines) if _is_member(one) and at != above]
    if any(indent(one) == indent(line) for one in others):
        return None  # a dash like the others: the lines below it are the odd ones
    return _moved(stop, above, here - 2)


def _moved(stop: Stop, row: int, want: int) -> Slip:
    line = stop.lines[row]
    here = indent(line)
    return Slip(
        line=row + 1,
        column=here + 1,
        rule=_RULE,
        message="Deze regel begint niet recht boven de regels die erbij horen.",
        hint=f"Er {_spaces(here)} voor; zet er {want or 'geen'} voor.",
        mended=" " * want + line.lstrip(" "),
    )


def _run(stop: Stop, want: int) -> Slip:
    """This line, with those below it that stand right under it."""
    here = indent(stop.line)
    rows = [stop.row]
    while (below := stop.after(rows[-1])) is not None and indent(stop.lines[below]) == here:
        if _is_member(stop.lines[below]):
            break
        rows.append(below)
    if (
        want < here
        and (slip := headless(stop.lines, rows, stop.before(stop.row), want)) is not None
    ):
        return slip
    many = len(rows) - 1
    also = "" if not many else " en de regel eronder" if many == 1 else f" en de {many} eronder"
    verb = "begint" if not many else "beginnen"
    belong = "hij bij hoort" if not many else "ze bij horen"
    there = f"zet er {want or 'geen'} voor, net als bij de regel erboven"
    moved = {row: " " * want + stop.lines[row].lstrip(" ") for row in rows}
    return Slip(
        line=stop.row + 1,
        column=here + 1,
        rule=_RULE,
        message=f"Deze regel{also} {verb} niet recht onder de regels waar {belong}.",
        hint=f"Er {_spaces(here)} voor; {there}.",
        mended=moved[stop.row] if want != here else None,
        more=tuple((row + 1, line) for row, line in moved.items() if row != stop.row),
    )


def _spaces(count: int) -> str:
    if count == 1:
        return "staat 1 spatie"
    return f"staan {count or 'geen'} spaties"
