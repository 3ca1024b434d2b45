/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pages.h"

/* What a section's text is printed as */
static gboolean
is_paragraph (const TrinhBox *box)
{
  static const char *const roles[] = { "paragraph", "list-item", "run-in", NULL };

  return g_strv_contains (roles, box->role);
}

char *
trinh_pages_dup_place (TrinhPages *self,
                       const TrinhBox *box)
{
  GPtrArray *boxes;
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_PAGES (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  if (box->place == NULL || !is_paragraph (box))
    return box->place != NULL && g_str_has_prefix (box->role, "heading-") ? g_strdup_printf ("%s#0", box->place) : g_strdup (box->place);

  boxes = trinh_pages_get_boxes (self);
  for (guint i = 0; i < boxes->len && boxes->pdata[i] != box; i++)
    {
      const TrinhBox *other = boxes->pdata[i];

      n += is_paragraph (other) && !other->continued && g_strcmp0 (other->place, box->place) == 0;
    }
  /* The paragraph that goes on here was counted on the page before. */
  if (box->continued && n > 0)
    n--;

  return g_strdup_printf ("%s#%u", box->place, n);
}
