#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The schemas are the loader's twin: every shipped file is valid, and every bad file that schema and loader both refuse
("both" in its .expect; of reports, what is not listed as the loader's alone) is refused."""

import json
import os
import pathlib
import sys
import unicodedata

import jsonschema

DATA = pathlib.Path(os.environ["TRINHKY_DATA"])
FIXTURES = pathlib.Path(os.environ["G_TEST_SRCDIR"]) / "fixtures"
BAD = FIXTURES / "data" / "bad"
BAD_REPORTS = FIXTURES / "reports" / "bad"
FOLDERS = {"forms": "form", "outlines": "outline", "regimes": "regime", "layouts": "layout", "lexicons": "lexicon", "calendars": "calendar", "samples": "report"}

results = []


def read(path):
    return json.loads(path.read_bytes().decode("utf-8"))


def schema(kind):
    return jsonschema.Draft202012Validator(read(DATA / "schemas" / f"{kind}.schema.json"))


def report(name, problem):
    number = len(results) + 1
    results.append(problem is None)
    print(f"{'ok' if problem is None else 'not ok'} {number} {name}")
    if problem:
        print(f"# {problem}")


def first_error(path, kind):
    errors = sorted(schema(kind).iter_errors(read(path)), key=lambda error: list(map(str, error.absolute_path)))
    return f"{'/'.join(map(str, errors[0].absolute_path))}: {errors[0].message}" if errors else None


def kind_of(path):
    """calendar-…, form-…, lexicon-…, outline-… or regime-…"""
    return path.name.split("-")[0]


def check_schemas():
    for path in sorted((DATA / "schemas").glob("*.schema.json")):
        try:
            jsonschema.Draft202012Validator.check_schema(read(path))
            report(f"schema {path.name}", None)
        except jsonschema.SchemaError as error:
            report(f"schema {path.name}", error.message)


def check_data():
    for folder, kind in FOLDERS.items():
        files = sorted(path for path in (DATA / folder).iterdir() if path.suffix in (".json", ".trinhky"))
        report(f"{folder} has files", None if files else "the folder is empty")
        for path in files:
            problem = first_error(path, kind)
            if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")):
                problem = "not in NFC"
            report(f"{folder}/{path.name}", problem)


def check_bad():
    files = sorted(BAD.glob("*.json"))
    report("at least 35 bad files", None if len(files) >= 35 else f"{len(files)} files")
    for path in files:
        who, *_ = path.with_suffix(".expect").read_text(encoding="utf-8").splitlines()
        if who not in ("loader", "both"):
            report(f"bad/{path.name}", f"“{who}” is neither loader nor both")
            continue
        try:
            problem = first_error(path, kind_of(path))
        except ValueError as error:  # no JSON or no UTF-8
            problem = str(error)
        accepted = "the schema accepts it" if who == "both" and problem is None else None
        refused = f"marked “loader”, but the schema refuses it: {problem}" if who == "loader" and problem else None
        report(f"bad/{path.name}", accepted or refused)


def refuses_report(path):
    try:
        return first_error(path, "report") is not None
    except ValueError:  # no JSON or no UTF-8
        return True


def check_bad_reports():
    """What needs the regime, or more than a schema can say, is the loader's alone and stands in a list; the loader's own test
    reads all of them."""
    alone = set((FIXTURES / "reports" / "loader-alone.txt").read_text(encoding="utf-8").split())
    files = sorted(BAD_REPORTS.glob("*.trinhky"))
    report("every report that only the loader refuses is there", None if alone <= {path.stem for path in files} else str(alone))
    for path in files:
        refused = refuses_report(path)
        problem = "the schema accepts it" if not refused and path.stem not in alone else None
        report(f"reports/bad/{path.name}", "listed as the loader's alone, but the schema refuses it" if refused and path.stem in alone else problem)


def check_example():
    """The worked example of data/README.md is a form that a newcomer can copy."""
    text = (DATA / "README.md").read_text(encoding="utf-8").partition("The whole file:\n")[2].partition("\n### ")[0]
    errors = [error.message for error in schema("form").iter_errors(json.loads(text))] if text else ["not found"]
    report("README.md: the worked example", errors[0] if errors else None)


check_schemas()
check_data()
check_bad()
check_bad_reports()
check_example()
print(f"1..{len(results)}")
sys.exit(0 if all(results) else 1)
