/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-core.h"

/* "a [-b-]{+c+}" */
static char *
show (GArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TrinhTextChange *change = &g_array_index (changes, TrinhTextChange, i);

      g_string_append_printf (text, change->kind == TRINH_TEXT_SAME ? "%s" : change->kind == TRINH_TEXT_REMOVED ? "[-%s-]"
                                                                                                                : "{+%s+}",
                              change->text);
    }
  return g_string_free (text, FALSE);
}

static char *
join (GArray *changes,
      TrinhTextChangeKind left_out)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, TrinhTextChange, i).kind != left_out)
      g_string_append (text, g_array_index (changes, TrinhTextChange, i).text);
  return g_string_free (text, FALSE);
}

static void
assert_whole (GArray *changes,
              const char *before,
              const char *after)
{
  g_autofree char *old = join (changes, TRINH_TEXT_ADDED);
  g_autofree char *new = join (changes, TRINH_TEXT_REMOVED);

  g_assert_cmpstr (old, ==, before);
  g_assert_cmpstr (new, ==, after);
}

static void
test_words (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "", "", "" },
    { "", "Mới.", "{+Mới.+}" },
    { "Cũ.", "", "[-Cũ.-]" },
    { "Đã ban hành 18 văn bản.", "Đã ban hành 18 văn bản.", "Đã ban hành 18 văn bản." },
    { "Đã ban hành 18 văn bản.", "Đã ban hành 21 văn bản.", "Đã ban hành [-18-]{+21+} văn bản." },
    { "một hai ba", "một ba", "một [-hai -]ba" },
    { "a\nb", "a\n- c\nb", "a\n{+- c\n+}b" },
    { "63,6 %", "42,4 %", "[-63-]{+42+},[-6-]{+4+} %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) changes = trinh_text_changes_find (cases[i].before, cases[i].after);
      g_autofree char *shown = show (changes);

      g_assert_cmpstr (shown, ==, cases[i].expected);
      assert_whole (changes, cases[i].before, cases[i].after);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (before, "từ %u ", i);
      g_string_append_printf (after, "từ %u ", i + i % 7);
    }
  changes = trinh_text_changes_find (before->str, after->str);
  assert_whole (changes, before->str, after->str);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-changes/words", test_words);
  g_test_add_func ("/core/text-changes/long", test_long);
  return g_test_run ();
}
