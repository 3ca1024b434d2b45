#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The half-year report of Bút Sơn with its Phụ lục 01b of 81 rows: its figures contradict each other where
the printed report does, and every identity of the form is looked after by a rule."""

import copy
import csv
import io
import json

from harness import DATA, TESTS, names, run, test, write_report

SAMPLE = DATA / "samples" / "but-son-2022-h1.trinhky"

# Rule, severity, cells, what the message must speak of. Made by hand from the printed report.
CONTRADICTIONS = [
    ("pl01b-1.1.2-missing", "warning", ["pl01b:1.1.1", "pl01b:1.1.2"], ["28", "1.1.2"]),
    ("pl01b-4.1-staff", "warning", ["pl01b:4.1", "pl01b:4.1.1", "pl01b:4.1.2"], ["23", "32"]),
]
HINTS = [("pl01b-1.3-complete", ["pl01b:1.3.1", "pl01b:1.3.2", "pl01b:1.3.3"])]

# What is entered instead, and the rule that must object. None takes the value away.
BROKEN = [
    # 1.934 = 1.595 + 0 + 184 + 155, nothing carried over
    ({"pl01b:3.3.1c": "185"}, "dossiers-received-parts", "error"),
    ({"lv01b:1.1": "3"}, "dossiers-received-parts", "error"),
    ({"pl01b:3.3.1b": "0", "pl01b:3.3.1": "1933"}, "dossiers-received-parts", "error"),
    ({"pl01b:3.3.1a": None, "pl01b:3.3.1c": None, "pl01b:3.3.1d": None}, "pl01b-3.3.1-complete", "warning"),
    ({"pl01b:3.3.1": None}, "pl01b-3.3.1-total-missing", "warning"),
    # 1.934 = 1.934 settled + 0 pending; 1.934 = 1.914 early + 20 on time + 0 late
    ({"lv01b:1.3": "1", "lv01b:1.3.1": "1"}, "dossiers-received-settled-pending", "error"),
    ({"lv01b:1.2.2": "19"}, "lv01b-1.2-sum", "error"),
    ({"lv01b:1.2.2": "19"}, "dossiers-settled-on-time", "error"),
    ({"lv01b:1.3.2": "2"}, "lv01b-1.3-sum", "error"),
    ({"pl01b:3.3.2a": "1594"}, "pl01b-3.3.2-sum", "error"),
    ({"pl01b:3.3.2": "1935", "pl01b:3.3.2a": "1596"}, "dossiers-on-time-within-settled", "error"),
    ({"pl01b:3.3.2": "1935", "pl01b:3.3.2a": "1596"}, "pl01b-3.3.2-within-3.3.1", "warning"),
    ({"pl01b:3.3.3": "1935"}, "pl01b-3.3.3-within-3.3.2", "warning"),
    ({"pl01b:3.3.4": "1935"}, "pl01b-3.3.4-within-3.3.2", "warning"),
    ({"pl01b:3.4.1": "1935"}, "results-published-portal", "warning"),
    ({"pl01b:3.4.2": "1935"}, "results-published-site", "warning"),
    # 191 procedures = 111 + 80
    ({"pl01b:3.1.3": "190"}, "pl01b-3.1.3-parts", "warning"),
    ({"pl01b:3.2.2": "1"}, "pl01b-3.1.3-parts", "warning"),
    ({"pl01b:3.1.1": "192"}, "pl01b-3.1.1-within-3.1.3", "warning"),
    ({"pl01b:3.2.6": "192"}, "pl01b-3.2.6-within-3.1.3", "warning"),
    ({"pl01b:3.4.3": "192"}, "pl01b-3.4.3-within-3.1.3", "warning"),
    ({"pl01b:7.4.1": "163"}, "pl01b-7.4-within-3.1.3", "warning"),
    # 32 staff = 10 + 22; 21/22 = 95,45 %; 1/22 = 4,55 %
    ({"lv01b:2.1": "11"}, "staff-present-parts", "error"),
    ({"lv01b:2.2.2": "95.4"}, "lv01b-2.2.2-ratio", "warning"),
    ({"lv01b:2.2.2": "95"}, None, None),  # right at its own precision
    ({"lv01b:2.2.4": "4.54"}, "lv01b-2.2.4-ratio", "warning"),
    ({"lv01b:2.2.6": "100"}, "lv01b-2.2.6-ratio", "error"),
    ({"lv01b:2.1.2": "99.9"}, "lv01b-2.1.2-ratio", "error"),
    ({"lv01b:2.1.4": "90"}, "lv01b-2.1.4-ratio", "error"),
    ({"lv01b:2.1.1": "11"}, "lv01b-2.1.1-within-2.1", "error"),
    ({"lv01b:2.1.3": "11"}, "lv01b-2.1.3-within-2.1", "error"),
    ({"lv01b:2.2.3": "2"}, "lv01b-2.2-degrees", "error"),
    ({"lv01b:2.2.5": "23"}, "lv01b-2.2.5-within-2.2", "error"),
    ({"pl01b:4.1.1": "31"}, "pl01b-4.1.2-within-4.1.1", "warning"),
    ({"pl01b:5.4": "11"}, "disciplined-leaders-within-officials", "error"),
    ({"pl01b:5.5": "23"}, "disciplined-within-civil-servants", "error"),
    # 18 documents are those of section I.1
    ({"pl01b:1.1.3": "19"}, "pl01b-1.1.3-cited", "info"),
    # a part is not above its whole, and not there without it
    ({"pl01b:1.1.2": "29"}, "pl01b-1.1.2-within-1.1.1", "error"),
    ({"pl01b:1.1.1": None, "pl01b:1.1.2": "9"}, "pl01b-1.1.1-missing", "warning"),
    ({"pl01b:1.2.2": "1", "pl01b:1.2.3": "2"}, "pl01b-1.2.3-within-1.2.2", "error"),
    ({"pl01b:1.3.2": "5", "pl01b:1.3.3": "3"}, "pl01b-1.3-within-1.3.1", "error"),
    ({"pl01b:1.4.1": "100"}, "pl01b-1.4-form-of-survey", "warning"),
    ({"pl01b:1.4.1": "2000", "pl01b:1.4.2": "1"}, "surveys-within-received", "info"),
    ({"pl01b:2.4": "9"}, "pl01b-2.4-within-2.2-2.3", "warning"),
    ({"pl01b:2.4": "1", "pl01b:2.5": "2"}, "pl01b-2.5-within-2.4", "error"),
    ({"pl01b:7.2.2b": "1"}, "pl01b-7.2.2-rates", "warning"),
    ({"pl01b:7.3": "0"}, "pl01b-7.3.1-needs-7.3", "error"),
    # coded answers come from the list
    ({"pl01b:1.4.2": "3"}, "value-choice", "error"),
    ({"pl01b:7.1": "3"}, "value-choice", "error"),
    ({"pl01b:6.1": "2"}, "value-choice", "error"),
    # what mends the report
    ({"pl01b:1.1.2": "0"}, None, None),
    ({"pl01b:4.1": "32"}, None, None),
    ({"pl01b:4.1.1": "23"}, "pl01b-4.1.2-within-4.1.1", "warning"),
    ({"pl01b:1.3.2": "7", "pl01b:1.3.3": "0"}, None, None),
    ({"pl01b:3.3.1b": "0", "pl01b:3.3.2b": "0", "pl01b:3.2.2": "0"}, None, None),
    ({"pl01b:1.4.1": "0"}, None, None),
]

# What the printed report says twice and differently in its text; the proof-reader has to find it there.
TEXT = [
    ("II.1", "Kế hoạch số 11/KH-UBND ngày 11/02/2022"),
    ("II.4", "32 người"),
]


def report():
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def figures(found):
    return [one for one in found["findings"] if one["source"] == "figures"]


def stated(found):
    """What is wrong, the gaps that every draft has apart"""
    return {(one["rule"], one["severity"]) for one in figures(found) if one["rule"] != "required-blank"}


def check(folder, changes):
    changed = report()
    for address, value in changes.items():
        form, key = address.split(":")
        changed["values"][form].pop(key, None)
        if value is not None:
            changed["values"][form][key] = {"value": value}
    # What the text says has a say in the status too.
    return run("check", write_report(folder, changed), "--json", status=None).json


SHIPPED = {(rule, severity) for rule, severity, _, _ in CONTRADICTIONS} | {(rule, "info") for rule, _ in HINTS}


@test
def contradictions_are_found_and_nothing_else(folder):
    found = check(folder, {})
    assert stated(found) == SHIPPED, stated(found)
    for rule, severity, cells, words in CONTRADICTIONS:
        (one,) = [one for one in figures(found) if one["rule"] == rule]
        assert one["severity"] == severity and one["subjects"] == cells, one
        assert not [word for word in words if word not in one["message"]], one
    for rule, cells in HINTS:
        (one,) = [one for one in figures(found) if one["rule"] == rule]
        assert one["subjects"] == cells, one


@test
def section_five_is_missed(folder):
    missing = [one for one in check(folder, {})["findings"] if one["rule"] == "section-missing"]
    assert [one["expected"] for one in missing] == ["V"], missing


@test
def every_rule_can_object(folder):
    for changes, rule, severity in BROKEN:
        new = stated(check(folder, changes)) - SHIPPED
        if rule is None:
            assert not new, (changes, new)
        else:
            assert (rule, severity) in new, (changes, new)


# The row whose plan is one task, what the report says of the row and of those that follow from it, and the rules that object
REGISTERED = [
    ("pl01b:1.1.1", {"1.1.1": "2", "1.1.2": "2"}, ["pl01b-1.1.1-register", "pl01b-1.1.2-register"]),
    ("pl01b:1.3.1", {"1.3.1": "2", "1.3.2": "1", "1.3.3": "0"},
     ["pl01b-1.3.1-register", "pl01b-1.3.2-register", "pl01b-1.3.3-register"]),
]


def check_tasks(folder, row, values):
    """One task of the row, done a day late"""
    changed = report()
    changed["values"]["pl01b"].update({key: {"value": value} for key, value in values.items()})
    changed["tasks"] = [{"id": "k1", "title": "Kiểm tra", "lead": "", "due": "2022-05-03", "done": "2022-05-04", "counts": [row]}]
    found = run("check", write_report(folder, changed), "--json", status=None).json
    return {one["rule"] for one in figures(found) if one["rule"].endswith("-register")}


@test
def tasks_are_counted(folder):
    agreeing = [{"1.1.1": "1", "1.1.2": "1"}, {"1.3.1": "1", "1.3.2": "0", "1.3.3": "1"}]
    for (row, values, rules), right in zip(REGISTERED, agreeing):
        assert check_tasks(folder, row, values) == set(rules), row
        assert check_tasks(folder, row, right) == set(), row


@test
def every_rule_is_tried(_):
    tried = {rule for _, rule, _ in BROKEN} | {rule for rule, _ in SHIPPED}
    tried |= {rule for _, _, rules in REGISTERED for rule in rules}
    # They look into another report: the test after this one.
    tried |= {rule for _, _, _, rule in ACROSS}
    rules = json.loads((DATA / "regimes" / "phu-luc-01b-2022.json").read_text(encoding="utf-8"))["rules"]
    for form in ("pl01b", "lv01b"):
        content = json.loads((DATA / "forms" / f"{form}.json").read_text(encoding="utf-8"))
        rules += content["rules"] + [row["formula"] for row in content["rows"] if "formula" in row]
    assert not {rule["id"] for rule in rules} - tried, {rule["id"] for rule in rules} - tried


# Period of the other report, its value, what this one says, the rule that objects
ACROSS = [
    ("2022-Q1", {"pl01b:1.1.2": "9"}, {"pl01b:1.1.2": "8"}, "pl01b-1.1.2-within-year"),
    ("2022-Q1", {"pl01b:1.1.3": "19"}, {}, "pl01b-1.1.3-within-year"),
    ("2022-Q1", {"pl01b:1.4.1": "9"}, {"pl01b:1.4.1": "8", "pl01b:1.4.2": "1"}, "pl01b-1.4.1-within-year"),
    ("2022-Q1", {"pl01b:3.3.1": "1935"}, {}, "pl01b-3.3.1-within-year"),
    ("2022-Q1", {"lv01b:1.2.1": "1935"}, {}, "lv01b-1.2-within-year"),
    ("2021", {"lv01b:1.3.1": "4", "lv01b:1.3.2": "0"}, {}, "lv01b-1.1-carried-over"),
]


def of_values(changes):
    values = {}
    for address, value in changes.items():
        form, key = address.split(":")
        values.setdefault(form, {})[key] = {"value": value}
    return values


@test
def other_periods_are_compared(folder):
    for period, earlier, changes, rule in ACROSS:
        other = report()
        other.update({"id": "0b0c6c1a-7e4b-4d39-9b52-1a6e3d8f2021", "period": period, "values": of_values(earlier), "sections": [], "documents": []})
        this = copy.deepcopy(report())
        for form, rows in of_values(changes).items():
            this["values"][form].update(rows)
        history = write_report(folder, other, "other.trinhky")
        found = run("check", write_report(folder, this), "--history", history, "--json", status=None).json
        assert rule in {one["rule"] for one in figures(found)}, (rule, stated(found))


@test
def rows_are_the_printed_ones(folder):
    golden = (TESTS / "golden" / "but-son-2022-h1.tsv").read_bytes()
    result = run("export", SAMPLE, "--to", "tsv", "-o", "-")
    assert result.bytes == golden, "the rows differ from tests/golden/but-son-2022-h1.tsv"
    rows = list(csv.DictReader(io.StringIO(result.text), delimiter="\t", quoting=csv.QUOTE_NONE))
    printed = [row for row in rows if row["form"] == "pl01b"]
    assert len(printed) == 81
    groups = [row["code"] for row in printed if row["code"].isdigit()]
    assert groups == ["1", "2", "3", "4", "5", "6", "7"] and printed[-1]["code"] == "7.5"
    assert [row["key"] for row in printed if not row["code"]] == [
        "3.3.1a", "3.3.1b", "3.3.1c", "3.3.1d", "3.3.2a", "3.3.2b", "3.3.2c", "3.3.2d", "7.2.2a", "7.2.2b"]
    assert not {"Ƣ", "ƣ"} & set(result.text) and "nt" not in {row["unit"] for row in rows}
    assert names(folder) == []


@test
def documents_are_those_of_the_first_section(_):
    content = report()
    counted = [one for one in content["documents"] if one["counts"] == ["pl01b:1.1.3"]]
    assert len(counted) == 18 and int(content["values"]["pl01b"]["1.1.3"]["value"]) == 18
    (section,) = [one for one in content["sections"] if one["outline"] == "I.1"]
    missed = [one["id"] for one in counted if "{{doc:%s}}" % one["id"] not in section["text"]]
    assert not missed, missed
    (plan,) = [one for one in counted if (one["number"], one["symbol"], one["kind"]) == ("210", "KH-UBND", "QĐ")]
    assert plan["date"] == "2021-12-31"
    (watch,) = [one for one in counted if one["number"] == "11"]
    assert watch["date"] == "2022-02-21"


@test
def text_keeps_what_the_printed_one_contradicts(_):
    sections = {one["outline"]: one for one in report()["sections"]}
    for outline, words in TEXT:
        assert words in sections[outline]["text"].replace("**", ""), outline
    assert "V" not in sections and sections["VI"]["none"]


@test
def pages_keep_to_the_limits(_):
    found = run("check", SAMPLE, "--pages", "--json", status=None).json
    assert not [one for one in found["findings"] if one["source"] == "layout"], found


if __name__ == "__main__":
    from harness import main
    main()
