/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Reports come into the window: from a file, with what it brings, and from the store */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-doubt-dialog.h"
#include "trinh-merge-dialog.h"
#include "trinh-window-private.h"

static void
show_opened (TrinhWindow *self,
             TrinhWork *work,
             const GError *error)
{
  if (work != NULL)
    trinh_window_show_work (self, work);
  else
    trinh_window_show_error (self, _ ("The report could not be opened"), error);
}

/* A paper that shows something else than the report in it is not to be relied on: that is worth stopping for. */
static void
tell_match (TrinhWindow *self,
            GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *explanation = NULL;
  TrinhPagesMatch match;
  AdwDialog *dialog;

  if (!trinh_session_is_pdf (file) || !trinh_session_match_pages (trinh_window_get_session (self), file, &match, &explanation, NULL))
    return;
  if (match == TRINH_PAGES_MATCH_YES)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", explanation);
      return;
    }
  dialog = adw_alert_dialog_new (match == TRINH_PAGES_MATCH_NO ? _ ("The pages do not show this report") : _ ("The pages may not show this report"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _ ("%s\nWhat was opened is the report that “%s” carries. Hold it against the pages before you rely on them."), explanation, name);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* How far the journal is: what brings nothing leaves it there. */
static gint64
get_journal_row (TrinhWindow *self)
{
  TrinhStore *store = trinh_session_get_store (trinh_window_get_session (self), NULL);
  g_autofree char *head = NULL;
  gint64 row = 0;

  if (store != NULL)
    head = trinh_store_dup_journal_head (store, 0, &row, NULL);

  return head != NULL ? row : 0;
}

static void
tell_nothing_new (TrinhWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The file has nothing new; the report has all of it."));
}

/* A copy that has nothing to bring, and no part that comes back by it, is only told of. */
static void
show_merge (TrinhWindow *self,
            TrinhWork *work,
            TrinhMerge *merge)
{
  const gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (merge)) == 0;

  if (nothing && (trinh_merge_get_known (merge) || trinh_merge_get_part (merge) == NULL))
    tell_nothing_new (self);
  else
    trinh_merge_dialog_present (trinh_window_get_session (self), work, merge, GTK_WIDGET (self));
}

static void
vouched_cb (GtkWidget *parent,
            GFile *file)
{
  trinh_window_open_file (TRINH_WINDOW (parent), file);
}

void
trinh_window_open_file (TrinhWindow *self,
                        GFile *file)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  gboolean doubted;
  gint64 row;

  g_return_if_fail (TRINH_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  /* What is being typed is part of what the file is compared with. */
  if (!_trinh_window_finish (self))
    return;
  row = get_journal_row (self);
  work = trinh_session_open_copy (trinh_window_get_session (self), file, &merge, &error);
  show_opened (self, work, error);
  if (work == NULL)
    return;
  doubted = trinh_doubt_dialog_present (trinh_window_get_session (self), GTK_WIDGET (self), file, vouched_cb);
  if (!doubted)
    tell_match (self, file);
  if (merge != NULL)
    show_merge (self, work, merge);
  else if (!doubted && get_journal_row (self) == row)
    tell_nothing_new (self);
}

void
trinh_window_open_stored (TrinhWindow *self,
                          const char *report_id)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_WINDOW (self));
  g_return_if_fail (report_id != NULL);

  /* It may be the one that is open: what is being typed there comes first. */
  if (!_trinh_window_finish (self))
    return;
  work = trinh_session_open_stored (trinh_window_get_session (self), report_id, &error);
  show_opened (self, work, error);
}

void
trinh_window_open_sample (TrinhWindow *self)
{
  g_autoptr (TrinhWork) work = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_WINDOW (self));

  if (!_trinh_window_finish (self))
    return;
  work = trinh_session_open_sample (trinh_window_get_session (self), &error);
  show_opened (self, work, error);
}
