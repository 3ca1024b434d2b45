/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-secret-entry.h"

void
trinh_secret_entry_prepare (GtkEditable *entry)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_EDITABLE (entry));

  text = gtk_editable_get_delegate (entry);
  g_return_if_fail (GTK_IS_TEXT (text));

  gtk_editable_set_enable_undo (entry, FALSE);
  /* Keys and dead keys only. */
  g_object_set (text, "im-module", "gtk-im-context-simple", NULL);
}
