"""What the local page's server takes and refuses."""

import asyncio
import json
import socket

import pytest
from aiohttp.test_utils import TestClient, TestServer
from signpost import Signpost, Stumbler

from bot.channels.fault import CALM, ChannelError
from bot.channels.web import Refusal, WebChannel, read_message, write_paragraphs
from bot.core.message import Matter, Message
from bot.core.reply import Bubble, Reply

CHAT = "0123456789abcdef"


@pytest.fixture
async def open_page():
    clients = []

    async def _open(partner):
        client = TestClient(TestServer(WebChannel(partner, port=0).application()))
        await client.start_server()
        clients.append(client)
        return client

    yield _open
    for client in clients:
        await client.close()


async def post(client, fields, path="/message", **headers):
    async with client.post(path, json=fields, headers=headers) as response:
        return response.status, await response.json()


async def test_a_question_is_answered_with_bubbles(open_page):
    client = await open_page(Signpost())
    status, answer = await post(client, {"chat": CHAT, "text": "waar is een groep?"})
    assert (status, answer) == (
        200,
        {
            "bubbles": [
                {
                    "pieces": [{"text": "In welke plaats? Typ je plaats of postcode."}],
                    "buttons": [[{"label": "Kies Emmen", "choice": "plaats:emmen"}]],
                    "venue": None,
                    "asksLocation": True,
                    "document": None,
                }
            ]
        },
    )


@pytest.mark.parametrize("path", ["/", "/privacy", "/message"])
async def test_the_page_leaves_nothing_in_the_browser(open_page, path):
    client = await open_page(Signpost())
    ask = {"json": {"chat": CHAT, "text": "hoi"}} if path == "/message" else {}
    async with client.request("POST" if ask else "GET", path, **ask) as response:
        assert (response.status, "Set-Cookie" in response.headers) == (200, False)
        assert response.headers["Cache-Control"] == "no-store"


async def test_a_pressed_button_arrives_with_its_payload(open_page):
    signpost = Signpost()
    client = await open_page(signpost)
    await post(client, {"chat": CHAT, "text": "Kies Emmen", "choice": "plaats:emmen"})
    expected = Message(matter=Matter.BUTTON, text="Kies Emmen", choice="plaats:emmen")
    assert signpost.heard == [(f"web:{CHAT}", expected)]


async def test_a_shared_position_arrives_as_a_position(open_page):
    signpost = Signpost()
    client = await open_page(signpost)
    await post(client, {"chat": CHAT, "lat": 52.78, "lon": 6})
    expected = Message(matter=Matter.POSITION, lat=52.78, lon=6.0)
    assert signpost.heard == [(f"web:{CHAT}", expected)]


async def test_a_venue_is_a_link_to_the_map_with_its_address(open_page):
    client = await open_page(Signpost())
    _, answer = await post(client, {"chat": CHAT, "choice": "kaart:emmen"})
    assert answer["bubbles"][0]["venue"] == {
        "title": "Herstelruimte Emmen",
        "address": "Voorbeeldstraat 1, Emmen",
        "url": "https://www.openstreetmap.org/?mlat=52.785760&mlon=6.897550#map=17/52.785760/6.897550",
    }


async def test_forgetting_reaches_the_assistant(open_page):
    signpost = Signpost()
    client = await open_page(signpost)
    assert await post(client, {"chat": CHAT}, "/forget") == (200, {})
    assert signpost.forgotten == [f"web:{CHAT}"]


@pytest.mark.parametrize(
    "fields",
    [
        None,
        [],
        {},
        {"chat": "short", "text": "hoi"},
        {"chat": 7, "text": "hoi"},
        {"chat": CHAT, "text": 7},
        {"chat": CHAT, "text": "n" * 4097},
        {"chat": CHAT, "choice": "é" * 33},
        {"chat": CHAT, "lat": 91, "lon": 6},
        {"chat": CHAT, "lat": 52.0},
        {"chat": CHAT, "lat": True, "lon": False},
        {"chat": CHAT, "lat": float("nan"), "lon": 6},
        {"chat": CHAT, "lat": 10**400, "lon": 6},
    ],
)
def test_fields_that_make_no_sense_are_refused_in_words(fields):
    assert isinstance(read_message(fields), Refusal)


def test_half_a_character_does_not_reach_the_assistant():
    fields = {"chat": CHAT, "text": json.loads('"a\\ud800"')}
    assert read_message(fields) == (f"web:{CHAT}", Message(text="a?"))


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 60_000])
async def test_a_body_that_is_no_json_is_refused(open_page, body):
    client = await open_page(Signpost())
    headers = {"Content-Type": "application/json"}
    async with client.post("/message", data=body, headers=headers) as response:
        assert response.status == 400
        assert "Open de pagina opnieuw" in (await response.json())["error"]


async def test_a_form_of_another_site_is_refused_for_its_type(open_page):
    client = await open_page(Signpost())
    async with client.post("/message", data={"chat": CHAT, "text": "hoi"}) as response:
        assert response.status == 415


async def test_a_body_of_a_megabyte_is_refused(open_page):
    client = await open_page(Signpost())
    status, answer = await post(client, {"chat": CHAT, "text": "n" * 1_000_000})
    assert (status, answer) == (
        413,
        {"error": "Je bericht is te lang. Stel je vraag in minder woorden."},
    )


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "handwijzer.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Host": "localhost.example:{port}"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_strange_host_or_a_hostile_page_is_refused(open_page, headers):
    signpost = Signpost()
    client = await open_page(signpost)
    headers = {name: text.format(port=client.port) for name, text in headers.items()}
    status, _ = await post(client, {"chat": CHAT, "text": "hoi"}, **headers)
    assert (status, signpost.heard) == (403, [])


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
async def test_each_name_of_this_machine_is_welcome(open_page, host):
    client = await open_page(Signpost())
    here = {"Host": f"{host}:{client.port}", "Origin": f"http://{host}:{client.port}"}
    status, _ = await post(client, {"chat": CHAT, "text": "hoi"}, **here)
    assert status == 200


async def test_a_link_on_another_site_may_open_the_page(open_page):
    client = await open_page(Signpost())
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with client.get("/", headers=headers) as response:
        assert response.status == 200


async def test_the_privacy_page_says_what_the_conversation_says_and_is_forgotten(open_page):
    signpost = Signpost()
    client = await open_page(signpost)
    async with client.get("/privacy") as response:
        text = await response.text()
    assert (response.content_type, "<p>Je schreef: /privacy</p>" in text) == ("text/html", True)
    assert signpost.forgotten == [chat for chat, _ in signpost.heard]


def test_words_on_the_privacy_page_are_text_and_no_page():
    reply = Reply(bubbles=(Bubble(pieces=("<b>een</b>\ntwee\n\ndrie",)),))
    assert write_paragraphs(reply) == "<p>&lt;b&gt;een&lt;/b&gt;<br>twee</p>\n<p>drie</p>"


@pytest.mark.parametrize("path", ["/", "/privacy", "/page.css", "/page.js"])
async def test_the_page_asks_nothing_of_other_sites(open_page, path):
    client = await open_page(Signpost())
    async with client.get(path) as response:
        text = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert [line for line in text.splitlines() if 'src="http' in line or "url(http" in line] == []


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/message", 405), ("GET", "/x", 404)]
)
async def test_a_wrong_address_or_method_is_told_in_dutch(open_page, method, path, status):
    client = await open_page(Signpost())
    async with client.request(method, path) as response:
        assert response.status == status
        assert (await response.json())["error"].startswith("D")


async def test_a_bug_is_told_calmly_and_logged_without_what_was_written(open_page, caplog):
    client = await open_page(Stumbler())
    answer = await post(client, {"chat": CHAT, "text": "geheim struikel"})
    assert answer == (500, {"error": CALM})
    assert "ValueError at" in caplog.text
    assert "geheim" not in caplog.text and CHAT not in caplog.text


async def test_the_address_is_told_when_the_page_can_be_opened():
    stop = asyncio.Event()
    told: list[str] = []

    def ready(address: str) -> None:
        told.append(address)
        stop.set()

    await WebChannel(Signpost(), port=0).serve(stop, ready)
    assert told[0].startswith("http://127.0.0.1:")


async def test_a_taken_port_is_told_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ChannelError, match=f"Poort {port} is niet vrij.*HANDWIJZER_PORT"):
            await WebChannel(Signpost(), port=port).serve(asyncio.Event(), lambda _: None)
