"""Fetches a feed from its address: only http and https, within a size and a time."""

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import aiohttp

LARGEST = 32 * 1024 * 1024  # bytes; the largest national feed has some five
LONGEST = 60.0  # seconds for the whole answer
_HOPS = 5
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT = "Handwijzer (leest bijeenkomsten)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """By what a source tells whether it has changed since it was read."""

    etag: str = ""
    modified: str = ""  # as the source wrote it

    @property
    def headers(self) -> dict[str, str]:
        """What to ask with, so that only what has changed is sent."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave."""

    content: bytes
    address: str  # after redirections
    kind: str  # the media type, without its parameters
    mark: Mark = Mark()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The source is as it was when it was last read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfetched:
    """Why an address gave nothing, in plain Dutch."""

    reason: str


def is_address(words: str) -> bool:
    """Whether words are an address on the web rather than the name of a file."""
    return urlsplit(words).scheme in ("http", "https")


async def fetch_feed(
    address: str,
    mark: Mark = Mark(),
    *,
    largest: int = LARGEST,
    longest: float = LONGEST,
    inside: bool = False,
) -> Fetched | Unchanged | Unfetched:
    """The content of a feed, unless it is as it was at `mark`.

    `inside` allows addresses of this machine and its own network.
    """
    timeout = aiohttp.ClientTimeout(total=longest, sock_connect=min(10.0, longest))
    headers = {"User-Agent": _AGENT, "Accept": "application/json, text/calendar, text/csv, */*"}
    headers |= mark.headers
    resolver = _Resolver(inside)
    connector = aiohttp.TCPConnector(resolver=resolver)
    try:
        async with aiohttp.ClientSession(
            timeout=timeout, headers=headers, connector=connector
        ) as session:
            return await _follow(session, address, largest, inside)
    except _InsideError:
        return Unfetched(reason="Dit adres is van het eigen netwerk; dat halen we niet op.")
    except TimeoutError:
        return Unfetched(reason=f"De bron gaf binnen {longest:.0f} seconden geen antwoord.")
    except (aiohttp.ClientError, OSError, ValueError):
        return Unfetched(reason="De bron is niet te bereiken. Klopt het adres?")


async def _follow(
    session: aiohttp.ClientSession, address: str, largest: int, inside: bool
) -> Fetched | Unchanged | Unfetched:
    for _ in range(_HOPS):
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return Unfetched(reason="Een adres begint met http:// of https://.")
        if not inside and _is_inside(parts.hostname):
            raise _InsideError
        async with session.get(address, allow_redirects=False) as answer:
            if answer.status in _REDIRECTS and "Location" in answer.headers:
                address = urljoin(address, answer.headers["Location"])
                continue
            if answer.status == 304:
                return Unchanged()
            if answer.status != 200:
                return Unfetched(reason=f"De bron antwoordde met {answer.status}.")
            return await _read(answer, address, largest)
    return Unfetched(reason="De bron stuurt ons steeds door.")


async def _read(answer: aiohttp.ClientResponse, address: str, largest: int) -> Fetched | Unfetched:
    too_large = Unfetched(reason=f"De bron is groter dan {largest // 1024} kB; dat lezen we niet.")
    if (answer.content_length or 0) > largest:
        return too_large
    content = bytearray()
    # The length a server gives is a promise; what comes in is counted as well, after unpacking.
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > largest:
            return too_large
    return Fetched(
        content=bytes(content),
        address=address,
        kind=answer.content_type,
        mark=Mark(
            etag=answer.headers.get("ETag", ""), modified=answer.headers.get("Last-Modified", "")
        ),
    )


class _InsideError(Exception):
    """An address on this machine or its own network."""


class _Resolver(aiohttp.ThreadedResolver):
    """Looks names up, and refuses those that lead to our own network."""

    def __init__(self, inside: bool) -> None:
        super().__init__(loop=asyncio.get_running_loop())
        self._inside = inside

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        """The addresses of a host."""
        found = await super().resolve(host, port, family)
        if not self._inside and any(_is_inside(one["host"]) for one in found):
            raise _InsideError
        return found


def _is_inside(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False
