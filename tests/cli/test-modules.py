#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What the program loads: a command has in memory only the libraries that it needs; the others stand in modules."""

import pathlib
import subprocess

from harness import BAD_INPUT, DATA, SAMPLE, TRINHKY, environment, names, run, test, write

# Of the window, of signatures, of spreadsheets and Word documents, of PDF files that are read or completed
KEPT_OUT = ("libgtk-4", "libadwaita-1", "libpoppler", "libcrypto", "libarchive", "libfreexl", "libxlsxwriter", "libxml2",
            "libqpdf", "libgnutls", "libstdc++")


def list_libraries():
    """As the loader of the C library finds them"""
    traced = subprocess.run([TRINHKY], env={**environment(), "LD_TRACE_LOADED_OBJECTS": "1"}, stdout=subprocess.PIPE, check=True)
    return [pathlib.Path(line.split()[0]).name for line in traced.stdout.decode().splitlines() if line.strip()]


@test
def libraries(folder):
    loaded = list_libraries()
    assert any(name.startswith("libglib-2.0") for name in loaded), loaded
    heavy = [name for name in loaded if name.startswith(KEPT_OUT)]
    assert not heavy, heavy


@test
def no_commands(folder):
    """The module is not there, or is none: the commands that stand in it say so, the others run."""
    env = {**environment(), "TRINHKY_MODULES": str(folder)}
    table = write(folder, "new.tsv", "form\tkey\n")
    for arguments in (("export", SAMPLE, "--to", "docx", "-o", "-"), ("export", SAMPLE, "--to=xlsx", "-o", "-"),
                      ("import", SAMPLE, "--values", table, "-o", "-"), ("form", "new", "--from", table, "--id", "a", "-o", "-"),
                      ("verify", SAMPLE), ("database", "check"), ("sign", SAMPLE, "--certificate", "a.p12", "-o", "-"), ("trust",)):
        run(*arguments, env=env, status=BAD_INPUT, error=["Install the program again", "trinhky-commands.so"])
    write(folder, "trinhky-commands.so", b"no module")
    run("verify", SAMPLE, env=env, status=BAD_INPUT, error="Install the program again")
    run("export", SAMPLE, "--to", "tsv", "-o", "-", env=env)
    run("form", "bm1", "--tsv", env=env)
    run("regime", "check", DATA / "forms" / "bm1.json", env=env)
    run("--help", env=env)


@test
def with_commands(folder):
    """A common option before the command's name does not hide it."""
    word = run("--database", folder / "a.db", "export", SAMPLE, "--to=docx", "-o", "-")
    assert word.bytes.startswith(b"PK"), word.describe()
    run("form", "new", status=BAD_INPUT, error="--from")
    (folder / "new").mkdir()
    assert run("form", "--data", "new", "bm1", "--tsv", cwd=folder).text == run("form", "bm1", "--tsv").text


@test
def no_pdf(folder):
    """What completes a PDF is not there: nothing is written, nothing of what was there is lost."""
    out = write(folder, "out.pdf", "before")
    run("export", SAMPLE, "--to", "pdf", "-o", out, env={**environment(), "TRINHKY_MODULES": str(folder)},
        status=BAD_INPUT, error=["Install the program again", "trinhky-pdf.so"])
    assert out.read_text() == "before" and names(folder) == ["out.pdf"]


@test
def pdf_to_read(folder):
    """A PDF is a report too, wherever one is named; that one is to be written over makes no difference."""
    out = folder / "out.pdf"
    run("export", SAMPLE, "--to", "pdf", "-o", out)
    first = out.read_bytes()
    plain = run("export", SAMPLE, "--to", "tsv", "-o", "-").text
    run("export", SAMPLE, "--to", "pdf", "-o", out)
    assert out.read_bytes() == first
    for arguments in ((out,), (out.as_uri(),), (SAMPLE, "--history", out), (SAMPLE, f"--history={out}")):
        assert run("export", *arguments, "--to", "tsv", "-o", "-").text == plain, arguments
    assert run("export", out, "--to", "pdf", "-o", "-").bytes == first
    link = folder / "link.trinhky"
    link.symlink_to(out)
    run("export", link, "--to", "pdf", f"--output={out}")
    assert out.read_bytes() == first
    without = {**environment(), "TRINHKY_MODULES": str(folder)}
    run("export", SAMPLE, "--to", "tsv", "-o", out, env=without)
    run("export", SAMPLE, "--to", "tsv", f"--output={out}", env=without)


@test
def pages_of_another(folder):
    """The second half of an export, called by hand"""
    with open(write(folder, "short", "abc"), "rb") as short, open(SAMPLE, "rb") as report:
        for number, error in ((short.fileno(), "read again"), (report.fileno(), "read again"), (99, ""), ("x", "")):
            done = subprocess.run([TRINHKY, "--complete-pdf", str(number), folder / "out"], stdin=subprocess.DEVNULL, env=environment(),
                                  capture_output=True, check=False, pass_fds=(short.fileno(), report.fileno()), timeout=60)
            assert done.returncode == BAD_INPUT and error in done.stderr.decode() and b"trinhky: " in done.stderr, done
    assert names(folder) == ["short"]


@test
def pipe_of_a_pdf(folder):
    """Not a file, so nobody looked into it before"""
    pdf = folder / "out.pdf"
    run("export", SAMPLE, "--to", "pdf", "-o", pdf)
    done = subprocess.run(["sh", "-c", f'cat "{pdf}" | "{TRINHKY}" check /dev/stdin'], capture_output=True, env=environment(), check=False, timeout=60)
    assert done.returncode == BAD_INPUT and done.stderr.startswith(b"trinhky: ") and b"CRITICAL" not in done.stderr, done


if __name__ == "__main__":
    from harness import main
    main()
