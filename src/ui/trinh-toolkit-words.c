/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-toolkit-words.h"

#define TOOLKIT "libadwaita"
/* The name of the button that closes a dialog: a sheet asks the program for it, by an oversight of libadwaita's. */
#define SAMPLE N_ ("Close")

/* Its translation to Vietnamese has fourteen words, and none that a screen reader speaks. One that knows the sample is
 * complete enough to be left alone, and so is any language that we have no words for. */
void
trinh_toolkit_words_complete (void)
{
  if (!g_str_equal (g_dgettext (TOOLKIT, SAMPLE), SAMPLE))
    return;

  bindtextdomain (TOOLKIT, PKGDATADIR "/locale");
  bind_textdomain_codeset (TOOLKIT, "UTF-8");
}
