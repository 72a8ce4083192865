"""What it costs to start: CPU seconds of `fixer --version` and of `fixer fix` on a one-line file.

    python bench/startup.py [--runs 10]

CPU time (user and system) of the child process, least of the runs: what the program itself needs, whatever else the
machine is doing. The limits are those of the project: 0.15 s and 0.35 s.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LIMITS = {"--version": 0.15, "fix": 0.35}


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text("Le modèle est publié par l'équipe.\n", encoding="utf-8")
        commands = {"--version": ["--version"], "fix": ["fix", str(page)]}
        worst = 0
        for name, arguments in commands.items():
            least = min(cpu_seconds([sys.executable, "-m", "fixer", *arguments]) for _ in range(runs))
            verdict = "ok" if least <= LIMITS[name] else "too slow"
            print(f"fixer {name:10} {least:.3f} s of CPU, limit {LIMITS[name]:.2f} s: {verdict}")
            worst |= least > LIMITS[name]
    return worst


if __name__ == "__main__":
    sys.exit(main())
