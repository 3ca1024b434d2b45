/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-language.h"

typedef char *(*Change) (const char *text);

static const struct
{
  Change change;
  const char *text;
  const char *expected;
} changes[] = {
  { trinh_language_normalize, "plain", "plain" },
  { trinh_language_normalize, "", "" },
  { trinh_language_normalize, "Tiê\xCC\x81ng Viê\xCC\xA3t", "Tiếng Việt" },
  { trinh_language_normalize, "Tie\xCC\x82\xCC\x81ng", "Tiếng" },
  { trinh_language_normalize, "\xC6\xA2u \xC6\xA3u", "Ưu ưu" },
  { trinh_language_normalize, "\xC6\xA3\xCC\x81", "ứ" },
  { trinh_language_normalize, "\xC7\x8E \xC7\x8D", "ă Ă" },
  { trinh_language_normalize, "b\xC7\x8E\xCC\x81t", "bắt" },
  { trinh_language_normalize, "a\r\nb\rc\nd\r\n", "a\nb\nc\nd\n" },
  { trinh_language_normalize, "ă\r\nâ", "ă\nâ" },
  { trinh_language_normalize, "hoà", "hoà" },
  { trinh_language_fold, "Cải cách hành chính", "cai cach hanh chinh" },
  { trinh_language_fold, "ĐỔI MỚI đường", "doi moi duong" },
  { trinh_language_fold, "Ủy ban", "uy ban" },
  { trinh_language_fold, "Uỷ ban", "uy ban" },
  { trinh_language_fold, "NGUYỄN Ậ Ặ Ợ", "nguyen a a o" },
  { trinh_language_fold, "63,6 %", "63,6 %" },
  { trinh_language_capitalize, "", "" },
  { trinh_language_capitalize, "tháng 3", "Tháng 3" },
  { trinh_language_capitalize, "6 tháng đầu năm", "6 tháng đầu năm" },
  { trinh_language_capitalize, "đột xuất", "Đột xuất" },
  { trinh_language_respell, "hoà", "hòa" },
  { trinh_language_respell, "hòa", "hòa" },
  { trinh_language_respell, "HOÀ BÌNH", "HÒA BÌNH" },
  { trinh_language_respell, "Uỷ ban", "Ủy ban" },
  { trinh_language_respell, "UỶ BAN", "ỦY BAN" },
  { trinh_language_respell, "thuý, thuỷ", "thúy, thủy" },
  { trinh_language_respell, "khoẻ xoè loã hoạ", "khỏe xòe lõa họa" },
  { trinh_language_respell, "hoá-đơn", "hóa-đơn" },
  { trinh_language_respell, "hoa\xCC\x80", "hòa" },
  { trinh_language_respell, "quý Quỳ QUỸ", "quý Quỳ QUỸ" },
  { trinh_language_respell, "hoàn toàn loẹt ngoài khuỷu quỳnh quả", "hoàn toàn loẹt ngoài khuỷu quỳnh quả" },
  { trinh_language_respell, "ngoẻo", "ngoẻo" },
  { trinh_language_respell, "mía của lừa", "mía của lừa" },
  { trinh_language_respell, "", "" },
  { trinh_language_respell, "à", "à" },
};

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *text = changes[i].change (changes[i].text);
      g_autofree char *again = changes[i].change (text);

      g_assert_cmpstr (text, ==, changes[i].expected);
      g_assert_cmpstr (again, ==, text);
    }
}

/* Text that is no UTF-8 never comes this far; if it does, nothing breaks. */
static void
test_invalid (void)
{
  g_autofree char *text = trinh_language_normalize ("a\xFFz");

  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_contains (void)
{
  g_assert_true (trinh_language_contains ("Ủy ban nhân dân xã Bình Lãng", "uỷ BAN"));
  g_assert_true (trinh_language_contains ("Số văn bản đã ban hành", "van ban da"));
  g_assert_true (trinh_language_contains ("gì đó", ""));
  g_assert_false (trinh_language_contains ("Bình Lãng", "Bình Lương"));
}

static void
assert_ordered (const char *const *ordered,
                guint n_ordered)
{
  for (guint i = 0; i < n_ordered; i++)
    for (guint j = 0; j < n_ordered; j++)
      {
        int order = trinh_language_compare (ordered[i], ordered[j]);

        g_test_message ("“%s”, “%s”", ordered[i], ordered[j]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_order (void)
{
  static const char *const alphabet[] = {
    "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"
  };
  static const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ", "man", "màn", "mãn", "măn", "mân", "mấn", "mận" };
  static const char *const words[] = {
    "", "Bình", "Bính", "Bình Định", "Bình Lãng", "Bình Lương", "Bút Sơn", "Dân", "Đông Sơn", "hoà", "Hòa Bình", "Tân Kỳ", "Tứ Kỳ", "ủy", "xã 2", "xã 10", "xã An"
  };
  static const char *const numbers[] = { "", "1", "1.2", "1.2a", "1.9", "1.10", "2", "07", "7", "10", "010a", "99999999999999999999", "100000000000000000000", "a" };

  assert_ordered (alphabet, G_N_ELEMENTS (alphabet));
  assert_ordered (tones, G_N_ELEMENTS (tones));
  assert_ordered (numbers, G_N_ELEMENTS (numbers));
  assert_ordered (words, G_N_ELEMENTS (words));
}

static void
test_list_letters (void)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_assert_cmpstr (trinh_language_list_letter (i), ==, letters[i]);
  g_assert_cmpstr (trinh_language_list_letter (22), ==, "y");
  g_assert_cmpstr (trinh_language_list_letter (23), ==, "aa");
  g_assert_cmpstr (trinh_language_list_letter (46), ==, "ba");
  g_assert_cmpstr (trinh_language_list_letter (G_MAXUINT), !=, "");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/language/changes", test_changes);
  g_test_add_func ("/language/invalid", test_invalid);
  g_test_add_func ("/language/contains", test_contains);
  g_test_add_func ("/language/order", test_order);
  g_test_add_func ("/language/list-letters", test_list_letters);

  return g_test_run ();
}
