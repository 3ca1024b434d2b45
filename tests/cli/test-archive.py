#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What ISO 19005-3 (PDF/A-3, level U) asks of a file, as far as it can be read off its objects. No validator: it
holds the rules that a report's PDF could break, over the samples with tables, lists and landscape pages, and one with charts."""

import json
import shutil
import subprocess
import tempfile

from harness import DATA, Folder, Skip, run, test, with_charts, write_report

CHARTS = "binh-lang-2022-h1 with charts"
SAMPLES = ["binh-lang-2022-h1", "but-son-2022-h1", "ho-so-linh-vuc-2022-q2", CHARTS]
FORBIDDEN_KEYS = {"/AA", "/JS", "/Encrypt", "/TR", "/HTP", "/Alternates", "/OPI", "/XFA", "/NeedAppearances"}
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}
ACTIONS = {"/GoTo", "/URI", "/Named"}


def find_report(name):
    return write_report(Folder.current.path, with_charts()) if name == CHARTS else DATA / "samples" / f"{name}.trinhky"


def read_objects(name):
    if shutil.which("qpdf") is None:
        raise Skip("qpdf is not installed")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        run("export", find_report(name), "--to", "pdf", "-o", file.name)
        output = subprocess.run(["qpdf", "--json", "--json-key=qpdf", file.name], stdout=subprocess.PIPE, check=True).stdout
    objects = json.loads(output)["qpdf"][1]
    values = {}
    for key, entry in objects.items():
        values[key] = entry["stream"]["dict"] if "stream" in entry else entry.get("value")
    return values


def follow(values, thing):
    while isinstance(thing, str) and thing.endswith(" R"):
        thing = values["obj:" + thing]
    return thing


def dictionaries(thing):
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from dictionaries(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from dictionaries(value)


def everything(values):
    for value in values.values():
        yield from dictionaries(value)


def catalog(values):
    return follow(values, follow(values, values["trailer"])["/Root"])


@test
def nothing_forbidden_is_there(_):
    for name in SAMPLES:
        values = read_objects(name)
        for entry in everything(values):
            assert not FORBIDDEN_KEYS & set(entry), (name, entry)
            filters = follow(values, entry.get("/Filter")) or []
            filters = filters if isinstance(filters, list) else [filters]
            assert not FORBIDDEN_FILTERS & set(filters), (name, entry)
            assert entry.get("/Interpolate") is not True, (name, entry)
            if entry.get("/Type") == "/Action":
                assert entry["/S"] in ACTIONS, (name, entry)


@test
def fonts_are_embedded_and_can_be_read(_):
    for name in SAMPLES:
        values = read_objects(name)
        fonts = [entry for entry in everything(values) if entry.get("/Type") == "/Font"]
        assert fonts, name
        for font in fonts:
            if font["/Subtype"] == "/Type0":
                assert "/ToUnicode" in font, (name, font)
                continue
            if font["/Subtype"] == "/CIDFontType2":
                assert font["/CIDToGIDMap"] == "/Identity", (name, font)
            else:
                assert "/ToUnicode" in font, (name, font)
            descriptor = follow(values, font["/FontDescriptor"])
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), (name, font)


@test
def colours_have_a_profile(_):
    for name in SAMPLES:
        values = read_objects(name)
        (intent,) = follow(values, catalog(values)["/OutputIntents"])
        intent = follow(values, intent)
        assert intent["/S"] == "/GTS_PDFA1", intent
        assert follow(values, intent["/DestOutputProfile"])["/N"] == 3
        for entry in everything(values):
            assert entry.get("/ColorSpace") not in ("/DeviceCMYK",), (name, entry)
            assert entry.get("/CS") not in ("/DeviceCMYK",), (name, entry)


@test
def the_report_is_an_associated_file(_):
    values = read_objects(SAMPLES[0])
    (specification,) = follow(values, catalog(values)["/AF"])
    specification = follow(values, specification)
    assert specification["/AFRelationship"] == "/Data"
    file = follow(values, specification["/EF"]["/F"])
    assert file["/Subtype"].startswith("/application/")
    assert "/ModDate" in follow(values, file["/Params"])


@test
def figures_say_what_they_show(_):
    values = read_objects(CHARTS)
    figures = [one for one in everything(values) if one.get("/S") == "/Figure"]
    words = sorted(one["/Alt"].removeprefix("u:") for one in figures)
    assert len(figures) == 3 and all(one.get("/K") is not None for one in figures), figures
    assert words[0].startswith("Biểu đồ cột: Kết quả thực hiện nhiệm vụ. Đơn vị tính: Nhiệm vụ."), words


@test
def the_trailer_names_the_file(_):
    values = read_objects(SAMPLES[0])
    trailer = follow(values, values["trailer"])
    assert len(trailer["/ID"]) == 2
    assert catalog(values)["/MarkInfo"]["/Marked"] is True
    assert "/Metadata" in catalog(values)


if __name__ == "__main__":
    from harness import main
    main()
