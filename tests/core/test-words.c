/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-language.h"

static const struct
{
  const char *number;
  const char *words;
} cases[] = {
  { "0", "Không" },
  { "1", "Một" },
  { "4", "Bốn" },
  { "5", "Năm" },
  { "10", "Mười" },
  { "11", "Mười một" },
  { "14", "Mười bốn" },
  { "15", "Mười lăm" },
  { "20", "Hai mươi" },
  { "21", "Hai mươi mốt" },
  { "24", "Hai mươi tư" },
  { "25", "Hai mươi lăm" },
  { "55", "Năm mươi lăm" },
  { "100", "Một trăm" },
  { "101", "Một trăm linh một" },
  { "104", "Một trăm linh bốn" },
  { "105", "Một trăm linh năm" },
  { "110", "Một trăm mười" },
  { "115", "Một trăm mười lăm" },
  { "121", "Một trăm hai mươi mốt" },
  { "999", "Chín trăm chín mươi chín" },
  { "1000", "Một nghìn" },
  { "1005", "Một nghìn không trăm linh năm" },
  { "1015", "Một nghìn không trăm mười lăm" },
  { "1934", "Một nghìn chín trăm ba mươi tư" },
  { "21001", "Hai mươi mốt nghìn không trăm linh một" },
  { "250000", "Hai trăm năm mươi nghìn" },
  { "1000005", "Một triệu không trăm linh năm" },
  { "1005000", "Một triệu không trăm linh năm nghìn" },
  { "11250000", "Mười một triệu hai trăm năm mươi nghìn" },
  { "1000000000", "Một tỷ" },
  { "1000000001", "Một tỷ không trăm linh một" },
  { "2050000000", "Hai tỷ không trăm năm mươi triệu" },
  { "1000000000000", "Một nghìn tỷ" },
  { "1005000000000", "Một nghìn không trăm linh năm tỷ" },
  { "99999999999999", "Chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín" },
  { "63.6", "Sáu mươi ba phẩy sáu" },
  { "95.45", "Chín mươi lăm phẩy bốn mươi lăm" },
  { "23.04", "Hai mươi ba phẩy không bốn" },
  { "0.05", "Không phẩy không năm" },
  { "0.005", "Không phẩy không không năm" },
  { "0.1005", "Không phẩy một nghìn không trăm linh năm" },
  { "100.0", "Một trăm phẩy không" },
  { "100.00", "Một trăm phẩy không không" },
  { "-5", "Âm năm" },
  { "-0.5", "Âm không phẩy năm" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TrinhDecimal number = { 0 };
      g_autofree char *words = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *expected = g_strconcat (cases[i].words, " đồng", NULL);

      trinh_decimal_parse_canonical (cases[i].number, &number, &error);
      g_assert_no_error (error);
      words = trinh_language_words (number);
      amount = trinh_language_amount_words (number);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (amount, ==, expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/table", test_words);

  return g_test_run ();
}
