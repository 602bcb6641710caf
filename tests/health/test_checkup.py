"""The doctor names what is wrong and what to do about it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot_api import TOKEN, BotApi

from bot.health.checkup import Finding, check_up
from bot.store.migrate import migrate
from bot.store.people import enter_person
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault, open_vault


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    key = str(tmp_path / "sleutel")
    (tmp_path / "data").mkdir(exist_ok=True)
    return {"HANDWIJZER_DATA": str(tmp_path / "data"), "HANDWIJZER_KEY_FILE": key, **more}


def on_telegram(api: BotApi, token: str = TOKEN) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_BASE_URL": api.address,
        "HANDWIJZER_OPERATOR": "Gemeente Proef",
        "HANDWIJZER_CONTACT": "privacy@proef.example",
    }


def wrong(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {one.subject: f"{one.said} {one.remedy}" for one in findings if not one.well}


async def test_a_sound_bot_has_nothing_wrong(tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = environment(tmp_path, **on_telegram(api))
        await filled(tmp_path, open_vault("", tmp_path / "sleutel"))
        findings = await check_up(settings, now)
    subjects = ["instellingen", "schijf", "sleutel", "database", "kennis", "netwerk", "klok"]
    assert ([one.subject for one in findings], wrong(findings)) == (subjects, {})


async def test_mistakes_in_the_settings_come_first(tmp_path: Path) -> None:
    findings = await check_up({"HANDWIJZER_PORT": "tachtig"}, now)
    assert "HANDWIJZER_PORT" in wrong(findings)["instellingen"]


async def test_a_damaged_database_and_broken_knowledge_are_both_named(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    settings = environment(tmp_path, HANDWIJZER_KNOWLEDGE=str(tmp_path / "leeg"))
    open_vault("", tmp_path / "sleutel")
    (tmp_path / "data" / FILE).write_bytes(b"kapot" * 1000)
    found = wrong(await check_up(settings, now))
    assert list(found) == ["database", "kennis"]
    assert "handwijzer check" in found["kennis"]


async def test_another_key_than_the_chats_are_kept_under_is_named(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    open_vault("", tmp_path / "sleutel")
    await filled(tmp_path, Vault((bytes(32),)))
    found = wrong(await check_up(settings, now))
    assert list(found) == ["database"]
    assert "sleutel" in found["database"]


async def test_a_key_that_is_gone_is_named_and_none_is_made(tmp_path: Path) -> None:
    await filled(tmp_path, Vault((bytes(32),)))
    found = wrong(await check_up(environment(tmp_path), now))
    assert list(found) == ["sleutel"]
    assert "is er niet" in found["sleutel"]
    assert not (tmp_path / "sleutel").exists()


async def test_a_database_in_which_nobody_is_needs_no_key_yet(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    async with Sqlite(tmp_path / "data" / FILE) as database:
        await migrate(database, now())
    assert wrong(await check_up(settings, now)) == {}


async def test_a_key_that_everybody_may_read_is_named(tmp_path: Path) -> None:
    await filled(tmp_path, open_vault("", tmp_path / "sleutel"))
    (tmp_path / "sleutel").chmod(0o644)
    found = wrong(await check_up(environment(tmp_path), now))
    assert "chmod 600" in found["sleutel"]


async def test_a_database_that_was_never_filled_is_no_mistake(tmp_path: Path) -> None:
    settings = environment(tmp_path)
    (tmp_path / "data" / FILE).touch()
    assert wrong(await check_up(settings, now)) == {}


async def test_a_table_that_is_gone_is_named(tmp_path: Path) -> None:
    await filled(tmp_path, open_vault("", tmp_path / "sleutel"))
    async with Sqlite(tmp_path / "data" / FILE) as database:
        await database.execute("DROP TABLE follow")
    found = wrong(await check_up(environment(tmp_path), now))
    assert "Er mist een tabel: follow." in found["database"]


async def test_copies_that_are_kept_too_long_or_made_no_more_are_named(tmp_path: Path) -> None:
    settings, folder = environment(tmp_path), tmp_path / "data" / "kopieen"
    folder.mkdir()
    made = now() - timedelta(days=3)
    (folder / f"handwijzer-{made:%Y%m%dT%H%M%S}.kopie").touch()
    late = wrong(await check_up(settings, now))
    made = now() - timedelta(days=16)
    (folder / f"handwijzer-{made:%Y%m%dT%H%M%S}.kopie").touch()
    old = wrong(await check_up(settings, now))
    assert "handwijzer-backup.timer" in late["kopieën"]
    assert "ouder is dan 14 dagen" in old["kopieën"]


async def test_a_wrong_token_a_clock_that_is_off_and_no_network_are_named(tmp_path: Path) -> None:
    async with BotApi() as api:
        refused = await check_up(environment(tmp_path, **on_telegram(api, "1:wrong")), now)
        settings = environment(tmp_path, **on_telegram(api))
        late = await check_up(settings, lambda: now() - timedelta(hours=1))
    away = await check_up(settings, now)
    assert "kent dit token niet" in wrong(refused)["netwerk"]
    assert "3600 seconden achter" in wrong(late)["klok"] or "359" in wrong(late)["klok"]
    assert "niet te bereiken" in wrong(away)["netwerk"]
    assert "1:wrong" not in str(refused)


async def filled(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    async with Sqlite(tmp_path / "data" / FILE) as database:
        await migrate(database, now())
        async with database.transaction() as inside:
            await enter_person(inside, vault, "telegram:31337")
