#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What cannot be read ends in 2, what cannot be written in 3: a message that names the file and
the reason, nothing half-written, nothing left lying about."""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import zlib

from harness import (BAD_INPUT, CANNOT_WRITE, DONE, NO, SAMPLE, TESTS, Skip, environment, names, need_nobody, run, sample, test, write,
                     write_report)

APPLICATION_ID = 0x54524B59
NEW = ("new", "--regime", "bieu-mau-2022", "--period", "2022-H1", "--office", "UBND xã Bình Lãng")
FORMATS = ("pdf", "docx", "json", "tsv", "png")


def refuse(folder, content, *words, name="report.trinhky"):
    """A report file that no command takes; nothing is written"""
    path = write(folder, name, content)
    for command in (("check", path), ("check", path, "--json"), ("export", path, "--to", "pdf", "-o", folder / "out"),
                    ("check", SAMPLE, "--history", path)):
        result = run(*command, status=BAD_INPUT, error=[name, *words])
        assert result.bytes == b"", result.describe()
    assert not (folder / "out").exists()


def refuse_report(folder, report, *words):
    path = write_report(folder, report)
    assert run("check", path, status=BAD_INPUT, error=[path.name, *words]).bytes == b""


def with_value(address, value):
    report = sample()
    form, key = address.split(":")
    report["values"].setdefault(form, {})[key] = value
    return report


# Files that are no report

@test
def missing_file(folder):
    run("check", folder / "none.trinhky", status=BAD_INPUT, error=["none.trinhky", "does not exist"])


@test
def folder_as_file(folder):
    run("check", folder, status=BAD_INPUT, error=[folder.name, "is a folder"])
    run("regime", "check", folder, status=BAD_INPUT, error=folder.name)


@test
def unreadable_file(folder):
    need_nobody(folder)
    path = write_report(folder, sample())
    path.chmod(0)
    run("check", path, nobody=True, status=BAD_INPUT, error=["report.trinhky", "may not read"])


@test
def empty_file(folder):
    refuse(folder, b"", "ends too early")


@test
def cut_file(folder):
    whole = SAMPLE.read_bytes()
    for length in (1, 100, len(whole) // 2, len(whole) - 3):
        refuse(folder, whole[:length])


@test
def every_cut_is_refused(folder):
    """No prefix of a report is one, wherever the copying stopped."""
    whole = json.dumps({name: sample()[name] for name in ("format", "version", "id", "revision", "regime", "period", "office")}, ensure_ascii=False).encode()
    path = write(folder, "cut.trinhky", whole)
    run("check", path)
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        run("check", path, status=BAD_INPUT, error="cut.trinhky")


@test
def too_large_file(folder):
    report = sample(x_large="x" * (17 * 1024 * 1024))
    refuse(folder, json.dumps(report), "16 MiB")


@test
def deep_nesting(folder):
    refuse(folder, b'{ "a": ' + b"[" * 40 + b"]" * 40 + b"}", "32 levels")
    refuse(folder, b"[" * 1000000)


@test
def picture(folder):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    refuse(folder, b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(b"IEND", b""), "is no report", name="anh.png")


@test
def archive(folder):
    (folder / "inside").mkdir()
    shutil.make_archive(str(folder / "bang"), "zip", folder / "inside")
    write(folder / "inside", "a.txt", "a")
    shutil.make_archive(str(folder / "bang"), "zip", folder / "inside")
    refuse(folder, (folder / "bang.zip").read_bytes(), "is no report", name="bang.xlsx")


@test
def pdf_without_report(folder):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"]
    pdf, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(pdf)
    pdf += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    pdf += b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    refuse(folder, pdf, "carries no report", name="khac.pdf")


@test
def broken_pdf(folder):
    refuse(folder, b"%PDF-1.7\n" + bytes(range(256)) * 40, "could not be read", name="hong.pdf")
    run("export", SAMPLE, "--to", "pdf", "-o", folder / "whole.pdf")
    whole = (folder / "whole.pdf").read_bytes()
    for length in (9, 1000, len(whole) // 2, len(whole) - 30):
        refuse(folder, whole[:length], "cut off on its way. Have it sent again", name="cat.pdf")
        run("verify", write(folder, "cat.pdf", whole[:length]), status=BAD_INPUT, error=["cat.pdf", "Have it sent again"])


@test
def locked_pdf(folder):
    if shutil.which("qpdf") is None:
        raise Skip("qpdf is not installed")
    run("export", SAMPLE, "--to", "pdf", "-o", folder / "whole.pdf")
    subprocess.run(["qpdf", "--encrypt", "a", "b", "256", "--", folder / "whole.pdf", folder / "khoa.pdf"], check=True)
    locked = (folder / "khoa.pdf").read_bytes()
    refuse(folder, locked, "protected with a password. Save it without one", name="khoa.pdf")
    run("verify", folder / "khoa.pdf", status=BAD_INPUT, error=["khoa.pdf", "Save it without one"])


# Reports that break the contract

@test
def byte_order_mark(folder):
    refuse(folder, b"\xef\xbb\xbf" + SAMPLE.read_bytes(), ":1:", "byte-order mark")


@test
def other_encoding(folder):
    refuse(folder, SAMPLE.read_text(encoding="utf-8").encode("utf-16"), "UTF-8")
    refuse(folder, b'{ "format": "trinhky-report", "x": "\xff" }', ":1:", "UTF-8")


@test
def duplicate_members(folder):
    refuse(folder, '{ "format": "trinhky-report",\n  "version": 1,\n  "version": 1 }', ":3:", "version")


@test
def missing_members(folder):
    for name in ("format", "version", "id", "regime", "period", "office"):
        refuse_report(folder, sample(**{name: None}), name)


@test
def wrong_types(folder):
    for name, value in (("version", "1"), ("id", 7), ("regime", 7), ("period", 2022), ("office", "UBND"), ("values", []),
                        ("sections", {}), ("addressees", "UBND"), ("recipients", [1]), ("symbol", None)):
        report = sample()
        report[name] = value
        refuse_report(folder, report, name if name not in ("values",) else "")


@test
def other_format(folder):
    refuse_report(folder, sample(format="trinhky-form/1"), "format")


@test
def newer_version(folder):
    refuse_report(folder, sample(version=2), "newer")


@test
def unknown_regime(folder):
    refuse_report(folder, sample(regime="khong-co"), "khong-co")
    refuse_report(folder, sample(regime="../regimes/bieu-mau-2022"), "regime")


@test
def unknown_form(folder):
    refuse_report(folder, with_value("bm9:1", {"value": "1"}), "bm9")


@test
def unknown_row(folder):
    refuse_report(folder, with_value("bm1:99", {"value": "1"}), "99")


@test
def unknown_column(folder):
    report = sample(regime="kiem-thu", period="2022-06", values={"k2": {"1": {"nope": {"value": "1"}}}}, sections=[], documents=[])
    path = write_report(folder, report)
    run("check", path, "--data", TESTS / "fixtures" / "reports" / "data", status=BAD_INPUT, error=["report.trinhky:", "nope"])


@test
def unknown_period(folder):
    for period in ("2022-13", "2022-H3", "2022-Q5", "22-H1", "", "2022-05-20/2022-05-03"):
        refuse_report(folder, sample(period=period), "period")
    # One that the regime does not ask for
    refuse_report(folder, sample(period="2022-06"), "2022-06")


@test
def values_that_are_no_values(folder):
    bare = SAMPLE.read_text(encoding="utf-8").replace('"2": { "value": "63.6" }', '"2": { "value": 63.6 }', 1)
    refuse(folder, bare)
    for text in ("07", "63,6", "1.934.000", "1e3", "+5", ".5", "5.", "0.12345", "123456789012345", "--1", "NaN", " 5"):
        refuse_report(folder, with_value("bm1:2", {"value": text}), "report.trinhky:")
    for value in ("63.6", 63.6, None, [], {"value": None}, {"value": True}, {"value": "1", "blank": "none-occurred"}, {"blank": "maybe"},
                  {"value": "1", "estimate": "yes"}, {"value": "1", "note": 7}, {"value": "1", "origin": "guessed"}):
        refuse_report(folder, with_value("bm1:2", value), "report.trinhky:")


@test
def wrong_values_are_findings(folder):
    """Readable but wrong: stored, and said."""
    for address, text in (("bm1:2.1", "-3"), ("bm1:2.1", "33.5"), ("bm1:5", "7"), ("bm3:3.3", "101")):
        answer = run("check", write_report(folder, with_value(address, {"value": text})), "--json", status=NO).json
        assert [one for one in answer["findings"] if address in one["subjects"] and one["severity"] != "info"], (address, text)


# Usage

@test
def unknown_option(_):
    for command in (("regimes", "--bogus"), ("check", SAMPLE, "--bogus"), ("--bogus",), ("database", "check", "-x")):
        run(*command, status=BAD_INPUT, error="--help")


@test
def missing_argument(folder):
    for command in (("check",), ("form",), ("regime",), ("regime", "check"), ("new",), ("export",), ("export", SAMPLE), ("database",),
                    ("export", SAMPLE, "--to", "pdf"), ("export", SAMPLE, "-o", folder / "out"), ("check", SAMPLE, "--history"),
                    ("new", "--regime", "bieu-mau-2022", "-o", folder / "out"), ("database", "backup"), ("database", "restore"),
                    ("database", "backup", "-o", "-"), ("check", SAMPLE, SAMPLE), ("regimes", "more"), ("regimes", "--database")):
        assert run(*command, status=BAD_INPUT).bytes == b"", command
    assert names(folder) == []


@test
def unknown_words(folder):
    run("regime", "mend", SAMPLE, status=BAD_INPUT, error="check")
    run("database", "mend", status=BAD_INPUT, error="restore")
    run("export", SAMPLE, "--to", "odt", "-o", folder / "out", status=BAD_INPUT, error="pdf, docx, xlsx, json, tsv")
    run("form", "khong-co", status=BAD_INPUT, error="khong-co")
    run("form", "../forms/bm1", status=BAD_INPUT, error="bm1")
    run("form", "bm1", "--json", "--tsv", status=BAD_INPUT, error="--json")
    run("export", SAMPLE, "--to", "png", "-o", "-", status=BAD_INPUT, error="-o")
    for words in (("consolidate", "x"),):
        run(*words, status=BAD_INPUT, error="not available")
    assert names(folder) == []


@test
def bad_new(folder):
    for regime, period, office, word in (("khong-co", "2022-H1", "UBND", "khong-co"), ("bieu-mau-2022", "2022-13", "UBND", "2022-13"),
                                         ("bieu-mau-2022", "2022-06", "UBND", "tháng 6"), ("bieu-mau-2022", "2022-H1", " ", "name")):
        run("new", "--regime", regime, "--period", period, "--office", office, "-o", folder / "out", status=BAD_INPUT, error=word)
    assert names(folder) == []


@test
def bad_regime_file(folder):
    run("regime", "check", folder / "none.json", status=BAD_INPUT, error="none.json")
    for content in (b"", b"{", b"\xff", b"[]", b'{ "format": "trinhky-form/1" }', SAMPLE.read_bytes()):
        path = write(folder, "x.json", content)
        result = run("regime", "check", path, status=NO)
        assert "x.json" in result.text, result.describe()


@test
def no_display(folder):
    for arguments in ((), (SAMPLE,)):
        run(*arguments, status=BAD_INPUT, error="display")
    env = {**environment(), "DISPLAY": ":4711"}
    run(env=env, status=BAD_INPUT, error="display")


@test
def no_window(folder):
    """The module with the window in it is not there, or is none."""
    env = {**environment(), "TRINHKY_MODULES": str(folder)}
    run(env=env, status=BAD_INPUT, error=["Install the program again", "trinhky-window.so"])
    write(folder, "trinhky-window.so", b"no module")
    run(env=env, status=BAD_INPUT, error="Install the program again")
    run("--version", env=env)


# Databases

def database(folder, version, application=APPLICATION_ID):
    path = folder / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE report (id TEXT)")
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    return path


def refuse_database(path, *words):
    before = path.read_bytes()
    run("database", "check", "--database", path, status=BAD_INPUT, error=[path.name, *words])
    assert path.read_bytes() == before


@test
def newer_database(folder):
    refuse_database(database(folder, 999), "newer")
    run("database", "restore", folder / "a.db", "--database", folder / "b.db", status=BAD_INPUT, error="newer")
    assert not (folder / "b.db").exists()


@test
def foreign_database(folder):
    refuse_database(database(folder, 1, 0), "not a database of")
    (folder / "a.db").unlink()
    refuse_database(database(folder, 1, 4711), "not a database of")
    refuse_database(write(folder, "text.db", "this is no database, but a text long enough to be one" * 20), "not a database of")
    assert names(folder) == ["a.db", "text.db"], names(folder)


@test
def missing_database(folder):
    run("database", "check", "--database", folder / "none.db", status=BAD_INPUT, error="none.db")
    run("database", "backup", "-o", folder / "copy.db", "--database", folder / "none.db", status=BAD_INPUT, error="none.db")
    run("database", "restore", folder / "none.db", "--database", folder / "b.db", status=BAD_INPUT, error="none.db")
    run("database", "check", "--database", folder, status=BAD_INPUT, error=folder.name)
    assert names(folder) == []


def sound_database(folder, name="a.db"):
    connection = sqlite3.connect(folder / name)
    connection.executescript((TESTS.parent / "src" / "store" / "migrations" / "1.sql").read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    run("database", "check", "--database", folder / name)
    return folder / name


@test
def damaged_database(folder):
    path = sound_database(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:len(whole) // 2])
    result = run("database", "check", "--database", path, status=BAD_INPUT, error="a.db")
    assert "damaged" in result.error or "restore" in result.error, result.describe()


@test
def database_in_a_read_only_folder(folder):
    need_nobody(folder)
    locked = folder / "locked"
    locked.mkdir()
    path = sound_database(locked)
    copy = folder / "copy.db"
    run("database", "backup", "--database", path, "-o", copy)
    copy.chmod(0o644)
    path.chmod(0o444)
    locked.chmod(0o555)
    run("database", "check", "--database", path, nobody=True, status=BAD_INPUT, error="a.db")
    run("database", "check", "--database", locked / "none.db", nobody=True, status=BAD_INPUT, error="none.db")
    run("database", "restore", copy, "--database", locked / "b.db", nobody=True, status=CANNOT_WRITE, error="b.db")
    assert not (locked / "b.db").exists()


@test
def backup_to_bad_places(folder):
    path = sound_database(folder)
    copy = folder / "copy.db"
    run("database", "backup", "--database", path, "-o", copy)
    before = names(folder)
    run("database", "backup", "--database", path, "-o", folder / "none" / "copy.db", status=CANNOT_WRITE, error="copy.db")
    run("database", "backup", "--database", path, "-o", folder, status=CANNOT_WRITE, error=folder.name)
    run("database", "backup", "--database", path, "-o", path, status=CANNOT_WRITE, error="a.db")
    run("database", "restore", copy, "--database", folder / "none" / "b.db", status=CANNOT_WRITE, error="b.db")
    assert names(folder) == before, names(folder)


# Output

def writers(folder, out):
    yield ("new", *NEW[1:], "-o", out)
    for fmt in FORMATS:
        yield ("export", SAMPLE, "--to", fmt, "-o", out)


@test
def missing_folder(folder):
    for command in writers(folder, folder / "none" / "out"):
        run(*command, status=CANNOT_WRITE, error=["none/out", "does not exist"])
    assert names(folder) == []


@test
def output_is_a_folder(folder):
    (folder / "out").mkdir()
    for command in list(writers(folder, folder / "out"))[:-1]:
        run(*command, status=CANNOT_WRITE, error=["out", "is a folder"])
    assert names(folder) == ["out"] and names(folder / "out") == []


@test
def output_in_a_read_only_folder(folder):
    need_nobody(folder)
    locked = folder / "locked"
    locked.mkdir()
    write(locked, "out", "before")
    locked.chmod(0o555)
    for command in writers(folder, locked / "out"):
        run(*command, nobody=True, status=CANNOT_WRITE, error=["locked/out", "may not write"])
    assert names(locked) == ["out"] and (locked / "out").read_text() == "before"


@test
def file_that_may_not_grow(folder):
    """What a full disk does at the first byte too many, for each format"""
    write(folder, "out", "before")
    for command in writers(folder, folder / "out"):
        run(*command, file_limit=2000, status=CANNOT_WRITE, error="out")
        assert names(folder) == ["out"] and (folder / "out").read_text() == "before", (command, names(folder))


FULL = """mount -t tmpfs -o size=64k tmpfs "$1" && echo before > "$1/out" && shift && "$@"; status=$?
ls -A "$TRINHKY_FULL"; cat "$TRINHKY_FULL/out"; exit $status"""


def need_mounts(disk):
    probe = subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True, check=False) \
        if shutil.which("unshare") else None
    if probe is None or probe.returncode != 0:
        raise Skip("a disk of its own cannot be mounted here")


@test
def full_disk(folder):
    """A real one, of 64 KiB and in a name space of its own; JSON and TSV would fit"""
    disk = folder / "disk"
    disk.mkdir()
    env = {**environment(), "TRINHKY_FULL": str(disk)}
    need_mounts(disk)
    for fmt in ("pdf", "png"):
        done = subprocess.run(["unshare", "--mount", "sh", "-c", FULL, "sh", disk, os.environ["TRINHKY"], "export", SAMPLE, "--to", fmt, "-o", disk / "out"],
                              capture_output=True, env=env, check=False, timeout=120)
        assert done.returncode == CANNOT_WRITE, done
        assert done.stdout == b"out\nbefore\n", done
        assert b"disk is full" in done.stderr or b"No space left" in done.stderr, done


FULL_TEMPORARY = """mount -t tmpfs -o size=64k tmpfs /dev/shm && mount -t tmpfs -o size=16k tmpfs "$TMPDIR" && "$@" """


@test
def no_room_for_a_workbook(folder):
    """Neither in memory nor in the folder for temporary files: one message, ours, and what is there stays"""
    disk = folder / "disk"
    disk.mkdir()
    write(folder, "out", "before")
    env = {**environment(), "TMPDIR": str(disk)}
    need_mounts(disk)
    done = subprocess.run(["unshare", "--mount", "sh", "-c", FULL_TEMPORARY, "sh", os.environ["TRINHKY"], "export", SAMPLE, "--to", "xlsx", "-o", folder / "out"],
                          capture_output=True, env=env, check=False, timeout=120)
    assert done.returncode == CANNOT_WRITE, done
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1 and "temporary files is full" in lines[0], lines
    assert (folder / "out").read_text() == "before" and list(disk.iterdir()) == []


@test
def memory_instead_of_a_full_folder(folder):
    """The folder for temporary files alone being full is no reason for no workbook"""
    disk = folder / "disk"
    disk.mkdir()
    env = {**environment(), "TMPDIR": str(disk)}
    script = FULL_TEMPORARY.replace("size=64k", "size=32m")
    need_mounts(disk)
    done = subprocess.run(["unshare", "--mount", "sh", "-c", script, "sh", os.environ["TRINHKY"], "export", SAMPLE, "--to", "xlsx", "-o", folder / "out"],
                          capture_output=True, env=env, check=False, timeout=120)
    assert done.returncode == DONE and done.stderr == b"", done
    assert (folder / "out").read_bytes()[:2] == b"PK"


@test
def full_device(_):
    for command in writers(None, "/dev/full"):
        if "png" not in command:
            run(*command, status=CANNOT_WRITE, error=["/dev/full", "disk is full"])


@test
def full_standard_output(folder):
    with open("/dev/full", "wb") as full:
        for command in (("check", SAMPLE), ("check", SAMPLE, "--json"), ("regimes",), ("regimes", "--json"), ("form", "bm1"), ("--help",), ("--version",),
                        ("form", "bm1", "--json"), ("export", SAMPLE, "--to", "tsv", "-o", "-"), ("export", SAMPLE, "--to", "pdf", "-o", "-"),
                        (*NEW, "-o", "-"), ("regime", "check", write(folder, "x.json", "{"))):
            run(*command, stdout=full, status=CANNOT_WRITE, error="output")


@test
def temporary_names_are_gone(folder):
    """Nothing in the common folder for temporary files either"""
    common = folder / "tmp"
    common.mkdir()
    env = {**environment(), "TMPDIR": str(common)}
    for fmt in FORMATS:
        run("export", SAMPLE, "--to", fmt, "-o", folder / "none" / "out", status=CANNOT_WRITE, env=env)
    run("export", SAMPLE, "--to", "pdf", "-o", folder / "out.pdf", env=env)
    assert names(common) == [] and names(folder) == ["out.pdf", "tmp"], (names(common), names(folder))


if __name__ == "__main__":
    from harness import main
    main()
