# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The manifest as it can be built without a network, from flatpak/io.github.trinhky.TrinhKy.json.

flatpak-manifest.py MANIFEST ARCHIVE SOURCES BRANCH [--modules]

prints it: the runtime is the local stand-in of that branch, the modules that this has already are left out, what is data comes from
the tool set's own packages, and the program from ARCHIVE, a tar file of its folder. With --modules every module whose
source lies in the folder SOURCES is built as well (Debian's NAME_VERSION.orig.tar.*); standard error says which, and
whether it is, byte for byte, the source that the manifest pins.
"""

import glob
import hashlib
import json
import os
import sys

RUNTIME = {'runtime': 'io.github.trinhky.Platform', 'sdk': 'io.github.trinhky.Sdk'}
IN_THE_RUNTIME = {'minizip': 'zlib', 'freexl': 'freexl', 'libxlsxwriter': 'libxlsxwriter', 'qpdf': 'qpdf',
                  'poppler': 'poppler', 'libspelling': 'libspelling'}    # a module, and Debian's name of its source
# Where the real runtime's compilers look too
FOUND = {'C_INCLUDE_PATH': '/app/include', 'CPLUS_INCLUDE_PATH': '/app/include', 'LIBRARY_PATH': '/app/lib',
         'PKG_CONFIG_PATH': '/app/lib/pkgconfig:/app/share/pkgconfig', 'ACLOCAL_PATH': '/app/share/aclocal'}
FONTS = '/usr/share/fonts/truetype/liberation'
DICTIONARY = '/usr/share/hunspell'


def copied(path, name=None):
    return dict({'type': 'file', 'path': path}, **({'dest-filename': name} if name else {}))


def licence(package, name):
    return copied(f'/usr/share/doc/{package}/copyright', name)


def take_from_packages(module):
    """What is data, or a part of the runtime that the program looks for in its own folder."""
    if module['name'] == 'liberation-serif':
        module['sources'] = [copied(path) for path in sorted(glob.glob(FONTS + '/LiberationSerif-*.ttf'))]
        module['sources'].append(licence('fonts-liberation', 'LICENSE'))
    elif module['name'] == 'hunspell-vi':
        module['sources'] = [copied(f'{DICTIONARY}/vi_VN.{kind}') for kind in ('aff', 'dic')]
        module['sources'].append(licence('hunspell-vi', 'LICENSES-en.txt'))
    elif module['name'] == 'pkcs11-provider':
        module['sources'] = []
        module['build-commands'] = ['mkdir -p /app/lib/ossl-modules'] + [
            f'ln -sf $(pkg-config --variable=modulesdir libcrypto)/{name}.so /app/lib/ossl-modules/{name}.so'
            for name in ('pkcs11', 'legacy')]


def checksum(path):
    with open(path, 'rb') as file:
        return hashlib.file_digest(file, 'sha256').hexdigest()


def take_source(module, folder):
    """Puts the source at hand in the place of the pinned one; False if there is none."""
    found = sorted(glob.glob(os.path.join(folder, f'{IN_THE_RUNTIME[module["name"]]}_*.orig.tar.*z')))
    if not found:
        return False
    source = module['sources'][0]
    same = checksum(found[-1]) == source['sha256']
    print(f'{module["name"]}: {os.path.basename(found[-1])},', 'as pinned' if same else 'not the pinned one', file=sys.stderr)
    module['sources'][0] = {'type': 'archive', 'path': found[-1], 'sha256': checksum(found[-1])}
    return True


def main(manifest, archive, sources, branch, *words):
    with open(manifest, encoding='utf-8') as file:
        local = json.load(file)
    local.update(RUNTIME, **{'runtime-version': branch})
    if '--modules' in words:
        local['build-options'] = {'env': FOUND}
    kept = []
    for module in local['modules']:
        if module['name'] in IN_THE_RUNTIME:
            if '--modules' not in words or not take_source(module, sources):
                continue
        take_from_packages(module)
        if module['name'] == 'trinhky':
            module['sources'] = [{'type': 'archive', 'path': archive, 'sha256': checksum(archive)}]
        kept.append(module)
    local['modules'] = kept
    json.dump(local, sys.stdout, indent=2, ensure_ascii=False)


main(*sys.argv[1:])
