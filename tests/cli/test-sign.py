#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Signing and verifying as a script would, with other programs as witnesses: pdfsig, mutool, openssl, SoftHSM2.
Certificates are made anew in each run."""

import json
import os
import re
import shutil
import struct
import subprocess
import zlib

from harness import BAD_INPUT, CANNOT_WRITE, DONE, NO, TRINHKY, Result, Skip, environment, limit_files, names, run, sample, test, write, write_report

PASSWORD = "mật khẩu 1234"
PIN = "482913"
SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so"
USAGE = "digitalSignature,nonRepudiation"


def call(*arguments, **options):
    """Another program, which must succeed"""
    done = subprocess.run([str(argument) for argument in arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False, **options)
    assert done.returncode == 0, (arguments, done.stdout[-500:], done.stderr[-500:])
    return done.stdout


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise Skip(f"there is no {program} here")


def make_authority(folder, name="CA thử nghiệm", file="ca"):
    call("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / f"{file}.key", "-out", folder / f"{file}.pem", "-days", "900",
         "-utf8", "-subj", f"/CN={name}", "-addext", "keyUsage=critical,keyCertSign,cRLSign")


def make_key(folder, file, name, *dates, usage=USAGE, legacy=False, extensions=""):
    """A .p12 file of that name; dates: openssl's own options instead of a year from now"""
    write(folder, "extensions", f"keyUsage=critical,{usage}\nbasicConstraints=CA:FALSE\n{extensions}")
    call("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / f"{file}.key", "-out", folder / f"{file}.csr", "-utf8",
         "-subj", f"/CN={name}/O=UBND xã Bình Lãng")
    call("openssl", "x509", "-req", "-in", folder / f"{file}.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-extfile", folder / "extensions",
         "-out", folder / f"{file}.pem", *(dates or ("-days", "365")))
    call("openssl", "pkcs12", "-export", *(["-legacy"] if legacy else []), "-inkey", folder / f"{file}.key", "-in", folder / f"{file}.pem", "-out", folder / f"{file}.p12",
         "-passout", "pass:" + PASSWORD)
    return folder / f"{file}.p12"


def make_png(folder, name, colour, width=120, height=60, dots_per_metre=5906):
    """A diagonal stroke on a transparent ground"""
    rows = b"".join(b"\0" + b"".join(bytes(colour) + bytes([255 if abs(x * height - y * width) < 3 * width else 0]) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return write(folder, name, b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)) +
                 chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def run_with_pin(pin, *arguments, status=DONE, error=None, env=None, file_limit=None):
    """As harness.run(), with the PIN on a file descriptor of its own"""
    reading, writing = os.pipe()
    os.write(writing, (pin + "\n").encode())
    os.close(writing)
    arguments = [*arguments, "--pin-fd", reading]
    completed = subprocess.run([TRINHKY, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, env=env or environment(), pass_fds=[reading],
                               preexec_fn=(lambda: limit_files(file_limit)) if file_limit else None, timeout=120, check=False)
    os.close(reading)
    result = Result(arguments, completed)
    assert result.status == status, result.describe()
    assert pin not in result.error and pin.encode() not in result.bytes, "the PIN is told"
    for word in ("CRITICAL", "WARNING **", "Sanitizer", "runtime error", "NSS"):
        assert word not in result.error, result.describe()
    assert error is None or error in result.error, f"“{error}” is missed\n{result.describe()}"
    return result


def make_pdf(folder, **changes):
    report = write_report(folder, sample(**changes))
    run("export", report, "--to", "pdf", "-o", folder / "report.pdf")
    return folder / "report.pdf"


def verify(folder, pdf, *more, status=DONE):
    return run("verify", pdf, "--json", "--authority", folder / "ca.pem", *more, status=status).json


def begin(folder, **changes):
    """Authority, two keys and a file to sign"""
    need("openssl")
    make_authority(folder)
    return make_key(folder, "chair", "Nguyễn Văn A"), make_key(folder, "office", "UBND xã Bình Lãng"), make_pdf(folder, **changes)


def sign_twice(folder):
    chair, office, pdf = begin(folder, number="", date="2022")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "--image", make_png(folder, "blue.png", (10, 40, 200)), "-o", folder / "one.pdf")
    run_with_pin(PASSWORD, "sign", folder / "one.pdf", "--as", "office", "--certificate", office, "--image", make_png(folder, "red.png", (210, 20, 20), 210, 210),
                 "--number", "15", "--date", "2022-06-09", "-o", folder / "two.pdf")
    return pdf, folder / "one.pdf", folder / "two.pdf"


@test
def two_sign_and_both_stay_valid(folder):
    pdf, one, two = sign_twice(folder)
    assert one.read_bytes().startswith(pdf.read_bytes()), "what was previewed is not what was signed"
    assert two.read_bytes().startswith(one.read_bytes())
    first, second = verify(folder, two)["signatures"]
    assert (first["field"], first["signer"], first["integrity"], first["certificate"]) == ("Signatory", "Nguyễn Văn A", "valid", "trusted")
    assert (first["covers_whole_document"], first["changes_after"]) == (False, "fields")
    assert (second["field"], second["integrity"], second["covers_whole_document"], second["changes_after"]) == ("Office", "valid", True, "none")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", first["claimed_time"]), first["claimed_time"]
    answer = verify(folder, one)
    assert answer["report_attached"] is True and answer["report_matches_pages"] == "yes"


@test
def the_number_and_the_date_are_seen(folder):
    need("pdftotext")
    _, _, two = sign_twice(folder)
    text = " ".join(call("pdftotext", "-l", "1", "-layout", two, "-").decode().split())
    assert "Số: 15 /BC-UBND" in text and re.search(r"ngày 09 tháng 6 năm 2022", text), text[:300]


@test
def other_programs_agree(folder):
    need("pdfsig", "mutool", "certutil", "qpdf")
    _, _, two = sign_twice(folder)
    call("certutil", "-N", "-d", "sql:" + str(folder), "--empty-password")
    call("certutil", "-A", "-d", "sql:" + str(folder), "-n", "ca", "-t", "C,C,C", "-i", folder / "ca.pem")
    text = call("pdfsig", "-nssdir", "sql:" + str(folder), two).decode()
    assert text.count("Signature is Valid") == 2 and text.count("Certificate is Trusted") == 2, text
    assert text.count("ETSI.CAdES.detached") == 2 and text.count("SHA-256") == 2, text
    assert text.count("Not total document signed") == 1 and text.count("Total document signed") == 1, text
    text = call("mutool", "sign", "-v", two).decode()
    assert "The signature is valid but there have been edits since signing" in text and "The document is unchanged since signing" in text, text
    call("qpdf", "--check", two)


def take_signature(pdf):
    """The last signature's CMS, and the bytes that it is over"""
    data = pdf.read_bytes()
    before, after, length = map(int, re.findall(rb"/ByteRange \[ 0 (\d+) (\d+) (\d+) \]", data)[-1])
    der = bytes.fromhex(data[before + 1:after - 1].decode())
    size = 4 + int.from_bytes(der[2:4], "big")
    assert der[:2] == b"\x30\x82" and not der[size:].strip(b"\0")
    return der[:size], data[:before] + data[after:after + length]


@test
def openssl_finds_a_cades_signature(folder):
    _, one, _ = sign_twice(folder)
    der, content = take_signature(one)
    write(folder, "cms", der)
    write(folder, "content", content)
    call("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", folder / "cms", "-content", folder / "content", "-CAfile", folder / "ca.pem",
         "-purpose", "any", "-out", folder / "out")
    words = call("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", folder / "cms").decode()
    assert "signingCertificateV2" in words and "signingTime" not in words and "sha256" in words


@test
def pictures_are_transparent(folder):
    need("qpdf")
    _, _, two = sign_twice(folder)
    objects = json.loads(call("qpdf", "--json", "--json-key=qpdf", two))["qpdf"][1]
    pictures = [one["stream"]["dict"] for one in objects.values() if "stream" in one and one["stream"]["dict"].get("/Subtype") == "/Image"]
    assert sum("/SMask" in picture for picture in pictures) == 2
    assert not any(picture.get("/Interpolate") for picture in pictures)
    stamp = next(one["value"] for one in objects.values() if "value" in one and isinstance(one["value"], dict) and one["value"].get("/T") == "u:Office")
    left, low, right, high = stamp["/Rect"]
    assert abs((right - left) - 210 / 5906 / 0.0254 * 72) < 0.1 and abs((high - low) - (right - left)) < 0.1, "the stamp is not in its true size"


@test
def changed_files_are_refused(folder):
    _, one, two = sign_twice(folder)
    data = bytearray(two.read_bytes())
    for place in (100, len(one.read_bytes()) - 200, data.rfind(b"/Contents <") + 200, len(data) - 200):
        changed = bytearray(data)
        changed[place] ^= 1
        result = run("verify", write(folder, "changed.pdf", bytes(changed)), "--json", "--authority", folder / "ca.pem", status=None)
        assert result.status in (NO, BAD_INPUT), place
        if result.status == NO:
            assert any(one["integrity"] == "invalid" for one in result.json["signatures"]), place


@test
def a_page_changed_later_is_noticed(folder):
    """An update that nobody signed for: the bytes that were signed are all there"""
    need("qpdf")
    _, one, _ = sign_twice(folder)
    data = one.read_bytes()
    objects = json.loads(call("qpdf", "--json", "--json-key=qpdf", one))["qpdf"][1]
    page = next(key for key, thing in objects.items() if isinstance(thing.get("value"), dict) and thing["value"].get("/Type") == "/Page")
    number = int(re.match(r"obj:(\d+) 0 R", page)[1])
    start = int(data[data.rfind(b"startxref") + 9:].split()[0])
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    root = re.findall(rb"/Root (\d+ 0 R)", data)[-1].decode()
    update = f"{number} 0 obj\n<< /Type /Page /Parent {objects[page]['value']['/Parent']} /MediaBox [ 0 0 595 842 ] >>\nendobj\n"
    table = f"xref\n{number} 1\n{len(data):010} 00000 n \ntrailer\n<< /Size {size} /Root {root} /Prev {start} >>\nstartxref\n{len(data) + len(update)}\n%%EOF\n"
    changed = write(folder, "changed.pdf", data + (update + table).encode())
    signature = verify(folder, changed, status=NO)["signatures"][0]
    assert signature["integrity"] == "invalid" and signature["changes_after"] == "other" and not signature["covers_whole_document"], signature


@test
def what_nobody_signed_is_told(folder):
    """Behind the last signature: words, and an object that only some readers come upon. White space is neither."""
    chair, office, pdf = begin(folder)
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "one.pdf")
    data = (folder / "one.pdf").read_bytes()
    start = int(data[data.rfind(b"startxref") + 9:].split()[0])
    size = int(re.findall(rb"/Size (\d+) /Prev", data)[-1])
    trailer = re.findall(rb"(/Root \d+ 0 R /Info \d+ 0 R)", data)[-1].decode()
    hidden = "5 0 obj\n<< /Length 2 >>\nstream\nq \nendstream\nendobj\n"
    table = f"xref\n5 1\n{len(data):010} 65535 n \ntrailer\n<< {trailer} /Size {size} /Prev {start} >>\nstartxref\n{len(data) + len(hidden)}\n%%EOF\n"
    for name, tail in (("words.pdf", "% nobody\n"), ("hidden.pdf", hidden + table)):
        changed = write(folder, name, data + tail.encode())
        told = run("verify", changed, "--authority", folder / "ca.pem", status=NO).text
        assert f"After it {len(tail) - 1} bytes were added that nobody signed." in told, told
        signature = verify(folder, changed, status=NO)["signatures"][0]
        assert (signature["integrity"], signature["covers_whole_document"], signature["changes_after"]) == ("invalid", False, "other"), signature
        assert (signature["unsigned_bytes_after"], signature["time_stamps_after"]) == (len(tail) - 1, 0), signature
        # Refused before a password is asked for: there is none.
        run("sign", changed, "--as", "office", "--certificate", office, "-o", folder / "two.pdf", status=BAD_INPUT, error="cannot be signed once more")
        assert not (folder / "two.pdf").exists()
    assert verify(folder, write(folder, "line.pdf", data + b"\r\n"))["signatures"][0]["covers_whole_document"]


@test
def who_stands_for_the_signer(folder):
    chair, _, pdf = begin(folder)
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "one.pdf")
    assert run("verify", pdf, "--json", status=NO).json["signatures"] == []
    assert run("verify", folder / "one.pdf", "--json", status=NO).json["signatures"][0]["certificate"] == "unknown"
    run("trust", "add", folder / "ca.pem")
    fingerprint = re.search(r"SHA-256: (\S+)", run("trust").text)[1]
    signature = run("verify", folder / "one.pdf", "--json").json["signatures"][0]
    assert (signature["certificate"], signature["revocation"]) == ("trusted", "unknown")
    run("trust", "remove", fingerprint)
    assert run("verify", folder / "one.pdf", "--json", status=NO).json["signatures"][0]["certificate"] == "unknown"
    run("trust", "add", folder / "chair.pem", status=BAD_INPUT, error="authority")
    run("trust", "remove", "00:00", status=BAD_INPUT)


@test
def revoked_certificates_are_named(folder):
    chair, _, pdf = begin(folder)
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "one.pdf")
    write(folder, "index", "")
    write(folder, "number", "01\n")
    write(folder, "ca.conf", f"[ca]\ndefault_ca = x\n[x]\ndatabase = {folder}/index\ncrlnumber = {folder}/number\ndefault_md = sha256\ndefault_crl_days = 30\n")
    authority = ("-config", folder / "ca.conf", "-cert", folder / "ca.pem", "-keyfile", folder / "ca.key")
    call("openssl", "ca", *authority, "-gencrl", "-out", folder / "good.crl")
    signature = verify(folder, folder / "one.pdf", "--crl", folder / "good.crl")["signatures"][0]
    assert (signature["certificate"], signature["revocation"]) == ("trusted", "good")
    call("openssl", "ca", *authority, "-revoke", folder / "chair.pem")
    call("openssl", "ca", *authority, "-gencrl", "-out", folder / "bad.crl")
    signature = verify(folder, folder / "one.pdf", "--crl", folder / "bad.crl", status=NO)["signatures"][0]
    assert (signature["certificate"], signature["revocation"], signature["integrity"]) == ("revoked", "revoked", "valid")


@test
def web_sites_and_their_authorities_sign_nothing(folder):
    chair, _, pdf = begin(folder)
    site = make_key(folder, "site", "www.example.vn", extensions="extendedKeyUsage=serverAuth\n")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", site, "-o", folder / "out.pdf", status=BAD_INPUT, error="not meant for signing")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "one.pdf")
    env = {**environment(), "SSL_CERT_FILE": str(folder / "ca.pem")}
    assert run("verify", folder / "one.pdf", "--json", status=NO, env=env).json["signatures"][0]["certificate"] == "unknown"


@test
def a_list_needs_its_authority(folder):
    """Signed by one that is known, and never an earlier one"""
    begin(folder)
    make_authority(folder, file="forger")
    write(folder, "index.txt", "")
    write(folder, "database.cnf", f"[ca]\ndefault_ca=d\n[d]\ndatabase={folder}/index.txt\ncrlnumber={folder}/number\ndefault_md=sha256\ndefault_crl_days=30\n")
    for name, number, file in (("first", "05", "ca"), ("later", "09", "ca"), ("forged", "20", "forger")):
        write(folder, "number", number + "\n")
        call("openssl", "ca", "-config", folder / "database.cnf", "-cert", folder / f"{file}.pem", "-keyfile", folder / f"{file}.key", "-gencrl", "-out", folder / f"{name}.crl")
    run("trust", "crl", folder / "first.crl", status=BAD_INPUT, error="no authority")
    run("trust", "add", folder / "ca.pem")
    run("trust", "crl", folder / "forged.crl", status=BAD_INPUT, error="no authority")
    run("trust", "crl", folder / "later.crl")
    run("trust", "crl", folder / "first.crl", status=BAD_INPUT, error="later list")
    assert "1 list " in run("trust").text


@test
def a_file_without_report_is_verified_to_the_end(folder):
    """Another program's thread must not outlive what it works on: many runs, each of which may lose the race"""
    chair, _, pdf = begin(folder)
    need("qpdf")
    call("qpdf", "--remove-attachment=" + call("qpdf", "--list-attachments", pdf).decode().split(" -> ")[0], pdf, folder / "plain.pdf")
    run_with_pin(PASSWORD, "sign", folder / "plain.pdf", "--certificate", chair, "-o", folder / "one.pdf")
    for _ in range(20):
        answer = verify(folder, folder / "one.pdf")
        assert answer["report_attached"] is False and answer["signatures"][0]["integrity"] == "valid"


@test
def what_goes_wrong_leaves_nothing(folder):
    chair, _, pdf = begin(folder)
    old = make_key(folder, "old", "Nguyễn Văn A", "-not_before", "20200101000000Z", "-not_after", "20210101000000Z")
    cipher = make_key(folder, "cipher", "Nguyễn Văn A", usage="keyEncipherment")
    there, before = names(folder), pdf.read_bytes()
    out = folder / "out.pdf"
    run_with_pin("sai", "sign", pdf, "--certificate", chair, "-o", out, status=BAD_INPUT, error="password")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", old, "-o", out, status=BAD_INPUT, error="expired")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", cipher, "-o", out, status=BAD_INPUT, error="not meant for signing")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", pdf, "-o", out, status=BAD_INPUT, error="key file")
    run_with_pin(PASSWORD, "sign", chair, "--certificate", chair, "-o", out, status=BAD_INPUT, error="PDF")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "--image", pdf, "-o", out, status=BAD_INPUT, error="PNG")
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", out, status=CANNOT_WRITE, file_limit=1000)
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "none" / "out.pdf", status=CANNOT_WRITE)
    run_with_pin(PASSWORD, "sign", pdf, "--as", "office", "--number", "15", "--certificate", chair, "-o", out, status=BAD_INPUT, error="signs last")
    run("sign", pdf, "-o", out, status=BAD_INPUT, error="--certificate")
    run("sign", pdf, "--certificate", chair, "--as", "boss", "-o", out, status=BAD_INPUT, error="--as")
    assert names(folder) == there and pdf.read_bytes() == before


@test
def what_the_office_cannot_do_is_said_before_its_password(folder):
    chair, office, pdf = begin(folder)
    one, out = folder / "one.pdf", folder / "out.pdf"
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", one)
    stamp = make_png(folder, "96.png", (210, 20, 20), 600, 600, dots_per_metre=3780)
    for wrong in (["--image", stamp], ["--number", "x/y"], ["--number", ""], ["--number", "1" * 30]):
        error = "159 × 159 mm" if wrong[0] == "--image" else "digits"
        run_with_pin("sai", "sign", one, "--as", "office", "--certificate", office, *wrong, "-o", out, status=BAD_INPUT, error=error)
    run("sign", pdf, "--certificate", "pkcs11:object=a;pin-value=1234", "-o", out, status=BAD_INPUT, error="--pin-fd")
    assert not out.exists()


@test
def one_authority_is_removed_and_no_other(folder):
    need("openssl")
    make_authority(folder)
    run("trust", "add", folder / "ca.pem")
    fingerprint = re.sub(rb"[^0-9A-F]", b"", call("openssl", "x509", "-in", folder / "ca.pem", "-noout", "-fingerprint", "-sha256").split(b"=")[1]).decode()
    for few in (fingerprint[:1], fingerprint[:7], "none"):
        run("trust", "remove", few, status=BAD_INPUT, error="first eight digits")
    run("trust", "remove", fingerprint[:8])
    run("trust", "remove", fingerprint[:8], status=BAD_INPUT)


@test
def old_ciphers_are_read(folder):
    _, _, pdf = begin(folder)
    key = make_key(folder, "legacy", "Nguyễn Văn A", legacy=True)
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", key, "-o", folder / "one.pdf")
    verify(folder, folder / "one.pdf")


WATCH = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
int connect (int fd, const struct sockaddr *address, socklen_t length)
{
  int (*real) (int, const struct sockaddr *, socklen_t) = (int (*) (int, const struct sockaddr *, socklen_t)) dlsym (RTLD_NEXT, "connect");
  FILE *log = fopen (getenv ("WATCHED"), "a");
  if (log != NULL && address->sa_family != AF_UNIX) fputs ("network\n", log);
  if (log != NULL) fclose (log);
  return real (fd, address, length);
}
"""

COUNT = r"""
#include <dlfcn.h>
#include <p11-kit/pkcs11.h>
#include <stdio.h>
#include <stdlib.h>
static CK_FUNCTION_LIST list;
static CK_RV (*login) (CK_SESSION_HANDLE, CK_USER_TYPE, CK_UTF8CHAR_PTR, CK_ULONG);
static CK_RV count (CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length)
{
  FILE *log = fopen (getenv ("LOGINS"), "a");
  fputs ("login\n", log);
  fclose (log);
  return login (session, user, pin, length);
}
CK_RV C_GetFunctionList (CK_FUNCTION_LIST_PTR_PTR out)
{
  CK_FUNCTION_LIST_PTR real;
  void *module = dlopen (getenv ("REAL_MODULE"), RTLD_NOW);
  CK_RV (*get) (CK_FUNCTION_LIST_PTR_PTR) = (CK_RV (*) (CK_FUNCTION_LIST_PTR_PTR)) dlsym (module, "C_GetFunctionList");
  CK_RV answer = get (&real);
  list = *real;
  login = list.C_Login;
  list.C_Login = count;
  *out = &list;
  return answer;
}
"""


def compile_library(folder, name, source, *flags):
    need("cc")
    write(folder, name + ".c", source)
    call("cc", "-shared", "-fPIC", *flags, "-o", folder / f"{name}.so", folder / f"{name}.c", "-ldl")
    return folder / f"{name}.so"


@test
def the_network_is_not_asked(folder):
    """Where a certificate names a place to ask, too"""
    _, _, pdf = begin(folder)
    chair = make_key(folder, "asking", "Nguyễn Văn A", extensions="authorityInfoAccess=OCSP;URI:http://127.0.0.1:9/\ncrlDistributionPoints=URI:http://127.0.0.1:9/x.crl\n")
    library = compile_library(folder, "watch", WATCH)
    env = {**environment(), "LD_PRELOAD": str(library), "WATCHED": str(folder / "calls"), "ASAN_OPTIONS": "verify_asan_link_order=0"}
    run_with_pin(PASSWORD, "sign", pdf, "--certificate", chair, "-o", folder / "one.pdf", env=env)
    run("verify", folder / "one.pdf", "--authority", folder / "ca.pem", env=env)
    assert not (folder / "calls").exists() or (folder / "calls").read_text() == "", "the network is used"


def make_token(folder):
    need("softhsm2-util", "modutil", "pk12util", "certutil")
    if not os.path.exists(SOFTHSM):
        raise Skip("there is no SoftHSM2 here")
    (folder / "tokens").mkdir()
    env = {**environment(), "SOFTHSM2_CONF": str(write(folder, "softhsm.conf", f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\n"))}
    database = "sql:" + str(folder / "nss")
    (folder / "nss").mkdir()
    write(folder, "pin", PIN + "\n")
    write(folder, "password", PASSWORD + "\n")
    call("softhsm2-util", "--init-token", "--free", "--label", "UBND", "--so-pin", "99999999", "--pin", PIN, env=env)
    call("certutil", "-N", "-d", database, "--empty-password", env=env)
    call("modutil", "-dbdir", database, "-add", "hsm", "-libfile", SOFTHSM, "-force", env=env)
    call("pk12util", "-i", folder / "chair.p12", "-d", database, "-h", "UBND", "-k", folder / "pin", "-w", folder / "password", env=env)
    return env


@test
def a_token_signs(folder):
    _, _, pdf = begin(folder)
    env = make_token(folder)
    run_with_pin(PIN, "sign", pdf, "--certificate", "pkcs11:token=UBND", "--module", SOFTHSM, "-o", folder / "one.pdf", env=env)
    signature = verify(folder, folder / "one.pdf")["signatures"][0]
    assert (signature["signer"], signature["integrity"]) == ("Nguyễn Văn A", "valid")


@test
def the_authority_between_goes_along_from_the_token(folder):
    _, _, pdf = begin(folder)
    write(folder, "between.extensions", "keyUsage=critical,keyCertSign,cRLSign\nbasicConstraints=critical,CA:TRUE\n")
    call("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "between.key", "-out", folder / "between.csr", "-subj", "/CN=Between")
    call("openssl", "x509", "-req", "-in", folder / "between.csr", "-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-extfile", folder / "between.extensions",
         "-out", folder / "between.pem", "-days", "900")
    call("openssl", "x509", "-req", "-in", folder / "chair.csr", "-CA", folder / "between.pem", "-CAkey", folder / "between.key", "-extfile", folder / "extensions",
         "-out", folder / "chair.pem", "-days", "365")
    call("openssl", "pkcs12", "-export", "-name", "chair", "-inkey", folder / "chair.key", "-in", folder / "chair.pem", "-out", folder / "chair.p12", "-passout", "pass:" + PASSWORD)
    env = make_token(folder)
    call("certutil", "-A", "-d", f"sql:{folder}/nss", "-h", "UBND", "-f", folder / "pin", "-n", "between", "-t", ",,", "-i", folder / "between.pem", env=env)
    run_with_pin(PIN, "sign", pdf, "--certificate", "pkcs11:token=UBND;object=chair", "--module", SOFTHSM, "-o", folder / "one.pdf", env=env)
    signature = verify(folder, folder / "one.pdf")["signatures"][0]
    assert (signature["integrity"], signature["certificate"]) == ("valid", "trusted"), signature


@test
def a_pin_is_tried_once(folder):
    _, _, pdf = begin(folder)
    env = make_token(folder)
    flags = call("pkg-config", "--cflags", "p11-kit-1").decode().split()
    module = compile_library(folder, "count", COUNT, *flags)
    env.update({"REAL_MODULE": SOFTHSM, "LOGINS": str(folder / "logins")})
    for pin, status in (("000000", BAD_INPUT), (PIN, DONE)):
        write(folder, "logins", "")
        run_with_pin(pin, "sign", pdf, "--certificate", "pkcs11:token=UBND", "--module", module, "-o", folder / "one.pdf", env=env, status=status)
        assert (folder / "logins").read_text() == "login\n", (pin, (folder / "logins").read_text())


@test
def a_token_that_cannot(folder):
    _, _, pdf = begin(folder)
    env = make_token(folder)
    out = folder / "out.pdf"
    token = ("--certificate", "pkcs11:token=UBND", "-o", out)
    run_with_pin("000000", "sign", pdf, *token, "--module", SOFTHSM, env=env, status=BAD_INPUT, error="refused the PIN")
    run_with_pin(PIN, "sign", pdf, "--certificate", "pkcs11:token=KHAC", "-o", out, "--module", SOFTHSM, env=env, status=BAD_INPUT, error="Plug the token in")
    run_with_pin(PIN, "sign", pdf, *token, "--module", folder / "none.so", env=env, status=BAD_INPUT, error="not there")
    run_with_pin(PIN, "sign", pdf, *token, "--module", write(folder, "text.so", "no library"), env=env, status=BAD_INPUT, error="no library")
    run_with_pin(PIN, "sign", pdf, *token, "--module", write(folder, "old.so", b"\x7fELF\x01\x01\x01" + bytes(100)), env=env, status=BAD_INPUT, error="32-bit")
    run_with_pin(PIN, "sign", pdf, *token, "--module", write(folder, "broken.so", b"\x7fELF\x02\x01\x01" + bytes(100)), env=env, status=BAD_INPUT, error="broken")
    shutil.rmtree(folder / "tokens")
    (folder / "tokens").mkdir()
    run_with_pin(PIN, "sign", pdf, *token, "--module", SOFTHSM, env=env, status=BAD_INPUT, error="Plug the token in")
    assert not out.exists()


@test
def a_bad_module_takes_nobody_down(folder):
    _, _, pdf = begin(folder)
    for name, body, word in (("crash", "__builtin_trap ();", "broken"), ("hang", "for (;;) sleep (1);", "ten seconds")):
        module = compile_library(folder, name, "#include <unistd.h>\nlong C_GetFunctionList (void **list) { " + body + " return 0; }\n")
        run_with_pin(PIN, "sign", pdf, "--certificate", "pkcs11:token=UBND", "--module", module, "-o", folder / "out.pdf", status=BAD_INPUT, error=word)
    assert not (folder / "out.pdf").exists()


if __name__ == "__main__":
    from harness import main
    main()
