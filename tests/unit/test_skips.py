"""Under `CI=1` a run fails when a test was skipped, in parallel runs too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SKIPPING = "import pytest\n\n\ndef test_one():\n    pytest.skip('no browser')\n"
PASSING = "def test_one():\n    pass\n"
FAILING = "def test_one():\n    assert False\n"
PARALLEL = ("-n", "1")


@pytest.mark.parametrize(
    ("ci", "content", "options", "code"),
    [
        ("1", SKIPPING, (), 1),
        ("1", SKIPPING, PARALLEL, 1),
        ("1", PASSING, (), 0),
        ("1", FAILING, (), 1),
        ("", SKIPPING, (), 0),
    ],
)
def test_skipping(
    tmp_path: Path, ci: str, content: str, options: tuple[str, ...], code: int
) -> None:
    (tmp_path / "test_it.py").write_text(content)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.support.skips", "-p", "no:dash"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", *options, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert ("does not allow" in done.stdout) == (content == SKIPPING and ci == "1")
