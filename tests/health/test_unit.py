"""The systemd units: sound, and hardened as far as the bot allows."""

import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
WORST = {"handwijzer.service": 15, "handwijzer-backup.service": 10}  # tenths of 10 (exposed)

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here"
)


def analyse(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ("systemd-analyze", *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("name", "worst"), WORST.items())
def test_a_unit_is_hardened(name: str, worst: int) -> None:
    found = analyse("security", "--offline=true", f"--threshold={worst}", str(DEPLOY / name))
    assert found.returncode == 0, found.stdout


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for file in DEPLOY.glob("handwijzer*"):
        lines = file.read_text(encoding="utf-8").splitlines()
        here = ["ExecStart=/bin/true" if line.startswith("ExecStart=") else line for line in lines]
        (tmp_path / file.name).write_text("\n".join(here) + "\n", encoding="utf-8")
    names = sorted(str(file) for file in tmp_path.glob("handwijzer*"))
    found = analyse("verify", *names)
    ours = [line for line in found.stderr.splitlines() if "handwijzer" in line]
    assert (len(names), ours) == (3, [])
