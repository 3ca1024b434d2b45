/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-language.h"

#define THOUSAND G_GUINT64_CONSTANT (1000)
#define MILLION G_GUINT64_CONSTANT (1000000)
#define MILLIARD G_GUINT64_CONSTANT (1000000000)

static const char *const digit_words[] = { "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };

static void
add_word (GString *words,
          const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* Behind "mười" five is "lăm"; behind "mươi" one is "mốt" and four "tư" as well. */
static void
add_unit (GString *words,
          guint tens,
          guint unit)
{
  if (unit == 5 && tens > 0)
    add_word (words, "lăm");
  else if (unit == 1 && tens > 1)
    add_word (words, "mốt");
  else if (unit == 4 && tens > 1)
    add_word (words, "tư");
  else
    add_word (words, digit_words[unit]);
}

/* @follows: higher groups were said, so an empty hundred is said too ("không trăm linh năm") */
static void
add_group (GString *words,
           guint group,
           gboolean follows)
{
  guint hundreds = group / 100;
  guint tens = group / 10 % 10;
  guint unit = group % 10;

  if (hundreds > 0 || follows)
    {
      add_word (words, digit_words[hundreds]);
      add_word (words, "trăm");
    }
  if (tens > 1)
    {
      add_word (words, digit_words[tens]);
      add_word (words, "mươi");
    }
  else if (tens == 1)
    add_word (words, "mười");
  else if (unit > 0 && (hundreds > 0 || follows))
    add_word (words, "linh");
  if (unit > 0)
    add_unit (words, tens, unit);
}

static void
add_below_milliard (GString *words,
                    guint64 number,
                    gboolean follows)
{
  static const struct
  {
    guint64 size;
    const char *word;
  } steps[] = { { MILLION, "triệu" }, { THOUSAND, "nghìn" }, { 1, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint group = (guint) (number / steps[i].size % THOUSAND);

      if (group == 0)
        continue;
      add_group (words, group, follows);
      if (steps[i].word != NULL)
        add_word (words, steps[i].word);
      follows = TRUE;
    }
}

static void
add_whole (GString *words,
           guint64 number)
{
  guint64 milliards = number / MILLIARD;

  if (number == 0)
    add_word (words, digit_words[0]);
  if (milliards > 0)
    {
      add_below_milliard (words, milliards, FALSE);
      add_word (words, "tỷ");
    }
  add_below_milliard (words, number % MILLIARD, milliards > 0);
}

/* Each leading zero is said, the rest is read as a number: 0,05 "không năm", 0,45 "bốn mươi lăm" */
static void
add_fraction (GString *words,
              guint64 fraction,
              guint decimals)
{
  guint64 step = 1;

  for (guint i = 1; i < decimals; i++)
    step *= 10;

  add_word (words, "phẩy");
  for (; step > 1 && fraction < step; step /= 10)
    add_word (words, digit_words[0]);
  add_whole (words, fraction);
}

static char *
capitalize (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

char *
trinh_language_words (TrinhDecimal number)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint64 units = number.units < 0 ? -(guint64) number.units : (guint64) number.units;
  guint64 fraction = units % TRINH_DECIMAL_SCALE;
  guint decimals = TRINH_DECIMAL_MAX_DECIMALS;

  for (; decimals > number.decimals && fraction % 10 == 0; decimals--)
    fraction /= 10;

  if (number.units < 0)
    add_word (words, "âm");
  add_whole (words, units / TRINH_DECIMAL_SCALE);
  if (decimals > 0)
    add_fraction (words, fraction, decimals);

  return capitalize (words->str);
}

char *
trinh_language_amount_words (TrinhDecimal number)
{
  g_autofree char *words = trinh_language_words (number);

  return g_strconcat (words, " đồng", NULL);
}
