"""Runs the property tests again and again with other examples, for as long as is asked.

    python tools/fuzz.py [SECONDS]      ten minutes unless told otherwise; `make fuzz`

Ends with 1 at the first failure; hypothesis keeps the smallest example and shows it.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEN_MINUTES = 600.0
EXAMPLES = "400"  # of each property in one round


def main() -> int:
    """Rounds of all files that use hypothesis."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else TEN_MINUTES
    files = [
        str(path)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if "from hypothesis import" in path.read_text(encoding="utf-8")
    ]
    end, rounds = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        seed = int.from_bytes(os.urandom(4))
        command = [sys.executable, "-m", "pytest", "-x", f"--hypothesis-seed={seed}", *files]
        environment = {**os.environ, "FUZZ_EXAMPLES": EXAMPLES}
        left = max(1.0, end - time.monotonic())
        try:
            done = subprocess.run(command, cwd=ROOT, env=environment, timeout=left, check=False)
        except subprocess.TimeoutExpired:
            break
        if done.returncode:
            print(f"failed in round {rounds + 1}, seed {seed}")
            return 1
        rounds += 1
    print(f"{rounds} whole rounds of {len(files)} files, nothing fell over")
    return 0


if __name__ == "__main__":
    sys.exit(main())
