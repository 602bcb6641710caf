"""Checks and loads the knowledge in a process of its own, which ends when it is done.

Fitting takes seconds and half a gigabyte; neither is the serving process's.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.knowledge.checks import looked_over
from bot.knowledge.loader import load_parts
from bot.knowledge.problems import Problem, Report, Severity
from bot.knowledge.verdicts import digest_of_files
from bot.knowledge.watch import look_of
from bot.reloading.packing import Packed, pack
from bot.reloading.served import Keeping, programme_of, snapshot_of

_KIND = 1  # how far it stands back for who answers (nice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Which folder to look at, where things are kept, and where to write the snapshot.

    `held` is the key of the safety rules that are served; those are not handed over again.
    """

    folder: Path
    keeping: Keeping
    today: date
    target: Path
    held: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of it: a snapshot in the file where `sound`, and the errors where not.

    `moved` says that files changed while they were read, so that nothing is certain.
    """

    sound: bool
    moved: bool = False
    errors: tuple[Problem, ...] = ()
    warning: str = ""  # about the database
    safety: str = ""  # key of the safety rules: the same key, the same rules


class GoneError(Exception):
    """The other process ended without an answer."""


async def judged(errand: Errand) -> Verdict:
    """What another process finds; it ends with this. Raises GoneError where it says nothing."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(errand, there), daemon=True)
    await asyncio.to_thread(process.start)
    there.close()
    try:
        verdict = await asyncio.to_thread(_answer, here)
    finally:
        process.terminate()
        await asyncio.shield(asyncio.to_thread(_end, process, here))
    return verdict


def _answer(here: Connection) -> Verdict:
    try:
        verdict = here.recv()
    except (EOFError, OSError) as error:
        raise GoneError from error
    if not isinstance(verdict, Verdict):
        raise GoneError
    return verdict


def _end(process: BaseProcess, here: Connection) -> None:
    process.join()
    process.close()
    here.close()


# In the other process


def end_with_parent() -> None:
    """Ends this process when the one that started it does, however that ends."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _run(errand: Errand, there: Connection) -> None:
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    with suppress(OSError, AttributeError):
        os.nice(_KIND)
    there.send(judge(errand))


def judge(errand: Errand) -> Verdict:
    """Checks the folder, and where it is sound writes the snapshot of it; blocks for seconds."""
    seen = look_of(errand.folder)
    safety = digest_of_files(errand.folder, ("veiligheid",))
    data = errand.keeping.folder
    cache = data / "weights" if data else None
    looked = looked_over(errand.folder, cache, errand.today)
    report = looked.report
    if not report.sound:
        return Verdict(
            sound=False, moved=look_of(errand.folder) != seen, errors=_errors_of(report)
        )
    loaded = looked.loaded or load_parts(looked.parts)
    if look_of(errand.folder) != seen or loaded.knowledge is None:
        return Verdict(sound=False, moved=True, errors=_errors_of(loaded.report))
    programme, warning = programme_of(loaded, errand.keeping)
    snapshot = snapshot_of(loaded, programme)
    packed = Packed(knowledge=loaded.knowledge, snapshot=snapshot)
    pack(packed, errand.target, with_safety=safety != errand.held)
    return Verdict(sound=True, warning=warning, safety=safety)


def _errors_of(report: Report) -> tuple[Problem, ...]:
    return tuple(one for one in report.in_order() if one.severity is Severity.ERROR)
