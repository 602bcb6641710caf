"""Slips of the pen in YAML that the lines themselves show: what each means, and the line mended.

Each slip carries the line as it should have been, so that reading can go on and find the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

KEY = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[^\s:#'\"\[{&*!|>%@`-][^:#]*?):(?P<gap> +)(?=\S)")
LEAD = re.compile(r" *(?:- +)*")
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?\Z")
_BLOCK_END = re.compile(r"(?:[:-] +|^)[|>][+-]?\d?[+-]?\s*(?:#.*)?\Z")
_GARBLED = re.compile(r"Ã[\u0080-\u00bf]|â€[\u0080-\u2122]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff]")  # joiners are letters to some
_NO_DASH = re.compile(r"(?:[–—−‐‑•·∙●▪◦‣] *|\* +)(?=\S)")  # what a word processor makes of a dash
_CLASH = re.compile(r"(?:<{7} |>{7} |={7}$|\|{7} )")  # what git leaves where two changes meet
# What every slip below has in its line; most lines hold nothing of it and need no second look.
# Three, for a search for one of some signs is many times as quick as one for a choice of turns.
_SIGN = re.compile(r"[&*!@`%|>#Ã€]")  # or a sign that cannot be printed
_SUSPECT = re.compile(
    r"[:-] +[&*!@`%|>]| #|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u00a0\ufffe\uffff]|Ã|â€"
    r"|[\u00ad\u200b\u2060\ufeff]"
)
_SUSPECT_START = re.compile(r" *-[^\s-]|\s*[–—−‐‑•·∙●▪◦‣*]|[<>=|]{7}")
_SPECIAL = "&*!@`%"
_COMMENT = re.compile(r"[^\s#,;.] #(?=\S| \S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip: where it is, what it means, what to type, and the line mended if we can."""

    line: int  # from 1
    column: int
    rule: str
    message: str
    hint: str
    mended: str | None = None
    width: int = 1
    grave: bool = True  # False where it only deserves a second look
    more: tuple[tuple[int, str], ...] = ()  # other lines, from 1, that are mended along with it


def quoted(text: str) -> str:
    """A text between the quotes that it does not hold itself."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def parts_of(line: str) -> tuple[str, str]:
    """A line cut in two: its indent, dashes and key, and the value after them."""
    match = KEY.match(line) or LEAD.match(line)
    end = match.end() if match else 0
    return line[:end], line[end:]


def with_quotes(line: str) -> str:
    """A line with its whole value between quotes; stray quotes around it are taken away."""
    head, value = parts_of(line)
    dashes = (LEAD.match(line) or [""])[0]
    key = head[len(dashes) :]
    if "-" in dashes and (" " in key.rstrip(": ") or key[:1].isupper()):
        head, value = dashes, line[len(dashes) :]  # a sentence in a list, no key
    return head + quoted(value.strip())


def typed(line: str) -> str:
    """A line as a remedy."""
    return f"Schrijf: {line.strip()}"


# Before parsing


def slips_before(lines: Sequence[str]) -> Iterator[Slip]:
    """The slips that a look at the lines shows, whatever the parser would make of them."""
    block = -1  # the indent of a line that begins a block of loose text
    for number, line in enumerate(lines, start=1):
        if block < 0 and not _is_suspect(line):
            continue
        yield from _bad_signs(number, line)
        body = line.lstrip(" \t\u00a0")
        indent = len(line) - len(body)
        if block >= 0 and (not body or indent > block):
            continue
        block = indent if _BLOCK_END.search(line) else -1
        if body and not body.startswith("#"):
            slip = _first_slip(number, line, body)
            if slip is not None:
                yield slip if slip.rule != "tab" else _fitted(slip, lines)


def _is_suspect(line: str) -> bool:
    """Whether a line may hold a slip."""
    if (not line.isprintable() or _SIGN.search(line)) and _SUSPECT.search(line):
        return True
    return _SUSPECT_START.match(line) is not None


def _bad_signs(number: int, line: str) -> Iterator[Slip]:
    if found := _CONTROL.search(line):
        yield Slip(
            line=number,
            column=found.start() + 1,
            rule="teken",
            message="Hier staat een onzichtbaar teken dat niet mag.",
            hint="Haal het weg, of typ de regel opnieuw.",
            mended=_CONTROL.sub("", line),
        )
    if found := _UNSEEN.search(line):
        yield Slip(
            line=number,
            column=found.start() + 1,
            rule="teken",
            message="Hier staat een teken dat je niet ziet, maar dat wel meetelt.",
            hint="Typ dit woord opnieuw. Vaak komt het door kopiëren van een website.",
            mended=_UNSEEN.sub("", line),
        )
    if found := _GARBLED.search(line):
        mended = _ungarbled(line)
        yield Slip(
            line=number,
            column=found.start() + 1,
            rule="codering",
            message=f"‘{found.group()}’ is een letter die verkeerd is opgeslagen.",
            hint=typed(mended) if mended else "Typ de letter opnieuw.",
            mended=mended,
            width=len(found.group()),
        )


def _ungarbled(line: str) -> str | None:
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def _first_slip(number: int, line: str, body: str) -> Slip | None:
    for look in (_clashing, _tabbed, _hard_space, _no_dash, _glued_dash, _special_sign, _cut_off):
        slip = look(number, line, body)
        if slip is not None:
            return slip
    return None


def _tabbed(number: int, line: str, body: str) -> Slip | None:
    lead = line[: len(line) - len(body)]
    if "\t" not in lead:
        return None
    return Slip(
        line=number,
        column=lead.index("\t") + 1,
        rule="tab",
        message="Deze regel begint met een tab.",
        hint="Haal de tab weg en gebruik spaties: twee voor elke stap naar rechts.",
        mended=lead.replace("\t", "  ").replace("\u00a0", " ") + body,
    )


def _fitted(slip: Slip, lines: Sequence[str]) -> Slip:
    """A tab mended so that the line stands above its block, or right under its neighbours.

    Else those would be told as slips of their own.
    """
    mended = (slip.mended or "").lstrip(" ")
    here = len(slip.mended or "") - len(mended)
    below = next((line for line in lines[slip.line :] if line.strip()), "").expandtabs(2)
    deep = len(below) - len(below.lstrip(" "))
    if mended.rstrip().endswith(":"):
        want = deep - 2 if 2 <= deep <= here else here
    elif mended.startswith("- "):
        want = here
    else:
        want = _neighbouring(lines[: slip.line - 1], here)
    return replace(slip, mended=" " * want + mended)


def _neighbouring(lines: Sequence[str], here: int) -> int:
    """Where words in the lines above begin: here, where there are such, else as in the last."""
    columns = [len((LEAD.match(line) or [""])[0]) for line in lines if line.strip()]
    if not columns or lines[-1].rstrip().endswith(":"):
        return here
    for column in reversed(columns):
        if column <= here:
            return here if column == here else columns[-1]
    return columns[-1]


def _hard_space(number: int, line: str, body: str) -> Slip | None:
    lead = line[: len(line) - len(body)]
    found = re.search(r"(?<=\w:)\u00a0", line)
    if "\u00a0" not in lead and not found:
        return None
    return Slip(
        line=number,
        column=(found.start() if found else lead.index("\u00a0")) + 1,
        rule="vaste-spatie",
        message="Hier staat een vaste spatie. Die ziet eruit als een spatie, maar telt niet.",
        hint="Haal hem weg en typ een gewone spatie. Vaak komt dit door kopiëren van een website.",
        mended=line.replace("\u00a0", " "),
    )


def _clashing(number: int, line: str, body: str) -> Slip | None:
    if not _CLASH.match(line):
        return None
    return Slip(
        line=number,
        column=1,
        rule="botsing",
        message="Hier staan twee versies van dit bestand door elkaar.",
        hint="Kies welke regels blijven. Haal de andere weg, en de regels met <<<, === en >>>.",
        mended="",
        width=7,
    )


def _no_dash(number: int, line: str, body: str) -> Slip | None:
    found = _NO_DASH.match(body)
    if not found:
        return None
    lead = line[: len(line) - len(body)]
    mended = f"{lead}- {body[found.end() :]}"
    return Slip(
        line=number,
        column=len(lead) + 1,
        rule="streepje",
        message=f"‘{body[0]}’ is hier geen gewoon streepje.",
        hint=typed(mended),
        mended=mended,
    )


def _glued_dash(number: int, line: str, body: str) -> Slip | None:
    if not re.match(r"-(?!--\s*$)[^\s\d-]", body):
        return None
    mended = line[: len(line) - len(body)] + "- " + body[1:]
    return Slip(
        line=number,
        column=len(line) - len(body) + 1,
        rule="streepje",
        message="Na het streepje hoort een spatie.",
        hint=typed(mended),
        mended=mended,
    )


def _special_sign(number: int, line: str, body: str) -> Slip | None:
    head, value = parts_of(line)
    if not value or not head.strip():
        return None
    sign = value[0]
    loose = sign in "|>" and not _BLOCK.match(value)
    if not loose and (sign not in _SPECIAL or (sign in "&*" and len(value) < 2)):
        return None
    mended = with_quotes(line)
    return Slip(
        line=number,
        column=len(head) + 1,
        rule="anker" if sign in "&*" else "teken",
        message=f"Een tekst die met {sign} begint, betekent in YAML iets bijzonders.",
        hint=f"Zet er aanhalingstekens om. {typed(mended)}",
        mended=mended,
    )


def _cut_off(number: int, line: str, body: str) -> Slip | None:
    head, value = parts_of(line)
    found = _COMMENT.search(value)
    if not head.strip() or not found or value[0] in "\"'[{":
        return None
    mended = with_quotes(line)
    return Slip(
        line=number,
        column=len(head) + found.start() + 3,
        rule="hekje",
        message="Alles na # telt niet mee: het programma leest dit niet.",
        hint="Is het een opmerking voor jezelf? Zet er dan twee spaties voor. "
        f"Hoort het bij de tekst? {typed(mended)}",
        grave=False,
    )
