"""Reads a Telegram update: what a resident sent, or that it is not for us."""

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Update, User
from telegram import Message as TelegramMessage
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from bot.core.message import Matter, Message

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


def read_update(update: Update, me: User) -> Read:
    """Say what an update means; None when there is nothing to do."""
    if update.callback_query:
        return _read_press(update.callback_query)
    if update.my_chat_member:
        return _read_membership(update.my_chat_member)
    if update.edited_message:
        return _read_edit(update.edited_message)
    return _read_message(update.message, me) if update.message else None


def kind_of(update: Update) -> str:
    """Name the kind of an update, for the log."""
    return next((kind for kind in WANTED if getattr(update, kind)), "other")


def _read_message(sent: TelegramMessage, me: User) -> Read:
    if sent.from_user is None or sent.from_user.is_bot:
        return None
    if sent.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
        return GroupCall(chat=sent.chat.id) if _is_addressed(sent, me) else None
    if sent.chat.type != ChatType.PRIVATE or any(getattr(sent, name) for name in _NOTICES):
        return None
    place = sent.venue.location if sent.venue else sent.location
    return Incoming(
        chat=sent.chat.id,
        message=_read_content(sent, me),
        location=sent.message_id if place else None,
    )


def _read_content(sent: TelegramMessage, me: User) -> Message:
    language = (sent.from_user and sent.from_user.language_code) or ""
    place = sent.venue.location if sent.venue else sent.location
    if place:
        return Message(
            matter=Matter.POSITION,
            lat=place.latitude,
            lon=place.longitude,
            app_language=language,
        )
    text = sent.text or sent.caption or ""
    return Message(
        matter=_matter_of(sent), text=_without_our_name(text, me), app_language=language
    )


def _matter_of(sent: TelegramMessage) -> Matter:
    if sent.text:
        return Matter.TEXT
    if any(getattr(sent, name) for name in _SOUND):
        return Matter.VOICE
    if any(getattr(sent, name) for name in _SIGHT):
        return Matter.PICTURE
    return Matter.STICKER if sent.sticker else Matter.OTHER


def _read_edit(sent: TelegramMessage) -> Read:
    text = sent.text or sent.caption
    if not text or sent.chat.type != ChatType.PRIVATE or sent.from_user is None:
        return None  # a live location moves by edits
    language = sent.from_user.language_code or ""
    message = Message(matter=Matter.EDIT, text=text, app_language=language)
    return Incoming(chat=sent.chat.id, message=message)


def _read_press(query: CallbackQuery) -> Read:
    chat = query.message.chat if query.message else None
    if chat is None or chat.type != ChatType.PRIVATE or not query.data:
        return StrayPress(chat=query.from_user.id, press=query.id)
    language = query.from_user.language_code or ""
    message = Message(matter=Matter.BUTTON, choice=query.data, app_language=language)
    return Incoming(chat=chat.id, message=message, press=query.id)


def _read_membership(change: ChatMemberUpdated) -> Read:
    gone = change.new_chat_member.status == ChatMemberStatus.BANNED
    private = change.chat.type == ChatType.PRIVATE
    return Departure(chat=change.chat.id) if gone and private else None


def _is_addressed(sent: TelegramMessage, me: User) -> bool:
    answered = sent.reply_to_message
    if answered and answered.from_user and answered.from_user.id == me.id:
        return True
    marks = sent.parse_entities([MessageEntityType.MENTION, MessageEntityType.BOT_COMMAND])
    marks |= sent.parse_caption_entities([MessageEntityType.MENTION])
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
