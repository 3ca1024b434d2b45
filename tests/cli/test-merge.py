#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Copies of one report are merged; a part leaves and comes back."""

import json

from harness import BAD_INPUT, CANNOT_WRITE, NO, SAMPLE, run, test, write


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def changed(folder, source, name, *changes):
    """A copy in which cells have other values."""
    report = load(source)
    for form, row, value in changes:
        report["values"].setdefault(form, {})[row] = {"value": value}
    return write(folder, name, json.dumps(report, ensure_ascii=False))


def value(path, form, row):
    return load(path)["values"][form][row]["value"]


@test
def what_two_changed_apart_is_united(folder):
    ours = changed(folder, SAMPLE, "ours.trinhky", ("bm1", "2.1", "40"))
    theirs = changed(folder, SAMPLE, "theirs.trinhky", ("bm1", "2.2", "15"))
    third = changed(folder, SAMPLE, "third.trinhky", ("bm6", "1.1", "3001"))
    out = folder / "out.trinhky"
    result = run("merge", ours, theirs, third, "--base", SAMPLE, "--json", "-o", out).json
    assert result["conflicts"] == 0 and len(result["copies"]) == 2, result
    assert result["copies"][0]["taken"][0]["target"] == "bm1:2.2", result
    assert (value(out, "bm1", "2.1"), value(out, "bm1", "2.2"), value(out, "bm6", "1.1")) == ("40", "15", "3001")

    again = folder / "again.trinhky"
    result = run("merge", out, theirs, "--base", SAMPLE, "--json", "-o", again).json
    assert result["copies"][0]["known"] and not result["copies"][0]["taken"], result
    assert load(again)["values"] == load(out)["values"] and load(again)["revision"] == load(out)["revision"]


@test
def what_both_changed_stays_and_is_told(folder):
    ours = changed(folder, SAMPLE, "ours.trinhky", ("bm1", "2.1", "40"))
    theirs = changed(folder, SAMPLE, "theirs.trinhky", ("bm1", "2.1", "41"), ("bm1", "2.2", "15"))
    out = folder / "out.trinhky"
    result = run("merge", ours, theirs, "--base", SAMPLE, "--json", "-o", out, status=NO).json
    conflict = result["copies"][0]["conflicts"][0]
    assert (conflict["base"], conflict["ours"], conflict["theirs"]) == ("33", "40", "41"), conflict
    assert value(out, "bm1", "2.1") == "40" and value(out, "bm1", "2.2") == "15"
    again = run("merge", out, theirs, "--base", SAMPLE, "-o", folder / "again.trinhky", status=NO).text
    assert "40" in again and "41" in again and "again.trinhky" in again, again


@test
def without_a_base_only_blanks_are_filled(folder):
    ours = changed(folder, SAMPLE, "ours.trinhky", ("bm1", "2.1", "40"))
    out = folder / "out.trinhky"
    result = run("merge", ours, SAMPLE, "--json", "-o", out, status=NO).json
    assert not result["copies"][0]["base_known"] and result["conflicts"] == 1, result
    assert value(out, "bm1", "2.1") == "40"


@test
def a_part_leaves_and_comes_back(folder):
    report = load(SAMPLE)
    report["parts"] = [{"id": "p1", "title": "Biểu mẫu 6", "forms": ["bm6"], "sections": [], "who": "Tài chính", "due": "2022-06-01", "sent": None, "returned": None}]
    source = write(folder, "source.trinhky", json.dumps(report, ensure_ascii=False))
    part, out = folder / "part.trinhky", folder / "out.trinhky"
    run("part", source, "--part", "p1", "-o", part)
    assert load(part)["part"] == "p1" and len(load(part)["base"]) == 64 and load(part)["id"] == report["id"]
    filled = changed(folder, part, "filled.trinhky", ("bm6", "1.1", "3001"), ("bm1", "2.1", "99"))
    result = run("merge", source, filled, "--json", "-o", out).json
    assert result["copies"][0]["base_known"], result
    assert [item["target"] for item in result["copies"][0]["outside"]] == ["bm1:2.1"], result
    assert value(out, "bm6", "1.1") == "3001" and value(out, "bm1", "2.1") == "33" and "part" not in load(out)


def step(kind, number, **more):
    """A row of the journal, as the steps of the review are written"""
    return {"id": f"{number:08x}-2222-4333-8444-555555555555", "step": kind, "by": "Nguyễn Văn A", "role": "signatory",
            "at": f"2022-06-09T08:00:{number:02}+07:00", "remark": "", **more}


def claimed(folder, name, journal, **members):
    return write(folder, name, json.dumps({**load(SAMPLE), "journal": journal, **members}, ensure_ascii=False))


@test
def what_only_a_signed_file_proves_is_left_out(folder):
    """A file says of itself that it was signed and issued: that is no step of the report that comes of it."""
    out = folder / "out.trinhky"
    talk = step("submit", 1)
    file = {"file": {"name": "bao-cao.pdf", "sha256": "0" * 64}}
    theirs = claimed(folder, "theirs.trinhky", [talk, step("sign", 2, **file), step("issue", 3, **file)], state="issued", number="99")
    told = run("merge", SAMPLE, theirs, "--base", SAMPLE, "--json", "-o", out).json
    assert told["copies"][0]["unproven"] == ["signature", "issue"], told
    merged = load(out)
    assert [row["step"] for row in merged["journal"]] == ["submit"], merged["journal"]
    assert merged["state"] == load(SAMPLE)["state"] and merged["number"] == load(SAMPLE)["number"], merged
    told = run("merge", SAMPLE, theirs, "--base", SAMPLE, "-o", out).text
    assert "theirs.trinhky" in told and "only the signed PDF proves it" in told, told

    bare = claimed(folder, "bare.trinhky", [], state="signed")
    ours = claimed(folder, "ours.trinhky", [talk], state="approved")
    told = run("merge", ours, bare, "--base", SAMPLE, "--json", "-o", out).json
    assert told["copies"][0]["unproven"] == ["signature"] and load(out)["state"] == "approved", told

    paper = claimed(folder, "paper.trinhky", [talk, step("sign-on-paper", 2), step("issue", 3)], state="issued")
    told = run("merge", SAMPLE, paper, "--base", SAMPLE, "--json", "-o", out).json
    assert told["copies"][0]["unproven"] == [] and len(load(out)["journal"]) == 3, told


@test
def what_cannot_be_merged(folder):
    other = load(SAMPLE)
    other["id"] = "11111111-2222-4333-8444-555555555555"
    stranger = write(folder, "stranger.trinhky", json.dumps(other, ensure_ascii=False))
    out = folder / "out.trinhky"
    run("merge", SAMPLE, stranger, "-o", out, status=BAD_INPUT)
    run("merge", SAMPLE, folder / "none.trinhky", "-o", out, status=BAD_INPUT, error=["none.trinhky"])
    run("merge", SAMPLE, SAMPLE, "--json", "-o", "-", status=BAD_INPUT)
    run("merge", SAMPLE, "-o", out, status=BAD_INPUT)
    run("part", SAMPLE, "--part", "p77", "-o", out, status=BAD_INPUT, error=["p77"])
    assert not out.exists()
    run("merge", SAMPLE, SAMPLE, "-o", folder / "no" / "out.trinhky", status=CANNOT_WRITE)


if __name__ == "__main__":
    from harness import main
    main()
