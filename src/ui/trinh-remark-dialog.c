/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-lines-view.h"
#include "trinh-remark-dialog.h"
#include "trinh-remark-text.h"
#include "trinh-thread-list.h"
#include "trinh-work-remarks.h"

#define HEIGHT_WITH_THREADS 480

struct _TrinhRemarkDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhWork *work;
  char *cell;    /* (nullable) */
  char *section; /* (nullable) */
  char *words;   /* (nullable) */

  /* Template References */
  GtkLabel *place;
  GtkLabel *quote;
  GtkWidget *new_box;
  GtkWidget *text;
  GtkTextBuffer *buffer;
  GtkLabel *problem;
  GtkWidget *add_button;
  TrinhThreadList *threads;

  guint start;
};

G_DEFINE_FINAL_TYPE (TrinhRemarkDialog, trinh_remark_dialog, ADW_TYPE_DIALOG)

static TrinhRemark *
make_remark (TrinhRemarkDialog *self,
             const char *text)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (self->work, text);

  if (self->cell != NULL)
    return trinh_remark_on_cell (remark, self->cell);
  if (self->section != NULL)
    return trinh_remark_on_section (remark, self->section, self->words, self->start);

  return g_steal_pointer (&remark);
}

static void
add_clicked_cb (TrinhRemarkDialog *self)
{
  g_autofree char *text = trinh_lines_view_dup_words (self->buffer);
  g_autoptr (TrinhRemark) remark = NULL;
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;
  remark = make_remark (self, text);
  if (trinh_work_add_remark (self->work, remark, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
changed_cb (TrinhRemarkDialog *self)
{
  g_autofree char *text = trinh_lines_view_dup_words (self->buffer);

  gtk_widget_set_sensitive (self->add_button, text[0] != '\0');
}

static gboolean
add_shortcut_cb (GtkWidget *widget,
                 GVariant *args,
                 gpointer user_data)
{
  add_clicked_cb (TRINH_REMARK_DIALOG (widget));

  return GDK_EVENT_STOP;
}

static void
trinh_remark_dialog_dispose (GObject *object)
{
  TrinhRemarkDialog *self = TRINH_REMARK_DIALOG (object);

  /* A closing dialog may keep its widgets for a frame, not the report. */
  if (self->threads != NULL)
    trinh_thread_list_set_work (self->threads, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_REMARK_DIALOG);
  g_clear_object (&self->work);
  g_clear_pointer (&self->cell, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (trinh_remark_dialog_parent_class)->dispose (object);
}

static void
trinh_remark_dialog_class_init (TrinhRemarkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_remark_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-remark-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, quote);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, new_box);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhRemarkDialog, threads);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
trinh_remark_dialog_init (TrinhRemarkDialog *self)
{
  g_type_ensure (TRINH_TYPE_LINES_VIEW);
  g_type_ensure (TRINH_TYPE_THREAD_LIST);

  gtk_widget_init_template (GTK_WIDGET (self));
  trinh_lines_view_add_send_key (GTK_WIDGET (self), add_shortcut_cb);
}

/* A signed report is only read. */
static void
fill (TrinhRemarkDialog *self)
{
  const gboolean can_remark = trinh_work_can_remark (self->work);
  g_autoptr (TrinhRemark) remark = make_remark (self, "");
  g_autofree char *place = trinh_remark_text_dup_place (self->work, remark);
  g_autofree char *quote = trinh_remark_text_dup_quote (self->work, remark);

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), quote[0] != '\0');
  gtk_widget_set_visible (self->new_box, can_remark);
  gtk_widget_set_visible (self->add_button, can_remark);
  trinh_thread_list_set_work (self->threads, self->work);
  trinh_thread_list_set_place (self->threads, self->cell, self->section);
  if (trinh_thread_list_get_n_shown (self->threads) == 0 && can_remark)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->threads), TRUE);
  /* The height of its own accord is that of a wide dialog: in a narrow one the last buttons would be cut. */
  adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT_WITH_THREADS);
}

AdwDialog *
trinh_remark_dialog_new (TrinhWork *work,
                         const char *cell,
                         const char *section,
                         const char *quote,
                         guint start)
{
  TrinhRemarkDialog *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_REMARK_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->cell = g_strdup (cell);
  self->section = g_strdup (section);
  self->words = g_strdup (quote);
  self->start = start;
  fill (self);

  return ADW_DIALOG (self);
}
