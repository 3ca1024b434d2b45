#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Tables come in: values into a report, and a form that no one has seen, from its table to the PDF."""

import json
import subprocess
import sys
import zipfile

from harness import BAD_INPUT, CANNOT_WRITE, DATA, NO, SAMPLE, TESTS, names, run, test, write

TABLES = TESTS / "fixtures" / "exchange"
sys.path.insert(0, str(TABLES))
from make import PERCENT, Number, xlsx  # noqa: E402

HEAD = ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"]
UNSEEN = [
    ("1", "Cây xanh trồng mới", "Cây"),
    ("1.1", "Cây ăn quả", "Cây"),
    ("1.2", "Cây bóng mát", "Cây"),
    ("2", "Tỷ lệ cây sống", "%"),
    ("3", "Cách tưới", "Tự động = 0; Thủ công = 1"),
]


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")


def values_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["values"]


@test
def what_was_exported_changes_nothing(folder):
    for name in ("binh-lang-2022-h1", "but-son-2022-h1", "dong-son-2024-06", "binh-luong-2021-9m"):
        report = DATA / "samples" / f"{name}.trinhky"
        table, before, after = folder / "values.tsv", folder / "before.trinhky", folder / "after.trinhky"
        run("export", report, "--to", "tsv", "-o", table)
        run("export", report, "--to", "json", "-o", before)
        run("import", report, "--values", table, "-o", after)
        assert before.read_bytes() == after.read_bytes(), name


@test
def each_kind_of_file(folder):
    for name, ratio, status in (("mot-bieu.xlsx", "42.42", BAD_INPUT), ("trong-o.xlsx", "42.42", BAD_INPUT), ("mot-bieu.ods", "42.4", None), ("mot-bieu.xls", "63.6", 0)):
        out = folder / "out.trinhky"
        run("import", SAMPLE, "--values", TABLES / name, "-o", out, status=status)
        values = values_of(out)["bm1"]
        assert values["1"]["value"] == "22" and values["1"]["origin"] == "imported", name
        assert values["2"]["value"] == ratio, name


@test
def an_ambiguous_number_is_told_and_left(folder):
    table = write(folder, "t.csv", "STT;Chỉ tiêu;Kết quả\n2.1;Số nhiệm vụ đề ra trong kế hoạch;1,934\n2.2;Số nhiệm vụ đã hoàn thành;15\n")
    out = folder / "out.trinhky"
    run("import", SAMPLE, "--values", table, "-o", out, status=BAD_INPUT, error=["B2".replace("B", "C"), "1,934", "1934"])
    values = values_of(out)["bm1"]
    assert values["2.1"] == {"value": "33"} and values["2.2"] == {"value": "15", "origin": "imported"}


@test
def a_row_without_a_place_is_told(folder):
    table = write(folder, "t.tsv", "STT\tChỉ tiêu\tKết quả\n2.2\tSố nhiệm vụ đã hoàn thành\t15\n99\tKhông có chỉ tiêu này\t7\n")
    out = folder / "out.trinhky"
    run("import", SAMPLE, "--values", table, "-o", out, status=BAD_INPUT, error="Không có chỉ tiêu này")
    assert values_of(out)["bm1"]["2.2"]["value"] == "15"


@test
def a_blank_workbook_changes_nothing(folder):
    """The forms of a report that has no values yet, as they go to who fills them in"""
    for regime, period in (("bieu-mau-2022", "2022-H1"), ("ho-so-linh-vuc", "2022-Q2")):
        blank, table, out = (folder / f"{regime}.{suffix}" for suffix in ("trinhky", "xlsx", "out.trinhky"))
        run("new", "--regime", regime, "--period", period, "--office", "UBND xã X", "-o", blank)
        run("export", blank, "--to", "xlsx", "-o", table)
        run("import", blank, "--values", table, "-o", out, note=["holds no value", table.name])
        assert values_of(out) == {}, regime
    # Another report's forms are none of this one's, and a table whose values stand nowhere has no place for them.
    run("import", SAMPLE, "--values", folder / "ho-so-linh-vuc.xlsx", "-o", out, status=BAD_INPUT, error="no row")
    run("import", SAMPLE, "--values", write(folder, "t.tsv", "STT\tChỉ tiêu\tCột A\tCột B\n2.2\tSố nhiệm vụ đã hoàn thành\t15\t16\n"), "-o", out, status=BAD_INPUT, error="no row")


@test
def a_cleared_cell_is_told_and_left(folder):
    """A figure that was deleted in our own workbook stays in the report, and who takes it over hears so."""
    table, cleared, out = folder / "t.tsv", folder / "cleared.tsv", folder / "out.trinhky"
    run("export", SAMPLE, "--to", "tsv", "-o", table)
    lines = table.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("bm1\t2.1\t"))
    assert lines[at].split("\t")[5] == "33", lines[at]
    lines[at] = lines[at].replace("\t33\t", "\t\t")
    write(folder, "cleared.tsv", "\n".join(lines))
    run("import", SAMPLE, "--values", cleared, "-o", out, note=["2.1 ", "nothing here", "“33”"])
    assert values_of(out)["bm1"]["2.1"] == {"value": "33"}


@test
def bad_tables(folder):
    out = folder / "out.trinhky"
    for name, word in (("bi-cat.xlsx", "damaged"), ("mat-khau.xlsx", "password"), ("mat-khau.ods", "password"), ("van-ban.docx", "no spreadsheet"), ("khong-co.xlsx", "does not exist"), ("kieu.xlsx", "no row")):
        run("import", SAMPLE, "--values", TABLES / name, "-o", out, status=BAD_INPUT, error=[name, word])
        run("form", "new", "--from", TABLES / name, "--id", "bm9", "-o", out, status=BAD_INPUT, error=name)
    assert names(folder) == []
    run("import", SAMPLE, "--values", write(folder, "a.csv", "STT;Chỉ tiêu\n".encode("utf-16")[:-1]), "-o", out, status=BAD_INPUT, error="UTF-8")
    run("import", SAMPLE, "--values", write(folder, "b.csv", "TT;Chỉ tiêu;Kết quả\n1;Số hồ sơ;5\n".encode("cp1258", "replace")), "-o", out, status=BAD_INPUT, error="UTF-8")
    run("import", SAMPLE, "--values", write(folder, "c.csv", "STT;ChØ tiªu;Sè l\u00adîng\n1;Hå s¬ ®· tiÕp nhËn;5\n"), "-o", out, status=BAD_INPUT, error="TCVN3")
    run("import", SAMPLE, "-o", out, status=BAD_INPUT, error="--values")
    run("form", "new", "--id", "bm9", "-o", out, status=BAD_INPUT, error="--from")
    run("import", SAMPLE, "--values", TABLES / "mot-bieu.xls", "-o", folder / "no" / "out", status=CANNOT_WRITE)


@test
def only_what_is_seen_comes_in(folder):
    """Rows and columns that the spreadsheet hides stay where they are."""
    table, hidden = folder / "t.xlsx", folder / "hidden.xlsx"
    xlsx(str(table), [("Biểu mẫu 1", [["STT", "Chỉ tiêu", "Kết quả", "Kết quả"], ["2.1", "Số nhiệm vụ đề ra trong kế hoạch", Number("40"), Number("7")], ["2.2", "Số nhiệm vụ đã hoàn thành", Number("15"), Number("8")]])])
    with zipfile.ZipFile(table) as old, zipfile.ZipFile(hidden, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/"):
                text = text.replace(b'<sheetData>', b'<cols><col min="4" max="4" hidden="1"/></cols><sheetData>').replace(b'<row r="2"', b'<row r="2" hidden="1"')
            new.writestr(name, text)
    out = folder / "out.trinhky"
    run("import", SAMPLE, "--values", hidden, "-o", out)
    values = values_of(out)["bm1"]
    assert values["2.1"] == {"value": "33"} and values["2.2"]["value"] == "15", values


UNSEEN_LIST = {
    "format": "trinhky-form/1", "id": "cay-thon", "label": "Biểu 100", "title": "Trồng cây theo thôn {period}", "type": "list",
    "heads": {"code": "STT", "label": "Thôn"},
    "columns": [{"id": "name", "title": "Tên thôn", "kind": "text", "main": True}, {"id": "planted", "title": "Cây đã trồng", "kind": "count"}, {"id": "alive", "title": "Cây còn sống", "kind": "count"}],
    "groups": [{"title": "Số cây", "columns": ["planted", "alive"]}],
    "rows": [{"key": "1", "label": "Thôn", "kind": "text"}],
    "total": {"key": "total", "label": "**Tổng cộng**", "kind": "count"},
    "rules": [{"id": "cay-song", "expression": "[@alive] <= [@planted]", "missing": "skip-if-any", "severity": "error", "message": "Cây còn sống ({@alive}) nhiều hơn cây đã trồng ({@planted})."}]}


@test
def a_list_that_no_one_has_seen(folder):
    """A form given as a file and its values as a table: from the check to the PDF, the program as it is."""
    data = folder / "data"
    for part in ("forms", "outlines", "regimes"):
        (data / part).mkdir(parents=True)
    form = write(data / "forms", "cay-thon.json", json.dumps(UNSEEN_LIST, ensure_ascii=False))
    run("regime", "check", form)
    write(data / "outlines", "thon.json", json.dumps({"format": "trinhky-outline/1", "id": "thon", "title": "Đề cương", "items": [
        {"id": "I", "number": "I", "title": "TRỒNG CÂY", "level": 1, "forms": ["cay-thon"]}]}, ensure_ascii=False))
    write(data / "regimes", "thon.json", json.dumps({"format": "trinhky-regime/1", "id": "thon", "version": "1", "title": "Trồng cây", "outline": "thon",
        "forms": ["cay-thon"], "annexes": [{"label": "PHỤ LỤC", "title": "TRỒNG CÂY", "forms": ["cay-thon"]}], "periods": [{"kind": "quarter"}],
        "symbol": "BC-UBND", "subject": "Trồng cây {period}", "addressees": ["UBND tỉnh"], "recipients": ["Lưu: VT"]}, ensure_ascii=False))
    run("regime", "check", data / "regimes" / "thon.json")
    report, filled, pdf = folder / "a.trinhky", folder / "b.trinhky", folder / "c.pdf"
    run("--data", data, "new", "--regime", "thon", "--period", "2026-Q1", "--office", "UBND xã Bình Lãng", "-o", report)
    xlsx(str(folder / "t.xlsx"), [("Biểu 100", [["STT", "Tên thôn", "Cây đã trồng", "Cây còn sống"], ["1", "Thôn Đông", Number("1200"), Number("1100")], ["2", "Thôn Đoài", Number("300"), Number("310")]])])
    run("--data", data, "import", report, "--values", folder / "t.xlsx", "-o", filled)
    findings = run("--data", data, "check", filled, "--json", status=NO).json["findings"]
    assert [f["subjects"] for f in findings if f["rule"] == "cay-song"] and all("Thôn Đông" not in f["message"] for f in findings if f["rule"] == "cay-song"), findings
    run("--data", data, "export", filled, "--to", "pdf", "-o", pdf)
    text = pdf_text(pdf)
    for word in ("Thôn Đoài", "1.500", "1.410", "Tổng cộng"):
        assert word in text, (word, text)


@test
def a_form_that_no_one_has_seen(folder):
    """From the table that a circular brings to the PDF, by data alone."""
    xlsx(str(folder / "mau.xlsx"), [("Biểu 99", [["Trồng cây"], HEAD, *([c, l, u, None, None] for c, l, u in UNSEEN)])])
    data = folder / "data"
    for part in ("forms", "outlines", "regimes"):
        (data / part).mkdir(parents=True)
    form = data / "forms" / "b99.json"
    run("form", "new", "--from", folder / "mau.xlsx", "--id", "b99", "-o", form)
    run("regime", "check", form)
    made = json.loads(form.read_text(encoding="utf-8"))
    assert [row["kind"] for row in made["rows"]] == ["count", "count", "count", "percent", "choice"]
    made["rules"] = [{"id": "b99-1-sum", "expression": "[1] = sum([1.1], [1.2])", "missing": "skip-if-any", "severity": "error", "message": "Tổng số cây ({1}) khác các phần."}]
    write(data / "forms", "b99.json", json.dumps(made, ensure_ascii=False))
    write(data / "outlines", "cay.json", json.dumps({"format": "trinhky-outline/1", "id": "cay", "title": "Đề cương trồng cây", "items": [
        {"id": "opening", "role": "opening", "template": "Năm nay trồng {{b99:1}} cây."},
        {"id": "I", "number": "I", "title": "TRỒNG CÂY", "level": 1, "forms": ["b99"]}]}, ensure_ascii=False))
    write(data / "regimes", "cay.json", json.dumps({"format": "trinhky-regime/1", "id": "cay", "version": "1", "title": "Trồng cây", "outline": "cay",
        "forms": ["b99"], "annexes": [{"label": "PHỤ LỤC", "title": "TRỒNG CÂY {PERIOD}", "forms": ["b99"]}], "periods": [{"kind": "year"}],
        "symbol": "BC-UBND", "subject": "Trồng cây {period}", "addressees": ["UBND huyện"], "recipients": ["Như trên", "Lưu: VT"],
        "signatories": [{"capacity": ["TM. ỦY BAN NHÂN DÂN"], "title": "CHỦ TỊCH", "name": ""}]}, ensure_ascii=False))
    run("regime", "check", data / "regimes" / "cay.json")

    report, filled, pdf = folder / "a.trinhky", folder / "b.trinhky", folder / "c.pdf"
    run("--data", data, "new", "--regime", "cay", "--period", "2022", "--office", "UBND xã Bình Lãng", "-o", report)
    figures = ("1934", "1000", "900", "0.985", None)
    rows = [[c, l, u, Number(v, PERCENT if u == "%" else 0) if v else "Thủ công", None] for (c, l, u), v in zip(UNSEEN, figures)]
    xlsx(str(folder / "so-lieu.xlsx"), [("Biểu 99", [HEAD, *rows])])
    run("--data", data, "import", report, "--values", folder / "so-lieu.xlsx", "-o", filled)
    assert {key: value["value"] for key, value in values_of(filled)["b99"].items()} == {"1": "1934", "1.1": "1000", "1.2": "900", "2": "98.5", "3": "1"}
    findings = run("--data", data, "check", filled, "--json", status=NO).json["findings"]
    assert any(finding["rule"] == "b99-1-sum" for finding in findings)
    run("--data", data, "export", filled, "--to", "pdf", "-o", pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    text = pdf_text(pdf)
    assert "Cây bóng mát" in text and "1.934" in text and "98,5" in text, text


if __name__ == "__main__":
    from harness import main
    main()
