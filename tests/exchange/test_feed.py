"""Fetching a feed, over a real server on this machine."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.exchange.feed import Fetched, Unfetched, fetch_feed


async def feed(_: web.Request) -> web.Response:
    return web.json_response([{"slug": "a", "name": "A"}])


async def moved(_: web.Request) -> web.Response:
    raise web.HTTPFound("/feed")


async def around(_: web.Request) -> web.Response:
    raise web.HTTPFound("/rond")


async def abroad(_: web.Request) -> web.Response:
    raise web.HTTPFound("file:///etc/passwd")


async def large(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    for _ in range(64):
        await answer.write(b"x" * 1024)
    return answer


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_get("/feed", feed)
    app.router.add_get("/verhuisd", moved)
    app.router.add_get("/rond", around)
    app.router.add_get("/weg", abroad)
    app.router.add_get("/groot", large)
    async with TestServer(app) as running:
        yield running


async def test_a_feed_is_fetched_also_after_a_redirection(server: TestServer) -> None:
    for path in ("/feed", "/verhuisd"):
        found = await fetch_feed(str(server.make_url(path)), inside=True)
        assert found == Fetched(
            content=b'[{"slug": "a", "name": "A"}]',
            address=str(server.make_url("/feed")),
            kind="application/json",
        )


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/er-niet", "De bron antwoordde met 404."),
        ("/rond", "De bron stuurt ons steeds door."),
        ("/weg", "Een adres begint met http:// of https://."),
        ("/groot", "De bron is groter dan 16 kB; dat lezen we niet."),
    ],
)
async def test_what_cannot_be_fetched_is_told(server: TestServer, path: str, reason: str) -> None:
    found = await fetch_feed(str(server.make_url(path)), largest=16 * 1024, inside=True)
    assert found == Unfetched(reason=reason)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1"])
async def test_our_own_network_is_never_asked(host: str) -> None:
    found = await fetch_feed(f"http://{host}:9/feed")
    assert found == Unfetched(reason="Dit adres is van het eigen netwerk; dat halen we niet op.")


async def test_another_kind_of_address_is_refused() -> None:
    found = await fetch_feed("ftp://proef.example/feed")
    assert found == Unfetched(reason="Een adres begint met http:// of https://.")
