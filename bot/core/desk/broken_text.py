"""How it is told that changed knowledge is not served, to who works here."""

from collections.abc import Sequence

from bot.core.reply import Bubble

Fault = tuple[str, str]  # where, and what with its remedy

_MOST, _LONGEST = 8, 300  # mistakes told, characters of each
_INTRO = (
    "In de kennis van Handwijzer klopt iets niet. De laatste wijziging is daarom niet live. "
    "Handwijzer antwoordt verder met de versie van daarvoor. Niemand krijgt dus een fout antwoord."
)
_END = (
    "Is dit verbeterd? Dan gaat de wijziging vanzelf live. Het nakijken kan met: handwijzer check."
)


def broken_bubble(faults: Sequence[Fault]) -> Bubble:
    """The mistakes in a list, as far as they fit in one message."""
    lines = [f"– {where}: {_cut(what)}" for where, what in faults[:_MOST]]
    left = len(faults) - _MOST
    if left > 0:
        lines.append(f"– En nog {left} {'fout' if left == 1 else 'fouten'}.")
    told = "\n".join(lines)
    return Bubble(pieces=(f"{_INTRO}\n\nDit moet anders:\n{told}\n\n{_END}",))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
