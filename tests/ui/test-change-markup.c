/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include <pango/pango.h>

#include "trinh-change-markup.h"

#define GONE(words) "<span strikethrough=\"true\" alpha=\"65%\">" words "</span>"
#define NEW(words) "<span underline=\"single\" weight=\"bold\">" words "</span>"

static void
test_words (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *markup;
  } cases[] = {
    { "14", "15", GONE ("14") " " NEW ("15") },
    { "", "15", NEW ("15") },
    { "14", "", GONE ("14") },
    { "như cũ", "như cũ", "như cũ" },
    { "a < b", "a > b", "a " GONE ("&lt;") " " NEW ("&gt;") " b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = trinh_change_markup_new (cases[i].before, cases[i].after);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

/* Of a long text only what stands near the change is read again, whole words of it. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (before, "từ%u ", i);
  after = g_string_new (before->str);
  g_string_replace (after, "từ30 ", "chữ ", 1);
  markup = trinh_change_markup_new (before->str, after->str);
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "… từ"));
  g_assert_true (g_str_has_suffix (text, " …"));
  g_assert_nonnull (strstr (text, " từ29 từ30 chữ từ31 "));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 140);
}

static void
test_spoken (void)
{
  g_autofree char *changed = trinh_change_words_new ("14", "15");
  g_autofree char *added = trinh_change_words_new ("", "15");
  g_autofree char *removed = trinh_change_words_new ("14", "");

  g_assert_cmpstr (changed, ==, "“14” became “15”");
  g_assert_cmpstr (added, ==, "New: “15”");
  g_assert_cmpstr (removed, ==, "Taken out: “14”");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/change-markup/words", test_words);
  g_test_add_func ("/ui/change-markup/long", test_long);
  g_test_add_func ("/ui/change-markup/spoken", test_spoken);
  return g_test_run ();
}
