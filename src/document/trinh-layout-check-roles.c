/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What each text looks like: size, weight, slope, capitals, letters and font */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"
#include "trinh-layout-font.h"
#include "trinh-pages-private.h"

/* Stands for what no font has, which has a finding of its own */
#define HOLE 0x25A1

static void
check_size (TrinhLayoutCheck *self,
            const TrinhBox *box,
            const TrinhLayoutRole *role)
{
  g_autofree char *excerpt = NULL;

  if (trinh_limit_holds (role->size, box->size))
    return;

  excerpt = _trinh_layout_check_dup_excerpt (box);
  /* Translators: “text” on page N is set in X points; Y to Z are allowed */
  _trinh_layout_check_add_once (self, box, "layout-size", g_strdup_printf (_ ("“%s” on page %u is set in %g pt; %g to %g pt are allowed."), excerpt, box->page + 1, box->size, role->size.least, role->size.most));
}

static gboolean
is_broken (TrinhMust must,
           gboolean is)
{
  return must != TRINH_MUST_FREE && (must == TRINH_MUST_BE) != is;
}

/* A word of two letters shows whether the text is in capitals; "A B" does not. */
static gboolean
shows_case (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0' && n < 2; c = g_utf8_next_char (c))
    n = g_unichar_isalpha (g_utf8_get_char (c)) ? n + 1 : 0;

  return n == 2;
}

/* In "VI. KIẾN NGHỊ: Không." what follows the colon is said of the section, not its title. */
static gboolean
is_capitals (TrinhLayoutCheck *self,
             const TrinhBox *box)
{
  const char *colon = _trinh_layout_check_says_all (self, box) ? strrchr (box->text, ':') : NULL;
  g_autofree char *title = colon != NULL ? g_strndup (box->text, (gsize) (colon - box->text)) : g_strdup (box->text);
  g_autofree char *upper = g_utf8_strup (title, -1);

  return g_str_equal (title, upper);
}

static gboolean
is_wrong_case (TrinhLayoutCheck *self,
               const TrinhBox *box,
               TrinhMust must)
{
  return is_broken (must, is_capitals (self, box)) && (must == TRINH_MUST_BE || shows_case (box->text));
}

static void
check_style (TrinhLayoutCheck *self,
             const TrinhBox *box,
             const TrinhLayoutRole *role)
{
  const struct
  {
    gboolean broken;
    const char *rule;
    const char *message;
  } rows[] = {
    { is_broken (role->bold, box->bold), "layout-bold", role->bold == TRINH_MUST_BE ? _ ("must be bold") : _ ("must not be bold") },
    { is_broken (role->italic, box->italic), "layout-italic", role->italic == TRINH_MUST_BE ? _ ("must be italic") : _ ("must not be italic") },
    { box->text != NULL && is_wrong_case (self, box, role->capitals), "layout-capitals", role->capitals == TRINH_MUST_BE ? _ ("must be in capitals") : _ ("must not be in capitals") },
    { role->single_line && box->lines->len > 1, "layout-single-line", _ ("must stand on one line") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].broken)
      {
        g_autofree char *excerpt = _trinh_layout_check_dup_excerpt (box);

        /* Translators: “text” on page N must be bold */
        _trinh_layout_check_add_once (self, box, rows[i].rule, g_strdup_printf (_ ("“%s” on page %u %s."), excerpt, box->page + 1, rows[i].message));
      }
}

/* "U+1F600" of each; control characters are not shown themselves. (transfer full) */
static char *
describe_letters (const char *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_printf (text, "%sU+%04X", text->len > 0 ? ", " : "", g_utf8_get_char (c));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
check_letters (TrinhLayoutCheck *self,
               const TrinhBox *box)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *letters = NULL;

  if (box->unprinted == NULL || box->continued)
    return;

  excerpt = _trinh_layout_check_dup_excerpt (box);
  letters = describe_letters (box->unprinted);
  _trinh_layout_check_add (self, box, "layout-letter", g_strdup_printf (_ ("“%s” on page %u has characters that cannot be printed: %s. Write it without them."), excerpt, box->page + 1, letters));
}

/* "☑, ✓", without what only stands for others. (transfer full) */
static char *
list_letters (const TrinhBox *box,
              const char *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (box->unprinted != NULL && g_utf8_get_char (c) == HOLE)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_unichar (text, g_utf8_get_char (c));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the font lacks is shown by whatever font has it: it looks otherwise, on another machine otherwise again. */
static void
check_foreign_letters (TrinhLayoutCheck *self,
                       const TrinhBox *box)
{
  g_autofree char *foreign = *box->text != '\0' ? trinh_pages_dup_foreign_letters (self->pages, box->text) : NULL;
  g_autofree char *letters = NULL;
  g_autofree char *excerpt = NULL;

  if (foreign == NULL)
    return;
  letters = list_letters (box, foreign);
  if (*letters == '\0')
    return;
  excerpt = _trinh_layout_check_dup_excerpt (box);
  _trinh_layout_check_add (self, box, "layout-font", g_strdup_printf (_ ("“%s” on page %u has signs that the font “%s” lacks and that are shown in another one: %s. Write words or other signs."), excerpt, box->page + 1, box->family, letters));
}

/* One font sets all pages, so that its first text speaks for all. */
static void
check_font (TrinhLayoutCheck *self)
{
  const TrinhBox *box = self->boxes->len > 0 ? g_ptr_array_index (self->boxes, 0) : NULL;
  const char *const *fonts = (const char *const *) self->rules->fonts;

  if (box != NULL && box->family != NULL && !g_strv_contains (fonts, box->family))
    _trinh_layout_check_add (self, box, "layout-font", trinh_layout_font_describe (box->family, fonts[0] != NULL ? fonts[0] : "Times New Roman"));
}

void
_trinh_layout_check_roles (TrinhLayoutCheck *self)
{
  check_font (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (self->boxes, i);
      const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);

      check_letters (self, box);
      check_foreign_letters (self, box);
      if (role == NULL)
        continue;
      check_size (self, box, role);
      check_style (self, box, role);
    }
}
