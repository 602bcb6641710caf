"""The bots that are compared, each in a process of its own.

    python -m bench.load_bots echo|echo-aiohttp ADDRESS PORT

Port 0 is polling; any other is where to listen as a webhook. The echo bots are what the manual
of python-telegram-bot shows; `echo-aiohttp` differs in its transport and takes eight messages at
once. Handwijzer itself is started as operators start it.
"""

import asyncio
import sys
from typing import Any

from aiohttp import web
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bench.load_server import TOKEN
from bot.channels.telegram_transport import AiohttpTransport

_AT_ONCE = 8


async def _echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def _build(kind: str, address: str) -> Application[Any, Any, Any, Any, Any, Any]:
    builder = (
        ApplicationBuilder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
    )
    if kind == "echo-aiohttp":
        builder = (
            builder.request(AiohttpTransport(through_proxy=False))
            .get_updates_request(AiohttpTransport(through_proxy=False))
            .concurrent_updates(_AT_ONCE)
        )
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    return application


async def _listen(application: Application[Any, Any, Any, Any, Any, Any], port: int) -> None:
    """As in the library's example of a webhook of one's own: queue, and 200 at once."""

    async def hear(request: web.Request) -> web.Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.update_queue.put(update)
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", hear)
    runner = web.AppRunner(app, access_log=None)
    async with application:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await application.start()
        await application.bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="bench")
        await asyncio.Event().wait()


def main() -> None:
    """Runs one echo bot until it is killed."""
    kind, address, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
    application = _build(kind, address)
    if port:
        asyncio.run(_listen(application, port))
    else:
        application.run_polling()


if __name__ == "__main__":
    main()
