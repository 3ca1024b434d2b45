/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-decimal.h"
#include "trinh-error.h"

#define REFUSED(code) .refused = TRUE, .error = TRINH_CORE_ERROR_##code

static TrinhDecimal
decimal (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrinhDecimal number = { 0 };

  trinh_decimal_parse_canonical (text, &number, &error);
  g_assert_no_error (error);

  return number;
}

static void
assert_canonical (TrinhDecimal number,
                  const char *expected)
{
  g_autofree char *text = trinh_decimal_to_canonical (number);

  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  const char *text;
  const char *canonical; /* and back, where it differs */
  gboolean refused;
  int error;
} canonical_cases[] = {
  { "0" },
  { "7" },
  { "-5" },
  { "63.6" },
  { "100.00" },
  { "0.0001" },
  { "-0.5" },
  { "-0", "0" },
  { "99999999999999.9999" },
  { "-99999999999999.9999" },
  { "", REFUSED (SYNTAX) },
  { "-", REFUSED (SYNTAX) },
  { "07", REFUSED (SYNTAX) },
  { "00", REFUSED (SYNTAX) },
  { "+3", REFUSED (SYNTAX) },
  { "5.", REFUSED (SYNTAX) },
  { ".5", REFUSED (SYNTAX) },
  { "63,6", REFUSED (SYNTAX) },
  { "1e3", REFUSED (SYNTAX) },
  { " 5", REFUSED (SYNTAX) },
  { "5 ", REFUSED (SYNTAX) },
  { "1.2.3", REFUSED (SYNTAX) },
  { "0.12345", REFUSED (RANGE) },
  { "100000000000000", REFUSED (RANGE) },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonical_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TrinhDecimal number = { 1, 1 };
      gboolean read = trinh_decimal_parse_canonical (canonical_cases[i].text, &number, &error);

      g_test_message ("“%s”", canonical_cases[i].text);
      g_assert_cmpint (read, ==, !canonical_cases[i].refused);
      if (read)
        assert_canonical (number, canonical_cases[i].canonical != NULL ? canonical_cases[i].canonical : canonical_cases[i].text);
      else
        g_assert_error (error, TRINH_CORE_ERROR, canonical_cases[i].error);
      if (!read)
        g_assert_cmpint (number.units, ==, 1);
    }
}

static const struct
{
  const char *typed;
  const char *canonical;
  gboolean refused;
  int error;
} typed_cases[] = {
  { "1.934", "1934" },
  { "1934", "1934" },
  { "95,45", "95.45" },
  { "98.8%", "98.8" },
  { "98,80 %", "98.80" },
  { "100 %", "100" },
  { "07", "7" },
  { "0", "0" },
  { "000", "0" },
  { "-5", "-5" },
  { "−5", "-5" },
  { "  12 ", "12" },
  { "250.000đ", "250000" },
  { "250.000 đồng", "250000" },
  { "250.000đ", "250000" },
  { "12.500.000", "12500000" },
  { "12.500,5", "12500.5" },
  { "1.234,567", "1234.567" },
  { "11 250 000", "11250000" },
  { "11\xC2\xA0"
    "250\xC2\xA0"
    "000",
    "11250000" },
  { "11\xE2\x80\xAF"
    "250,5",
    "11250.5" },
  { "11 250.5", "11250.5" },
  { "1.5", "1.5" },
  { "23.04", "23.04" },
  { "1.2345", "1.2345" },
  { "0,934", "0.934" },
  { "0.934", "0.934" },
  { "1934,567", "1934.567" },
  { "99.999.999.999.999,9999", "99999999999999.9999" },
  { "1,934", REFUSED (AMBIGUOUS) },
  { "-1,934", REFUSED (AMBIGUOUS) },
  { "1934.567", REFUSED (AMBIGUOUS) },
  { "07.500", REFUSED (AMBIGUOUS) },
  { "", REFUSED (SYNTAX) },
  { "  ", REFUSED (SYNTAX) },
  { "%", REFUSED (SYNTAX) },
  { "đ", REFUSED (SYNTAX) },
  { "+3", REFUSED (SYNTAX) },
  { "--5", REFUSED (SYNTAX) },
  { "1.2.3", REFUSED (SYNTAX) },
  { "1.50,5", REFUSED (SYNTAX) },
  { "1,2,3", REFUSED (SYNTAX) },
  { "1,234.5", REFUSED (SYNTAX) },
  { "12.500,0.1", REFUSED (SYNTAX) },
  { "11 25", REFUSED (SYNTAX) },
  { "1 934 5", REFUSED (SYNTAX) },
  { "11 250.000", REFUSED (SYNTAX) },
  { "1..5", REFUSED (SYNTAX) },
  { "5.", REFUSED (SYNTAX) },
  { ",5", REFUSED (SYNTAX) },
  { "12a", REFUSED (SYNTAX) },
  { "5%%", REFUSED (SYNTAX) },
  { "1e3", REFUSED (SYNTAX) },
  { "٣", REFUSED (SYNTAX) },
  { "5\xFF", REFUSED (SYNTAX) },
  { "1.000.000.000.000.000.000.000.000", REFUSED (SYNTAX) },
  { "0,12345", REFUSED (RANGE) },
  { "100000000000000", REFUSED (RANGE) },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TrinhDecimal number = { 1, 1 };
      gboolean read = trinh_decimal_parse (typed_cases[i].typed, &number, &error);

      g_test_message ("“%s”: %s", typed_cases[i].typed, error != NULL ? error->message : "read");
      g_assert_cmpint (read, ==, !typed_cases[i].refused);
      if (read)
        assert_canonical (number, typed_cases[i].canonical);
      else
        g_assert_error (error, TRINH_CORE_ERROR, typed_cases[i].error);
      g_assert_true (read || g_utf8_validate (error->message, -1, NULL));
      if (!read)
        g_assert_cmpint (number.units, ==, 1);
    }
}

static void
test_both_readings (void)
{
  g_autoptr (GError) error = NULL;
  TrinhDecimal number;

  g_assert_false (trinh_decimal_parse ("1,934", &number, &error));
  g_assert_nonnull (strstr (error->message, "“1,934”"));
  g_assert_nonnull (strstr (error->message, "1934"));
  g_assert_nonnull (strstr (error->message, "1,9340"));

  /* Both that it offers can be typed */
  g_assert_true (trinh_decimal_parse ("1934", &number, NULL));
  assert_canonical (number, "1934");
  g_assert_true (trinh_decimal_parse ("1,9340", &number, NULL));
  g_assert_cmpint (number.units, ==, 19340);
}

static const struct
{
  const char *canonical;
  const char *format;
  const char *padded;
} format_cases[] = {
  { "0", "0", "0" },
  { "7", "7", "07" },
  { "9", "9", "09" },
  { "10", "10", "10" },
  { "-7", "-7", "-7" },
  { "7.5", "7,5", "7,5" },
  { "7.0", "7,0", "7,0" },
  { "999", "999", "999" },
  { "1934", "1.934", "1.934" },
  { "-1934.5", "-1.934,5", "-1.934,5" },
  { "95.45", "95,45", "95,45" },
  { "0.05", "0,05", "0,05" },
  { "-0.05", "-0,05", "-0,05" },
  { "100.00", "100,00", "100,00" },
  { "11250000", "11.250.000", "11.250.000" },
  { "99999999999999.9999", "99.999.999.999.999,9999", "99.999.999.999.999,9999" },
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      TrinhDecimal number = decimal (format_cases[i].canonical);
      g_autofree char *format = trinh_decimal_format (number);
      g_autofree char *padded = trinh_decimal_format_padded (number);

      g_assert_cmpstr (format, ==, format_cases[i].format);
      g_assert_cmpstr (padded, ==, format_cases[i].padded);
    }
}

static const struct
{
  const char *number;
  guint decimals;
  const char *rounded;
  const char *truncated;
  const char *format;
} round_cases[] = {
  { "77.7777", 2, "77.78", "77.77", "77,78" },
  { "77.7777", 1, "77.8", "77.7", "77,8" },
  { "0.5", 0, "1", "0", "1" },
  { "-0.5", 0, "-1", "0", "-1" },
  { "0.4999", 0, "0", "0", "0" },
  { "2.345", 2, "2.35", "2.34", "2,35" },
  { "-2.345", 2, "-2.35", "-2.34", "-2,35" },
  { "99.995", 2, "100.00", "99.99", "100,00" },
  { "42", 2, "42.00", "42.00", "42,00" },
  { "1.2345", 4, "1.2345", "1.2345", "1,2345" },
  { "1.2345", 9, "1.2345", "1.2345", "1,2345" },
};

static void
test_round (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (round_cases); i++)
    {
      TrinhDecimal number = decimal (round_cases[i].number);
      g_autofree char *format = trinh_decimal_format_with (number, round_cases[i].decimals);

      assert_canonical (trinh_decimal_round (number, round_cases[i].decimals), round_cases[i].rounded);
      assert_canonical (trinh_decimal_truncate (number, round_cases[i].decimals), round_cases[i].truncated);
      g_assert_cmpstr (format, ==, round_cases[i].format);
    }
}

typedef gboolean (*Operation) (TrinhDecimal a,
                               TrinhDecimal b,
                               TrinhDecimal *result);

static const struct
{
  const char *a;
  Operation operation;
  const char *b;
  const char *result; /* NULL: refused */
} arithmetic_cases[] = {
  { "1.5", trinh_decimal_add, "2.25", "3.75" },
  { "95.40", trinh_decimal_add, "1.1", "96.50" },
  { "0.1", trinh_decimal_add, "0.2", "0.3" },
  { "99999999999999.9999", trinh_decimal_add, "0", "99999999999999.9999" },
  { "99999999999999.9999", trinh_decimal_add, "0.0001", NULL },
  { "3", trinh_decimal_subtract, "5", "-2" },
  { "-99999999999999", trinh_decimal_subtract, "1", NULL },
  { "12.50", trinh_decimal_multiply, "2", "25" },
  { "-1.5", trinh_decimal_multiply, "1.5", "-2.25" },
  { "0.01", trinh_decimal_multiply, "0.005", "0.0001" },
  { "-0.01", trinh_decimal_multiply, "0.005", "-0.0001" },
  { "0.01", trinh_decimal_multiply, "0.0049", "0" },
  { "10000000", trinh_decimal_multiply, "9999999", "99999990000000" },
  { "10000000", trinh_decimal_multiply, "10000000", NULL },
  { "99999999999999", trinh_decimal_multiply, "99999999999999", NULL },
  { "14", trinh_decimal_divide, "33", "0.4242" },
  { "1400", trinh_decimal_divide, "33", "42.4242" },
  { "2", trinh_decimal_divide, "3", "0.6667" },
  { "-2", trinh_decimal_divide, "3", "-0.6667" },
  { "1", trinh_decimal_divide, "2", "0.5" },
  { "6", trinh_decimal_divide, "3", "2" },
  { "0", trinh_decimal_divide, "3", "0" },
  { "5", trinh_decimal_divide, "0", NULL },
  { "0", trinh_decimal_divide, "0", NULL },
  { "99999999999999", trinh_decimal_divide, "0.5", NULL },
};

static void
test_arithmetic (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (arithmetic_cases); i++)
    {
      TrinhDecimal result = { 42, 4 };
      gboolean done = arithmetic_cases[i].operation (decimal (arithmetic_cases[i].a), decimal (arithmetic_cases[i].b), &result);

      g_test_message ("%s, %s", arithmetic_cases[i].a, arithmetic_cases[i].b);
      g_assert_cmpint (done, ==, arithmetic_cases[i].result != NULL);
      assert_canonical (result, done ? arithmetic_cases[i].result : "0.0042");
    }
}

static void
test_compare (void)
{
  g_assert_cmpint (trinh_decimal_compare (decimal ("1"), decimal ("2")), <, 0);
  g_assert_cmpint (trinh_decimal_compare (decimal ("-1"), decimal ("-2")), >, 0);
  g_assert_cmpint (trinh_decimal_compare (decimal ("1.50"), decimal ("1.5")), ==, 0);
  g_assert_true (trinh_decimal_is_whole (decimal ("3.00")));
  g_assert_true (trinh_decimal_is_whole (TRINH_DECIMAL_INIT (-3)));
  g_assert_false (trinh_decimal_is_whole (decimal ("3.0001")));
}

/* What the caller forgot to count is still written. */
static void
test_lost_decimals (void)
{
  g_autofree char *format = trinh_decimal_format ((TrinhDecimal) { 12345, 0 });

  g_assert_cmpstr (format, ==, "1,2345");
  assert_canonical ((TrinhDecimal) { 12340, 1 }, "1.234");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/decimal/canonical", test_canonical);
  g_test_add_func ("/decimal/typed", test_typed);
  g_test_add_func ("/decimal/both-readings", test_both_readings);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/round", test_round);
  g_test_add_func ("/decimal/arithmetic", test_arithmetic);
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/lost-decimals", test_lost_decimals);

  return g_test_run ();
}
