"""Reads a Telegram update: what a resident sent, or that it is not for us.

It is read as it came: to make the library's objects of it costs 80 µs, a tenth of all that a
message takes, for the five fields that are looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Message as TelegramMessage
from telegram import User
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from bot.core.message import Matter, Message

Raw = Mapping[str, Any]  # an object of the Bot API, as it came

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")

_SOUND = ("voice", "audio", "video_note")
_SIGHT = ("photo", "video")
_NOTICES = (  # Telegram's own notices in a private chat; nobody waits for an answer
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "connected_website",
    "chat_background_set",
    "boost_added",
    "users_shared",
    "chat_shared",
    "proximity_alert_triggered",
    "successful_payment",
    "refunded_payment",
    "web_app_data",
    "passport_data",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A resident's message in a private chat."""

    chat: int
    message: Message
    press: str = ""  # the id of a button press, to be answered at once
    location: int | None = None  # the message that holds a shared location, to be deleted


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCall:
    """Somebody speaks to us in a group."""

    chat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayPress:
    """A press of a button that we cannot answer in a private chat."""

    chat: int  # of the one who pressed
    press: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A resident blocked us, or deleted their account."""

    chat: int


Read = Incoming | GroupCall | StrayPress | Departure | None


def read_update(update: Raw, me: User) -> Read:
    """Say what an update means; None when there is nothing to do.

    One of another shape than the Bot API promises raises KeyError, TypeError or AttributeError.
    """
    match update:
        case {"callback_query": query}:
            return _read_press(query)
        case {"my_chat_member": change}:
            return _read_membership(change)
        case {"edited_message": sent}:
            return _read_edit(sent)
        case {"message": sent}:
            return _read_message(sent, me)
    return None


def kind_of(update: Raw) -> str:
    """Name the kind of an update, for the log."""
    return next((kind for kind in WANTED if kind in update), "other")


def _read_message(sent: Raw, me: User) -> Read:
    chat, who = sent["chat"], sent.get("from")
    if who is None or who["is_bot"]:
        return None
    if chat["type"] in (ChatType.GROUP, ChatType.SUPERGROUP):
        return GroupCall(chat=_number(chat)) if _is_addressed(sent, me) else None
    if chat["type"] != ChatType.PRIVATE or any(name in sent for name in _NOTICES):
        return None
    place = _place(sent)
    return Incoming(
        chat=_number(chat),
        message=_read_content(sent, place, me),
        location=sent["message_id"] if place else None,
    )


def _read_content(sent: Raw, place: Raw | None, me: User) -> Message:
    language = _language(sent["from"])
    if place:
        return Message(
            matter=Matter.POSITION,
            lat=_degrees(place["latitude"], 90),
            lon=_degrees(place["longitude"], 180),
            app_language=language,
        )
    text = _without_our_name(_text(sent), me)
    return Message(matter=_matter_of(sent), text=text, app_language=language)


def _matter_of(sent: Raw) -> Matter:
    if sent.get("text"):
        return Matter.TEXT
    if any(name in sent for name in _SOUND):
        return Matter.VOICE
    if any(name in sent for name in _SIGHT):
        return Matter.PICTURE
    return Matter.STICKER if "sticker" in sent else Matter.OTHER


def _read_edit(sent: Raw) -> Read:
    chat, who, text = sent["chat"], sent.get("from"), _text(sent)
    if not text or chat["type"] != ChatType.PRIVATE or who is None:
        return None  # a live location moves by edits
    message = Message(matter=Matter.EDIT, text=text, app_language=_language(who))
    return Incoming(chat=_number(chat), message=message)


def _read_press(query: Raw) -> Read:
    who, press, choice = query["from"], str(query["id"]), query.get("data")
    chat = query["message"]["chat"] if query.get("message") else None
    if chat is None or chat["type"] != ChatType.PRIVATE or not choice:
        return StrayPress(chat=_number(who), press=press)
    message = Message(matter=Matter.BUTTON, choice=str(choice), app_language=_language(who))
    return Incoming(chat=_number(chat), message=message, press=press)


def _read_membership(change: Raw) -> Read:
    chat, status = change["chat"], change["new_chat_member"]["status"]
    gone = status == ChatMemberStatus.BANNED and chat["type"] == ChatType.PRIVATE
    return Departure(chat=_number(chat)) if gone else None


def _number(owner: Raw) -> int:
    """The number of a chat or a user."""
    number = owner["id"]
    if type(number) is not int:
        raise TypeError("an id that is no number")
    return number


def _degrees(value: Any, bound: int) -> float:
    if not isinstance(value, int | float) or not -bound <= value <= bound:
        raise TypeError("degrees that are none")
    return float(value)


def _text(sent: Raw) -> str:
    text = sent.get("text") or sent.get("caption") or ""
    if not isinstance(text, str):
        raise TypeError("a text that is no text")
    return text


def _place(sent: Raw) -> Raw | None:
    """The place that was shared, on a map or as an address."""
    venue = sent.get("venue")
    place: Raw | None = venue["location"] if venue else sent.get("location")
    return place


def _language(who: Raw) -> str:
    return str(who.get("language_code") or "")


def _is_addressed(sent: Raw, me: User) -> bool:
    """Whether a message in a group speaks to us; the library knows how marks are counted."""
    read = TelegramMessage.de_json(dict(sent), None)
    answered = read.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    marks = read.parse_entities([MessageEntityType.MENTION, MessageEntityType.BOT_COMMAND])
    marks |= read.parse_caption_entities([MessageEntityType.MENTION])
    name = f"@{me.username}".lower()
    return any(
        words.lower().endswith(name) or (words.startswith("/") and "@" not in words)
        for words in marks.values()
    )


def _without_our_name(text: str, me: User) -> str:
    """Make `/start@OurBot code` the same as `/start code`."""
    if not text.startswith("/"):
        return text
    command, space, rest = text.partition(" ")
    name, _, whose = command.partition("@")
    return f"{name}{space}{rest}" if whose.lower() == str(me.username).lower() else text
