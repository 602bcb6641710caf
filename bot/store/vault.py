"""Keeps what may not be read from the database file: ciphertext, and keyed hashes to find it by.

Keys stand in the environment or in a file outside the data directory. The first one encrypts and
hashes, all of them decrypt: a new key goes in front, and `rekey` (see people.py) brings along what
was kept under an old one.
"""

import base64
import binascii
import hmac
import os
import secrets
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.store.database import StoreError

_KEY_BYTES = 32
_NONCE_BYTES = 12  # what AES-GCM is made for
_NAME_BYTES = 4
_BLOCK = 64  # bytes that a text is filled up to, so that its length tells nothing


class VaultError(StoreError):
    """The key is missing, broken, or another one than something was kept under; in Dutch."""


class Vault:
    """Encrypts and hashes with the first of its keys, and decrypts with any of them."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        """Takes one or more keys of 32 bytes."""
        self._ciphers = {_name(key): AESGCM(_derive(key, b"encrypt")) for key in keys}
        self._first = _name(keys[0])
        self._hash_key = _derive(keys[0], b"look up")

    @property
    def key_name(self) -> str:
        """Which key encrypts now; tells nothing about the key itself."""
        return self._first.hex()

    def lock(self, text: str, purpose: str) -> str:
        """A text as ciphertext, another one each time; it opens for the same purpose only."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._ciphers[self._first].encrypt(nonce, _fill(text), purpose.encode())
        return base64.urlsafe_b64encode(self._first + nonce + sealed).decode()

    def open(self, ciphertext: str, purpose: str) -> str:
        """The text of a ciphertext; raises VaultError where no key of ours opens it."""
        try:
            raw = base64.urlsafe_b64decode(ciphertext)
            name, nonce = raw[:_NAME_BYTES], raw[_NAME_BYTES : _NAME_BYTES + _NONCE_BYTES]
            cipher = self._ciphers[name]
            plain = cipher.decrypt(nonce, raw[_NAME_BYTES + _NONCE_BYTES :], purpose.encode())
        except (binascii.Error, ValueError, KeyError, InvalidTag):
            raise VaultError(
                "Iets in de database is niet te openen met deze sleutel. Zet de oude sleutel "
                "erbij in HANDWIJZER_KEY of in het sleutelbestand, achter de nieuwe."
            ) from None
        return plain.rstrip(b"\0").decode()

    def seal(self, content: bytes, purpose: str) -> bytes:
        """Bytes as ciphertext, such as a whole file; they open for the same purpose only."""
        nonce = os.urandom(_NONCE_BYTES)
        cipher = self._ciphers[self._first]
        return self._first + nonce + cipher.encrypt(nonce, content, purpose.encode())

    def unseal(self, sealed: bytes, purpose: str) -> bytes:
        """The bytes of a ciphertext; raises VaultError where no key of ours opens it."""
        name, nonce = sealed[:_NAME_BYTES], sealed[_NAME_BYTES : _NAME_BYTES + _NONCE_BYTES]
        try:
            cipher = self._ciphers[name]
            return cipher.decrypt(nonce, sealed[_NAME_BYTES + _NONCE_BYTES :], purpose.encode())
        except (ValueError, KeyError, InvalidTag):
            raise VaultError(
                "Deze kopie is niet te openen met deze sleutel. Zet de sleutel erbij waarmee hij "
                "gemaakt is, in HANDWIJZER_KEY of in het sleutelbestand. Is het de goede sleutel? "
                "Dan is de kopie beschadigd; neem een andere."
            ) from None

    def hash(self, text: str, purpose: str) -> str:
        """The same hash each time for a text and purpose; of no use to whoever lacks the key."""
        said = f"{purpose}\0{text}".encode()
        return hmac.new(self._hash_key, said, sha256).hexdigest()[:32]


def new_key() -> str:
    """A new key, as it is written in the environment or the key file."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_KEY_BYTES)).decode()


def open_vault(
    key: str, file: Path | None, data: Path | None = None, *, make: bool = True
) -> Vault:
    """The vault for the keys in a setting, else in a file, which is made where there is none.

    Where something was kept already a new key would open none of it: then don't let it `make` one.
    A file inside the data directory is refused: a copy of the data would hold its own key.
    """
    if key.strip():
        return Vault(_read_keys(key, "HANDWIJZER_KEY"))
    if file is None:
        raise VaultError(
            "Ik weet niet waar de sleutel staat. Zet HANDWIJZER_KEY_FILE op een bestand buiten "
            "de gegevensmap."
        )
    if data is not None and file.resolve().is_relative_to(data.resolve()):
        raise VaultError(
            f"De sleutel {file} ligt in de gegevensmap. Wie die map kopieert heeft dan ook de "
            "sleutel. Zet HANDWIJZER_KEY_FILE op een bestand buiten die map."
        )
    try:
        if not file.exists():
            if not make:
                raise VaultError(
                    f"Het sleutelbestand {file} is er niet. Zet de kopie terug die u ervan "
                    "bewaart. Een nieuwe sleutel opent niet wat met de oude bewaard is."
                )
            _make_file(file)
        return Vault(_read_keys(file.read_text(encoding="ascii"), str(file)))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "geen leesbare tekst"
        raise VaultError(
            f"Het sleutelbestand {file} kan ik niet lezen of maken ({reason})."
        ) from error


def _make_file(file: Path) -> None:
    """Writes a new key that only we may read; whole or not at all, also when two start at once."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(new_key() + "\n")
            opened.flush()
            os.fsync(opened.fileno())
        try:
            os.link(draft, file)  # fails where another process was first; its key is as good
        except FileExistsError:
            return
    finally:
        draft.unlink()


def _read_keys(text: str, where: str) -> tuple[bytes, ...]:
    lines = (line.partition("#")[0] for line in text.splitlines())
    words = " ".join(lines).replace(",", " ").split()
    keys = []
    for number, word in enumerate(words, start=1):
        try:
            key = base64.b64decode(word, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != _KEY_BYTES:
            raise VaultError(
                f"Sleutel {number} in {where} klopt niet: het moeten 44 letters, cijfers en "
                "tekens zijn. Maak er een met: python -c "
                "'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())'"
            )
        keys.append(key)
    if not keys:
        raise VaultError(f"Er staat geen sleutel in {where}.")
    return tuple(keys)


def _derive(key: bytes, use: bytes) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=b"handwijzer " + use)
    return derived.derive(key)


def _name(key: bytes) -> bytes:
    return _derive(key, b"name")[:_NAME_BYTES]


def _fill(text: str) -> bytes:
    plain = text.encode()
    return plain + b"\0" * (-len(plain) % _BLOCK)
