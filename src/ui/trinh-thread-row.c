/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-lines-view.h"
#include "trinh-remark-text.h"
#include "trinh-report-page.h"
#include "trinh-thread-row.h"
#include "trinh-work-remarks.h"

struct _TrinhThreadRow
{
  GtkListBoxRow parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhRemarkThread *thread;

  /* Template References */
  GtkLabel *place;
  GtkWidget *settled;
  GtkWidget *go_button;
  GtkLabel *quote;
  GtkBox *remarks;
  GtkWidget *answer_box;
  GtkTextBuffer *buffer;
  TrinhLinesView *answer;
  GtkWidget *answer_button;
  GtkButton *settle_button;

  gboolean placeless;
};

G_DEFINE_FINAL_TYPE (TrinhThreadRow, trinh_thread_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_settled (TrinhThreadRow *self)
{
  return trinh_remark_thread_get_settled (self->thread);
}

/* What is written goes with it, if anything is. */
static void
say (TrinhThreadRow *self,
     TrinhRemarkMark mark,
     const char *done)
{
  g_autofree char *text = trinh_lines_view_dup_words (self->buffer);
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (self->work, text);
  g_autoptr (TrinhRemark) answer = trinh_remark_in_thread (remark, trinh_remark_thread_get_id (self->thread), mark);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  g_autoptr (GtkTextBuffer) buffer = g_object_ref (self->buffer);
  g_autoptr (GError) error = NULL;

  if (!trinh_work_add_remark (self->work, answer, &error))
    {
      gtk_widget_activate_action (root, "win.toast", "s", error->message);
      return;
    }
  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_widget_activate_action (root, "win.toast-undo", "s", done);
}

static void
answer_clicked_cb (TrinhThreadRow *self)
{
  g_autofree char *text = trinh_lines_view_dup_words (self->buffer);

  if (text[0] != '\0')
    say (self, TRINH_REMARK_SAYS, _ ("The answer was added"));
}

static void
settle_clicked_cb (TrinhThreadRow *self)
{
  if (is_settled (self))
    say (self, TRINH_REMARK_REOPENS, _ ("The thread is open again"));
  else
    say (self, TRINH_REMARK_SETTLES, _ ("The thread is settled"));
}

static void
go_clicked_cb (TrinhThreadRow *self)
{
  g_autofree char *place = g_strdup_printf ("thread:%s", trinh_remark_thread_get_id (self->thread));

  trinh_report_page_go_to (GTK_WIDGET (self), place);
}

static void
changed_cb (TrinhThreadRow *self)
{
  g_autofree char *text = trinh_lines_view_dup_words (self->buffer);

  gtk_widget_set_sensitive (self->answer_button, text[0] != '\0');
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static const char *
get_mark_text (TrinhRemark *remark)
{
  switch (trinh_remark_get_mark (remark))
    {
    case TRINH_REMARK_SETTLES:
      return _ ("Settled the thread.");
    case TRINH_REMARK_REOPENS:
      return _ ("Opened the thread again.");
    case TRINH_REMARK_SAYS:
    default:
      return NULL;
    }
}

static GtkWidget *
make_remark (TrinhRemark *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *byline = trinh_remark_text_dup_byline (remark);
  GtkWidget *head = make_label (byline, "caption");

  gtk_widget_add_css_class (head, "dim-label");
  gtk_box_append (GTK_BOX (box), head);
  if (trinh_remark_get_text (remark)[0] != '\0')
    gtk_box_append (GTK_BOX (box), make_label (trinh_remark_get_text (remark), NULL));
  if (get_mark_text (remark) != NULL)
    gtk_box_append (GTK_BOX (box), make_label (get_mark_text (remark), "caption"));

  return box;
}

static void
fill_remarks (TrinhThreadRow *self)
{
  GPtrArray *remarks = trinh_remark_thread_get_remarks (self->thread);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_box_remove (self->remarks, child);
  for (guint i = 0; i < remarks->len; i++)
    gtk_box_append (self->remarks, make_remark (remarks->pdata[i]));
}

static void
fill_place (TrinhThreadRow *self)
{
  TrinhRemark *first = trinh_remark_thread_get_first (self->thread);
  const gboolean somewhere = trinh_remark_get_cell (first) != NULL || trinh_remark_get_section (first) != NULL;
  g_autofree char *place = trinh_remark_text_dup_place (self->work, first);
  g_autofree char *quote = trinh_remark_text_dup_quote (self->work, first);

  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), !self->placeless);
  gtk_widget_set_visible (self->go_button, somewhere && !self->placeless);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), quote[0] != '\0');
}

static void
update (TrinhThreadRow *self)
{
  fill_place (self);
  fill_remarks (self);
  gtk_widget_set_visible (self->settled, is_settled (self));
  gtk_button_set_label (self->settle_button, is_settled (self) ? _ ("Open again") : _ ("Settle"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->settle_button), is_settled (self) ? _ ("There is something left to say") : _ ("Nothing is left to say"));
  gtk_widget_set_visible (self->answer_box, trinh_work_can_remark (self->work));
}

/* To the answer, or where there is nothing to answer to what leads away */
static gboolean
trinh_thread_row_grab_focus (GtkWidget *widget)
{
  TrinhThreadRow *self = TRINH_THREAD_ROW (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->answer_box) ? GTK_WIDGET (self->answer) : self->go_button);
}

static gboolean
send_shortcut_cb (GtkWidget *widget,
                  GVariant *args,
                  gpointer user_data)
{
  answer_clicked_cb (TRINH_THREAD_ROW (widget));

  return GDK_EVENT_STOP;
}

static void
trinh_thread_row_dispose (GObject *object)
{
  TrinhThreadRow *self = TRINH_THREAD_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_THREAD_ROW);
  g_clear_object (&self->work);
  g_clear_object (&self->thread);

  G_OBJECT_CLASS (trinh_thread_row_parent_class)->dispose (object);
}

static void
trinh_thread_row_class_init (TrinhThreadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_thread_row_dispose;
  widget_class->grab_focus = trinh_thread_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-thread-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, place);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, settled);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, go_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, quote);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, remarks);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, answer_box);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, answer);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, answer_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhThreadRow, settle_button);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
trinh_thread_row_init (TrinhThreadRow *self)
{
  g_type_ensure (TRINH_TYPE_LINES_VIEW);

  gtk_widget_init_template (GTK_WIDGET (self));
  trinh_lines_view_add_send_key (GTK_WIDGET (self), send_shortcut_cb);
}

GtkWidget *
trinh_thread_row_new (TrinhWork *work,
                      TrinhRemarkThread *thread)
{
  TrinhThreadRow *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (thread), NULL);

  self = g_object_new (TRINH_TYPE_THREAD_ROW, NULL);
  self->work = g_object_ref (work);
  trinh_thread_row_set_thread (self, thread);

  return GTK_WIDGET (self);
}

TrinhRemarkThread *
trinh_thread_row_get_thread (TrinhThreadRow *self)
{
  g_return_val_if_fail (TRINH_IS_THREAD_ROW (self), NULL);

  return self->thread;
}

void
trinh_thread_row_set_thread (TrinhThreadRow *self,
                             TrinhRemarkThread *thread)
{
  g_return_if_fail (TRINH_IS_THREAD_ROW (self));
  g_return_if_fail (TRINH_IS_REMARK_THREAD (thread));

  g_set_object (&self->thread, thread);
  update (self);
}

void
trinh_thread_row_hide_place (TrinhThreadRow *self)
{
  g_return_if_fail (TRINH_IS_THREAD_ROW (self));

  self->placeless = TRUE;
  fill_place (self);
}

gboolean
trinh_thread_row_matches (TrinhThreadRow *self,
                          const char *words)
{
  GPtrArray *remarks;
  g_autoptr (GString) all = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (TRINH_IS_THREAD_ROW (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  all = g_string_new (gtk_label_get_label (self->place));
  g_string_append_printf (all, "\n%s", gtk_label_get_label (self->quote));
  remarks = trinh_remark_thread_get_remarks (self->thread);
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (all, "\n%s\n%s", trinh_remark_get_by (remarks->pdata[i]), trinh_remark_get_text (remarks->pdata[i]));
  parts = g_strsplit (words, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && !trinh_language_contains (all->str, parts[i]))
      return FALSE;

  return TRUE;
}
