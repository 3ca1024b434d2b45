/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-font.h"

/* What is installed does not change while the program runs, and asking again would need all fonts' data a second time. */
static const char *last_family; /* interned; of any thread */

void
_trinh_layout_font_remember (const char *family)
{
  g_atomic_pointer_set (&last_family, g_intern_string (family));
}

const char *
trinh_layout_font_get_family (void)
{
  return g_atomic_pointer_get (&last_family);
}

char *
trinh_layout_font_describe (const char *family,
                            const char *prescribed)
{
  g_return_val_if_fail (family != NULL, NULL);
  g_return_val_if_fail (prescribed != NULL, NULL);

  return g_strdup_printf (_ ("The pages are set in the font “%s” because neither “%s” nor “Liberation Serif” is installed; install one of them (package fonts-liberation) and make the pages again."), family, prescribed);
}
