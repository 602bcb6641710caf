"""What a stranger's messages may give the screen: each writer's examples asked without them.

    python -m bench.safety_writers [WRITER …]

The examples in `knowledge/veiligheid/voorbeelden` stand by writer; the first two stand by subject
and count as one. For each writer the net is fitted to all other examples and to the ordinary
questions, and this writer's are screened with it. The patterns stay as they are: those were held
against some of these writers too, so what they find and let pass is a little too rosy.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.safety.rules import CRISIS, Level, SafetyRules
from bot.core.safety.screen import Screening, screen
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_rules
from bot.knowledge.safety_training import (
    NONE,
    Example,
    fitted,
    read_ordinary,
    read_safety_examples,
)
from eval.safety import wilson

FIRST = "eerste en tweede schrijver"
_WRITER = "schrijver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """A kept-out example and what the screen found in it."""

    example: Example
    screening: Screening


def main() -> int:
    """Prints a line for each writer and one for all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("writers", nargs="*", help="only these, such as ‘derde schrijver’")
    parser.add_argument("--misses", action="store_true", help="show what went wrong")
    arguments = parser.parse_args()
    knowledge = find_folder(os.environ)
    report = Report()
    rules = read_rules(knowledge / "veiligheid", report)
    examples = read_safety_examples(knowledge / "veiligheid", report)
    if rules is None or not report.sound:
        raise SystemExit("the knowledge is not sound: see `make check`")
    print("| writer | danger found | false danger | treatment found | false treatment |")
    print("| --- | --- | --- | --- | --- |")
    every: list[Screened] = []
    for writer in arguments.writers or dict.fromkeys(writer_of(one) for one in examples):
        found = _screened_apart(writer, examples, read_ordinary(knowledge), rules)
        every += found
        print(_row(writer, found), flush=True)
        if arguments.misses:
            print(*_misses(found), sep="\n", flush=True)
    print(_row("all", every))
    return 0


def writer_of(example: Example) -> str:
    """Who wrote an example: the name of its group, or the first two together."""
    return example.group if example.group.endswith(_WRITER) else FIRST


def _screened_apart(
    writer: str, examples: Sequence[Example], ordinary: Sequence[str], rules: SafetyRules
) -> list[Screened]:
    """What the screen finds in a writer's examples with a net fitted to all the others."""
    others = [one for one in examples if writer_of(one) != writer]
    known = {one.text for one in others}
    apart = replace(rules, net=fitted(rules, others, ordinary))
    return [
        Screened(example=one, screening=screen(one.text, apart))
        for one in examples
        if writer_of(one) == writer and one.text not in known
    ]


def _row(writer: str, found: Sequence[Screened]) -> str:
    danger = [one for one in found if one.example.label in CRISIS]
    treatment = [one for one in found if one.example.label == Level.TREATMENT]
    calm = [one for one in found if one.example.label == NONE]
    cells = (
        writer,
        _share(one.screening.crisis for one in danger),
        _share(one.screening.crisis for one in calm),
        _share(one.screening.treatment for one in treatment),
        _share(one.screening.treatment for one in calm),
    )
    return "| " + " | ".join(cells) + " |"


def _misses(found: Sequence[Screened]) -> Iterable[str]:
    for one in found:
        seen, label = one.screening, one.example.label
        wanted = seen.crisis if label in CRISIS else seen.treatment
        if (label == NONE and (seen.crisis or seen.treatment)) or (label != NONE and not wanted):
            yield f"{label}: {one.example.text!r} → {seen.because}"


def _share(said: Iterable[bool]) -> str:
    values = list(said)
    if not values:
        return "–"
    low, high = wilson(sum(values), len(values))
    return f"{sum(values)}/{len(values)}: {sum(values) / len(values):.1%} ({low:.0%}–{high:.0%})"


if __name__ == "__main__":
    sys.exit(main())
