"""What an answer costs as the knowledge grows a hundredfold.

    python -m bench.growth

Folders with the shipped knowledge and made-up organisations beside it, until there are 1, 10 and
100 times as many organisations. Each is loaded as serving does, and asked the questions of the
development set. Processor time; each folder in a process of its own, in turn.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import check
from bench.speed import ROOT, share

TIMES = (1, 10, 100)
ALLOWED = 2.0  # times the cost of an answer with the shipped knowledge
_ROUNDS = 3


def grown(folder: Path, times: int) -> None:
    """The shipped knowledge with so many times its organisations, each with an activity."""
    shutil.copytree(ROOT / "knowledge", folder)
    shipped = len(list((folder / "organisaties").glob("**/*.yaml")))
    check.LINES = 28  # one activity each
    for number in range(shipped * (times - 1)):
        text = check.organisation(number).replace(" elke ", f" {_rhythm(number)} ", 1)
        (folder / "organisaties" / f"meetpunt-{number}.yaml").write_text(text, encoding="utf-8")


def _rhythm(number: int) -> str:
    return "elke" if number % 4 else "elke 2e"


def costs(folder: Path) -> dict[str, float]:
    """Milliseconds of the processor for an answer, and megabytes."""
    from bot.app.opened import open_assistant  # noqa: PLC0415 - in a process of its own
    from bot.core.message import Matter, Message  # noqa: PLC0415
    from bot.core.talk.outcome import House  # noqa: PLC0415
    from bot.reloading.served import Keeping  # noqa: PLC0415

    environment = {**os.environ, "HANDWIJZER_KNOWLEDGE": str(folder)}
    opened = open_assistant(environment, House(), keeping=Keeping(folder=folder.parent))
    if opened.only_numbers:
        raise SystemExit("\n".join(str(one) for one in opened.problems[:5]))
    lines = (ROOT / "eval" / "questions-dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    spent: list[float] = []
    for round_ in range(_ROUNDS):
        for number, text in enumerate(texts):
            begun = time.process_time()
            opened.assistant.decide(Message(matter=Matter.TEXT, text=text), f"{round_}-{number}")
            spent.append(time.process_time() - begun)
    warm = spent[len(texts) :]
    memory = (
        Path("/proc/self/status").read_text(encoding="utf-8").partition("VmRSS:")[2].split()[0]
    )
    return {
        "mean": sum(warm) / len(warm) * 1e3,
        "median": share(warm, 0.5) * 1e3,
        "late": share(warm, 0.99) * 1e3,
        "memory": int(memory) / 1024,
    }


def main() -> int:
    """Prints a row for each size; 1 where a hundred times as much costs more than allowed."""
    print("| knowledge | organisations | CPU ms an answer: mean | median | 99% | memory MB | × |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    first = 0.0
    ratio = 0.0
    for times in TIMES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "kennis"
            grown(folder, times)
            count = len(list((folder / "organisaties").glob("**/*.yaml")))
            done = subprocess.run(
                [sys.executable, "-m", "bench.growth", str(folder)],
                capture_output=True, text=True, cwd=ROOT, check=True,
            )  # fmt: skip
        told = json.loads(done.stdout)
        first = first or told["mean"]
        ratio = told["mean"] / first
        print(
            f"| {times} × | {count} | {told['mean']:.2f} | {told['median']:.2f} |"
            f" {told['late']:.2f} | {told['memory']:.0f} | {ratio:.2f} |",
            flush=True,
        )
    well = ratio <= ALLOWED
    print(f"\n100 × costs {ratio:.2f} ×, allowed {ALLOWED:g}: {'met' if well else 'MISSED'}")
    return int(not well)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        json.dump(costs(Path(sys.argv[1])), sys.stdout)
    else:
        sys.exit(main())
