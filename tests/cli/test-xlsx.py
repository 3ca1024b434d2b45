#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The workbook: out and in again nothing changes, and a spreadsheet that computes anew comes to the same."""

import json
import os
import re
import shutil
import subprocess
import zipfile

from harness import BAD_INPUT, CANNOT_WRITE, DATA, SAMPLE, Skip, names, run, test, write

SAMPLES = sorted((DATA / "samples").glob("*.trinhky"))
HISTORY = [word for name in ("2020-h1", "2021-h1", "2021-h2") for word in ("--history", DATA / "samples" / f"binh-lang-{name}.trinhky")]


def assert_unchanged(folder, report, table):
    before, after = folder / "before.trinhky", folder / "after.trinhky"
    run("export", report, "--to", "json", "-o", before)
    run("import", report, "--values", table, "-o", after)
    assert before.read_bytes() == after.read_bytes(), report.name


@test
def every_sample_comes_back(folder):
    table = folder / "out.xlsx"
    for report in SAMPLES:
        run("export", report, "--to", "xlsx", "-o", table)
        assert zipfile.ZipFile(table).testzip() is None
        assert_unchanged(folder, report, table)


@test
def with_history(folder):
    table = folder / "out.xlsx"
    run("export", SAMPLE, "--to", "xlsx", *HISTORY, "-o", table)
    assert "xl/charts/chart1.xml" in zipfile.ZipFile(table).namelist()
    assert_unchanged(folder, SAMPLE, table)


@test
def twice_the_same(folder):
    one, two = folder / "one.xlsx", folder / "two.xlsx"
    run("export", SAMPLE, "--to", "xlsx", *HISTORY, "-o", one)
    run("export", SAMPLE, "--to", "xlsx", *HISTORY, "-o", two)
    assert one.read_bytes() == two.read_bytes()
    assert run("export", SAMPLE, "--to", "xlsx", *HISTORY, "-o", "-").bytes == one.read_bytes()


@test
def computed_anew(folder):
    """LibreOffice reckons every formula again; what it comes to is read back."""
    soffice = shutil.which("soffice")
    if soffice is None or not os.path.exists(os.path.join(os.path.dirname(os.path.realpath(soffice)), "libsclo.so")):
        raise Skip("LibreOffice Calc is not here")
    for report in SAMPLES:
        table, again = folder / "out.xlsx", folder / "again"
        run("export", report, "--to", "xlsx", "-o", table)
        # The values that stand in the file are taken away, so that only what is computed can come back.
        strip_values(table)
        subprocess.run([soffice, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", again, table],
                       check=True, capture_output=True, timeout=120)
        assert_unchanged(folder, report, again / "out.xlsx")
        shutil.rmtree(again)


def strip_values(table):
    parts = {}
    with zipfile.ZipFile(table) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(rb'( t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>', rb">\2", text)
            parts[name] = text
    with zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


@test
def an_edit_in_the_workbook_comes_in(folder):
    table, out = folder / "out.xlsx", folder / "out.trinhky"
    run("export", SAMPLE, "--to", "xlsx", "-o", table)
    parts = {name: zipfile.ZipFile(table).read(name) for name in zipfile.ZipFile(table).namelist()}
    sheet = parts["xl/worksheets/sheet2.xml"]
    parts["xl/worksheets/sheet2.xml"], n = re.subn(rb'(<c r="D\d+" s="\d+"><v>)33(</v>)', rb"\g<1>40\2", sheet)
    assert n == 1
    with zipfile.ZipFile(table, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    run("import", SAMPLE, "--values", table, "-o", out)
    assert '"2.1": { "value": "40"' in " ".join(out.read_text(encoding="utf-8").split())


LONG = " ".join(["Ủy ban nhân dân xã đã chỉ đạo công chức rà soát thủ tục hành chính và giải quyết hồ sơ đúng hạn"] * 21)[:2000]
HIGHEST = 409  # points: what is higher is cut off by spreadsheets


def look_of(table, text):
    """Size of the letters and width in points of the cell that says the text, of the second sheet"""
    archive = zipfile.ZipFile(table)
    strings = re.findall("<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode(), re.S)
    number = next(i for i, one in enumerate(strings) if text in one)
    sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    column, style = re.search(rf'<c r="([A-Z])\d+" s="(\d+)" t="s"><v>{number}</v>', sheet).groups()
    styles = archive.read("xl/styles.xml").decode()
    fonts = re.findall("<font>(.*?)</font>", styles, re.S)
    font = re.findall(r'<xf [^>]*fontId="(\d+)"', styles.split("<cellXfs")[1])[int(style)]
    width = next(float(wide) for first, last, wide in re.findall(r'<col min="(\d+)" max="(\d+)" width="([0-9.]+)"', sheet)
                 if int(first) <= ord(column) - 64 <= int(last))
    return float(re.search('<sz val="([0-9.]+)"', fonts[int(font)]).group(1)), (width * 7 + 5) * 72 / 96


@test
def long_texts(folder):
    """Two thousand letters stand in a row that is not cut off, in a label as in a note, and come back as they were"""
    table = folder / "out.xlsx"
    list_report = json.loads((DATA / "samples" / "ho-so-linh-vuc-2022-q2.trinhky").read_text())
    list_report["lists"]["b06"][1]["field"] = LONG
    note_report = json.loads(SAMPLE.read_text())
    note_report["values"]["bm1"]["1"]["note"] = LONG
    for report in (list_report, note_report):
        file = folder / "in.trinhky"
        file.write_text(json.dumps(report, ensure_ascii=False))
        run("export", file, "--to", "xlsx", "-o", table)
        size, width = look_of(table, LONG)
        assert 8 <= size < 13, size
        lines = len(LONG) * size * 0.42 / width
        assert lines * size * 1.15 < HIGHEST, (size, width, lines)
        assert_unchanged(folder, file, table)
        assert look_of(table, "Nhiệm vụ" if report is note_report else "Đất đai")[0] == 13


@test
def no_room_for_it(folder):
    """Neither the file nor the library's own temporary files may be cut without a word."""
    write(folder, "out", "before")
    for limit in (2000, 20000):
        run("export", SAMPLE, "--to", "xlsx", "-o", folder / "out", file_limit=limit, status=CANNOT_WRITE)
        assert names(folder) == ["out"] and (folder / "out").read_text() == "before"
    run("export", SAMPLE, "--to", "xlsx", "-o", folder / "no" / "out", status=CANNOT_WRITE)
    run("export", folder / "none", "--to", "xlsx", "-o", folder / "x", status=BAD_INPUT)


if __name__ == "__main__":
    from harness import main
    main()
