#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What tools/check-manifest.py and tools/check-flatpak.py are for: each rule finds the fault that it is there for, and no
rule finds one where there is none."""

import copy
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(os.environ["G_TEST_SRCDIR"]).parent
ID = "io.github.trinhky.TrinhKy"
MANIFEST = json.loads((PROJECT / "flatpak" / f"{ID}.json").read_text(encoding="utf-8"))
DESKTOP = f"""[Desktop Entry]
Type=Application
Name=Trình Ký
Comment=Reports
Comment[vi]=Báo cáo
Keywords=report;
Keywords[vi]=báo cáo;
Exec=trinhky %f
Icon={ID}
Categories=Office;GTK;
"""
METAINFO = (PROJECT / "data" / f"{ID}.metainfo.xml.in").read_text(encoding="utf-8")
CATALOGUE = f"<components><component><id>{ID}</id></component></components>"


def module(manifest, name):
    return next(module for module in manifest["modules"] if module["name"] == name)


def reach(manifest, way):
    """What stands at a place: "@name" is a module"""
    place = manifest
    for step in way:
        place = module(manifest, step[1:]) if str(step).startswith("@") else place[step]
    return place


def put(*path):
    """A change of the manifest: the last is the value, those before it lead to its place."""
    *way, last, value = path

    def change(manifest):
        reach(manifest, way)[last] = value
    return change


def add(what, *way):
    return lambda manifest: reach(manifest, way).append(what)


def take(what, *way):
    return lambda manifest: reach(manifest, way).remove(what)


MANIFESTS = [
    ("the manifest as it is", lambda manifest: None, None),
    ("another id", put("id", "io.github.trinhky.Other"), "called after the id"),
    ("too short an id", put("id", "io.github.trinhky"), "four parts"),
    ("desktop at the end", put("id", "io.github.trinhky.desktop"), "ends in desktop"),
    ("a path as command", put("command", "/app/bin/trinhky"), "not the name of a program"),
    ("a branch", put("default-branch", "master"), "default-branch belongs"),
    ("an old runtime", put("runtime-version", "46"), "or later"),
    ("languages apart", put("separate-locales", True), "without Vietnamese"),
    ("headers stay", take("/include", "cleanup"), "/include is not cleaned up"),
    ("debugging goes", add("/lib/debug", "cleanup"), "debugging"),
    ("the network", add("--share=network", "finish-args"), "--share=network is too much"),
    ("the home folder", add("--filesystem=home", "finish-args"), "--filesystem=home is too much"),
    ("a name on the bus", add("--talk-name=org.freedesktop.Flatpak", "finish-args"), "is too much"),
    ("a variable", add("--env=LD_PRELOAD=/app/lib/other.so", "finish-args"), "LD_PRELOAD=/app/lib/other.so is too much"),
    ("OpenSSL's modules from elsewhere", take("--env=OPENSSL_MODULES=/app/lib/ossl-modules", "finish-args"), "ossl-modules is missing"),
    ("no display", take("--socket=wayland", "finish-args"), "--socket=wayland is missing"),
    ("a network for all", put("build-options", {"build-args": ["--share=network"]}), "built with a network"),
    ("a network for one", put("@qpdf", "build-options", {"build-args": ["--share=network"]}), "qpdf is built with a network"),
    ("no modules", put("modules", []), "no modules"),
    ("a module twice", add({"name": "qpdf", "buildsystem": "simple", "sources": []}, "modules"), "there twice"),
    ("plain cmake", put("@qpdf", "buildsystem", "cmake"), "cmake-ninja"),
    ("no build type", put("@poppler", "config-opts", []), "RelWithDebInfo"),
    ("a prefix", add("--prefix=/app", "@freexl", "config-opts"), "set by flatpak-builder"),
    ("debugging in a release", add("--enable-debug=no", "@freexl", "config-opts"), "no release"),
    ("no checksum", put("@qpdf", "sources", 0, "sha256", ""), "no SHA-256"),
    ("a weak checksum", put("@qpdf", "sources", 0, "md5", "0" * 32), "no checksum to rely on"),
    ("no https", put("@qpdf", "sources", 0, "url", "http://example.org/qpdf.tar.gz"), "no address with https"),
    ("a branch as source", put("@qpdf", "sources", 0, "url", "https://example.org/archive/main/qpdf.tar.gz"), "no release"),
    ("git as source", put("@qpdf", "sources", 0, {"type": "git", "url": "https://example.org"}), "no released file"),
    ("a path as file name", put("@minizip", "sources", 1, "dest-filename", "a/autogen.sh"), "dest-filename is a path"),
]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_build(files):
    share = files / "share"
    write(share / "applications" / f"{ID}.desktop", DESKTOP)
    write(share / "metainfo" / f"{ID}.metainfo.xml", METAINFO)
    write(share / "icons" / "hicolor" / "scalable" / "apps" / f"{ID}.svg", "<svg/>")
    write(share / "icons" / "hicolor" / "64x64" / "apps" / f"{ID}.png", "")
    write(share / "app-info" / "icons" / "flatpak" / "128x128" / f"{ID}.png", "")
    (share / "app-info" / "xmls").mkdir()
    (share / "app-info" / "xmls" / f"{ID}.xml.gz").write_bytes(gzip.compress(CATALOGUE.encode()))


def other(place, old, new):
    """One text instead of another in a file of the build"""
    def change(files):
        text = (files / "share" / place).read_text(encoding="utf-8")
        assert old in text, f"{place} has no {old}"
        write(files / "share" / place, text.replace(old, new))
    return change


def gone(place):
    return lambda files: shutil.rmtree(files / "share" / place) if (files / "share" / place).is_dir() else (files / "share" / place).unlink()


def more(place):
    return lambda files: write(files / place, "")


DESKTOP_FILE, METAINFO_FILE = f"applications/{ID}.desktop", f"metainfo/{ID}.metainfo.xml"
BUILDS = [
    ("a build as it should be", lambda files: None, None),
    ("no desktop file", gone(DESKTOP_FILE), "no desktop file"),
    ("a desktop file that is not valid", other(DESKTOP_FILE, "Type=Application", "Type=Program"), "not valid"),
    ("flatpak in Exec", other(DESKTOP_FILE, "Exec=trinhky", "Exec=flatpak run trinhky"), "Exec does not name"),
    ("another icon", other(DESKTOP_FILE, f"Icon={ID}", "Icon=trinhky"), "not called after the program"),
    ("hidden", other(DESKTOP_FILE, "Type=Application", "Type=Application\nNoDisplay=true"), "hides the program"),
    ("no category", other(DESKTOP_FILE, "Categories=Office;GTK;", "Categories=GTK;"), "no category"),
    ("no Vietnamese comment", other(DESKTOP_FILE, "Comment[vi]=", "Comment[fr]="), "Comment[vi] is missing"),
    ("no icon", gone("icons"), "there is no icon"),
    ("a picture of dots among the drawn", more(f"share/icons/hicolor/scalable/apps/{ID}.png"), "does not belong to scalable"),
    ("an icon too large", more(f"share/icons/hicolor/1024x1024/apps/{ID}.png"), "1024x1024 is not shown"),
    ("no metainfo", gone(METAINFO_FILE), "no metainfo"),
    ("another program's metainfo", other(METAINFO_FILE, f"<id>{ID}</id>", "<id>org.example.Other</id>"), "not that of this program"),
    ("another desktop file", other(METAINFO_FILE, f">{ID}.desktop<", ">other.desktop<"), "does not name the desktop file"),
    ("a long name", other(METAINFO_FILE, "<name>Trình Ký</name>", f"<name>{'Trình Ký ' * 3}</name>"), "longer than 20"),
    ("a long summary", other(METAINFO_FILE, "<summary>", "<summary>It is for those who have to "), "longer than 35"),
    ("no licence", other(METAINFO_FILE, "project_license", "other_license"), "no project_license"),
    ("no rating", other(METAINFO_FILE, "content_rating", "other_rating"), "no content_rating"),
    ("no colours", other(METAINFO_FILE, "branding>", "colours>"), "no branding/color"),
    ("no notes of the release", other(METAINFO_FILE, "releases>", "notes>"), "no releases"),
    ("two first pictures", other(METAINFO_FILE, "<screenshot>", '<screenshot type="default">'), "is the first"),
    ("no caption", other(METAINFO_FILE, "caption>", "text>"), "no caption"),
    ("a picture without https", other(METAINFO_FILE, ">https://", ">http://"), "no address with https"),
    ("no catalogue", gone("app-info/xmls"), "was not made"),
    ("no icon in the catalogue", gone("app-info/icons"), "no icon of 128"),
    ("headers", more("include/qpdf.h"), "include is not cleaned up"),
    ("a static library", more("lib/libqpdf.a"), "libqpdf.a is not cleaned up"),
    ("fonts without their cache", more("share/fonts/liberation-serif/LiberationSerif-Regular.ttf"), "the fonts have no cache"),
]


def faults(script, *arguments):
    done = subprocess.run([sys.executable, PROJECT / "tools" / script, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (0, 1) and not done.stderr.startswith("Traceback"), done.stderr
    assert (done.returncode == 1) == bool(done.stdout.strip()), done
    return done.stdout


def check_manifest(folder, change):
    manifest = copy.deepcopy(MANIFEST)
    change(manifest)
    path = folder / f"{ID}.json"
    path.write_text(json.dumps(manifest), encoding="utf-8")
    return faults("check-manifest.py", path)


def check_build(folder, change):
    make_build(folder / "files")
    change(folder / "files")
    return faults("check-flatpak.py", folder / "files", ID)


def main():
    cases = [(check_manifest, *case) for case in MANIFESTS] + [(check_build, *case) for case in BUILDS]
    print(f"1..{len(cases)}")
    for number, (check, name, change, expected) in enumerate(cases, 1):
        with tempfile.TemporaryDirectory() as folder:
            found = check(pathlib.Path(folder), change)
        good = expected in found if expected else not found
        print(f"{'ok' if good else 'not ok'} {number} {name}")
        if not good:
            print(f"# found: {found.strip() or 'nothing'}; expected: {expected or 'nothing'}".replace("\n", "; "))


main()
