#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Pages of what nobody wants to print: names that are too long, words without an end, nothing at all, five hundred
rows, letters of no font, no fonts. They stay readable, or a message says what is wrong."""

import copy
import json
import re
import shutil
import subprocess

from harness import BAD_INPUT, DATA, DONE, NO, TESTS, Skip, environment, names, run, sample, test, write, write_report

LIST = DATA / "samples" / "ho-so-linh-vuc-2022-q2.trinhky"


class Pages:
    """The PDF of a report: drawn, sound, and read back with other tools"""

    def __init__(self, folder, report, *options, env=None, note=None):
        self.file = write_report(folder, report)
        self.pdf = folder / "out.pdf"
        run("export", self.file, "--to", "pdf", *options, "-o", self.pdf, env=env, note=note)
        check = subprocess.run(["qpdf", "--check", self.pdf], capture_output=True, check=False)
        assert check.returncode == 0, check
        self.texts = self.read().split("\f")[:-1]

    def read(self, *options):
        return subprocess.run(["pdftotext", *options, self.pdf, "-"], capture_output=True, check=True).stdout.decode()

    @property
    def text(self):
        return "\n".join(self.texts)

    def findings(self, env=None):
        result = run("check", self.file, "--pages", "--json", status=None, env=env)
        assert result.status in (DONE, NO), result.describe()
        return [one for one in result.json["findings"] if one["source"] == "layout"]


def rules(findings):
    return sorted({one["rule"] for one in findings})


def with_office(**changes):
    return sample(office=dict(sample()["office"], **changes))


@test
def long_names(folder):
    """Three lines of office, six of subject, twelve addressees, fifteen recipients, three who sign"""
    report = with_office(header=["ỦY BAN NHÂN DÂN", "ĐẶC KHU CÔN ĐẢO VÀ CÁC ĐẢO LÂN CẬN", "THUỘC THÀNH PHỐ HỒ CHÍ MINH MỚI SÁP NHẬP"],
                         superior="Ủy ban nhân dân Thành phố Hồ Chí Minh mới sáp nhập", place="Phan Rang - Tháp Chàm")
    report.update(
        subject="Công tác cải cách hành chính, kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa " * 5,
        addressees=[f"Sở, ban, ngành thứ {i} có một cái tên rất dài không đứng được trên một dòng" for i in range(12)],
        recipients=["Như trên", *[f"Thường trực Đảng ủy, Hội đồng nhân dân, các ban và đoàn thể số {i}" for i in range(13)], "Lưu: VT, NV"],
        signatories=[{"capacity": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "title": "PHÓ CHỦ TỊCH", "name": "Nguyễn Thị Minh"},
                     {"capacity": ["TL. CHỦ TỊCH"], "title": "CÔNG CHỨC VĂN PHÒNG – THỐNG KÊ", "name": "Lê Văn Tám"},
                     {"capacity": ["TUQ. CHỦ TỊCH"], "title": "CHÁNH VĂN PHÒNG", "name": "Hoàng Phủ Ngọc"}])
    pages = Pages(folder, report)
    assert rules(pages.findings()) == [], pages.findings()
    first = pages.read("-l", "1", "-layout")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in first and "Độc lập - Tự do - Hạnh phúc" in first
    assert "Phan Rang - Tháp Chàm, ngày 09 tháng 6 năm 2022" in first, first
    block = next(text for text in pages.texts if "Nơi nhận:" in text)
    for line in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TL. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG – THỐNG KÊ", "TUQ. CHỦ TỊCH", "Hoàng Phủ Ngọc", "- Lưu: VT, NV."):
        assert line in block, (line, block)


@test
def words_without_end(folder):
    report = with_office(header=["ỦY BAN NHÂN DÂN", "XÃ" + "Á" * 90], superior="U" * 90, place="P" * 90)
    report.update(subject="S" * 400, addressees=["A" * 300], recipients=["R" * 200, "Lưu: VT"],
                  signatories=[{"capacity": ["TM. " + "C" * 80], "title": "T" * 80, "name": "N" + "ậ" * 90}])
    report["sections"][1]["text"] = "ộ" * 2000
    pages = Pages(folder, report)
    # A place of ninety letters is the one thing that no page can hold on one line.
    assert rules(pages.findings()) == ["layout-single-line"], pages.findings()
    for letter, count in (("ộ", 2000), ("S", 400), ("ậ", 90)):
        assert len(re.findall(letter, pages.text)) >= count, letter


@test
def a_label_of_two_thousand_letters(folder):
    report = json.loads(LIST.read_text(encoding="utf-8"))
    row = report["lists"]["b06"][0]
    report["lists"]["b06"] = [dict(row, key="r1", field="ư" * 2000), dict(row, key="r2", field="đất đai " * 250), dict(row, key="r3")]
    pages = Pages(folder, report)
    assert rules(pages.findings()) == [], pages.findings()
    assert pages.text.count("ư" * 10) >= 100 and len(re.findall("ư", pages.text)) >= 2000


@test
def five_hundred_rows(folder):
    report = json.loads(LIST.read_text(encoding="utf-8"))
    row = report["lists"]["b06"][0]
    report["lists"]["b06"] = [dict(row, key=f"r{i + 1}", field=f"Lĩnh vực {i + 1}") for i in range(500)]
    pages = Pages(folder, report)
    assert rules(pages.findings()) == [], pages.findings()
    rows = [text for text in pages.texts if re.search(r"Lĩnh vực \d", text)]
    assert len(rows) > 15 and all("STT" in text and "Ghi chú" in text for text in rows), len(rows)
    assert re.findall(r"Lĩnh vực (\d+)", pages.text) == [str(i + 1) for i in range(500)]


@test
def an_empty_report(folder):
    report = {"format": "trinhky-report", "version": 1, "id": "11111111-1111-4111-8111-111111111111", "regime": "bieu-mau-2022",
              "period": "2022-H1", "office": {"name": "UBND xã A"}}
    pages = Pages(folder, report)
    assert "BÁO CÁO" in pages.texts[0] and "Nơi nhận:" in pages.texts[0], pages.texts[0]
    assert rules(pages.findings()) == [], pages.findings()
    bare = Pages(folder, dict(report, recipients=[], signatories=[], addressees=[], sections=[], subject=""))
    assert rules(bare.findings()) == ["layout-part", "layout-signature"], bare.findings()
    missing = [one for one in bare.findings() if one["rule"] == "layout-part"]
    assert [one["page"] for one in missing] == [1, 1] and "the subject" in missing[0]["message"], missing
    nowhere = Pages(folder, dict(report, date="2022-06-09", office={"name": "UBND xã A", "header": [], "place": ""}))
    assert rules(nowhere.findings()) == ["layout-part"] and len(nowhere.findings()) == 2, nowhere.findings()


@test
def characters_that_cannot_be_printed(folder):
    report = sample()
    section = report["sections"][1]
    section["text"] = "Trước\u0001giữa\u0007 \U0010fffd và \u202etiếp\u202c sau\u007f."
    report["subject"] = "Chủ đề\u0002 mới"
    pages = Pages(folder, report)
    for letter in "\u0001\u0002\u0007\u007f\u202e\U0010fffd":
        assert letter not in pages.text, hex(ord(letter))
    assert "Trước giữa" in pages.text and "tiếp sau" in pages.text
    found = {one["section"]: one for one in pages.findings()}
    assert rules(found.values()) == ["layout-letter"], found
    assert set(found) == {section["id"], None}, found
    assert "U+10FFFD" in found[section["id"]]["message"] and "U+0001" in found[section["id"]]["message"]
    assert found[None]["page"] == 1 and "U+0002" in found[None]["message"]
    info = subprocess.run(["pdfinfo", pages.pdf], capture_output=True, check=True).stdout.decode()
    assert "Chủ đề" in info or "chủ đề" in info, info
    assert b"\x02" not in re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", pages.pdf.read_bytes(), re.S).group(0)
    run("export", pages.file, "--to", "docx", "-o", folder / "out.docx")


@test
def a_value_that_is_too_long(folder):
    report = sample()
    report["values"]["bm1"]["1"] = {"value": "99999999999999", "note": "n" * 300}
    pages = Pages(folder, report)
    assert "99.999.999.999.999" in pages.text
    assert rules(pages.findings()) == [], pages.findings()


def fonts(folder, *files):
    """An environment with these fonts and no others"""
    (folder / "fonts").mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, folder / "fonts")
    write(folder, "fonts.conf", '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
          f"<dir>{folder}/fonts</dir><cachedir>{folder}/home/cache</cachedir></fontconfig>")
    return dict(environment(), FONTCONFIG_FILE=str(folder / "fonts.conf"))


@test
def no_font_at_all(folder):
    env = fonts(folder)
    file = write_report(folder, sample())
    before = names(folder)
    for form in ("pdf", "png", "docx"):
        run("export", file, "--to", form, "-o", folder / "out", env=env, status=BAD_INPUT, error=["font", "fonts-liberation"])
    run("check", file, "--pages", env=env, status=BAD_INPUT, error=["font", "fonts-liberation"])
    assert names(folder) == before


@test
def another_font(folder):
    found = subprocess.run(["fc-list", ":family=DejaVu Serif", "file"], capture_output=True, check=False).stdout.decode()
    files = [line.rstrip(": \n") for line in found.splitlines()]
    if not files:
        raise Skip("the font DejaVu Serif is not installed")
    env = fonts(folder, *files)
    pages = Pages(folder, sample(), env=env, note=["DejaVu Serif", "Times New Roman", "fonts-liberation"])
    run("export", pages.file, "--to", "png", "-o", folder / "out.png", env=env, note=["DejaVu Serif", "fonts-liberation"])
    run("export", pages.file, "--to", "docx", "-o", folder / "out.docx", env=env)
    found = pages.findings(env)
    assert "layout-font" in rules(found), found
    one = next(one for one in found if one["rule"] == "layout-font")
    assert one["severity"] == "warning" and "DejaVu Serif" in one["message"] and "Times New Roman" in one["message"], one
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages.text


@test
def pages_drawn_with_another_font(folder):
    found = subprocess.run(["fc-list", ":family=DejaVu Serif", "file"], capture_output=True, check=False).stdout.decode()
    files = [line.rstrip(": \n") for line in found.splitlines()]
    if not files:
        raise Skip("the font DejaVu Serif is not installed")
    pages = Pages(folder, sample(), env=fonts(folder, *files), note=["DejaVu Serif"])
    answer = run("verify", pages.pdf, "--json", status=None)
    assert answer.json["report_matches_pages"] == "unknown", answer.describe()


def grey(folder, pdf):
    """Whether something light lies across the first page"""
    picture = subprocess.run(["pdftoppm", "-r", "72", "-gray", "-f", "1", "-l", "1", pdf], capture_output=True, check=True).stdout
    width, height = map(int, picture.split(b"\n", 3)[1].split())
    pixels = picture[-width * height:]
    return sum(223 <= pixel <= 225 for pixel in pixels) > width * height / 50


@test
def a_draft_is_marked_until_it_is_signed(folder):
    for state, marked in (("draft", True), ("submitted", True), ("returned", True), ("approved", False), ("signed", False), ("issued", False)):
        pages = Pages(folder, sample(state=state))
        assert grey(folder, pages.pdf) == marked, state
        assert "DỰ" not in pages.text and "THẢO" not in pages.text
    final = Pages(folder, sample(), "--final")
    assert not grey(folder, final.pdf)
    run("export", final.file, "--to", "docx", "--final", "-o", folder / "out", status=BAD_INPUT, error="--final")


if __name__ == "__main__":
    from harness import main
    main()
