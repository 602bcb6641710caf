"""Topic and slot accuracy, abstention and confusion on `questions-dev.jsonl`.

    python -m eval.understanding [FILE …] [--misses N]

Every message is sent on Wednesday 2026-11-25 at 14:00; the labels' rules are in /eval/README.md.
"""

import collections
import json
import os
import re
import unicodedata
from datetime import datetime
from typing import Any

from bot.app.opened import open_assistant
from bot.commands.ask import as_json
from bot.core.message import Message
from bot.core.talk.outcome import House
from eval.labelled import labelled
from eval.tally import Tally

_NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time
_SAME = {"s gravenhage": "den haag", "s hertogenbosch": "den bosch", "the hague": "den haag"}


def main() -> None:
    """Scores the files and prints the tables."""
    asked = labelled(__doc__, "questions-dev.jsonl")
    opened = open_assistant(os.environ, House(), lambda: _NOW)
    tally, confusion = Tally(), collections.Counter[tuple[str, str]]()
    for spot, row in asked.rows():
        chat = f"eval:{spot}"
        if row.get("after"):
            opened.assistant.decide(Message(text=row["after"]), chat)
        outcome = opened.assistant.decide(Message(text=row["text"]), chat)
        _score(row, as_json(row["text"], outcome, 0.0), tally, confusion)
    tally.show(asked.misses)
    print("\nmost confused (wanted → got)")
    for (wanted, got), times in confusion.most_common(15):
        print(f"  {times:3d}  {wanted} → {got}")


def _score(
    row: dict[str, Any],
    out: dict[str, Any],
    tally: Tally,
    confusion: "collections.Counter[tuple[str, str]]",
) -> None:
    wanted, got, decision = row["topic"], out["topic"], out["decision"]
    right = {wanted, *row.get("also", [])}
    brief = f"{row['id']} {row['text'][:90]!r} wanted {wanted} got {got} ({decision})"
    if wanted is None:
        known = decision == "answer" and got is not None and got not in right
        tally.add("near out-of-scope left alone", not known, brief)
        return
    offered = {rival[0] for rival in out["rivals"]} | {got} if decision == "ask" else {got}
    tally.add("topic right, first guess", got in right, brief)
    tally.add("topic right or among the buttons", bool(right & offered), brief)
    tally.add("answered without asking", decision == "answer")
    tally.add("abstained", decision == "abstain")
    if decision == "answer":
        tally.add("right when answered without asking", got in right, brief)
    for style in (*row.get("style", []), f"language {row['lang']}"):
        tally.add(f"topic, {style}", got in right)
    if got not in right:
        confusion[str(wanted), str(got)] += 1
    _score_slots(row.get("slots") or {}, out["slots"], brief, tally)


def _score_slots(wanted: dict[str, Any], got: dict[str, Any], brief: str, tally: Tally) -> None:
    place = got["place"]["name"] if got["place"] else None
    if wanted.get("place"):
        same = _same_place(wanted["place"], place, got)
        tally.add("place", same, f"{brief} place {wanted['place']} got {place}")
    else:
        tally.add("no place invented", place is None, f"{brief} invented {place}")
    when, mine = wanted.get("when"), got["when"] or {}
    if when:
        same = all((when.get(key) or None) == mine.get(key) for key in ("start", "end"))
        tally.add("when, both dates", same, f"{brief} when {when} got {mine}")
    else:
        tally.add("no date invented", not mine.get("start"), f"{brief} invented {mine}")
    for name in ("kind", "format"):
        if wanted.get(name):
            tally.add(name, wanted[name] == got[name], f"{brief} {name} {got[name]}")
    for name in ("theme", "audience"):
        if wanted.get(name):
            tally.add(name, set(wanted[name]) == set(got[name]), f"{brief} {name} {got[name]}")
    if wanted.get("organisation"):
        mine_words = set(_key(str(got["organisation"])).split())
        same = bool(mine_words & set(_key(wanted["organisation"]).split()))
        tally.add("organisation", same, f"{brief} organisation {got['organisation']}")


def _same_place(wanted: str, got: str | None, slots: dict[str, Any]) -> bool:
    if got is None:
        return False
    gold, mine = _key(wanted), _key(got)
    if re.match(r"\d{4}", gold):
        return gold[:4] in mine or gold[:4] in json.dumps(slots["place"])
    return gold == mine or (gold in mine.split() and len(gold) > 3) or mine in gold


def _key(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = " ".join(re.findall(r"[a-z0-9]+", re.sub(r"\(.*?\)", " ", text)))
    return _SAME.get(text, text)


if __name__ == "__main__":
    main()
