"""Carries Bot API requests over aiohttp, which costs a sixth of the default client's time."""

import json
import os
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

os.environ.setdefault("PTB_TIMEDELTA", "1")  # else the library warns at each RetryAfter

_JSON = {"Content-Type": "application/json"}
_CONNECT = 10.0  # seconds
_READ = 20.0  # seconds; a long poll asks for more
_CONNECTIONS = 256
_KEEP_ALIVE = 30.0  # seconds; shorter than Telegram's own, so that no closed connection is used


class UnreachableError(NetworkError):
    """The server could not be reached at all, so the request was certainly not carried out."""


class AiohttpTransport(BaseRequest):
    """Sends each request over a pooled, kept-alive connection.

    Its errors name what went wrong and never hold the address, for that holds the token.
    """

    __slots__ = ("_read_timeout", "_session", "_through_proxy")

    def __init__(self, *, through_proxy: bool, read_timeout: float = _READ) -> None:
        self._through_proxy = through_proxy
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Tell how long an answer may take, in seconds."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=_CONNECTIONS, keepalive_timeout=_KEEP_ALIVE, ttl_dns_cache=300
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=self._through_proxy,
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry out one request."""
        if self._session is None:
            raise UnreachableError("the transport is closed")
        body, headers = _write_body(request_data) if request_data else (None, None)
        read = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT, sock_read=read)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise UnreachableError(type(error).__name__) from None
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer, and keep what it holds out of the log when it cannot be read."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            raise TelegramError("the server's answer is no JSON") from None
        if not isinstance(answer, dict):
            raise TelegramError("the server's answer is no JSON object")
        return answer


async def call(
    bot: Bot, method: str, fields: Mapping[str, str], read_timeout: Any = BaseRequest.DEFAULT_NONE
) -> Any:
    """Carry out one method with fields that are text already; give its result as it came.

    The library's own way makes an object of the result, which costs as much as all the rest of a
    message, and fails on a whole batch of updates when one of them is strange.
    """
    data = RequestData([RequestParameter(*field, None) for field in fields.items()])
    return await bot.request.post(f"{bot.base_url}/{method}", data, read_timeout=read_timeout)


def _write_body(data: RequestData) -> tuple[aiohttp.FormData | bytes, dict[str, str] | None]:
    """The fields as JSON, which costs half of a form; a file has to travel in a form."""
    if not data.contains_files:
        fields = json.dumps(data.json_parameters, ensure_ascii=False)
        return fields.encode("utf-8", "replace"), _JSON
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None
