/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-file-choice.h"
#include "trinh-signature-rows.h"
#include "trinh-signatures-page.h"

struct _TrinhSignaturesPage
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhSession *session;
  GCancellable *cancellable; /* of the check that runs */

  /* Template References */
  AdwWindowTitle *window_title;
  GtkWidget *choose_button;
  GtkStack *stack;
  AdwStatusPage *message;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (TrinhSignaturesPage, trinh_signatures_page, ADW_TYPE_BIN)

static void
show_page (TrinhSignaturesPage *self,
           const char *name)
{
  gtk_widget_set_visible (self->choose_button, !g_str_equal (name, "empty") && !g_str_equal (name, "message"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_message (TrinhSignaturesPage *self,
              const char *icon,
              const char *title,
              const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_icon_name (self->message, icon);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, escaped);
  show_page (self, "message");
}

static void
show_check (TrinhSignaturesPage *self,
            const TrinhSignatureCheck *check)
{
  GtkWidget *child;

  if (check->signatures->len == 0)
    {
      show_message (self, "trinhky-blank-symbolic", _ ("The file is not signed"), check->attached ? _ ("It carries a report, but nobody signed it. It may be opened and read; it proves nothing.") : _ ("It has no signature, and no report of this program in it."));
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  gtk_box_append (self->groups, trinh_signature_rows_new_verdict (check));
  for (guint i = 0; i < check->signatures->len; i++)
    gtk_box_append (self->groups, trinh_signature_rows_new (g_ptr_array_index (check->signatures, i)));
  show_page (self, "result");
}

static void
checked_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (TrinhSignaturesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhSignatureCheck) check = trinh_session_check_signatures_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return; /* another file is being checked, or the page is gone */
  g_clear_object (&self->cancellable);
  if (check != NULL)
    show_check (self, check);
  else
    show_message (self, "dialog-error-symbolic", _ ("The file cannot be checked"), error->message);
}

static void
open_dialog_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhSignaturesPage) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->stack != NULL)
    trinh_signatures_page_check_file (self, file);
}

static void
choose_cb (TrinhSignaturesPage *self)
{
  static const char *const suffixes[] = { "pdf", NULL };
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  trinh_file_choice_open (window, _ ("Check the signatures of a PDF"), _ ("PDF files"), suffixes, open_dialog_cb, g_object_ref (self));
}

static gboolean
drop_cb (TrinhSignaturesPage *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  trinh_signatures_page_check_file (self, files->data);

  return TRUE;
}

static void
trinh_signatures_page_dispose (GObject *object)
{
  TrinhSignaturesPage *self = TRINH_SIGNATURES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SIGNATURES_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trinh_signatures_page_parent_class)->dispose (object);
}

static void
trinh_signatures_page_class_init (TrinhSignaturesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_signatures_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-signatures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSignaturesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignaturesPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignaturesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignaturesPage, message);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignaturesPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
trinh_signatures_page_init (TrinhSignaturesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, "empty");
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
trinh_signatures_page_new (TrinhSession *session)
{
  TrinhSignaturesPage *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_SIGNATURES_PAGE, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

void
trinh_signatures_page_check_bytes (TrinhSignaturesPage *self,
                                   const char *name,
                                   GBytes *pdf)
{
  g_return_if_fail (TRINH_IS_SIGNATURES_PAGE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (pdf != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_window_title_set_subtitle (self->window_title, name);
  show_page (self, "busy");
  trinh_session_check_signatures_async (self->session, pdf, self->cancellable, checked_cb, g_object_ref (self));
}

void
trinh_signatures_page_check_file (TrinhSignaturesPage *self,
                                  GFile *file)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_SIGNATURES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  name = g_file_get_basename (file);
  pdf = trinh_session_read_bytes (file, &error);
  if (pdf != NULL)
    trinh_signatures_page_check_bytes (self, name, pdf);
  else
    show_message (self, "dialog-error-symbolic", _ ("The file cannot be checked"), error->message);
}

static TrinhSignaturesPage *
present (TrinhSession *session,
         GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *page = trinh_signatures_page_new (session);

  adw_dialog_set_title (dialog, _ ("Signatures"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, page);
  adw_dialog_present (dialog, parent);

  return TRINH_SIGNATURES_PAGE (page);
}

void
trinh_signatures_page_present (TrinhSession *session,
                               GFile *file,
                               GtkWidget *parent)
{
  TrinhSignaturesPage *self;

  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  self = present (session, parent);
  if (file != NULL)
    trinh_signatures_page_check_file (self, file);
}

void
trinh_signatures_page_present_bytes (TrinhSession *session,
                                     const char *name,
                                     GBytes *pdf,
                                     GtkWidget *parent)
{
  g_return_if_fail (TRINH_IS_SESSION (session));
  g_return_if_fail (pdf != NULL);

  trinh_signatures_page_check_bytes (present (session, parent), name, pdf);
}
