#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Cài Trình Ký từ thư mục này (một USB do "./dev bundle" tạo) cho người đang đăng nhập. Không dùng mạng.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
id=io.github.trinhky.TrinhKy
least=1.12

fail () { printf '%s\n' "$@" >&2; exit 1; }

# at_least SỐ SỐ: số trước không nhỏ hơn số sau; 0.10 lớn hơn 0.9
at_least () { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$1" ]; }

hex () { od -An -v -tx1 | tr -d ' \n'; }

# Khóa của USB là một trong các khóa mà máy đã nhận. Ba byte đầu chỉ là độ dài.
key_is_known () {
  key=$(sed -n 's/^GPGKey=//p' "$here/trinhky.flatpakrepo" | base64 -d | hex | cut -c 7-506)
  [ -n "$key" ] || return 1
  case $(hex <"$1") in *"$key"*) return 0 ;; esac
  return 1
}

# Cài cho root thì không ai thấy chương trình. Máy chỉ dùng tài khoản root: TRINHKY_CHO_ROOT=co sh cai-dat.sh
[ "$(id -u)" -ne 0 ] || [ -n "${TRINHKY_CHO_ROOT:-}" ] ||
  fail "Đừng chạy bằng sudo hay bằng tài khoản root: Trình Ký được cài cho từng người." \
    "Đăng nhập bằng tài khoản của người sẽ dùng, rồi chạy: sh cai-dat.sh"

for file in .ostree/repo/config PHIEN-BAN SHA256SUMS trinhky.flatpakrepo; do
  [ -e "$here/$file" ] ||
    fail "Không thấy $file trong $here: USB chép thiếu, hoặc tệp này bị chép riêng ra ngoài." \
      "Chạy ngay trên USB; nếu USB do người khác chép lại thì chép lại toàn bộ, kể cả thư mục ẩn .ostree."
done

command -v flatpak >/dev/null ||
  fail "Máy này chưa có Flatpak. Cài gói flatpak (sudo apt install flatpak), đăng nhập lại, rồi chạy lại lệnh này." \
    "Máy không có mạng: xem HUONG-DAN.md, mục “Máy chưa có Flatpak”."
found=$(flatpak --version | sed 's/.* //')
at_least "$found" "$least" ||
  fail "Máy này có Flatpak $found; Trình Ký cần Flatpak $least trở lên. Nâng cấp gói flatpak, hoặc nâng cấp hệ điều hành."

# Chương trình vừa đóng vẫn còn trong danh sách của Flatpak vài giây.
tries=5
while flatpak ps --columns=application 2>/dev/null | grep -qFx "$id"; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || fail "Trình Ký đang mở. Đóng chương trình, rồi chạy lại lệnh này."
  sleep 1
done

# Máy đã nhận kho này từ trước thì khóa của USB phải là khóa cũ: Flatpak không tự đổi.
keys=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}/repo/trinhky.trustedkeys.gpg
if [ -e "$keys" ] && ! key_is_known "$keys"; then
  fail "USB này được ký bằng khóa khác với khóa mà máy đã nhận trong lần cài trước. Chưa có gì bị đổi." \
    "Hỏi nơi phát hành USB. Chỉ khi nơi ấy xác nhận đã đổi khóa thì cho máy quên khóa cũ bằng lệnh" \
    "    flatpak --user remote-delete --force trinhky" \
    "rồi chạy lại lệnh này. Báo cáo và thiết lập không bị ảnh hưởng. Nếu không ai xác nhận thì đừng cài."
fi

# Flatpak xem chữ ký của kho, không xem từng tệp còn nguyên hay không.
printf 'Đang kiểm tra USB…\n'
( cd "$here" && sha256sum --check --quiet SHA256SUMS ) ||
  fail "USB bị hỏng hoặc chép thiếu (các tệp ở trên). Chưa có gì bị đổi. Xin USB khác, hoặc chép lại toàn bộ."

# Địa chỉ của kho chỉ là tên; mọi thứ lấy từ USB.
said=$(flatpak --user remote-add --if-not-exists --from trinhky "$here/trinhky.flatpakrepo" 2>&1) ||
  fail "$said" "Không khai báo được kho của Trình Ký (trinhky.flatpakrepo); lý do ở dòng trên." \
    "Hay gặp: hết chỗ trong thư mục cá nhân, hoặc không có quyền ghi vào đó."
flatpak --user install --noninteractive --or-update --sideload-repo="$here/.ostree/repo" trinhky "$id" ||
  fail "Chưa cài được; lý do ở ngay trên. Nếu có chữ GPG hay signature thì USB bị sửa hoặc hỏng: xin USB khác." \
    "Các trường hợp khác: xem HUONG-DAN.md, mục “Khi có trục trặc”."

said=$(flatpak run --user "$id" --version) ||
  fail "Đã cài, nhưng chương trình không chạy được trên máy này; lý do ở ngay trên." \
    "Hay gặp: máy không cho lập khung cách ly (user namespaces, AppArmor). Đưa dòng ấy cho người quản trị máy."
installed=${said##* }
offered=$(sed -n 1p "$here/PHIEN-BAN")

# Flatpak không cài bản dựng cũ hơn bản đang có, và không nói gì.
if [ "$(flatpak info --user --show-commit "$id")" != "$(sed -n 2p "$here/PHIEN-BAN")" ]; then
  [ "$installed" != "$offered" ] ||
    fail "USB này có bản $offered dựng khác ngày với bản $installed đang cài. Máy giữ nguyên bản đang cài, không có gì bị đổi."
  ! at_least "$installed" "$offered" ||
    fail "USB này có bản $offered, cũ hơn bản đang cài ($installed). Máy giữ nguyên bản đang cài, không có gì bị đổi."
  fail "USB này có bản $offered nhưng máy vẫn ở bản $installed: chưa nâng cấp được, không có gì bị đổi." \
    "Gỡ chương trình (flatpak uninstall --user $id; dữ liệu vẫn còn), rồi chạy lại lệnh này."
fi

# Phần nền của bản trước không ai dùng nữa.
runtime=$(flatpak info --user --show-runtime "$id")
flatpak --user list --runtime --columns=ref | grep "^${runtime%%/*}/" | grep -vFx "$runtime" | while read -r old; do
  flatpak --user uninstall --noninteractive "$old" >/dev/null 2>&1 || true
done || true

printf 'Đã cài xong Trình Ký (%s).\n' "$said"
