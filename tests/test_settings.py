"""Reading the settings."""

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings


def test_nothing_set_means_the_local_page_on_its_usual_port() -> None:
    settings = read_settings({})
    assert (settings.token, settings.port, settings.data) == ("", 8080, Path("data"))


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(
            {
                "HANDWIJZER_PORT": "tachtig",
                "TELEGRAM_API_BASE_URL": "127.0.0.1:8081",
                "TELEGRAM_WEBHOOK_URL": "https://bot.example.org/",
            }
        )
    told = str(caught.value).splitlines()
    assert [line.split()[0] for line in told] == [
        "HANDWIJZER_PORT",
        "TELEGRAM_API_BASE_URL",
        "TELEGRAM_WEBHOOK_URL",
    ]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"TELEGRAM_WEBHOOK_SECRET": "ge heim!"}, "zonder spaties of accenten"),
        ({"TELEGRAM_WEBHOOK_URL": "http://bot.example.org/"}, "Telegram wil een certificaat"),
    ],
)
def test_a_webhook_that_telegram_would_refuse_is_told_at_the_start(setting, told) -> None:
    webhook = {
        "TELEGRAM_WEBHOOK_URL": "https://bot.example.org/",
        "TELEGRAM_WEBHOOK_SECRET": "s_3-",
    }
    assert read_settings(webhook).webhook_secret == "s_3-"
    with pytest.raises(SettingsError, match=told):
        read_settings(webhook | setting)


def test_a_knowledge_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match="/nergens"):
        read_settings({"HANDWIJZER_KNOWLEDGE": "/nergens"})


def test_the_key_file_stands_where_settings_stand() -> None:
    def file(**environment: str) -> Path | None:
        return read_settings(environment).key_file

    assert file(HOME="/home/ans") == Path("/home/ans/.config/handwijzer/sleutel")
    assert file(HOME="/home/ans", XDG_CONFIG_HOME="/etc") == Path("/etc/handwijzer/sleutel")
    assert file(HANDWIJZER_KEY_FILE="/run/sleutel") == Path("/run/sleutel")
    assert file() is None


def test_sources_have_a_name_and_an_address() -> None:
    words = "na=https://na.example/lijst.json, aa-nl=http://aa.example/feed?x=1"
    assert read_settings({"HANDWIJZER_FEEDS": words}).feeds == (
        ("na", "https://na.example/lijst.json"),
        ("aa-nl", "http://aa.example/feed?x=1"),
    )


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("https://na.example/", "naam van een bron"),
        ("NA=https://na.example/", "naam van een bron"),
        ("kennis=https://na.example/", "naam van een bron"),
        ("na=https://een.example/ na=https://twee.example/", "elke naam één keer"),
        ("na=lijst.json", "webadres"),
    ],
)
def test_a_source_that_is_written_wrong_is_told(words: str, wrong: str) -> None:
    with pytest.raises(SettingsError, match=wrong):
        read_settings({"HANDWIJZER_FEEDS": words})


def test_the_names_of_a_proxy_are_read_as_they_are_asked_for() -> None:
    told = read_settings({"HANDWIJZER_ALLOWED_HOSTS": "Werkbank.example.org, w.example:8443"})
    assert told.allowed_hosts == ("werkbank.example.org", "w.example:8443")


def test_an_address_is_no_name_of_a_proxy() -> None:
    with pytest.raises(SettingsError, match="zonder https://"):
        read_settings({"HANDWIJZER_ALLOWED_HOSTS": "https://werkbank.example.org/"})
