/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * trinh_file_choice_open:
 * @window: (nullable): over which it is shown
 * @kind: what the files are called: "Certificates (.cer, .pem)"
 * @suffixes: what they end in, without the dot
 * @callback: gets the GtkFileDialog; it calls gtk_file_dialog_open_finish()
 *
 * The file dialog for one kind of files, with a way to see all of them.
 */
void trinh_file_choice_open (GtkWindow *window,
                             const char *title,
                             const char *kind,
                             const char *const *suffixes,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

G_END_DECLS
