# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What the tests of the command line share: running it, judging it, TAP.

Environment: TRINHKY, the program; TRINHKY_DATA, the shipped data; G_TEST_SRCDIR.
"""

import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

TRINHKY = os.environ["TRINHKY"]
DATA = pathlib.Path(os.environ["TRINHKY_DATA"])
TESTS = pathlib.Path(os.environ["G_TEST_SRCDIR"])
SAMPLE = DATA / "samples" / "binh-lang-2022-h1.trinhky"
NOBODY = 65534

DONE, NO, BAD_INPUT, CANNOT_WRITE = 0, 1, 2, 3

tests = []


class Skip(Exception):
    """A test that this machine cannot do."""


def test(function):
    tests.append(function)
    return function


class Result:
    def __init__(self, arguments, completed):
        self.arguments = " ".join(map(str, arguments))
        self.status = completed.returncode
        self.bytes = completed.stdout or b""
        self.error = completed.stderr.decode("utf-8", "replace")

    @property
    def text(self):
        return self.bytes.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.text)

    def describe(self):
        return f"{self.arguments}: status {self.status}\nstdout: {self.bytes[:300]!r}\nstderr: {self.error[:600]}"


def limit_files(size):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def run(*arguments, status=DONE, error=None, note=None, nobody=False, file_limit=None, stdout=subprocess.PIPE, env=None, cwd=None):
    """Runs the program and judges its status (None: any); what it says is in Result. Nothing on standard
    error where all went well but what NOTE names, and never a word of the libraries."""

    def prepare():
        if file_limit is not None:
            limit_files(file_limit)
        if nobody and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    completed = subprocess.run([TRINHKY, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
                               env=env or environment(), cwd=cwd, preexec_fn=prepare, timeout=120, check=False)
    result = Result(arguments, completed)
    assert status in (None, result.status), f"expected status {status}\n{result.describe()}"
    for word in ("CRITICAL", "WARNING **", "Sanitizer", "runtime error"):
        assert word not in result.error, result.describe()
    if status in (BAD_INPUT, CANNOT_WRITE):
        assert result.error.strip(), f"it says nothing\n{result.describe()}"
    elif note is None:
        assert not result.error, result.describe()
    else:
        assert all(line.startswith("trinhky: ") for line in result.error.splitlines()), f"not our words\n{result.describe()}"
    for part in [*([error] if isinstance(error, str) else error or []), *(note or [])]:
        assert part in result.error, f"“{part}” is missed\n{result.describe()}"
    return result


def environment():
    env = {name: value for name, value in os.environ.items()
           if name not in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND", "LANGUAGE")}
    home = str(Folder.current.path / "home")
    env.update({"LC_ALL": "C.UTF-8", "HOME": home, "XDG_DATA_HOME": home + "/data", "XDG_CONFIG_HOME": home + "/config",
                "XDG_CACHE_HOME": home + "/cache"})
    return env


class Folder:
    """A folder for one test, gone afterwards; another user may look into it."""

    current = None

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="trinhky-cli-"))
        self.path.chmod(0o755)
        (self.path / "home").mkdir()
        Folder.current = self
        return self.path

    def __exit__(self, *_):
        for folder, _, _ in os.walk(self.path):
            os.chmod(folder, 0o755)
        shutil.rmtree(self.path)
        Folder.current = None


def names(folder):
    """What lies there, hidden files too, the home folder apart"""
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def sample(**changes):
    """The sample with other members; None takes one away"""
    report = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for name, value in changes.items():
        if value is None:
            del report[name]
        else:
            report[name] = value
    return report


def with_charts():
    """The sample with charts in an annex"""
    return sample(charts=json.loads((TESTS / "fixtures" / "document" / "charts.json").read_text(encoding="utf-8")))


def write_report(folder, report, name="report.trinhky"):
    return write(folder, name, json.dumps(report, ensure_ascii=False))


def need_nobody(folder):
    """Somebody without rights: nobody where we are root, else ourselves"""
    if os.geteuid() != 0:
        return
    try:
        run("--version", nobody=True)
    except (AssertionError, OSError, subprocess.SubprocessError) as problem:
        raise Skip("another user may not run the program here") from problem


def main():
    """Each test with a folder of its own, as TAP; arguments choose tests by name."""
    if not os.access(TRINHKY, os.X_OK):
        print(f"Bail out! There is no program {TRINHKY}")
        sys.exit(1)
    chosen = [function for function in tests if not sys.argv[1:] or function.__name__ in sys.argv[1:]]
    failed = 0
    print(f"1..{len(chosen)}")
    for number, function in enumerate(chosen, 1):
        name = function.__name__.replace("_", "-")
        try:
            with Folder() as folder:
                function(folder)
            print(f"ok {number} {name}")
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}")
        except Exception:  # whatever went wrong, the others run
            failed += 1
            print(f"not ok {number} {name}")
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
