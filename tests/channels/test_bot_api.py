"""The test server itself: it must notice a request that Telegram would not take."""

import json
import os
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession
from bot_api import SPEC, TOKEN, BotApi

ROOT = Path(__file__).parents[2]
WHOLE = Path(os.environ.get("BOT_API_SPEC", ROOT.parent / "shared" / "botapi" / "api.json"))


@pytest.mark.parametrize(
    ("method", "fields", "problem"),
    [
        ("sendMessage", {"chat_id": "7"}, "sendMessage: text is missing"),
        ("sendMessage", {"chat_id": "7.5", "text": "a"}, "sendMessage: chat_id is no Integer"),
        ("sendMessage", {"chat_id": "7", "text": " "}, "sendMessage: text has 0 characters"),
        ("sendMessage", {"chat_id": "7", "text": "a", "colour": "red"}, "colour is unknown"),
        (
            "sendMessage",
            {"chat_id": "7", "text": "a", "reply_markup": '{"inline_keyboard": [[{}]]}'},
            "text is missing",
        ),
        (
            "sendMessage",
            {
                "chat_id": "7",
                "text": "a",
                "reply_markup": json.dumps(
                    {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]}
                ),
            },
            "callback_data has 66 characters",
        ),
        ("setMyCommands", {"commands": '[{"command": "Hulp", "description": "a"}]'}, "other"),
        ("sendNonsense", {}, "unknown method sendNonsense"),
    ],
)
async def test_a_request_that_breaks_the_specification_is_noticed(method, fields, problem):
    async with BotApi() as api, ClientSession() as session:
        async with session.post(f"{api.address}/bot{TOKEN}/{method}", data=fields) as response:
            assert response.status in (400, 404)
        assert [told for told in api.invalid if problem in told] == api.invalid != []


async def test_marks_that_are_not_in_pairs_are_refused():
    fields = {"chat_id": "7", "text": "<b>a</i>", "parse_mode": "HTML"}
    async with BotApi() as api:
        url = f"{api.address}/bot{TOKEN}/sendMessage"
        async with ClientSession() as session, session.post(url, data=fields) as response:
            assert response.status == 400


@pytest.mark.skipif(not WHOLE.exists(), reason="the whole Bot API description is not here")
def test_the_reduced_specification_is_what_the_tool_makes_of_the_whole(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    from reduce_bot_api import reduce_spec  # noqa: PLC0415 - a tool, not a package

    assert reduce_spec(json.loads(WHOLE.read_text(encoding="utf-8"))) == SPEC
