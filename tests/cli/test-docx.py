#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The Word document of every sample: what Word asks of the XML, what Decree 30 asks of the page, and
that LibreOffice makes the same pages of it."""

import io
import json
import re
import shutil
import subprocess
import unicodedata
import zipfile
from xml.etree import ElementTree

from harness import DATA, SAMPLE, Skip, environment, run, sample, test, with_charts, write_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
SAMPLES = sorted((DATA / "samples").glob("*.trinhky"))

# The sequences of ISO/IEC 29500-1 (wml.xsd). Word calls a file damaged whose children stand in another order.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
           "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
           "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
           "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
           "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
           "eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
             "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers",
    "tblCellMar": "top start left bottom end right",
    "tcMar": "top start left bottom end right",
    "tblBorders": "top start left bottom end right insideH insideV",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
              "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
             "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "tbl": "tblPr tblGrid tr",
}


class Word:
    """A .docx, taken apart"""

    def __init__(self, content):
        self.bytes = content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.body = self.xml("word/document.xml").find(W + "body")

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def sections(self):
        return list(self.body.iter(W + "sectPr"))

    def tables(self, style):
        return [table for table in self.body.iter(W + "tbl") if val(table, "tblPr/tblStyle") == style]

    def paragraphs(self, style):
        return [one for one in self.body.iter(W + "p") if val(one, "pPr/pStyle") == style]


def find(element, path):
    return element.find("/".join(W + name for name in path.split("/")))


def val(element, path, name="val"):
    found = find(element, path)
    return None if found is None else found.get(W + name)


def letters(element):
    """With Word's own hyphens, which no line ends with"""
    return "".join(one.text or "" if one.tag == W + "t" else "-" for one in element.iter() if one.tag in (W + "t", W + "noBreakHyphen"))


def export(report):
    return Word(run("export", report, "--to", "docx", "-o", "-").bytes)


def local(element):
    return element.tag.split("}")[1]


def check_order(root, part):
    for element in root.iter():
        sequence = ORDER.get(local(element))
        if sequence is None or not element.tag.startswith(W):
            continue
        names = sequence.split()
        found = [local(child) for child in element]
        assert set(found) <= set(names), (part, local(element), found)
        places = [names.index(name) for name in found]
        assert places == sorted(places), (part, local(element), found)


@test
def parts_are_those_of_a_word_document(_):
    word = export(SAMPLE)
    assert word.names[0] == "[Content_Types].xml", word.names
    types = {one.get("PartName"): one.get("ContentType") for one in word.xml("[Content_Types].xml")}
    for name in word.names[1:]:
        assert name.endswith((".rels", ".png")) or "/" + name in types, name
    for name in [name for name in word.names if name.endswith(".rels")]:
        base = name.replace("_rels/", "").rsplit("/", 1)[0] + "/" if name != "_rels/.rels" else ""
        for one in word.xml(name):
            assert base + one.get("Target") in word.names, (name, one.get("Target"))
    core = word.parts["docProps/core.xml"].decode()
    assert "<dc:title>Báo cáo công tác cải cách hành chính 6 tháng đầu năm 2022</dc:title>" in core, core
    assert "<dc:language>vi-VN</dc:language>" in core and "2022-06-09T00:00:00Z" in core, core


@test
def elements_stand_in_the_order_of_the_schema(_):
    for path in SAMPLES:
        word = export(path)
        for name in word.names:
            if name.endswith(".xml"):
                check_order(word.xml(name), path.name + " " + name)


@test
def every_style_and_every_relation_is_there(_):
    for path in SAMPLES:
        word = export(path)
        styles = {one.get(W + "styleId"): one for one in word.xml("word/styles.xml").iter(W + "style")}
        names = [val(one, "name") for one in styles.values()]
        # A comma parts the names that one style has.
        assert len(set(names)) == len(names) and not any("," in name for name in names), names
        ids = {one.get("Id") for one in word.xml("word/_rels/document.xml.rels")}
        for name in ("pStyle", "tblStyle"):
            assert {one.get(W + "val") for one in word.body.iter(W + name)} <= set(styles), name
        for one in word.body.iter(W + "headerReference"):
            assert one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") in ids
        for level in (1, 2, 3, 4):
            assert val(styles[f"Heading{level}"], "name") == f"heading {level}"
            assert val(styles[f"Heading{level}"], "pPr/outlineLvl") == str(level - 1)


@test
def the_page_is_that_of_the_decree(_):
    word = export(SAMPLE)
    first, *others = word.sections()
    size, margins = find(first, "pgSz"), find(first, "pgMar")
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838"), size.attrib
    assert {name: margins.get(W + name) for name in ("top", "bottom", "left", "right")} == {
        "top": "1134", "bottom": "1134", "left": "1701", "right": "850"}, margins.attrib
    assert others, "the annexes have a section of their own"
    for section in (first, *others):
        # A number hidden on the first page, and counted anew
        assert find(section, "titlePg") is not None and val(section, "pgNumType", "start") == "1"
        assert [one.get(W + "type") for one in section.findall(W + "headerReference")] == ["default", "first"]
    assert "PAGE" in word.parts["word/header1.xml"].decode() and "PAGE" not in word.parts["word/header2.xml"].decode()
    assert b'"Times New Roman"' in word.parts["word/styles.xml"]


@test
def wide_forms_lie_on_their_side(_):
    word = export(DATA / "samples" / "ho-so-linh-vuc-2022-q2.trinhky")
    turned = [one for one in word.sections() if val(one, "pgSz", "orient") == "landscape"]
    assert turned
    for section in turned:
        assert (val(section, "pgSz", "w"), val(section, "pgSz", "h")) == ("16838", "11906")


def check_table(table):
    grid = [int(one.get(W + "w")) for one in find(table, "tblGrid")]
    assert sum(grid) == int(val(table, "tblPr/tblW", "w")), grid
    for row in table.findall(W + "tr"):
        column = 0
        for cell in row.findall(W + "tc"):
            span = int(val(cell, "tcPr/gridSpan") or 1)
            assert int(val(cell, "tcPr/tcW", "w")) == sum(grid[column:column + span])
            assert cell[-1].tag == W + "p", "a cell ends with a paragraph"
            column += span
        assert column == len(grid)
    assert all(find(row, "trPr/cantSplit") is not None for row in table.findall(W + "tr"))


@test
def tables_are_as_wide_as_their_columns_and_repeat_their_heads(_):
    for path in SAMPLES:
        word = export(path)
        for table in word.tables("BangSoLieu"):
            check_table(table)
            heads = [find(row, "trPr/tblHeader") is not None for row in table.findall(W + "tr")]
            assert heads[0] and not heads[-1] and heads == sorted(heads, reverse=True), heads
            assert int(val(table, "tblPr/tblW", "w")) in (9354, 9355, 14287), val(table, "tblPr/tblW", "w")
        for table in word.tables("KhungKhongVien"):
            check_table(table)


@test
def merged_codes_go_over_their_rows(_):
    word = export(DATA / "samples" / "but-son-2022-h1.trinhky")
    merges = [one.get(W + "val") for one in word.body.iter(W + "vMerge")]
    assert "restart" in merges and "continue" in merges and merges[0] == "restart", merges[:4]


@test
def no_table_touches_another(_):
    for path in SAMPLES:
        children = list(export(path).body)
        for one, two in zip(children, children[1:]):
            assert not (one.tag == two.tag == W + "tbl"), path.name
        assert [local(one) for one in children[-2:]] == ["p", "sectPr"], path.name


@test
def two_lines_stay_with_the_signature(_):
    for path in SAMPLES:
        children = list(export(path).body)
        place = next(i for i, one in enumerate(children) if one.tag == W + "tbl" and letters(one).startswith("Nơi nhận:"))
        assert val(children[place - 1], "pPr/keepNext") in ("1", None) and find(children[place - 1], "pPr/keepNext") is not None, path.name
        assert letters(children[place - 1]).endswith("./."), path.name


@test
def numbers_of_documents_have_hyphens_that_no_line_ends_with(_):
    number = re.compile(r"\d[\w/]*/[^\W\d_]+-[^\W\d_]+")
    for path in SAMPLES:
        texts = [letters(one) for one in export(path).body.iter(W + "p")]
        broken = ["".join(part.text or "" for part in one.iter(W + "t")) for one in export(path).body.iter(W + "p")]
        assert not any(number.search(text) for text in broken), path.name
        assert path != SAMPLE or sum(len(number.findall(text)) for text in texts) > 20, path.name


@test
def what_is_printed_is_all_there(_):
    """Header, text and every cell; the marks of lists are Word's own"""
    word = export(SAMPLE)
    assert [letters(one) for one in word.paragraphs("QuocHieu")] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert [letters(one) for one in word.paragraphs("TieuNgu")] == ["Độc lập - Tự do - Hạnh phúc".replace(" - ", "\u00a0- ")]
    assert letters(word.paragraphs("Title")[0]) == "BÁO CÁO"
    assert len(word.tables("BangSoLieu")) == 7
    marked = [one for one in word.body.iter(W + "p") if find(one, "pPr/numPr") is not None]
    assert marked and not any(letters(one).startswith(("- ", "+ ")) for one in marked)


@test
def two_runs_are_the_same(_):
    first = run("export", SAMPLE, "--to", "docx", "-o", "-").bytes
    second = run("export", SAMPLE, "--to", "docx", "-o", "-", env={**environment(), "TZ": "America/Lima"}).bytes
    assert first == second


@test
def charts_are_pictures_that_say_what_they_show(folder):
    report = write_report(folder, with_charts())
    word = export(report)
    pictures = [name for name in word.names if name.startswith("word/media/")]
    targets = {one.get("Id"): "word/" + one.get("Target") for one in word.xml("word/_rels/document.xml.rels")}
    described = [one.get("descr") for one in word.body.iter() if local(one) == "docPr"]
    shown = [targets[value] for one in word.body.iter() if local(one) == "blip" for name, value in one.items() if name.endswith("}embed")]
    assert shown == pictures and len(shown) == 3, (shown, pictures)
    assert all(word.parts[name].startswith(b"\x89PNG") for name in pictures)
    assert described[1].startswith("Biểu đồ cột: Kết quả thực hiện nhiệm vụ. Đơn vị tính: Nhiệm vụ.") and "6T/2021: 30" in described[1], described
    assert [letters(one) for one in word.paragraphs("Caption")][-2:] == ["Biểu đồ 3", "Hồ sơ tiếp nhận và giải quyết qua các kỳ"]
    assert len(word.tables("BangSoLieu")) == 10
    assert run("export", report, "--to", "docx", "-o", "-").bytes == run("export", report, "--to", "docx", "-o", "-").bytes
    for part in word.names:
        if part.endswith(".xml"):
            check_order(word.xml(part), part)


def bad_reports():
    """Name → what goes wrong in it"""
    office = dict(sample()["office"], name="UBND xã " + "Rất Dài " * 40, header=["ỦY BAN NHÂN DÂN", "XÃ " + "RẤT DÀI " * 40], place="Rất Dài " * 20)
    word = sample()
    word["sections"][0]["text"] = "a" * 2000 + "\n- \u0001\u0008b\ufffe & <b>"
    label = sample()
    label["values"]["bm1"]["1"]["note"] = "Ghi chú rất dài. " * 120
    empty = {name: sample()[name] for name in ("format", "version", "id", "regime", "period", "office")}
    return {"long name": sample(office=office), "word without spaces": word, "note of 2,000 letters": label, "empty": empty,
            "nobody signs": sample(signatories=[], recipients=[])}


@test
def bad_input_gives_a_whole_document(folder):
    for name, report in bad_reports().items():
        word = export(write_report(folder, report))
        for part in word.names:
            if part.endswith(".xml"):
                check_order(word.xml(part), name + " " + part)
        for table in word.tables("KhungKhongVien"):
            check_table(table)
        assert len(word.sections()) >= 2, name


# LibreOffice

def need(program):
    if shutil.which(program) is None:
        raise Skip(f"there is no {program} here")


def convert(folder, *documents):
    need("soffice")
    need("pdftotext")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir", folder / "pdf", *documents],
                   check=True, capture_output=True, timeout=600, env={**environment(), "SAL_USE_VCLPLUGIN": "svp"})


def count_pages(path):
    answer = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", answer)[1])


def read(path, heads):
    """All letters in reading order, without spaces: a line may end elsewhere. The page's number and a table's head that is
    printed again stand where the page ends, so they are left out."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
    pages = []
    for page in unicodedata.normalize("NFC", text).split("\f"):
        lines = page.strip().split("\n")
        joined = "".join("".join(lines[1:] if re.fullmatch(r"\s*\d+\s*", lines[0]) else lines).split())
        head = next((head for head in heads if joined.startswith(head)), "")
        pages.append(joined[len(head):])
    return "".join(pages)


def list_heads(document):
    """The letters of each table's head"""
    word = Word(document.read_bytes())
    return ["".join("".join(letters(row) for row in table.findall(W + "tr") if find(row, "trPr/tblHeader") is not None).split())
            for table in word.tables("BangSoLieu")]


def check_same_text(ours, theirs, document):
    heads = list_heads(document)
    one, two = read(ours, heads), read(theirs, heads)
    place = next((i for i, (a, b) in enumerate(zip(one, two)) if a != b), min(len(one), len(two)))
    assert one == two, (document.name, one[max(0, place - 40):place + 60], two[max(0, place - 40):place + 60])


def list_lines(path):
    """The lines of each page, without its number"""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    pages = [[line.strip() for line in page.split("\n") if line.strip()] for page in unicodedata.normalize("NFC", text).split("\f")[:-1]]
    return [[line for line in page if not line.isdigit()] for page in pages]


def check_whole_numbers(path):
    broken = [line for page in list_lines(path) for line in page if re.search(r"\d[^\s]*/[^\s]*-$", line)]
    assert not broken, (path.name, broken)


def many_rows(folder):
    """A list of so many rows that a line's height tells"""
    path = next(path for path in SAMPLES if path.stem.startswith("ho-so"))
    report = json.loads(path.read_text(encoding="utf-8"))
    row = report["lists"]["b06"][0]
    name = "Lĩnh vực giải quyết dài đến mức phải xuống mấy dòng, số"
    report["lists"]["b06"] = [dict(row, key=f"r{i + 1}", field=f"{name} {i + 1}") for i in range(200)]
    return write_report(folder, report, "nhieu-dong.trinhky")


@test
def libreoffice_makes_the_same_pages(folder):
    need("soffice")
    documents = []
    paths = [*SAMPLES, many_rows(folder)]
    for path in paths:
        documents.append(folder / (path.stem + ".docx"))
        run("export", path, "--to", "docx", "-o", documents[-1])
        run("export", path, "--to", "pdf", "-o", folder / (path.stem + ".pdf"))
    convert(folder, *documents)
    for path in paths:
        ours, theirs = folder / (path.stem + ".pdf"), folder / "pdf" / (path.stem + ".pdf")
        assert abs(count_pages(ours) - count_pages(theirs)) <= 1, (path.name, count_pages(ours), count_pages(theirs))
        check_same_text(ours, theirs, folder / (path.stem + ".docx"))
        check_whole_numbers(theirs)
        fonts = subprocess.run(["pdffonts", theirs], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
        assert fonts and all("LiberationSerif" in line or "TimesNewRoman" in line for line in fonts), (path.name, fonts)


def long_last(folder, n_above, n_half_lines):
    """A report that ends with a paragraph of that many half lines, under so many lines"""
    report = sample()
    report["sections"] = [{"id": "s1", "outline": "opening", "text": "\n".join(["Một dòng"] * n_above)},
                          {"id": "s2", "outline": "closing", "text": "Số liệu trong kỳ được thống kê đầy đủ. " * n_half_lines + "Hết."}]
    return write_report(folder, report, f"dai-{n_above}-{n_half_lines}.trinhky")


@test
def a_long_last_paragraph_goes_over_pages_and_leaves_no_signature_alone(folder):
    """Above it, so many lines that our pages break the paragraph by itself, that they break it for the signature, or that
    all is on one page"""
    need("soffice")
    paths = [long_last(folder, *sizes) for sizes in ((17, 36), (20, 36), (2, 36), (5, 36), (6, 36), (7, 36), (12, 36), (14, 36))]
    for path in paths:
        run("export", path, "--to", "docx", "-o", path.with_suffix(".docx"))
        run("export", path, "--to", "pdf", "-o", path.with_suffix(".pdf"))
    convert(folder, *(path.with_suffix(".docx") for path in paths))
    for i, path in enumerate(paths):
        ours, theirs = list_lines(path.with_suffix(".pdf")), list_lines(folder / "pdf" / (path.stem + ".pdf"))
        assert abs(len(ours) - len(theirs)) <= 1, (path.name, len(ours), len(theirs))
        place = next(page for page in theirs if any(line.startswith("Nơi nhận:") for line in page))
        above = next(i for i, line in enumerate(place) if line.startswith("Nơi nhận:"))
        assert above >= 2, (path.name, place)
        # Where the page is full of the paragraph in ours, it is in theirs.
        if i < 2:
            assert abs(len(ours[0]) - len(theirs[0])) <= 2, (path.name, len(ours[0]), len(theirs[0]))


def measure_addressees(path, n):
    """Points between the line above the addressees, their @n lines and the one below"""
    text = subprocess.run(["pdftotext", "-bbox-layout", "-l", "1", path, "-"], check=True, capture_output=True, text=True).stdout
    lines = re.findall(r'<line xMin="[\d.]+" yMin="([\d.]+)"[^>]*>\s*<word [^>]*>([^<]*)</word>', text)
    heights = sorted((float(y), word) for y, word in lines)
    place = next(i for i, (_, word) in enumerate(heights) if word == "Kính")
    return [heights[i][0] - heights[i - 1][0] for i in range(place, place + n + 1)]


@test
def addressees_have_as_much_room_as_on_our_pages(folder):
    need("soffice")
    for names, n in ((["Phòng Nội vụ"], 1), (["Phòng Nội vụ", "Văn phòng"], 3)):
        path = write_report(folder, sample(addressees=names), "noi.trinhky")
        run("export", path, "--to", "docx", "-o", path.with_suffix(".docx"))
        run("export", path, "--to", "pdf", "-o", path.with_suffix(".pdf"))
        convert(folder, path.with_suffix(".docx"))
        ours, theirs = (measure_addressees(one, n) for one in (path.with_suffix(".pdf"), folder / "pdf" / "noi.pdf"))
        assert all(abs(one - two) <= 1.5 for one, two in zip(ours, theirs)), (names, ours, theirs)


@test
def a_draft_is_marked(folder):
    for state, marked in (("draft", True), ("signed", False)):
        path = write_report(folder, sample(state=state))
        word = export(path)
        for name in ("word/header1.xml", "word/header2.xml"):
            assert ('string="DỰ THẢO"' in word.parts[name].decode()) == marked, (state, name)
        assert "DỰ THẢO" not in letters(word.body)


if __name__ == "__main__":
    from harness import main
    main()
