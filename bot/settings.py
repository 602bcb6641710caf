"""The settings, read once from a mapping; every mistake is reported at the same time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?")
TELEGRAM = "https://api.telegram.org"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SHORT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OURS = "kennis"  # the source that the knowledge folder itself is


class SettingsError(Exception):
    """Something an operator has to mend before the program can start; in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this Handwijzer is set up; see `.env.example` for each."""

    data: Path
    knowledge: Path | None
    port: int
    operator: str
    contact: str
    token: str
    bot: str  # the bot's username, for links; Telegram tells it where there is a token
    api_base_url: str
    webhook_url: str
    webhook_host: str
    webhook_port: int
    webhook_secret: str
    database_url: str = ""  # of PostgreSQL, for several replicas
    allowed_hosts: tuple[str, ...] = ()  # names of the workbench behind a proxy
    health_host: str
    health_port: int  # -1: nowhere
    log: str  # 'text' or 'json'
    key: str  # one or more, the first encrypts
    second_from: int  # a message to more people needs a second coordinator's yes
    key_file: Path | None  # None: nobody's home is known, and no file was named
    feeds: tuple[tuple[str, str], ...] = ()  # short name and address of each source that is asked


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Reads the settings; raises SettingsError with all mistakes together."""
    mistakes: list[str] = []
    settings = Settings(
        port=_port(environment, "HANDWIJZER_PORT", 8080, mistakes),
        webhook_port=_port(environment, "TELEGRAM_WEBHOOK_PORT", 8443, mistakes),
        database_url=_database_url(environment, mistakes),
        health_port=_port(environment, "HANDWIJZER_HEALTH_PORT", -1, mistakes),
        second_from=_count(environment, "HANDWIJZER_SECOND_YES", 500, mistakes),
        log=_log(environment, mistakes),
        api_base_url=_address(environment, "TELEGRAM_API_BASE_URL", TELEGRAM, mistakes),
        webhook_url=_address(environment, "TELEGRAM_WEBHOOK_URL", "", mistakes),
        webhook_secret=_webhook_secret(environment, mistakes),
        allowed_hosts=_hosts(environment, "HANDWIJZER_ALLOWED_HOSTS", mistakes),
        knowledge=_knowledge(environment, mistakes),
        feeds=_feeds(environment, "HANDWIJZER_FEEDS", mistakes),
        data=Path(_said(environment, "HANDWIJZER_DATA") or "data"),
        operator=_said(environment, "HANDWIJZER_OPERATOR"),
        contact=_said(environment, "HANDWIJZER_CONTACT"),
        token=_said(environment, "TELEGRAM_BOT_TOKEN"),
        bot=_said(environment, "TELEGRAM_BOT_USERNAME").lstrip("@"),
        webhook_host=_said(environment, "TELEGRAM_WEBHOOK_HOST") or "127.0.0.1",
        health_host=_said(environment, "HANDWIJZER_HEALTH_HOST") or "127.0.0.1",
        key=_said(environment, "HANDWIJZER_KEY"),
        key_file=_key_file(environment),
    )
    if mistakes:
        raise SettingsError("\n".join(mistakes))
    return settings


def _said(environment: Mapping[str, str], name: str) -> str:
    """What a setting says; empty where it is not set."""
    return environment.get(name, "").strip()


def _webhook_secret(environment: Mapping[str, str], mistakes: list[str]) -> str:
    url = _said(environment, "TELEGRAM_WEBHOOK_URL")
    secret = _said(environment, "TELEGRAM_WEBHOOK_SECRET")
    if url and not secret:
        mistakes.append("TELEGRAM_WEBHOOK_URL vraagt ook om TELEGRAM_WEBHOOK_SECRET.")
    elif url and not _SECRET.fullmatch(secret):
        mistakes.append(
            "TELEGRAM_WEBHOOK_SECRET bestaat uit 1 tot 256 letters, cijfers, _ en -, zonder "
            "spaties of accenten. Iets anders neemt Telegram niet aan."
        )
    if url.startswith("http:") and not _said(environment, "TELEGRAM_API_BASE_URL"):
        mistakes.append("TELEGRAM_WEBHOOK_URL begint met https://: Telegram wil een certificaat.")
    return secret


def _knowledge(environment: Mapping[str, str], mistakes: list[str]) -> Path | None:
    folder = _said(environment, "HANDWIJZER_KNOWLEDGE")
    if folder and not Path(folder).is_dir():
        mistakes.append(f"HANDWIJZER_KNOWLEDGE wijst naar een map die er niet is: {folder}.")
    return Path(folder) if folder else None


def _database_url(environment: Mapping[str, str], mistakes: list[str]) -> str:
    url = _said(environment, "DATABASE_URL")
    if url and urlsplit(url).scheme not in ("postgresql", "postgres"):
        mistakes.append("DATABASE_URL begint met postgresql:// of is leeg (dan een bestand).")
    return url


def _log(environment: Mapping[str, str], mistakes: list[str]) -> str:
    log = _said(environment, "HANDWIJZER_LOG") or "text"
    if log not in ("text", "json"):
        mistakes.append(f"HANDWIJZER_LOG is text of json, niet: {log}.")
    return log


def require_owner(settings: Settings) -> None:
    """Raises SettingsError where nobody is named who answers for a bot that strangers talk to."""
    named = {
        "HANDWIJZER_OPERATOR (de naam van je organisatie)": settings.operator,
        "HANDWIJZER_CONTACT (een mailadres of telefoonnummer voor vragen)": settings.contact,
    }
    missing = [name for name, value in named.items() if not value]
    if missing:
        raise SettingsError(
            "Op Telegram moet iedereen kunnen zien wie dit aanbiedt en wie vragen over privacy "
            f"beantwoordt. Vul in: {' en '.join(missing)}."
        )


def _feeds(
    environment: Mapping[str, str], name: str, mistakes: list[str]
) -> tuple[tuple[str, str], ...]:
    """Sources as `naam=https://…`, apart by spaces or commas; each name once."""
    found: dict[str, str] = {}
    for words in environment.get(name, "").replace(",", " ").split():
        short, _, address = words.partition("=")
        parts = urlsplit(address)
        if not _SHORT.fullmatch(short) or short == _OURS or short in found:
            mistakes.append(
                f"{name}: ‘{short}’ kan niet als naam van een bron. Gebruik kleine letters, "
                "cijfers en streepjes, en elke naam één keer: na=https://voorbeeld.nl/lijst.json."
            )
        elif parts.scheme not in ("http", "https") or not parts.netloc:
            mistakes.append(f"{name}: bij ‘{short}’ hoort een webadres met http:// of https://.")
        else:
            found[short] = address
    return tuple(found.items())


def _key_file(environment: Mapping[str, str]) -> Path | None:
    """Where the key is kept: where it was said, else with the settings of whoever runs this."""
    named = environment.get("HANDWIJZER_KEY_FILE", "").strip()
    if named:
        return Path(named)
    home = environment.get("HOME", "").strip()
    folder = environment.get("XDG_CONFIG_HOME", "").strip() or (home and f"{home}/.config")
    return Path(folder) / "handwijzer" / "sleutel" if folder else None


def _port(environment: Mapping[str, str], name: str, default: int, mistakes: list[str]) -> int:
    words = _said(environment, name)
    if not words:
        return default
    if words.isascii() and words.isdigit() and 0 <= int(words) <= 65_535:
        return int(words)
    mistakes.append(f"{name} is geen poortnummer (0 tot en met 65535): {words}.")
    return default


def _hosts(environment: Mapping[str, str], name: str, mistakes: list[str]) -> tuple[str, ...]:
    hosts = tuple(environment.get(name, "").replace(",", " ").lower().split())
    wrong = [host for host in hosts if not _HOST.fullmatch(host)]
    if wrong:
        mistakes.append(f"{name} is geen naam van een computer, zonder https://: {wrong[0]}.")
    return hosts


def _count(environment: Mapping[str, str], name: str, default: int, mistakes: list[str]) -> int:
    words = _said(environment, name)
    if not words:
        return default
    if words.isascii() and words.isdigit():
        return int(words)
    mistakes.append(f"{name} is geen getal van 0 of hoger: {words}.")
    return default


def _address(environment: Mapping[str, str], name: str, default: str, mistakes: list[str]) -> str:
    words = _said(environment, name)
    if not words:
        return default
    parts = urlsplit(words)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        mistakes.append(f"{name} is geen webadres dat met http:// of https:// begint: {words}.")
    return words.rstrip("/")
