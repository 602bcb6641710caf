"""Ciphertext, keyed hashes, and where the key comes from."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.vault import Vault, VaultError, new_key, open_vault

OLD, NEW = b"o" * 32, b"n" * 32


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_what_is_locked_opens_again(text: str) -> None:
    vault = Vault((OLD,))
    assert vault.open(vault.lock(text, "chat"), "chat") == text


def test_the_same_text_is_another_ciphertext_each_time_and_the_same_hash() -> None:
    vault = Vault((OLD,))
    assert vault.lock("telegram:1", "chat") != vault.lock("telegram:1", "chat")
    assert vault.hash("telegram:1", "chat") == vault.hash("telegram:1", "chat")
    assert vault.hash("telegram:1", "chat") != vault.hash("telegram:1", "follow")
    assert vault.hash("telegram:1", "chat") != Vault((NEW,)).hash("telegram:1", "chat")


def test_a_short_and_a_long_text_are_as_long_when_locked() -> None:
    vault = Vault((OLD,))
    assert len(vault.lock("a", "follow")) == len(vault.lock("a" * 60, "follow"))


def test_a_new_key_in_front_still_opens_what_the_old_one_locked() -> None:
    locked = Vault((OLD,)).lock("telegram:1", "chat")
    both = Vault((NEW, OLD))
    assert both.open(locked, "chat") == "telegram:1"
    assert both.key_name == Vault((NEW,)).key_name


def test_another_key_another_purpose_and_a_touched_text_open_nothing() -> None:
    vault = Vault((OLD,))
    locked = vault.lock("telegram:1", "chat")
    touched = locked[:-2] + ("A" if locked[-2] != "A" else "B") + locked[-1]
    for which, ciphertext, purpose in (
        (Vault((NEW,)), locked, "chat"),
        (vault, locked, "follow"),
        (vault, touched, "chat"),
        (vault, "geen sleutel", "chat"),
        (vault, "", "chat"),
    ):
        with pytest.raises(VaultError, match="niet te openen"):
            which.open(ciphertext, purpose)


def test_a_key_file_is_made_once_and_for_us_only(tmp_path: Path) -> None:
    file = tmp_path / "config" / "handwijzer" / "sleutel"
    locked = open_vault("", file).lock("telegram:1", "chat")
    assert open_vault("", file).open(locked, "chat") == "telegram:1"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["sleutel"]


def test_a_key_in_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sleutel"
    first, second = new_key(), new_key()
    file.write_text(f"# de nieuwe\n{first}\n{second}\n")
    assert open_vault("", file).key_name == open_vault(f"{first},{second}", None).key_name
    assert open_vault(second, file).key_name == open_vault(second, None).key_name


def test_a_key_inside_the_data_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="gegevensmap"):
        open_vault("", tmp_path / "data" / "sleutel", tmp_path / "data")


def test_a_broken_key_is_told_without_showing_it(tmp_path: Path) -> None:
    file = tmp_path / "sleutel"
    file.write_text(f"{new_key()}\nietskorts\n")
    with pytest.raises(VaultError, match="Sleutel 2") as caught:
        open_vault("", file)
    assert "ietskorts" not in str(caught.value)
    file.write_text("\n")
    with pytest.raises(VaultError, match="geen sleutel"):
        open_vault("", file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(VaultError, match="geen leesbare tekst"):
        open_vault("", file)


def test_no_new_key_is_made_where_the_old_one_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="is er niet"):
        open_vault("", tmp_path / "sleutel", make=False)
    assert not (tmp_path / "sleutel").exists()
