#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Two reports whose figures stand in their sentences alone: the month of Đông Sơn and the nine months of Bình Lương.
What does not agree is found by rule and cell, what holds is silent, and the sentences print the figures."""

import json
import re

from harness import DATA, DONE, NO, TESTS, run, test, write

MONTH = DATA / "samples" / "dong-son-2024-06.trinhky"
NINE_MONTHS = DATA / "samples" / "binh-luong-2021-9m.trinhky"

# Rule, how bad, first subject, expected and found. Made by hand from the documents.
CONTRADICTIONS = {
    MONTH: [
        ("t24-2.6.2-within-2.6", "error", "t24:2.6.2", None, "10"),  # ten graduates of nine
        ("t24-2.6.3-ratio", "error", "t24:2.6.3", "111", "100"),
        ("t24-2.6.5-ratio", "warning", "t24:2.6.5", "77.8", "77.7"),  # 7/9 is 77,78: cut off
    ],
    NINE_MONTHS: [
        ("c9-1.2-sum", "error", "c9:1.2", "588", "5"),
        ("c9-2.1-sum", "error", "c9:2.1", "858", "1363"),
    ],
}

# What is broken on purpose: cell, value, and the rules that must then speak.
BROKEN = {
    MONTH: [
        ("1.2.3", "2", ["t24-1-balance"]),  # 168 is not 132 + 33 + 2 + 2
        ("1.3.1", "3", ["t24-1-balance"]),
        ("1.1.1", "167", ["t24-1.1-sum"]),
        ("1.1.5", "99", ["t24-1.1.5-ratio"]),
        ("1.1", "160", ["t24-1.1-sum", "t24-1-balance", "t24-1.1.1-within-1.1"]),
        ("2.1", "8", ["t24-2.6-within-2.1", "t24-2-leaders-within-2.1"]),
        ("2.5", "10", ["t24-2.5-within-2.6"]),
        ("2.6.4", "12", ["t24-2.6.4-within-2.6"]),
        ("3.1", "19", ["t24-3.1-covers-2.1"]),
        ("3.5", "79", ["t24-3.5-between"]),
    ],
    NINE_MONTHS: [
        ("3.1", "23", ["c9-3.1-sum"]),  # 22 = 19 + 3
        ("2.1.8a", "6", ["c9-2.1.8a-within-2.1.8"]),
        ("3.3", "20", ["c9-3.3-within-3.1.1"]),
        ("3.3.1", "1", ["c9-3.3.1-within-3.3"]),
        ("2.1", "0", ["c9-2.2-without-dossiers"]),
    ],
}


def findings(path, *arguments):
    # The proof-reader's findings have tests of their own.
    answer = run("check", path, "--json", *arguments, status=NO).json
    return [one for one in answer["findings"] if one["source"] == "figures"]


def change(path, values):
    report = json.loads(path.read_text(encoding="utf-8"))
    (form,) = report["values"]
    for key, value in values.items():
        report["values"][form][key] = {"value": value}
    return json.dumps(report, ensure_ascii=False)


@test
def contradictions_are_found_and_no_others(_):
    for path, expected in CONTRADICTIONS.items():
        found = [(one["rule"], one["severity"], one["subjects"][0], one["expected"], one["found"]) for one in findings(path)]
        assert sorted(found, key=str) == sorted(expected, key=str), (path.name, found)


@test
def messages_speak_of_the_figures(_):
    messages = {one["rule"]: one["message"] for path in CONTRADICTIONS for one in findings(path)}
    for rule, words in [
        ("t24-2.6.2-within-2.6", ["(10)", "(9)"]),
        ("t24-2.6.5-ratio", ["7 / 9", "77,7"]),
        ("c9-1.2-sum", ["362 + 61 + 72 + 52 + 27 + 14 = 588", "5"]),
        ("c9-2.1-sum", ["10 + 545 + 17 + 277 + 2 + 0 + 2 + 5 = 858", "1.363"]),
    ]:
        for word in words:
            assert word in messages[rule], messages[rule]


@test
def what_is_broken_is_found(folder):
    for path, cases in BROKEN.items():
        known = {rule for rule, *_ in CONTRADICTIONS[path]}
        for key, value, rules in cases:
            found = findings(write(folder, "broken.trinhky", change(path, {key: value})))
            new = {one["rule"] for one in found} - known
            assert set(rules) <= new, (path.name, key, value, new)


@test
def mended_the_answer_is_yes(folder):
    for path, values in [
        (MONTH, {"2.6.2": "9", "2.6.5": "77.78"}),
        (NINE_MONTHS, {"1.2": "588", "2.1": "858"}),
    ]:
        answer = run("check", write(folder, "mended.trinhky", change(path, values)), "--json", status=DONE).json
        assert not [one for one in answer["findings"] if one["source"] == "figures"], answer


@test
def carried_over_is_what_was_pending(folder):
    report = json.loads(MONTH.read_text(encoding="utf-8"))
    report.update(id="0b7e2a54-93c1-4f6d-8a1e-6f0d24051680", period="2024-05")
    earlier = write(folder, "may.trinhky", json.dumps(report, ensure_ascii=False))
    found = [one for one in findings(MONTH, "--history", earlier) if one["rule"] == "t24-1.1.4-carried"]
    assert [(one["severity"], one["found"], one["expected"]) for one in found] == [("warning", "0", "2")], found


@test
def sums_never_fall_within_a_year(folder):
    report = json.loads(NINE_MONTHS.read_text(encoding="utf-8"))
    report.update(id="7c1f9d30-52be-4a77-b0d9-2e8b21061363", period="2021-H1", data_to=None)
    for key, value in {"1.1": "4", "1.3": "174", "2.2": "11250001"}.items():
        report["values"]["c9"][key] = {"value": value}
    earlier = write(folder, "half.trinhky", json.dumps(report, ensure_ascii=False))
    found = {one["rule"] for one in findings(NINE_MONTHS, "--history", earlier)}
    assert {"c9-1.1-within-year", "c9-2.2-within-year"} <= found, found
    assert not found & {"c9-1.3-within-year", "c9-2.1-within-year"}, found


@test
def a_new_report_only_has_gaps(folder):
    for regime, period, form in [("thang-2024", "2024-07", "t24"), ("chin-thang-2021", "2021-9M", "c9")]:
        path = folder / f"{form}.trinhky"
        run("new", "--regime", regime, "--period", period, "--office", "UBND xã Thử", "-o", path)
        answer = run("check", path, "--json", status=DONE).json
        assert answer["counts"]["error"] == 0 and answer["counts"]["warning"] == 0, answer["counts"]


@test
def the_sentences_are_offered(_):
    """Every value that the samples' sentences print is in a phrase of the outline, a few apart."""
    for path, regime in [(MONTH, "thang-2024"), (NINE_MONTHS, "chin-thang-2021")]:
        outline = json.loads((DATA / "outlines" / f"{regime}.json").read_text(encoding="utf-8"))
        phrases = "".join(phrase for item in outline["items"] for phrase in item.get("phrases", []))
        report = json.loads(path.read_text(encoding="utf-8"))
        printed = set(re.findall(r"{{(\w+:[^|}]+)", "".join(section["text"] for section in report["sections"])))
        offered = set(re.findall(r"{{(\w+:[^|}]+)", phrases))
        left = {name for name in printed - offered if not name.startswith("doc:")}
        assert left <= {"t24:1.4", "t24:3.4", "t24:3.5", "c9:2.1.8a"}, left


@test
def rows_are_the_golden_ones(_):
    for path, count in [(MONTH, 37), (NINE_MONTHS, 29)]:
        result = run("export", path, "--to", "tsv", "-o", "-")
        golden = TESTS / "golden" / f"{path.stem}.tsv"
        assert result.bytes == golden.read_bytes(), f"the rows differ from {golden}"
        assert len(result.text.splitlines()) == count + 1, len(result.text.splitlines())


@test
def pages_keep_to_the_limits(_):
    for path in CONTRADICTIONS:
        answer = run("check", path, "--pages", "--json", status=NO).json
        assert not [one for one in answer["findings"] if one["source"] == "layout"], answer


if __name__ == "__main__":
    from harness import main
    main()
