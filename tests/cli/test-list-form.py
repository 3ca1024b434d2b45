#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Dossiers by field (b06): a list form with columns under group heads, whose rules hold for every row and for the total."""

import csv
import io
import json

from harness import DATA, DONE, NO, TESTS, run, test, write

SAMPLE = DATA / "samples" / "ho-so-linh-vuc-2022-q2.trinhky"

# Row, column, value: the rules that must speak, of the row and of the total.
BROKEN = [
    ("r2", "online", "41", {("b06-received-sum", "b06:r2"), ("b06-received-sum", "b06:total")}),
    ("r2", "carried-over", "1", {("b06-received-sum", "b06:r2"), ("b06-received-sum", "b06:total")}),
    ("r4", "early", "183", {("b06-settled-sum", "b06:r4@settled"), ("b06-settled-sum", "b06:total@settled")}),
    ("r3", "in-time", "7", {("b06-pending-sum", "b06:r3@pending"), ("b06-pending-sum", "b06:total@pending")}),
    ("r1", "received", "14", {
        ("b06-received-sum", "b06:r1"), ("b06-received-sum", "b06:total"),
        ("b06-balance", "b06:r1"), ("b06-balance", "b06:total"), ("b06-online-within-received", "b06:r1@online")}),
    ("r1", "settled", "23", {
        ("b06-settled-sum", "b06:r1@settled"), ("b06-settled-sum", "b06:total@settled"),
        ("b06-balance", "b06:r1"), ("b06-balance", "b06:total")}),
    ("r8", "late", "-1", {("b06-settled-sum", "b06:r8@settled"), ("b06-settled-sum", "b06:total@settled"), ("value-negative", "b06:r8@late")}),
    # Nothing to compare with in the row, which is a gap; the total adds up what there is.
    ("r2", "online", None, {("b06-received-sum", "b06:total")}),
]


def report(**changes):
    """The sample with other cells: r2_online="41" """
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    rows = {row["key"]: row for row in content["lists"]["b06"]}
    for place, value in changes.items():
        key, column = place.split("_", 1)
        if value is None:
            del rows[key][column]
        else:
            rows[key][column] = value
    return content


def save(folder, content, name="report.trinhky"):
    return write(folder, name, json.dumps(content, ensure_ascii=False))


def spoken(path, *arguments, status=NO):
    answer = run("check", path, "--json", *arguments, status=status).json
    return {(one["rule"], one["subjects"][0]) for one in answer["findings"] if one["severity"] != "info" and one["source"] == "figures"}


@test
def what_holds_is_silent(_):
    answer = run("check", SAMPLE, "--pages", "--json", status=DONE).json
    assert answer["counts"]["error"] == 0 and answer["counts"]["warning"] == 0, answer["counts"]
    late = [one["subjects"][0] for one in answer["findings"] if one["rule"] == "b06-late"]
    assert late == ["b06:total@late", "b06:r3@late"] or late == ["b06:r3@late", "b06:total@late"], late


@test
def what_is_broken_is_found(folder):
    for key, column, value, expected in BROKEN:
        found = spoken(save(folder, report(**{f"{key}_{column}": value})))
        assert found == expected, (key, column, value, found)


@test
def the_message_names_the_row(folder):
    answer = run("check", save(folder, report(r2_online="41")), "--json", status=NO).json
    of_row, of_total = sorted((one for one in answer["findings"] if one["rule"] == "b06-received-sum"), key=lambda one: one["subjects"][0])
    assert of_row["message"].startswith("Chứng thực: ") and "(512)" in of_row["message"] and "(41)" in of_row["message"], of_row
    assert (of_row["expected"], of_row["found"]) == ("513", "512"), of_row
    assert of_row["subjects"] == ["b06:r2", "b06:r2@online", "b06:r2@direct", "b06:r2@carried-over"], of_row
    assert of_total["message"].startswith("Tổng cộng: ") and (of_total["expected"], of_total["found"]) == ("771", "770"), of_total


@test
def carried_over_is_what_was_pending(folder):
    earlier = report()
    earlier.update(id="3d1c8a6e-2b57-4c0e-9a44-5e0b22010006", period="2022-Q1")
    found = spoken(SAMPLE, "--history", save(folder, earlier, "earlier.trinhky"), status=DONE)
    assert found == {("b06-carried-over", "b06:total@carried-over")}, found  # 5 of 10
    earlier = report(r5_pending="0", r3_pending="4", r1_pending="1")
    earlier.update(id="3d1c8a6e-2b57-4c0e-9a44-5e0b22010006", period="2022-Q1")
    found = spoken(SAMPLE, "--history", save(folder, earlier, "earlier.trinhky"), status=DONE)
    assert not found, found


@test
def sums_never_fall_within_a_year(folder):
    half, quarter = report(), report(r2_online="400", r4_settled="1000")
    half.update(id="3d1c8a6e-2b57-4c0e-9a44-5e0b22060006", period="2022-H1")
    quarter.update(id="3d1c8a6e-2b57-4c0e-9a44-5e0b22030006", period="2022-Q1")
    found = spoken(save(folder, half), "--history", save(folder, quarter, "quarter.trinhky"), status=DONE)
    assert found == {("b06-received-within-year", "b06:total@online"), ("b06-settled-within-year", "b06:total@settled")}, found


@test
def rows_are_the_golden_ones(_):
    result = run("export", SAMPLE, "--to", "tsv", "-o", "-")
    golden = TESTS / "golden" / f"{SAMPLE.stem}.tsv"
    assert result.bytes == golden.read_bytes(), f"the rows differ from {golden}"
    rows = list(csv.DictReader(io.StringIO(result.text), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["key"] for row in rows] == [*(f"r{i}" for i in range(1, 9)), "total"]
    for column in ("value", "online", "direct", "carried-over", "settled", "early", "on-time", "late", "pending", "in-time", "overdue"):
        assert sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column]), column


@test
def the_total_is_in_no_file(folder):
    path = folder / "again.trinhky"
    run("export", SAMPLE, "--to", "json", "-o", path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert not content["values"] and [row["key"] for row in content["lists"]["b06"]] == [f"r{i}" for i in range(1, 9)]
    run("export", SAMPLE, "--to", "pdf", "-o", folder / "a.pdf")
    run("export", folder / "a.pdf", "--to", "json", "-o", folder / "b.trinhky")
    assert (folder / "b.trinhky").read_bytes() == path.read_bytes()


if __name__ == "__main__":
    from harness import main
    main()
