/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-dialogs.h"

void
trinh_about_dialog_present (TrinhWindow *window)
{
  AdwDialog *dialog;

  g_return_if_fail (TRINH_IS_WINDOW (window));

  dialog = g_object_new (ADW_TYPE_ABOUT_DIALOG,
                         "application-name",
                         "Trình Ký",
                         "application-icon",
                         APPLICATION_ID,
                         "version",
                         PACKAGE_VERSION,
                         "developer-name",
                         _ ("Trình Ký contributors"),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         "copyright",
                         _ ("© Trình Ký contributors"),
                         "comments",
                         _ ("Periodic reports of a People’s Committee: enter the figures, see what contradicts, print and submit for signature."),
                         /* Translators: your names, one per line */
                         "translator-credits",
                         _ ("translator-credits"),
                         NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}
