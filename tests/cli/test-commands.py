#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Each command of the contract: what it prints where, and how it ends."""

import json
import re
import shutil
import sqlite3
import subprocess

from harness import BAD_INPUT, DATA, NO, SAMPLE, Skip, TESTS, TRINHKY, environment, names, run, sample, test, write, write_report

FINDING = {
    "severity": str, "source": str, "rule": str, "subjects": list, "section": (str, type(None)), "range": (list, type(None)),
    "page": (int, type(None)), "message": str, "expected": (str, type(None)), "found": (str, type(None)), "acknowledged": bool,
}
NEW = ("new", "--regime", "bieu-mau-2022", "--period", "2022-H1", "--office", "UBND xã Bình Lãng")
APPLICATION_ID = 0x54524B59


def make_database(path):
    """A database of the first version, empty; the program migrates it"""
    connection = sqlite3.connect(path)
    connection.executescript((TESTS.parent / "src" / "store" / "migrations" / "1.sql").read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return path


@test
def commands_load_no_gtk(_):
    if shutil.which("ldd") is None:
        raise Skip("there is no ldd here")
    libraries = subprocess.run(["ldd", TRINHKY], stdout=subprocess.PIPE, check=True, text=True).stdout
    assert "libgio" in libraries and not re.search(r"lib(gtk|adwaita|gtksourceview|spelling)", libraries), libraries


@test
def version_and_help(_):
    assert re.fullmatch(r"trinhky \d+\.\d+\.\d+\n", run("--version").text)
    text = run("--help").text
    for command in ("regimes", "regime check", "form", "new", "check", "export", "database"):
        assert f"\n  trinhky {command} " in text, command
    assert "\n  trinhky export FILE --to pdf|docx|xlsx|json|tsv|png [--history FILE]… -o OUT\n" in text, text
    assert run("-h").text == text
    for command in ("regimes", "regime", "form", "new", "check", "export", "database"):
        assert f"trinhky {command} " in run(command, "--help").text, command


def shipped_regimes():
    return sorted(path.stem for path in (DATA / "regimes").iterdir())


@test
def regimes(_):
    rows = [line.split("\t") for line in run("regimes").text.splitlines()]
    assert ["bieu-mau-2022", "1"] == rows[0][:2] and len(rows[0]) == 5, rows
    listed = {}
    for regime in run("regimes", "--json").json:
        assert list(regime) == ["id", "version", "title", "periods", "forms", "missing", "example"], regime
        assert all(isinstance(regime[name], str) for name in ("id", "version", "title")), regime
        listed[regime["id"]] = regime
    assert sorted(listed) == shipped_regimes() == [row[0] for row in rows], listed
    regime = listed["bieu-mau-2022"]
    assert regime["periods"] == ["quarter", "half", "nine-months", "year"], regime
    assert regime["forms"] == [f"bm{i}" for i in range(1, 8)], regime


@test
def more_data(folder):
    shutil.copytree(TESTS / "fixtures" / "reports" / "data", folder / "mau")
    ids = [regime["id"] for regime in run("regimes", "--json", "--data", folder / "mau").json]
    assert ids == sorted([*shipped_regimes(), "kiem-thu"]), ids
    # Before the command's name too
    assert run("--data", folder / "mau", "regimes", "--json").json == run("regimes", "--json", f"--data={folder / 'mau'}").json


@test
def broken_regime_does_not_hide_the_others(folder):
    (folder / "mau" / "regimes").mkdir(parents=True)
    write(folder / "mau" / "regimes", "hong.json", "{")
    result = run("regimes", "--data", folder / "mau", status=BAD_INPUT, error="hong.json")
    assert result.text.startswith("bieu-mau-2022\t")


@test
def regime_check_good(_):
    for path in (path for name in ("regimes", "outlines", "forms") for path in (DATA / name).iterdir()):
        # What a regime itself says is missing is no error.
        lines = run("regime", "check", path).text.splitlines()
        assert all("” is missing. " in line for line in lines) and (not lines or path.stem == "tan-ky-2023"), lines


@test
def regime_check_bad(_):
    bad = TESTS / "fixtures" / "data" / "bad"
    for path in (bad / "form-choice-code-twice.json", bad / "form-column-id-twice.json"):
        lines = run("regime", "check", path, status=NO).text.splitlines()
        assert lines, path
        for line in lines:
            assert re.search(rf"{re.escape(path.name)}:\d+: .+", line), line


@test
def what_is_missing_is_told(_):
    """In lists and checks of the regime, and it is no error."""
    rows = {row[0]: row for row in (line.split("\t") for line in run("regimes").text.splitlines())}
    assert rows["tan-ky-2023"][5].startswith("missing: Phụ lục 1A, Phụ lục 1B, Biểu mẫu 1, "), rows["tan-ky-2023"]
    regime = next(one for one in run("regimes", "--json").json if one["id"] == "tan-ky-2023")
    assert [one["form"] for one in regime["missing"]] == ["Phụ lục 1A", "Phụ lục 1B", *(f"Biểu mẫu {i}" for i in range(1, 8))]
    assert all(one["who"] and one["note"] for one in regime["missing"]), regime
    lines = run("regime", "check", DATA / "regimes" / "tan-ky-2023.json").text.splitlines()
    assert len(lines) == 9 and lines[0].startswith("tan-ky-2023.json: “Phụ lục 1A” is missing. "), lines


@test
def calendar(_):
    answer = run("regime", "calendar", "tan-ky-2023", "--year", "2023", "--json").json
    assert list(answer) == ["regime", "year", "addressees", "delivery", "periods", "ad-hoc", "ad-hoc-note"], answer
    assert answer["year"] == 2023 and answer["ad-hoc"] is True and "đột xuất" in answer["ad-hoc-note"]
    assert answer["addressees"] == ["UBND huyện Tân Kỳ (qua Phòng Nội vụ)"] and answer["delivery"][0] == "Hệ thống I-Office"
    assert [(one["period"], one["data_from"], one["data_to"], one["deadline"]) for one in answer["periods"]] == [
        ("2023-Q1", "2022-12-10", "2023-03-10", "2023-02-28"), ("2023-H1", "2022-12-10", "2023-06-10", "2023-05-28"),
        ("2023-Q3", "2023-06-10", "2023-09-10", "2023-08-28"), ("2023", "2022-12-10", "2023-12-10", "2023-11-28")]
    for one in answer["periods"]:
        assert list(one) == ["period", "title", "data_from", "data_to", "deadline", "note", "warnings"], one
        kinds = [warning["kind"] for warning in one["warnings"]]
        assert kinds[:2] == ["estimate", "shared"] and one["note"].startswith("Phòng Nội vụ"), one

    lines = run("regime", "calendar", "tan-ky-2023", "--year=2023").text.splitlines()
    assert lines[0].split("\t") == ["Period", "Report", "Data from", "Data to", "Due"], lines[0]
    assert "2023-Q3\tQuý III năm 2023\t10/6/2023\t10/9/2023\t28/8/2023" in lines, lines
    assert sum(line.startswith("  Warning: ") for line in lines) == 11, lines
    plain = run("regime", "calendar", "bieu-mau-2022", "--year", "2022").text
    assert "Warning" not in plain and "2022-9M\t9 tháng năm 2022\t15/12/2021\t14/9/2022\t15/9/2022\n" in plain, plain
    # Without a year it is this one.
    assert re.search(r"\n20\d\d-Q1\t", run("regime", "calendar", "bieu-mau-2022").text)


@test
def board(folder):
    """What an office reports by is a setting; its reports are expected, begun or not."""
    database = folder / "a.db"
    assert run("board", "--database", database, "--json").json["reports"] == []
    setting = {"offices": [{"name": "UBND xã Bình Lãng", "regimes": [{"id": "tan-ky-2023", "from": "2023-01-01"}], "periods": [
        {"regime": "tan-ky-2023", "period": "2023-Q1", "deadline": "2023-03-10", "note": "Công văn 12"},
        {"regime": "tan-ky-2023", "period": "2023-H1", "not_required": "Mới nhập xã"}]}]}
    connection = sqlite3.connect(database)
    connection.execute("INSERT INTO setting (name, value) VALUES ('board', ?)", (json.dumps(setting, ensure_ascii=False),))
    connection.commit()
    connection.close()

    reports = {one["period"]: one for one in run("board", "--database", database, "--year", "2023", "--json").json["reports"]}
    assert reports["2023-Q1"]["deadline"] == "2023-03-10" and reports["2023-Q1"]["usual_deadline"] == "2023-02-28", reports
    assert reports["2023-Q1"]["state"] == "not-begun" and reports["2023-Q1"]["due"] == "overdue", reports
    assert reports["2023-H1"]["state"] == "not-required" and reports["2023-H1"]["due"] == "done", reports
    assert reports["2023-Q1"]["report"] is None and "2023-Q2" not in reports, reports
    lines = run("board", "--database", database, "--year=2023").text.splitlines()
    assert lines[0] == "Period\tRegime\tDue\tDays left\tState\tOffice", lines[0]
    assert "  Note: Công văn 12" in lines and "  Not required: Mới nhập xã" in lines, lines
    assert run("board", "--database", database, "--office", "UBND xã Khác", "--json").json["reports"] == []
    run("board", "--year", "22", "--database", database, status=BAD_INPUT, error="--year")
    run("board", "--office", status=BAD_INPUT)


@test
def calendar_of_nothing(_):
    run("regime", "calendar", "khong-co", status=BAD_INPUT, error="khong-co")
    run("regime", "calendar", status=BAD_INPUT)
    run("regime", "calendar", "tan-ky-2023", "--year", "23", status=BAD_INPUT, error="--year")
    run("regime", "calendar", "tan-ky-2023", "--year", "2023-Q1", status=BAD_INPUT, error="--year")
    run("regime", "check", DATA / "forms" / "bm1.json", "--year", "2023", status=BAD_INPUT, error="calendar")
    run("regime", "show", "tan-ky-2023", status=BAD_INPUT, error="calendar")


@test
def report_without_forms(folder):
    """The guidance's outline makes a whole report though its forms are missing: new, check, export."""
    path = folder / "tan-ky.trinhky"
    office = ("--office", "UBND xã Nghĩa Bình", "-o", path)
    run("new", "--regime", "tan-ky-2023", "--period", "2023-Q2", *office, status=BAD_INPUT, error="Quý II năm 2023")
    assert names(folder) == []

    assert not run("new", "--regime", "tan-ky-2023", "--period", "2023-Q1", *office).bytes
    report = json.loads(path.read_text(encoding="utf-8"))
    sections = {section["outline"]: section for section in report["sections"]}
    assert report["addressees"] == ["UBND huyện Tân Kỳ (qua Phòng Nội vụ)"] and len(sections) == 55, len(sections)
    assert sections["IV"]["title"] == "PHƯƠNG HƯỚNG, NHIỆM VỤ CCHC QUÝ II NĂM 2023", sections["IV"]
    answer = run("check", path, "--json").json
    assert answer["counts"]["error"] == 0 and answer["counts"]["info"] > 40, answer["counts"]

    run("export", path, "--to", "pdf", "-o", folder / "tan-ky.pdf")
    assert run("export", folder / "tan-ky.pdf", "--to", "json", "-o", "-").bytes == path.read_bytes()
    assert not run("export", path, "--to", "tsv", "-o", "-").bytes
    # What the calendar does not have cannot be read either.
    report["period"] = "2023-Q2"
    run("check", write_report(folder, report), status=BAD_INPUT, error="2023-Q2")


@test
def two_levels_by_data_alone(folder):
    """The example's report: figures that agree by its own rules, then one that does not."""
    path = folder / "an-binh.trinhky"
    run("new", "--regime", "cap-xa-2025-vi-du", "--period", "2025-H2", "--office", "UBND phường An Bình", "-o", path)
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["office"]["kind"] == "phường" and report["addressees"] == ["UBND tỉnh (qua Sở Nội vụ)"], report["office"]
    values = {"vd-tthc": {"1.1": "300", "2.1": "150", "2.1.1": "120", "2.1.2": "20", "2.1.3": "4", "2.1.4": "6", "2.2": "140", "2.2.1": "100",
                          "2.2.2": "38", "2.2.3": "2", "2.2.4": "98.57", "2.3": "10", "2.3.1": "9", "2.3.2": "1"},
              "vd-dvc": {"1.1": "200", "1.2": "150", "1.4": "75", "2.1": "90", "3.1": "80", "3.2": "40"}}
    report["values"] = {form: {key: {"value": value} for key, value in rows.items()} for form, rows in values.items()}
    assert run("check", write_report(folder, report), "--json").json["counts"]["error"] == 0
    report["values"]["vd-dvc"]["3.2"] = {"value": "41"}
    path = write_report(folder, report)
    found = run("check", path, "--json", status=NO).json["findings"]
    assert [one["rule"] for one in found if one["severity"] == "error"] == ["vd-online-parts"], found
    run("export", path, "--to", "pdf", "-o", folder / "an-binh.pdf")
    assert run("export", folder / "an-binh.pdf", "--to", "json", "-o", "-").json["values"] == report["values"]


@test
def form(_):
    rows = [line.split("\t") for line in run("form", "bm3", "--tsv").text.splitlines()]
    assert rows[0] == ["form", "key", "code", "label", "unit", "value", "note"]
    assert len(rows) == 1 + 25 and all(len(row) == 7 for row in rows)
    assert all(row[5] == row[6] == "" for row in rows[1:])
    assert run("form", "bm3").text == run("form", "bm3", "--tsv").text
    as_json = run("form", "bm3", "--json").json
    assert [row["key"] for row in as_json] == [row[1] for row in rows[1:]]
    assert [row["label"] for row in as_json] == [row[3] for row in rows[1:]]
    assert {row["kind"] for row in as_json} == {"none", "count", "percent"}, as_json


@test
def new_check_export(folder):
    path = folder / "thu.trinhky"
    assert not run(*NEW, "-o", path).bytes
    report = json.loads(path.read_text(encoding="utf-8"))
    assert report["format"] == "trinhky-report" and report["version"] == 1 and report["state"] == "draft"
    assert report["period"] == "2022-H1" and report["regime"]["id"] == "bieu-mau-2022"
    assert report["office"]["name"] == "UBND xã Bình Lãng" and report["office"]["header"][0] == "ỦY BAN NHÂN DÂN"
    assert report["values"] == {}, report["values"]
    titles = [section["title"] for section in report["sections"]]
    assert "MỘT SỐ NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2022" in titles, titles

    assert run("check", path, "--json").json["counts"]["error"] == 0
    assert run("export", path, "--to", "json", "-o", "-").bytes == path.read_bytes()
    run("export", path, "--to", "pdf", "-o", folder / "thu.pdf")
    assert run("export", folder / "thu.pdf", "--to", "json", "-o", "-").bytes == path.read_bytes()
    rows = run("export", path, "--to", "tsv", "-o", "-").text.splitlines()
    assert len(rows) == 124 and all(row.split("\t")[5] == "" for row in rows[1:])
    assert names(folder) == ["thu.pdf", "thu.trinhky"]


@test
def new_to_standard_output(folder):
    one, two = (json.loads(run(*NEW, "-o", "-").text) for _ in range(2))
    assert one["id"] != two["id"]
    assert names(folder) == []


@test
def new_from_the_last(folder):
    last, fresh = folder / "last.trinhky", folder / "fresh.trinhky"
    run(*NEW, "-o", last)
    report = json.loads(last.read_text())
    report["values"] = {"bm1": {"1": {"value": "21"}}, "bm4": {"2.2": {"value": "20"}}}
    report["office"]["code"] = "11107"
    section = next(s for s in report["sections"] if s["outline"] == "I")
    section["text"] = "Như kỳ trước."
    last.write_text(json.dumps(report))

    run("new", "--from", last, "--period", "2022-H2", "-o", fresh)
    begun = json.loads(fresh.read_text())
    assert begun["period"] == "2022-H2" and begun["office"]["code"] == "11107", begun["office"]
    assert begun["id"] != report["id"]
    assert begun["values"] == {"bm4": {"2.2": {"value": "20"}}}, begun["values"]
    carried = next(s for s in begun["sections"] if s["outline"] == "I")
    assert (carried["text"], carried["carried_from"]) == ("Như kỳ trước.", "2022-H1"), carried
    assert "carried over" in run("check", fresh).text
    run("new", "--from", last, "--period", "2022-H1", "-o", fresh, status=BAD_INPUT, error="not earlier")
    run("new", "--from", last, "-o", fresh, status=BAD_INPUT, error="--period")
    run("new", "--from", folder / "none.trinhky", "--period", "2022-H2", "-o", fresh, status=BAD_INPUT, error="none.trinhky")


def unknown_members_survive(folder):
    report = sample(x_of_tomorrow={"a": ["1", {"b": "2"}]})
    report["office"]["x_office"] = "3"
    path = write_report(folder, report)
    back = run("export", path, "--to", "json", "-o", "-").json
    assert back["x_of_tomorrow"] == report["x_of_tomorrow"] and back["office"]["x_office"] == "3"


@test
def findings_have_their_shape(_):
    answer = run("check", SAMPLE, "--json", status=NO).json
    assert list(answer) == ["findings", "counts"] and set(answer["counts"]) == {"error", "warning", "info"}
    for finding in answer["findings"]:
        assert list(finding) == list(FINDING), finding
        for name, kinds in FINDING.items():
            assert isinstance(finding[name], kinds), (name, finding)
        assert finding["severity"] in ("error", "warning", "info") and finding["source"] in ("figures", "text"), finding


@test
def text_finding_has_its_place(folder):
    report = sample()
    section = next(one for one in report["sections"] if one["text"])
    section["text"] = "Có {{bm1:4.1}} nhiệm vụ."
    answer = run("check", write_report(folder, report), "--json", status=NO).json
    found = [one for one in answer["findings"] if one["source"] == "text" and one["section"] == section["id"]]
    assert found and all(isinstance(one["range"], list) and len(one["range"]) == 2 for one in found), answer["findings"]
    start, end = found[0]["range"]
    assert section["text"][start:end] == "{{bm1:4.1}}", found[0]


@test
def acknowledged_is_no_error(folder):
    answer = run("check", SAMPLE, "--json", status=NO).json
    report = sample(acknowledgements=[
        {"id": f"a{i}", "rule": one["rule"], "subjects": one["subjects"],
         "values": [value_of(subject) for subject in one["subjects"]],
         "explanation": "Đã đối chiếu", "by": "Lan", "at": "2022-06-09T10:00:00+07:00"}
        for i, one in enumerate(answer["findings"]) if one["severity"] == "error"])
    again = run("check", write_report(folder, report), "--json").json
    assert again["counts"]["error"] == 0, again["counts"]
    assert sum(one["acknowledged"] for one in again["findings"]) == 3


def value_of(address):
    form_id, key = address.split(":")
    return sample()["values"][form_id].get(key, {}).get("value", "")


@test
def layout_findings_need_pages(folder):
    """Stricter limits than the shipped ones: each is found, and only with --pages."""
    shutil.copytree(DATA, folder / "data")
    path = folder / "data" / "layouts" / "nd30-2020.json"
    limits = json.loads(path.read_text(encoding="utf-8"))
    limits["roles"]["motto"]["size"] = [20, 22]
    limits["roles"]["kind"]["bold"] = False
    limits["roles"]["date"]["italic"] = False
    limits["roles"]["addressees"]["capitals"] = True
    limits["page"]["margins-mm"]["left"] = [60, 70]
    path.write_text(json.dumps(limits, ensure_ascii=False), encoding="utf-8")
    run(*NEW, "-o", folder / "thu.trinhky")

    env = {**environment(), "TRINHKY_DATA": str(folder / "data")}
    assert run("check", folder / "thu.trinhky", "--json", env=env).json["counts"]["error"] == 0
    answer = run("check", folder / "thu.trinhky", "--pages", "--json", env=env, status=NO).json
    layout = [one for one in answer["findings"] if one["source"] == "layout"]
    assert {"layout-align", "layout-size", "layout-bold", "layout-italic", "layout-capitals", "layout-margin"} == {one["rule"] for one in layout}, layout
    assert all(one["severity"] == "error" and one["page"] >= 1 and list(one) == list(FINDING) for one in layout), layout
    assert answer["counts"]["error"] == len(layout)
    text = run("check", folder / "thu.trinhky", "--pages", env=env, status=NO).text
    assert len([line for line in text.splitlines() if line.startswith("Error\t")]) == len(layout), text


@test
def database_check_backup_restore(folder):
    database = make_database(folder / "a.db")
    assert "sound" in run("database", "check", "--database", database).text
    # Its schema was an older one: it was kept before it was migrated.
    assert [name for name in names(folder) if name.startswith("a.db.backup-v1-")], names(folder)

    assert not run("database", "backup", "--database", database, "-o", folder / "copy.db").bytes
    assert "sound" in run("--database", folder / "copy.db", "database", "check").text
    assert not run("database", "restore", folder / "copy.db", "--database", folder / "b.db").bytes
    assert "sound" in run("database", "check", f"--database={folder / 'b.db'}").text
    # A second restore keeps what was there.
    run("database", "restore", folder / "copy.db", "--database", folder / "b.db")
    assert [name for name in names(folder) if name.startswith("b.db.before-restore-")], names(folder)


@test
def database_with_a_foreign_hand(folder):
    database = make_database(folder / "a.db")
    run("database", "check", "--database", database)
    connection = sqlite3.connect(database)
    connection.execute("INSERT INTO report (id, regime, regime_version, period, office_code, office_name, subject, state, revision,"
                       " modified, content_sha256, journal_id) VALUES ('x', 'bieu-mau-2022', '1', '2022-H1', '', 'UBND', '', 'draft', 1, 0, 'no', 9)")
    connection.commit()
    connection.close()
    assert "x" in run("database", "check", "--database", database, status=NO).text


@test
def double_dash_ends_options(_):
    assert run("check", "--", SAMPLE, status=NO).bytes == run("check", SAMPLE, status=NO).bytes


@test
def paths_relative_and_odd(folder):
    odd = folder / "báo cáo (1) & 'x'.trinhky"
    run(*NEW, "-o", odd.name, cwd=folder)
    assert names(folder) == [odd.name]
    run("check", odd.name, cwd=folder)
    run("check", odd.as_uri(), cwd=folder)


if __name__ == "__main__":
    from harness import main
    main()
