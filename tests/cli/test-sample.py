#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The half-year report of Bình Lãng: what is wrong in it is found, what is right is not called wrong,
and its 123 rows come out as they were printed."""

import csv
import io

from harness import DATA, DONE, NO, SAMPLE, TESTS, names, run, test, write

# Cell, how bad, what the message must speak of. Made by hand from the printed report.
CONTRADICTIONS = [
    ("bm1:2", "error", ["14 / 33", "42,4", "63,6"]),  # 63,6 is 21/33
    ("bm7:2", "error", ["1"]),  # the form offers 0 alone
    ("bm7:5.2", "error", ["70", "85"]),  # the only part is not the whole
    ("bm6:1.2", "warning", ["5.000", "3.000"]),  # done beyond the plan
    ("bm6:1", "warning", ["166,67"]),  # … its ratio, left blank on paper
    # 0 % where there was nothing to take a rate of
    ("bm1:3.3", "warning", ["0 / 0"]),
    ("bm2:2.2", "warning", ["0 / 0"]),
    ("bm2:3.2", "warning", ["0 / 0"]),
    ("bm3:3.1", "warning", ["0 / 0"]),
    ("bm3:3.2", "warning", ["0 / 0"]),
    ("bm3:3.4", "warning", ["0 / 0"]),
    ("bm1:1", "info", ["21"]),  # more than the documents cited, which need not be all
]

# What the text alone shows, as (rule, found)
TEXTS = [("text-office-name", "Bình Lăng")]

# Cells of identities that hold and of pairs that look wrong and are not.
SILENT = [
    "bm3:1.4", "bm3:1.4.1", "bm3:1.4.2", "bm3:1.4.3",  # 172 = 0 + 0 + 172
    "bm3:3.3", "bm3:3.3.1", "bm3:3.3.2",  # 738/738 is 100
    "bm7:6.7", "bm7:6.7.1", "bm7:6.7.2",  # 170/738 is 23,04, printed 23
    "bm1:5.1",  # 738 sheets for 738 dossiers
    "bm4:2.1", "bm4:2.2", "bm5:1.1", "bm5:1.2", "bm5:1.3",  # 20 = 20 + 0
    "bm4:3.1", "bm4:3.2",  # 13 posts, 10 filled
    "bm4:3.3", "bm4:3.4",  # none in the period beside 21 % since 2015
    "bm4:1.1", "bm4:2.5",  # 0 % without a base in the form
    "bm2:1", "bm2:2", "bm2:3", "bm3:2", "bm3:3", "bm5:3",  # headings that carry values
    "bm6:1.1",
]


def findings(*arguments, status=NO):
    return run("check", SAMPLE, "--json", *arguments, status=status).json


@test
def contradictions_are_found(_):
    found = findings()["findings"]
    for cell, severity, words in CONTRADICTIONS:
        of_cell = [one for one in found if one["subjects"] and one["subjects"][0] == cell]
        assert len(of_cell) == 1, f"{cell}: {len(of_cell)} findings"
        assert of_cell[0]["severity"] == severity, of_cell[0]
        assert not of_cell[0]["acknowledged"], of_cell[0]
        if severity != "info":
            missed = [word for word in words if word not in of_cell[0]["message"]]
            assert not missed, (missed, of_cell[0])


@test
def contradictions_of_the_text_are_found(_):
    found = [(one["rule"], one["found"]) for one in findings()["findings"] if one["source"] == "text" and one["severity"] != "info"]
    assert found == TEXTS, found


@test
def nothing_else_is_called_wrong(_):
    known = {cell for cell, _, _ in CONTRADICTIONS}
    for one in findings()["findings"]:
        first = one["subjects"][0] if one["subjects"] else None
        if one["severity"] != "info":
            assert first in known or (one["rule"], one["found"]) in TEXTS, one
        assert first not in SILENT, one


@test
def the_ratio_says_what_it_should_be(_):
    (one,) = [one for one in findings()["findings"] if one["rule"] == "bm1-2-ratio"]
    assert (one["expected"], one["found"]) == ("42.4", "63.6"), one
    assert sorted(one["subjects"]) == ["bm1:2", "bm1:2.1", "bm1:2.2"], one


@test
def counts_are_those_of_the_list(_):
    answer = findings()
    for severity, count in answer["counts"].items():
        assert count == sum(one["severity"] == severity for one in answer["findings"]), answer["counts"]
    assert answer["counts"]["error"] == 3 and answer["counts"]["warning"] == 9, answer["counts"]


@test
def text_says_the_same(_):
    lines = run("check", SAMPLE, status=NO).text.splitlines()
    listed = [line.split("\t") for line in lines[:-1]]
    assert [row[1] for row in listed if row[0] == "Error"] == ["bm1:2", "bm7:2", "bm7:5.2"], listed
    assert len(listed) == len(findings()["findings"])
    assert lines[-1].startswith("3 errors, 9 warnings, "), lines[-1]


@test
def mended_the_answer_is_yes(folder):
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in (('"2": { "value": "63.6" }', '"2": { "value": "42.4" }'), ('"5.2": { "value": "70" }', '"5.2": { "value": "85" }')):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    rows = text.index('"bm7": {')
    choice = text.index('"2": { "value": "1" }', rows)
    text = text[:choice] + '"2": { "value": "0" }' + text[choice + len('"2": { "value": "1" }'):]
    path = write(folder, "mended.trinhky", text)
    answer = run("check", path, "--json", status=DONE).json
    assert answer["counts"]["error"] == 0, answer["counts"]


@test
def pages_keep_to_the_limits(_):
    answer = findings("--pages")
    assert not [one for one in answer["findings"] if one["source"] == "layout"], answer
    assert answer["counts"]["error"] == 3


@test
def history_is_compared(_):
    earlier = DATA / "samples" / "binh-lang-2021-h2.trinhky"
    answer = findings("--history", earlier, "--history", DATA / "samples" / "binh-lang-2021-h1.trinhky")
    assert answer["counts"]["error"] == 3, answer["counts"]


@test
def rows_are_the_printed_ones(folder):
    golden = (TESTS / "golden" / "binh-lang-2022-h1.tsv").read_bytes()
    result = run("export", SAMPLE, "--to", "tsv", "-o", "-")
    assert result.bytes == golden, "the rows differ from tests/golden/binh-lang-2022-h1.tsv"
    rows = list(csv.DictReader(io.StringIO(result.text), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == 123
    counts = {form: sum(row["form"] == form for row in rows) for form in ("bm1", "bm2", "bm3", "bm4", "bm5", "bm6", "bm7")}
    assert counts == {"bm1": 19, "bm2": 13, "bm3": 25, "bm4": 14, "bm5": 11, "bm6": 12, "bm7": 29}, counts

    run("export", SAMPLE, "--to", "tsv", "-o", folder / "out.tsv")
    assert (folder / "out.tsv").read_bytes() == golden
    assert names(folder) == ["out.tsv"]


@test
def pdf_twice_is_the_same(folder):
    for name in ("one.pdf", "two.pdf"):
        assert not run("export", SAMPLE, "--to", "pdf", "-o", folder / name).bytes
    one = (folder / "one.pdf").read_bytes()
    assert one.startswith(b"%PDF-") and one == (folder / "two.pdf").read_bytes()
    assert run("export", SAMPLE, "--to", "pdf", "-o", "-").bytes == one
    assert names(folder) == ["one.pdf", "two.pdf"]


@test
def pdf_carries_its_report(folder):
    pdf, report = folder / "a.pdf", folder / "a.trinhky"
    run("export", SAMPLE, "--to", "pdf", "-o", pdf)
    run("export", SAMPLE, "--to", "json", "-o", report)
    assert run("export", pdf, "--to", "json", "-o", "-").bytes == report.read_bytes()
    assert run("check", pdf, "--json", status=NO).json == findings()
    assert run("check", report, "--json", status=NO).json == findings()


@test
def pictures_of_the_pages(folder):
    run("export", SAMPLE, "--to", "png", "-o", folder / "trang.png")
    pages = names(folder)
    assert len(pages) > 8 and pages == sorted(f"trang-{i + 1}.png" for i in range(len(pages))), pages
    for page in pages:
        assert (folder / page).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


if __name__ == "__main__":
    from harness import main
    main()
