"""The program as an operator meets it: its start, its mistakes, and its end."""

import shutil
import signal
import socket
from pathlib import Path

import pytest
from bot_api import TOKEN, BotApi
from program import ask_page, started

from bot.knowledge.loader import find_folder

BROKEN = "naam: [dit is geen\n"


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge that a test may break."""
    return shutil.copytree(find_folder({}), tmp_path / "kennis")


async def test_it_prints_its_address_answers_and_ends_when_told(tmp_path):
    async with started("run", data=tmp_path) as program:
        address = await program.until("http://127.0.0.1:")
        answer = await ask_page(address, "is er een inloop in Assen?")
        program.process.send_signal(signal.SIGTERM)
        assert await program.ended() == 0
    assert "Leger des Heils" in answer
    assert program.output == [address]
    assert [line for line in program.errors if "Assen" in line] == []


async def test_broken_knowledge_gives_the_help_lines_until_it_is_mended(tmp_path, knowledge):
    path = next((knowledge / "organisaties").glob("*.yaml"))
    sound = path.read_text(encoding="utf-8")
    path.write_text(BROKEN, encoding="utf-8")
    data = tmp_path / "data"
    async with started("run", data=data, HANDWIJZER_KNOWLEDGE=str(knowledge)) as program:
        address = await program.until("http://127.0.0.1:")
        broken = await ask_page(address, "is er een inloop in Assen?")
        told = list(program.errors)
        path.write_text(sound, encoding="utf-8")
        await program.until("reloaded", len(told))
        mended = await ask_page(address, "is er een inloop in Assen?")
        path.write_text(BROKEN, encoding="utf-8")
        await program.until("last good one stays")
        kept = await ask_page(address, "is er een inloop in Assen?")
    assert any(path.name in line and " fout: " in line for line in told)
    assert "Ik geef alleen hulpnummers tot dit is hersteld." in "\n".join(told)
    assert ("112" in broken, "0800-0113" in broken, "Assen" in broken) == (True, True, False)
    assert ("Leger des Heils" in mended, mended) == (True, kept)


async def test_a_data_directory_that_cannot_be_written_is_told_at_once(tmp_path):
    in_the_way = tmp_path / "bestand"
    in_the_way.write_text("", encoding="utf-8")
    async with started("run", data=in_the_way / "data") as program:
        assert await program.ended() == 1
    assert "kan ik niet schrijven" in program.errors[0]
    assert "HANDWIJZER_DATA" in program.errors[0]
    assert len(program.errors) == 1


async def test_a_port_that_is_taken_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        async with started("run", data=tmp_path, HANDWIJZER_PORT=port) as program:
            assert await program.ended() == 1
    assert f"Poort {port} is niet vrij" in program.errors[-1]
    assert "HANDWIJZER_PORT" in program.errors[-1]


async def test_a_wrong_token_is_told_without_repeating_it(tmp_path):
    async with BotApi() as api:
        settings = {"TELEGRAM_BOT_TOKEN": "1:wrong", "TELEGRAM_API_BASE_URL": api.address}
        async with started("run", data=tmp_path, **settings) as program:
            assert await program.ended() == 1
    assert "TELEGRAM_BOT_TOKEN" in program.errors[-1]
    assert [line for line in program.errors if "1:wrong" in line or "Traceback" in line] == []


async def test_without_network_it_keeps_trying_says_so_and_answers_when_it_is_back(tmp_path):
    api = BotApi()
    async with api:
        pass  # it had an address, and is gone
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": api.address}
    async with started("run", data=tmp_path, **settings) as program:
        await program.until("cannot reach Telegram")
        async with api:
            await api.write("is er een inloop in Assen?")
            await api.until(lambda: "Leger des Heils" in "".join(api.texts()))
            program.process.send_signal(signal.SIGTERM)
            assert await program.ended() == 0
    assert api.invalid == []
    assert [line for line in program.errors if TOKEN in line or "Assen" in line] == []


async def test_all_mistakes_in_the_settings_are_told_together(tmp_path):
    mistakes = {"HANDWIJZER_PORT": "tachtig", "TELEGRAM_API_BASE_URL": "ergens"}
    async with started("run", data=tmp_path, **mistakes) as program:
        assert await program.ended() == 1
    told = "\n".join(program.errors)
    assert [name in told for name in mistakes] == [True, True]


async def test_on_telegram_it_does_not_start_without_somebody_who_answers_for_it(tmp_path):
    nobody = {"TELEGRAM_BOT_TOKEN": TOKEN, "HANDWIJZER_OPERATOR": "", "HANDWIJZER_CONTACT": " "}
    async with started("run", data=tmp_path, **nobody) as program:
        assert await program.ended() == 1
    assert len(program.errors) == 1
    asked = [name in program.errors[0] for name in ("HANDWIJZER_OPERATOR", "HANDWIJZER_CONTACT")]
    assert asked == [True, True]


async def test_an_unknown_command_is_told_with_exit_code_2(tmp_path):
    async with started("vlieg", data=tmp_path) as program:
        assert await program.ended() == 2
