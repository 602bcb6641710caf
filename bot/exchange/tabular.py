"""Reads and writes tables, CSV or XLSX, with Dutch headings; reads Meeting Guide sheets too."""

import csv
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from bot.exchange.listing import Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.meeting_guide.file import read_rows
from bot.exchange.record import Batch, Feed, Json, Mistake
from bot.exchange.table_reading import read_dutch
from bot.exchange.table_rows import COLUMNS, losses_of, row_of

FORMAT = "tabel"
_MOST_ROWS, _MOST_COLUMNS = 50_000, 200
_LARGEST_SHEET = 64 * 1024 * 1024  # bytes after unpacking
# What reading a damaged workbook raises, from unpacking to its XML, where a bomb is a SyntaxError.
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, EOFError, OSError,
    AttributeError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KEYS = {"id": "slug", "address_1": "address", "zip": "postal_code"}
_LISTS = {"types": ",", "feedback_emails": ",", "entity_feedback_emails": ",", "regions": ">"}
Row = dict[str, str]


def read_csv(content: bytes, feed: Feed, *, allowed: frozenset[str] = frozenset()) -> Batch:
    """All records of a CSV file; commas, semicolons or tabs, in UTF-8 or as Excel saves it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    header = text.partition("\n")[0]
    mark = max(";,\t", key=header.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error:
        return _refused(feed, "Dit is geen CSV-bestand dat we kunnen lezen.")
    return _read(rows, feed, allowed)


def read_xlsx(content: bytes, feed: Feed, *, allowed: frozenset[str] = frozenset()) -> Batch:
    """All records of the first sheet of an XLSX file."""
    # Here and not above: a bot that serves takes 6 MB less without it.
    from openpyxl import load_workbook  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _LARGEST_SHEET:
                return _refused(feed, "Dit bestand is te groot.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        limits = {"max_row": _MOST_ROWS + 1, "max_col": _MOST_COLUMNS}
        rows = [[_cell(one) for one in row] for row in sheet.iter_rows(values_only=True, **limits)]
        book.close()
    except (InvalidFileException, *_UNREADABLE):
        return _refused(feed, "Dit is geen XLSX-bestand dat we kunnen lezen.")
    return _read(rows, feed, allowed)


def _refused(feed: Feed, message: str) -> Batch:
    mistake = Mistake(record="", field="", message=message, fatal=True)
    return Batch(feed=feed, mistakes=(mistake,))


def _cell(value: object) -> str:
    """A cell as the text that a person sees."""
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S" if value.time() != time() else "%Y-%m-%d")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _read(rows: Sequence[Sequence[str]], feed: Feed, allowed: frozenset[str]) -> Batch:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return _refused(feed, "Dit bestand is leeg.")
    heads = [head.strip() for head in filled[0][:_MOST_COLUMNS]]
    table = [dict(zip(heads, map(_unescaped, row), strict=False)) for row in filled[1:]]
    table = [{head: cell for head, cell in row.items() if head and cell} for row in table]
    folded = {head.casefold() for head in heads}
    if {"naam", "wanneer"} <= folded:
        return read_dutch(table, feed, allowed)
    if "name" in folded:
        return read_rows((_guide_row(row) for row in table), feed, format_=FORMAT, allowed=allowed)
    return _refused(feed, f"In de eerste rij horen namen te staan: {', '.join(COLUMNS[:8])}, …")


def _guide_row(row: Mapping[str, str]) -> dict[str, Json]:
    """A row under plain English headings, in the fields of Meeting Guide."""
    fields: dict[str, Json] = {}
    for head, cell in row.items():
        key = re.sub(r"[^a-z0-9]+", "_", head.casefold()).strip("_")
        key = _KEYS.get(key, key)
        mark = _LISTS.get(key)
        value: Json = [part.strip() for part in cell.split(mark) if part.strip()] if mark else cell
        if key == "day":
            value = [_day(part) for part in cell.split(",")] if "," in cell else _day(cell)
        if key in ("time", "end_time"):
            value = _clock(cell)
        fields[key] = value
    return fields


def _day(cell: str) -> Json:
    return int(cell) if cell.strip().isdecimal() else cell.strip()


def _clock(cell: str) -> str:
    """A time in 24 hours; sheets also hold "7:30 PM"."""
    match = re.fullmatch(r"\s*(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap])\.?m\.?\s*", cell.casefold())
    if match is None:
        return cell.strip()
    hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02d}:{match[2]}"


def write_csv(listings: Iterable[Listing]) -> Export:
    """The listings as CSV that a Dutch spreadsheet opens: semicolons, UTF-8 with a mark."""
    rows, losses = _rows(listings)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _escaped(cell) for key, cell in row.items()} for row in rows)
    return Export(content=out.getvalue().encode("utf-8-sig"), losses=losses, count=len(rows))


def write_xlsx(listings: Iterable[Listing]) -> Export:
    """The listings as a workbook with one sheet."""
    rows, losses = _rows(listings)
    from openpyxl import Workbook  # noqa: PLC0415 - see read_xlsx

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Activiteiten")
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([_escaped(row.get(key, "")) for key in COLUMNS])
    out = io.BytesIO()
    book.save(out)
    return Export(content=out.getvalue(), losses=losses, count=len(rows))


def _rows(listings: Iterable[Listing]) -> tuple[list[Row], tuple[Loss, ...]]:
    known = list(listings)
    losses: Iterator[Loss] = (loss for one in known for loss in losses_of(one))
    return [row_of(one) for one in known], tuple(losses)


def _escaped(cell: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _unescaped(cell: str) -> str:
    bare = cell.strip()
    return bare[1:] if bare.startswith("'") and bare[1:].startswith(_FORMULA) else bare
