"""Whatever people, files and the network send is read, or refused in words: nothing falls over.

Many examples come from what is really written, cut, doubled and mixed, for random letters seldom
get past a first look. `make fuzz` does this for ten minutes; see tools/fuzz.py.
"""

import json
import os
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from programme_pieces import FEED
from telegram import User
from telegram.error import TelegramError

from bot.assistant import Assistant, Snapshot
from bot.channels.telegram_text import render
from bot.channels.telegram_update import read_update
from bot.channels.web import read_message, show_reply
from bot.core.days.dates import find_when
from bot.core.message import Matter, Message, Session
from bot.core.places.places import find_places
from bot.core.safety.screen import screen
from bot.core.schedules.schedule import read_schedule
from bot.core.talk.outcome import House
from bot.exchange.intake import Form, read_content
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_text
from bot.store.bodies import read_body
from bot.store.database import StoreError
from bot.store.vault import Vault

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 25, 14)
ME = User(id=1, first_name="H", is_bot=True, username="HandwijzerTestBot")
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "40"))


def lines_of(name: str, key: str = "text") -> list[str]:
    lines = (ROOT / "eval" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)[key] for line in lines]


SAID = [*lines_of("questions-dev.jsonl"), *lines_of("safety-dev.jsonl")]
FILES = [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "knowledge").rglob("*.yaml"))[::9]
]


@st.composite
def mangled(draw: st.DrawFn, texts: list[str], joint: str = " ") -> str:
    """Two real texts, cut anywhere, with something strange between them, perhaps many times."""
    one, other = draw(st.sampled_from(texts)), draw(st.sampled_from(texts))
    start = draw(st.integers(0, len(one)))
    end = draw(st.integers(0, len(other)))
    strange = draw(st.text(max_size=12))
    times = draw(st.sampled_from((1, 1, 1, 2, 40)))
    return (one[start:] + joint + strange + joint + other[:end])[:4096] * times


fuzzed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def assistant(snapshot: Snapshot) -> Assistant:
    return Assistant(snapshot, House(operator="x", contact="y"), lambda: NOW)


@fuzzed
@given(text=mangled(SAID) | st.text(max_size=300), chat=st.integers(0, 5))
async def test_every_message_gets_an_answer(assistant: Assistant, text: str, chat: int) -> None:
    reply = await assistant.answer(Message(text=text[:4096]), f"web:{chat}")
    assert [parcel for bubble in reply.bubbles for parcel in render(bubble)]
    assert json.dumps(show_reply(reply))


@fuzzed
@given(choice=st.text(max_size=64), chat=st.integers(0, 5))
async def test_every_button_gets_an_answer(assistant: Assistant, choice: str, chat: int) -> None:
    message = Message(matter=Matter.BUTTON, choice=choice)
    assert (await assistant.answer(message, f"web:{chat}")).bubbles


@fuzzed
@given(text=mangled(SAID) | st.text())
def test_days_places_and_danger_are_looked_for_in_anything(snapshot: Snapshot, text: str) -> None:
    known = snapshot.knowledge
    assert known is not None
    find_when(text, NOW)
    assert all(0 <= one.start <= one.end for one in find_places(text, known.brain.gazetteer))
    assert screen(text, known.safety).language


@fuzzed
@given(text=mangled(lines_of("schedules-dev.jsonl")) | st.text(max_size=200))
def test_a_schedule_is_read_or_it_is_said_why_not(text: str) -> None:
    assert read_schedule(text, anchor=date(2026, 11, 25)) is not None


@fuzzed
@given(text=mangled(FILES, "\n") | st.text(alphabet="ab:-[]{}&*?!|>'\"#%@` \t\n", max_size=400))
def test_a_knowledge_file_is_read_or_its_problems_are_told(text: str) -> None:
    report = Report()
    entry = read_text(text.encode("utf-8", "surrogatepass"), "proef.yaml", report)
    assert entry is not None or report.in_order()


@fuzzed
@given(
    content=st.binary(max_size=400)
    | mangled(['[{"slug":"a","day":1,"time":"19:30"}]', "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
               "DTSTART:20261125T190000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
               "END:VCALENDAR\r\n", "naam;wanneer\nInloop;elke dinsdag 10.00-12.00\n"], "\n")
    .map(str.encode),
    form=st.sampled_from(Form),
)  # fmt: skip
def test_a_feed_is_read_or_refused(content: bytes, form: Form) -> None:
    batch = read_content(content, FEED, form)
    assert batch.meetings is not None and batch.mistakes is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ("message", "chat", "id", "type", "text", "from", "date", "entities", "lat", "lon",
             "callback_query", "data", "location", "venue", "choice", "update_id", "query")
        ),
        inner,
        max_size=6,
    ),
    max_leaves=25,
)  # fmt: skip


@fuzzed
@given(value=JSON)
def test_json_of_strangers_is_read_or_refused(value: object) -> None:
    assert read_message(value) is not None
    if isinstance(value, dict):
        try:
            read_update({"update_id": 1, **value}, ME)
        except (TelegramError, TypeError, ValueError, KeyError, AttributeError, OverflowError):
            return  # the channel passes such an update over


@fuzzed
@given(text=JSON.map(json.dumps) | st.text(max_size=100))
def test_a_kept_session_is_read_or_called_broken(text: str) -> None:
    try:
        assert isinstance(read_body(Session, text), Session)
    except StoreError as error:
        assert "niet te lezen" in str(error)


@fuzzed
@given(content=st.binary(max_size=300), change=st.integers(0, 10_000))
def test_a_touched_ciphertext_never_opens(content: bytes, change: int) -> None:
    vault = Vault((bytes(range(32)),))
    sealed = bytearray(vault.seal(content, "x"))
    sealed[change % len(sealed)] ^= 1 + change % 255
    with pytest.raises(StoreError):
        vault.unseal(bytes(sealed), "x")
