/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-focus.h"
#include "trinh-lines-view.h"
#include "trinh-open-point-row.h"
#include "trinh-submit-dialog.h"
#include "trinh-work-review.h"

struct _TrinhSubmitDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhWork *work;

  /* Template References */
  GtkWidget *submit_button;
  GtkLabel *summary;
  GtkListBox *list;
  GtkTextBuffer *buffer;
  GtkLabel *problem;

  guint update_source; /* many findings change with one edit: the list follows once */
};

enum
{
  GO,
  SUBMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSubmitDialog, trinh_submit_dialog, ADW_TYPE_DIALOG)

static void
go_cb (TrinhSubmitDialog *self,
       const char *place)
{
  g_autofree char *wanted = g_strdup (place);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[GO], 0, wanted);
}

static TrinhOpenPointRow *
get_row (TrinhSubmitDialog *self,
         guint position)
{
  return TRINH_OPEN_POINT_ROW (gtk_list_box_get_row_at_index (self->list, (int) position));
}

static gboolean
is_open (TrinhOpenPointRow *row,
         GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    if (trinh_open_point_row_shows (row, points->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The rows that stay keep what is half written in them. */
static void
fill_list (TrinhSubmitDialog *self,
           GPtrArray *points)
{
  TrinhOpenPointRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL;)
    if (is_open (row, points))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < points->len; i++)
    {
      row = get_row (self, i);
      if (row != NULL && trinh_open_point_row_shows (row, points->pdata[i]))
        continue;
      row = TRINH_OPEN_POINT_ROW (trinh_open_point_row_new (self->work, points->pdata[i]));
      g_signal_connect_object (row, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) i);
    }
}

static void
show_summary (TrinhSubmitDialog *self,
              guint n)
{
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u point is open. Give it a value, a reason or an answer; then the report can be submitted.", "%u points are open. Give each a value, a reason or an answer; then the report can be submitted.", n), n);
  else
    text = g_strdup (_ ("Nothing is open: the report can be submitted. Whoever signs it sees it next; until then it can be taken back."));
  gtk_label_set_label (self->summary, text);
}

/* Nothing in the dialog has it: a row that went had. */
static gboolean
has_lost_keyboard (TrinhSubmitDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && (focus == NULL || !gtk_widget_is_ancestor (focus, adw_dialog_get_child (ADW_DIALOG (self))));
}

/* What was settled takes its row away, and the keyboard goes to the next one, at last to the button; also where the row
 * has let go of it already. */
static void
update (TrinhSubmitDialog *self)
{
  const gboolean had = has_lost_keyboard (self) || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr (GPtrArray) points = trinh_work_list_open_points (self->work);
  const gboolean can_submit = points->len == 0 && trinh_work_can_step (self->work, TRINH_STEP_SUBMIT, NULL);

  fill_list (self, points);
  show_summary (self, points->len);
  gtk_widget_set_visible (GTK_WIDGET (self->list), points->len > 0);
  gtk_widget_set_sensitive (self->submit_button, can_submit);
  if (had && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    trinh_focus_first (points->len > 0 ? GTK_WIDGET (get_row (self, 0)) : self->submit_button);
}

static gboolean
update_idle (gpointer user_data)
{
  TrinhSubmitDialog *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (TrinhSubmitDialog *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_idle, self);
}

static void
submit_clicked_cb (TrinhSubmitDialog *self)
{
  g_autofree char *remark = trinh_lines_view_dup_words (self->buffer);
  g_autoptr (GError) error = NULL;

  if (!trinh_work_do_step (self->work, TRINH_STEP_SUBMIT, remark, &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
trinh_submit_dialog_dispose (GObject *object)
{
  TrinhSubmitDialog *self = TRINH_SUBMIT_DIALOG (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SUBMIT_DIALOG);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (trinh_submit_dialog_parent_class)->dispose (object);
}

static void
trinh_submit_dialog_class_init (TrinhSubmitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_submit_dialog_dispose;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-submit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSubmitDialog, submit_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSubmitDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TrinhSubmitDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TrinhSubmitDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TrinhSubmitDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked_cb);
}

static void
trinh_submit_dialog_init (TrinhSubmitDialog *self)
{
  g_type_ensure (TRINH_TYPE_LINES_VIEW);

  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
trinh_submit_dialog_new (TrinhWork *work)
{
  TrinhSubmitDialog *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_SUBMIT_DIALOG, NULL);
  self->work = g_object_ref (work);
  g_signal_connect_object (trinh_work_get_report (work), "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trinh_work_get_evaluation (work), "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_DIALOG (self);
}
