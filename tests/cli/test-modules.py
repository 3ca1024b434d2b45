#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What the program loads: a command has in memory only the libraries that it needs; the others stand in modules."""

import pathlib
import subprocess

from harness import BAD_INPUT, DATA, SAMPLE, TRINHKY, environment, run, test, write

# Of the window, of signatures, of spreadsheets and Word documents
KEPT_OUT = ("libgtk-4", "libadwaita-1", "libpoppler", "libcrypto", "libarchive", "libfreexl", "libxlsxwriter", "libxml2")


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


if __name__ == "__main__":
    from harness import main
    main()
