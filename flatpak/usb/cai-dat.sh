#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Cài Trình Ký từ thư mục này (một USB do "./dev bundle" tạo) cho người đang đăng nhập. Không dùng mạng.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
id=io.github.trinhky.TrinhKy

fail () { printf '%s\n' "$@" >&2; exit 1; }

command -v flatpak >/dev/null ||
  fail "Máy này chưa có Flatpak. Cài gói flatpak (sudo apt install flatpak), đăng nhập lại, rồi chạy lại lệnh này."
[ -d "$here/.ostree/repo" ] ||
  fail "Không thấy kho .ostree trong $here. Chạy tệp này ngay trên USB, đừng chép riêng nó ra ngoài."

# Địa chỉ của kho chỉ là tên; mọi thứ lấy từ USB, và được kiểm bằng chữ ký của kho.
flatpak --user remote-add --if-not-exists --from trinhky "$here/trinhky.flatpakrepo" 2>/dev/null ||
  fail "Không khai báo được kho của Trình Ký (trinhky.flatpakrepo)."
flatpak --user install --noninteractive --or-update --sideload-repo="$here/.ostree/repo" trinhky "$id" ||
  fail "Chưa cài được; lý do ở ngay trên. Xem HUONG-DAN.md, mục “Khi có trục trặc”."

version=$(flatpak run --user "$id" --version)
offered=$(cat "$here/PHIEN-BAN")
# Flatpak không cài bản cũ hơn bản đang có: khác bản trên USB tức là mới hơn.
[ "${version##* }" = "$offered" ] ||
  fail "USB này có bản $offered, cũ hơn bản đang cài (${version##* }). Máy giữ nguyên bản đang cài, không có gì bị đổi."

printf 'Đã cài xong Trình Ký (%s).\n' "$version"
