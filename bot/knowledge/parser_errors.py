"""What the parser's errors mean: the slip behind each, at the line to mend."""

import re
from collections.abc import Callable, Sequence

import yaml

from bot.knowledge.indents import indent, shifted, shifted_head
from bot.knowledge.parser_stop import Stop
from bot.knowledge.slips import KEY, LEAD, Slip, parts_of, quoted, typed, with_quotes

_APOSTROPHE = re.compile(r"'(?:s|t|n|k|m|r)[ -]", re.IGNORECASE)
_GLUED = re.compile(r"( *(?:- +)*)([a-zà-ÿ][a-zà-ÿ -]*):(?!//)([^\s:/].*)", re.IGNORECASE)


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Slip:
    """What a parser's error means, at the line where the editor has to type."""
    words = f"{error.context or ''} {error.problem or ''}"
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    row = min(mark.line if mark else 0, len(lines) - 1)
    start = min(begun.line if begun else row, row)
    stop = Stop(lines=lines, row=row, column=mark.column if mark else 0, start=start)
    for fragment, doctor in _DOCTORS:
        if fragment in words:
            return doctor(stop)
    return _unknown(stop)


def _colon(stop: Stop) -> Slip:
    """“mapping values are not allowed”: a colon too many, or the line above lacks one."""
    line, row = stop.line, stop.row
    if KEY.match(line) and line.index(":") < stop.column:
        mended = with_quotes(line)
        return Slip(
            line=row + 1,
            column=stop.column + 1,
            rule="dubbele-punt",
            message="Een dubbele punt met een spatie erachter mag niet los midden in een tekst.",
            hint=f"Zet aanhalingstekens om de hele tekst. {typed(mended)}",
            mended=None if line.rstrip().endswith(":") else mended,
        )
    above = stop.before(row)
    if above == row:
        return _unknown(stop)
    if _GLUED.match(stop.lines[above]):
        return _glued(stop, above)
    if ": " not in stop.lines[above] and not stop.lines[above].rstrip().endswith(":"):
        return _no_colon(stop, above)
    return shifted(stop)


def _glued(stop: Stop, row: int) -> Slip:
    match = _GLUED.match(stop.lines[row])
    if match is None:
        return _unknown(stop)
    mended = f"{match[1]}{match[2]}: {match[3]}"
    return Slip(
        line=row + 1,
        column=match.end(2) + 1,
        rule="spatie-na-dubbele-punt",
        message="Na de dubbele punt ontbreekt een spatie.",
        hint=typed(mended),
        mended=mended,
    )


def _no_colon(stop: Stop, row: int) -> Slip:
    line = stop.lines[row]
    lead = (LEAD.match(line) or [""])[0]
    first, _, rest = line[len(lead) :].partition(" ")
    mended = f"{lead}{first.rstrip(';=')}: {rest.lstrip('=; ')}".rstrip()
    return Slip(
        line=row + 1,
        column=len(lead) + len(first.rstrip(";=")) + 1,
        rule="dubbele-punt-ontbreekt",
        message="Hier ontbreekt een dubbele punt met een spatie erachter.",
        hint="Hoort dit nog bij de tekst erboven? Zet het dan achter die regel. "
        f"Zo niet: {typed(mended)}",
        mended=mended,
    )


def _half_key(stop: Stop) -> Slip:
    """“could not find expected ':'”: the line where the piece begins has no colon, or no space."""
    row = stop.start
    if _GLUED.match(stop.lines[row]):
        return _glued(stop, row)
    above = stop.before(row)
    lead = (LEAD.match(stop.lines[above]) or [""])[0]
    if "-" in lead and indent(stop.lines[above]) == indent(stop.lines[row]):
        return _no_dash(stop, row)
    if (slip := _open_quote(stop)) is not None:
        return slip
    return _no_colon(stop, row)


def _no_dash(stop: Stop, row: int) -> Slip:
    line = stop.lines[row]
    mended = " " * indent(line) + "- " + line.lstrip(" ")
    return Slip(
        line=row + 1,
        column=indent(line) + 1,
        rule="streepje",
        message="Hier hoort een streepje te staan: dit is een lijst.",
        hint=typed(mended),
        mended=mended,
    )


def _list_beside(stop: Stop) -> Slip:
    head, value = parts_of(stop.line)
    member = value.lstrip("- ")
    mended = f"{head}[{member}]" if ": " not in member else None
    return Slip(
        line=stop.row + 1,
        column=len(head) + 1,
        rule="streepje",
        message="Een streepje kan niet op dezelfde regel als de dubbele punt.",
        hint="Zet de lijst op de regel eronder, twee spaties naar rechts."
        + (f" Of: {typed(mended)}" if mended else ""),
        mended=mended,
    )


def _missing_key(stop: Stop) -> Slip:
    """“did not find expected key”: a quote or bracket closed too early, or a shifted line."""
    head, value = parts_of(stop.line)
    if value[:1] in ("[", "{") and stop.column > len(head):
        return _loose_bracket(stop, head)
    slip = _open_quote(stop)
    return slip if slip is not None else shifted(stop)


def _loose_bracket(stop: Stop, head: str) -> Slip:
    mended = with_quotes(stop.line)
    sign = stop.line[len(head)]
    return Slip(
        line=stop.row + 1,
        column=len(head) + 1,
        rule="haakje",
        message=f"Een tekst kan niet met {sign} beginnen: dat is het begin van een lijst.",
        hint=f"Zet er aanhalingstekens om. {typed(mended)}",
        mended=mended,
    )


def _open_bracket(stop: Stop) -> Slip:
    line = stop.lines[stop.start]
    head, value = parts_of(line)
    sign = value[:1] if value[:1] in ("[", "{") else "["
    closing = "]" if sign == "[" else "}"
    mended = line.rstrip().rstrip(",") + closing if closing not in value else None
    shown = typed(mended) if mended else "Schrijf een lijst zo: [een, twee]"
    return Slip(
        line=stop.start + 1,
        column=len(head) + 1,
        rule="haakje",
        message=f"De {sign} die hier begint, wordt niet gesloten, of er ontbreekt een komma.",
        hint=shown,
        mended=mended,
    )


def _open_quote(stop: Stop) -> Slip | None:
    """The last line up to here whose value begins with a quote and does not end with it."""
    for row in range(stop.row, max(-1, stop.row - 30), -1):
        head, value = parts_of(stop.lines[row])
        value = value.rstrip()
        if value[:1] in ("'", '"') and not _is_closed(value):
            return _quote_slip(stop.lines[row], row, head, value)
    return None


def _is_closed(value: str) -> bool:
    sign = value[0]
    inside = value[1:-1].replace("''", "") if sign == "'" else re.sub(r"\\.", "", value[1:-1])
    return len(value) > 1 and value[-1] == sign and sign not in inside


def _quote_slip(line: str, row: int, head: str, value: str) -> Slip:
    sign, rest = value[0], value[1:]
    if _APOSTROPHE.match(value) or sign in rest:
        inner = rest[:-1] if rest.endswith(sign) and not _APOSTROPHE.match(value) else value
        mended = head + quoted(inner)
        message = "Een aanhalingsteken in de tekst zelf sluit hier de tekst te vroeg, of te laat."
        hint = f"Zet andere aanhalingstekens om het geheel. {typed(mended)}"
    else:
        mended = head + value + sign
        message = "Een aanhalingsteken dat hier begint, wordt nergens gesloten."
        hint = f"Zet er aan het eind nog een. {typed(mended)}"
    return Slip(
        line=row + 1,
        column=len(head) + 1,
        rule="aanhalingsteken",
        message=message,
        hint=hint,
        mended=mended if mended != line else None,
    )


def _endless_quote(stop: Stop) -> Slip:
    from_start = Stop(lines=stop.lines, row=stop.start, column=stop.column, start=stop.start)
    return _open_quote(from_start) or _unknown(stop)


def _escape(stop: Stop) -> Slip:
    head, value = parts_of(stop.line)
    mended = head + quoted(value.strip().strip('"'))
    return Slip(
        line=stop.row + 1,
        column=stop.column + 1,
        rule="schuine-streep",
        message="Een \\ tussen dubbele aanhalingstekens betekent iets bijzonders.",
        hint=f"Gebruik enkele aanhalingstekens. {typed(mended)}",
        mended=mended,
    )


def _bad_start(stop: Stop) -> Slip:
    _, value = parts_of(stop.line)
    mended = with_quotes(stop.line)
    return Slip(
        line=stop.row + 1,
        column=stop.column + 1,
        rule="anker" if value[:1] in ("&", "*") else "teken",
        message=f"Een tekst kan niet met {value[:1] or 'dit teken'} beginnen.",
        hint=f"Zet er aanhalingstekens om. {typed(mended)}",
        mended=mended,
    )


def _second_document(stop: Stop) -> Slip:
    return Slip(
        line=stop.row + 1,
        column=1,
        rule="streepjes-regel",
        message="Een regel met alleen --- knipt het bestand in tweeën.",
        hint="Haal die regel weg.",
        mended="",
    )


def _first_line(stop: Stop) -> Slip:
    row = next((at for at, line in enumerate(stop.lines) if line.startswith(" ")), stop.row)
    line = stop.lines[row]
    return Slip(
        line=row + 1,
        column=1,
        rule="inspringen",
        message="De eerste regel van een bestand begint helemaal links.",
        hint=typed(line),
        mended=line.lstrip(" "),
    )


def _missing_dash(stop: Stop) -> Slip:
    slip = _open_quote(stop)
    if slip is not None and slip.line == stop.row + 1:
        return slip
    if (slip := shifted_head(stop)) is not None:
        return slip
    return shifted(stop) if KEY.match(stop.line) else _no_dash(stop, stop.row)


def _unknown(stop: Stop) -> Slip:
    return Slip(
        line=stop.row + 1,
        column=stop.column + 1,
        rule="yaml",
        message="Deze regel is niet te begrijpen.",
        hint="Vergelijk hem met de regel erboven, of met een bestand dat wel goed is.",
    )


_DOCTORS: tuple[tuple[str, Callable[[Stop], Slip]], ...] = (
    ("another document", _second_document),
    ("<document start>", _first_line),
    ("unknown escape", _escape),
    ("expected hexdecimal", _escape),
    ("found unexpected end of stream", _endless_quote),
    ("cannot start any token", _bad_start),
    ("scanning an anchor", _bad_start),
    ("scanning an alias", _bad_start),
    ("undefined alias", _bad_start),
    ("scanning a block scalar", _bad_start),
    ("did not find expected node content", _bad_start),
    ("parsing a flow", _open_bracket),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _half_key),
    ("did not find expected '-' indicator", _missing_dash),
    ("block sequence entries are not allowed", _list_beside),
    ("did not find expected key", _missing_key),
)
