"""The conversation on Telegram: hears updates, lets the assistant answer, sends the reply."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, User
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.channels.fault import CALM, ChannelError, place_of
from bot.channels.partner import Partner
from bot.channels.recent import Recent
from bot.channels.telegram_lanes import Lanes
from bot.channels.telegram_polling import BATCH, REFUSED, Poller, RawUpdate, is_update
from bot.channels.telegram_post import TelegramPost
from bot.channels.telegram_profile import introduce
from bot.channels.telegram_sender import Pause, Sender, backoff, seconds_of
from bot.channels.telegram_transport import AiohttpTransport, call
from bot.channels.telegram_update import (
    WANTED,
    Departure,
    GroupCall,
    Incoming,
    StrayPress,
    kind_of,
    read_update,
)
from bot.channels.telegram_webhook import Webhook, WebhookServer, unclaimed
from bot.core.reply import Bubble, Reply

TELEGRAM = "https://api.telegram.org"
IN_A_GROUP = "Stuur mij een privébericht, dan leest de groep niet mee: https://t.me/{username}"
FLOODED = (
    "Je stuurde veel berichten achter elkaar. Ik heb ze niet allemaal gelezen. "
    "Stel je vraag nog eens. Is het dringend? Bel 112 of 113."
)
STUCK = (
    "Ik hoor niets meer van Telegram, ook geen fout. Ik stop, zodat ik opnieuw gestart kan worden."
)

_LOG = logging.getLogger(__name__)
_GRACE = 10.0  # seconds to finish what is in hand when told to stop
_GROUP_REST = 3600.0  # seconds between two sentences in one group
_PATIENCE = 180.0  # seconds; four times what the longest poll may take
_POLL_MARGIN = 10.0  # seconds that an answer to a long poll may come late

Result = TypeVar("Result")
Ended = Callable[[bool], None]
Heard = Incoming | GroupCall | StrayPress | Departure


class TelegramChannel:
    """Talks with residents on Telegram, by long polling or by webhook, and loses no message."""

    def __init__(
        self,
        partner: Partner,
        *,
        token: str,
        api_base_url: str = TELEGRAM,
        webhook: Webhook | None = None,
        pause: Pause = asyncio.sleep,
        named: Callable[[str], None] = lambda username: None,
    ) -> None:
        """Talks for a bot; `named` hears its username once Telegram has told it."""
        logging.getLogger("telegram").setLevel(logging.CRITICAL)  # it logs updates and the token
        base = api_base_url.rstrip("/")
        self._partner = partner
        self._pause = pause
        self._named = named
        self.patience = _PATIENCE  # a poll that hangs for so long ends the serving
        self._webhook = webhook
        self._claim = webhook.claim if webhook else unclaimed
        # A plain http server stands on this machine or beside it, never behind a proxy.
        self._transport = AiohttpTransport(through_proxy=base.startswith("https://"))
        self._bot = _make_bot(token, base, self._transport)
        self._sender = Sender(self._bot, pause=pause)
        self._lanes = Lanes()
        # Brings messages that nobody asked for just now; works while this serves.
        self.post = TelegramPost(self._bot, lambda: len(self._lanes) > 0)
        self._poller = Poller(fetch=self._fetch, accept=self._accept, pause=pause)
        self._flooding: set[int] = set()
        self._groups = Recent()
        self._consoled = Recent()
        self._me = User(id=0, first_name="", is_bot=True)

    @property
    def silent_for(self) -> float | None:
        """Seconds since Telegram was last heard by polling; None before the first time."""
        return self._poller.silent_for

    async def serve(self, stop: asyncio.Event) -> None:
        """Serve until told to stop, then finish what is in hand; may raise ChannelError."""
        await self._transport.initialize()
        stopping = asyncio.create_task(stop.wait())
        working = [asyncio.create_task(one) for one in (self._run(), self._watch_over())]
        tasks: tuple[asyncio.Task[Any], ...] = (*working, stopping)
        grace = 0.0
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            grace = _GRACE
            for task in working:
                if task.done():
                    task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.post.close(grace)
            await self._lanes.drain(grace)
            if grace and self._poller.silent_for is not None:
                await self._poller.confirm()
            await self._transport.shutdown()

    async def _run(self) -> None:
        self._me = await self._insist(self._bot.get_me)
        self._named(self._me.username or "")
        introducing = asyncio.create_task(self._sender.attempt(partial(introduce, self._bot)))
        try:
            await self._listen()
        finally:
            introducing.cancel()

    async def _watch_over(self) -> None:
        """Ends the serving when a poll hangs; whoever keeps the program running starts anew."""
        while self._poller.stuck_for < self.patience:  # noqa: ASYNC110 - what hangs sets no event
            await asyncio.sleep(self.patience / 10)
        _LOG.critical("polling hangs for %.0f seconds; ending", self._poller.stuck_for)
        raise ChannelError(STUCK)

    async def _listen(self) -> None:
        if self._webhook is None:
            await self._insist(self._bot.delete_webhook)
            await self._poller.run()
            return
        runner = await WebhookServer(self._webhook, accept=self._accept).start()
        try:
            await self._insist(
                partial(
                    self._bot.set_webhook,
                    self._webhook.url,
                    secret_token=self._webhook.secret,
                    allowed_updates=WANTED,
                )
            )
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _insist(self, request: Callable[[], Awaitable[Result]]) -> Result:
        failures = 0
        while True:
            try:
                return await request()
            except InvalidToken:
                raise ChannelError(REFUSED) from None
            except TelegramError as error:
                failures += 1
                if failures % 10 == 1:
                    _LOG.warning("cannot reach Telegram (%s); trying again", type(error).__name__)
                halt = seconds_of(error) if isinstance(error, RetryAfter) else 0
                await self._pause(halt or backoff(failures))

    async def _fetch(self, offset: int | None, seconds: int) -> list[RawUpdate]:
        fields = {
            "timeout": str(seconds),
            "limit": str(BATCH if seconds else 1),
            "allowed_updates": '["' + '", "'.join(WANTED) + '"]',
        }
        if offset is not None:
            fields["offset"] = str(offset)
        updates = await call(self._bot, "getUpdates", fields, seconds + _POLL_MARGIN)
        if not isinstance(updates, list):
            raise TelegramError("getUpdates gave no list")
        return [update for update in updates if is_update(update)]

    def _accept(self, raw: RawUpdate, ended: Ended) -> None:
        try:
            heard = read_update(raw, self._me)
        except Exception as error:  # noqa: BLE001 - one strange update must not stop the rest
            _LOG.error("an update could not be read: %s", place_of(error))
            ended(True)
            return
        if heard is None:
            ended(True)
        elif not self._lanes.add(heard.chat, partial(self._handle, raw, heard, ended)):
            self._calm_down(heard.chat)
            ended(True)

    def _calm_down(self, chat: int) -> None:
        if chat not in self._flooding:
            _LOG.warning("a chat floods; what it sends too much is passed over")
            self._flooding.add(chat)
            self._lanes.press_on(chat, partial(self._tell_flooder, chat))

    async def _tell_flooder(self, chat: int) -> None:
        await self._tell(chat, FLOODED)
        self._flooding.discard(chat)

    async def _handle(self, update: RawUpdate, heard: Heard, ended: Ended) -> None:
        well, number = True, update["update_id"]
        try:
            async with self._claim(number) as ours:
                if ours:
                    await self._respond(heard)
        except TelegramError as error:
            well = False
            _LOG.error("an answer to %s was not delivered: %s", kind_of(update), place_of(error))
        except Exception as error:  # noqa: BLE001 - the one guard of each update
            well = False
            _LOG.error("%s was not answered: %s", kind_of(update), place_of(error))
            if isinstance(heard, Incoming) and number not in self._consoled:
                self._consoled.put(number)
                await self._tell(heard.chat, CALM)
        ended(well)

    async def _respond(self, heard: Heard) -> None:
        match heard:
            case Incoming(press=press) if press:
                answered = self._sender.attempt(partial(self._bot.answer_callback_query, press))
                await asyncio.gather(answered, self._answer(heard))
            case Incoming():
                await self._answer(heard)
            case GroupCall(chat=chat):
                await self._point_to_private(chat)
            case StrayPress(press=press):
                await self._sender.attempt(partial(self._bot.answer_callback_query, press))
            case Departure(chat=chat):
                await self._partner.forget(_key(chat))

    async def _answer(self, incoming: Incoming) -> None:
        reply = await self._partner.answer(incoming.message, _key(incoming.chat))
        await self._sender.send(incoming.chat, reply)
        if incoming.location is not None:
            delete = partial(self._bot.delete_message, incoming.chat, incoming.location)
            await self._sender.attempt(delete)

    async def _point_to_private(self, chat: int) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._groups.get(chat, -_GROUP_REST) >= _GROUP_REST:
            self._groups.put(chat, now)
            await self._tell(chat, IN_A_GROUP.format(username=self._me.username))

    async def _tell(self, chat: int, text: str) -> None:
        reply = Reply(bubbles=(Bubble(pieces=(text,)),))
        await self._sender.attempt(partial(self._sender.send, chat, reply))


async def username_of(token: str, api_base_url: str = TELEGRAM) -> str:
    """The username of a bot as Telegram tells it; empty where Telegram cannot be asked."""
    base = api_base_url.rstrip("/")
    transport = AiohttpTransport(through_proxy=base.startswith("https://"))
    await transport.initialize()
    try:
        return (await _make_bot(token, base, transport).get_me()).username or ""
    except TelegramError:
        return ""
    finally:
        await transport.shutdown()


def _key(chat: int) -> str:
    return f"telegram:{chat}"


def _make_bot(token: str, base: str, transport: AiohttpTransport) -> Bot:
    try:
        return Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=transport,
            get_updates_request=transport,
        )
    except InvalidToken:
        raise ChannelError(REFUSED) from None
