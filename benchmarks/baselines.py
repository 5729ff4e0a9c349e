"""
fazhi beside other readers of quantities and places, on the same annotated reports in one run.

One command measures all: ``python benchmarks/baselines.py`` prints the table, with ``--write`` it
renews that of the documentation. Each peer is installed into an environment of its own; one that
cannot be installed or run is named with the reason.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from _comparison import COLUMNS, markdown, page
from _judging import GROUPS, TOP, Annotated, annotated, quality


HERE = Path(__file__).parent
PAGE = TOP / "docs" / "explanation" / "compared.rst"
TIME_LIMIT = 900


class Peer(NamedTuple):
    """
    A reader.

    Attributes:
        name: Its name in the table.
        command: Its adapter in ``peers/``, with options.
        needs: The distribution to install, with the bounds of ``requirements-peers.txt``.
    """

    name: str
    command: tuple[str, ...]
    needs: str = ""


PEERS = (
    Peer("fazhi", ("with_fazhi.py",)),
    Peer("one regex", ("with_one_regex.py",)),
    Peer("Recognizers-Text", ("with_recognizers.py",), "recognizers-text-suite"),
    Peer(
        "… with its dates left out",
        ("with_recognizers.py", "--without-dates"),
        "recognizers-text-suite",
    ),
    Peer("jionlp", ("with_jionlp.py",), "jionlp"),
    Peer("cn2an", ("with_cn2an.py",), "cn2an"),
    Peer("cpca", ("with_cpca.py",), "cpca"),
)


class FailedError(Exception):
    """
    A reader that could not be installed or run; the message says why.
    """


def python_of(peer: Peer, folder: Path) -> Path:
    """
    Return the interpreter that a reader runs with; its environment is made where it is missing.
    """
    if not peer.needs:
        return Path(sys.executable)
    home = folder / peer.needs
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        print(f"installing {peer.needs}", file=sys.stderr)
        bounds = str(HERE / "requirements-peers.txt")
        try:
            _run([sys.executable, "-m", "venv", str(home)])
            _run([str(python), "-m", "pip", "install", "-q", "-c", bounds, peer.needs])
        except FailedError:
            shutil.rmtree(home, ignore_errors=True)
            raise
    return python


def ask(peer: Peer, python: Path, request: str) -> dict[str, Any]:
    """
    Return the answer of a reader, see ``peers/_serve.py``.
    """
    print(f"asking {peer.name}", file=sys.stderr)
    script, *options = peer.command
    output = _run(
        [str(python), str(HERE / "peers" / script), *options], request, alone=bool(peer.needs)
    )
    answer: dict[str, Any] = json.loads(output.splitlines()[-1])
    return answer


def _run(command: list[str], given: str = "", *, alone: bool = False) -> str:
    """
    Return what *command* prints; its last words where it fails.

    Args:
        command: The program and its arguments.
        given: Its standard input.
        alone: Keep it from modules on the search path of this process.
    """
    env = {key: value for key, value in os.environ.items() if not alone or key != "PYTHONPATH"}
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, encoding="utf-8", errors="replace",
            check=True, timeout=TIME_LIMIT, env=env,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise FailedError(f"took more than {TIME_LIMIT} s") from error
    except subprocess.CalledProcessError as error:
        words = [line for line in error.stderr.splitlines() if "error" in line.lower()]
        # pip's first such line says what is wrong, a traceback's last one.
        words = [line for line in words if line.startswith("ERROR")][:1] or words[-1:]
        reason = words[0].strip() if words else f"exit status {error.returncode}"
        raise FailedError(reason) from error
    return done.stdout


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """
    Return the figures of every reader by group of reports, and why others are missing.
    """
    groups = {name: annotated(folder) for name, folder in GROUPS.items()}
    texts = {
        name: {key: report.text for key, report in reports.items()}
        for name, reports in groups.items()
    }
    request = json.dumps({"groups": texts, "rounds": options.rounds})
    answers, left_out = {}, {}
    for peer in PEERS:
        if options.only and peer.name not in options.only:
            continue
        try:
            answers[peer.name] = ask(peer, python_of(peer, options.environments), request)
        except FailedError as error:
            left_out[peer.name] = str(error)
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "versions": {name: answer["version"] for name, answer in answers.items()},
        "reports": {name: _size(reports) for name, reports in groups.items()},
        "rows": [row for name, reports in groups.items() for row in judged(name, reports, answers)],
        "left_out": left_out,
    }


def _size(reports: Mapping[str, Annotated]) -> dict[str, int]:
    required = sum(not row.get("optional") for report in reports.values() for row in report.metrics)
    characters = sum(len(report.text) for report in reports.values())
    return {"documents": len(reports), "characters": characters, "metrics": required}


def judged(
    group: str, reports: Mapping[str, Annotated], answers: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """
    Yield a row for each reader; ``None`` is a figure about what it does not offer.
    """
    size = sum(len(report.text) for report in reports.values())
    costs = {name: _cost(answer["groups"][group]["seconds"]) for name, answer in answers.items()}
    for name, answer in answers.items():
        figures: dict[str, float] = quality(reports, answer["groups"][group]["readings"])
        figures["speed"] = size / median(own for own, _ in answer["groups"][group]["seconds"])
        if "fazhi" in costs:
            figures["ratio"] = costs[name] / costs["fazhi"]
        offers = {"", *answer["offers"]}
        shown = {key: figures.get(key) if need in offers else None for key, _, need, _ in COLUMNS}
        yield {"reader": name, "reports": group, **shown}


def _cost(rounds: Iterable[tuple[float, float]]) -> float:
    """
    Return what a round costs in yardsticks, whatever else the machine did meanwhile.
    """
    return median(own / yardstick for own, yardstick in rounds)


def arguments() -> argparse.Namespace:
    """
    Return the options of the command line.
    """
    options = argparse.ArgumentParser(description="fazhi beside other readers.")
    options.add_argument(
        "--environments", type=Path, default=TOP / ".venv-peers", metavar="DIR",
        help="folder of the peers' virtual environments, made where missing (%(default)s)",
    )  # fmt: skip
    options.add_argument(
        "--only", nargs="*", metavar="READER", choices=[peer.name for peer in PEERS],
        help="these readers alone",
    )  # fmt: skip
    options.add_argument("--rounds", type=int, default=15, help="how often (%(default)s)")
    options.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options.add_argument("--write", action="store_true", help="renew the documentation's table")
    return options.parse_args()


if __name__ == "__main__":
    chosen = arguments()
    result = measure(chosen)
    print(json.dumps(result, indent=1) if chosen.json else markdown(result))
    if chosen.write:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), result), encoding="utf-8")
