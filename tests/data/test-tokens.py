#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""tokens/vn.ini is as data/README.md, "Tokens", says, and files that are not are refused, each for what is wrong with it."""

import configparser
import os
import pathlib
import re

DATA = pathlib.Path(os.environ["TRINHKY_DATA"])
BAD = pathlib.Path(os.environ["G_TEST_SRCDIR"]) / "fixtures" / "data" / "bad-tokens"
SECTIONS = {"Folders", "Modules"}
MODULE = re.compile(r"[A-Za-z0-9._+-]+\.so(\.[0-9]+)*")


def read(path):
    parser = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None, strict=True, default_section="")
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def first_problem(path):
    """What is wrong with a list of tokens' libraries; None: nothing"""
    try:
        parser = read(path)
    except (configparser.Error, UnicodeDecodeError) as error:
        return f"cannot be read: {error}".splitlines()[0]
    if set(parser.sections()) != SECTIONS:
        return f"sections {sorted(parser.sections())} instead of {sorted(SECTIONS)}"
    if list(parser["Folders"]) != ["Paths"]:
        return "[Folders] takes Paths alone"
    folders = parser["Folders"]["Paths"].split(";")
    if not all(folder.startswith("/") and not folder.endswith("/") for folder in folders):
        return "a folder is no absolute path"
    if len(set(folders)) != len(folders):
        return "a folder stands there twice"
    for name, vendor in parser["Modules"].items():
        if not MODULE.fullmatch(name):
            return f"“{name}” is no file name of a library"
        if not vendor.strip():
            return f"“{name}” has no vendor"
    return None if parser["Modules"] else "no library is named"


def main():
    bad = sorted(BAD.glob("*.ini"))
    checks = [("tokens/vn.ini", first_problem(DATA / "tokens" / "vn.ini"))]
    checks.append(("bad files are there", None if bad else "there are none"))
    for path in bad:
        expected = path.with_suffix(".ini.expect").read_text(encoding="utf-8").strip()
        problem = first_problem(path) or "nothing"
        checks.append((path.name, None if expected in problem else f"refused for “{problem}”, not for “{expected}”"))
    print(f"1..{len(checks)}")
    for number, (name, problem) in enumerate(checks, 1):
        print(f"{'ok' if problem is None else 'not ok'} {number} {name}")
        if problem:
            print(f"# {problem}")


main()
