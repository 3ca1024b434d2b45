/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Files that go in and out: the picture, the final PDF for another program, the signed one that comes back */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-doubt-dialog.h"
#include "trinh-file-choice.h"
#include "trinh-picture.h"
#include "trinh-sign-sheet-private.h"

#define MILLIMETRES_PER_POINT (25.4 / 72)
#define PICTURE_NAME "chu-ky.png"

static GtkWindow *
get_window (TrinhSignSheet *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
show_picture (TrinhSignSheet *self,
              GBytes *bytes,
              GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *size = NULL;
  double width, height;

  if (!(self->role == TRINH_SIGNING_ROLE_OFFICE ? trinh_picture_measure_stamp (bytes, &width, &height, error)
                                                : trinh_picture_measure (bytes, &width, &height, NULL, error)))
    return FALSE;
  texture = gdk_texture_new_from_bytes (bytes, error);
  if (texture == NULL)
    return FALSE;
  size = g_strdup_printf (_ ("%.0f × %.0f mm on paper, if it fits"), width * MILLIMETRES_PER_POINT, height * MILLIMETRES_PER_POINT);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  adw_action_row_set_subtitle (self->picture_row, size);

  return TRUE;
}

static void
show_no_picture (TrinhSignSheet *self)
{
  g_clear_pointer (&self->picture_bytes, g_bytes_unref);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  adw_action_row_set_subtitle (self->picture_row, self->role == TRINH_SIGNING_ROLE_OFFICE ? _ ("None: nothing is seen of the stamp on the page") : _ ("None: nothing is seen of the signature on the page"));
}

static void
set_picture (TrinhSignSheet *self,
             GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (bytes != NULL && !show_picture (self, bytes, &error))
    {
      trinh_sign_sheet_tell (self, error->message);
      return;
    }
  if (bytes == NULL)
    show_no_picture (self);
  else
    {
      g_clear_pointer (&self->picture_bytes, g_bytes_unref);
      self->picture_bytes = g_bytes_ref (bytes);
    }
  gtk_widget_set_visible (self->picture, bytes != NULL);
  gtk_widget_set_visible (self->no_picture_button, bytes != NULL);
}

void
trinh_sign_sheet_set_picture (TrinhSignSheet *self,
                              GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_SIGN_SHEET (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  trinh_sign_sheet_tell (self, NULL);
  bytes = file != NULL ? trinh_session_read_bytes (file, &error) : NULL;
  if (error != NULL)
    trinh_sign_sheet_tell (self, error->message);
  else
    set_picture (self, bytes);
}

static void
picture_dialog_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (TrinhSignSheet) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->work != NULL)
    trinh_sign_sheet_set_picture (self, file);
}

void
trinh_sign_sheet_choose_picture (TrinhSignSheet *self)
{
  static const char *const suffixes[] = { "png", NULL };

  trinh_file_choice_open (get_window (self), _ ("Choose a picture"), _ ("Pictures with a transparent ground (PNG)"), suffixes, picture_dialog_cb, g_object_ref (self));
}

static void
vouched_cb (GtkWidget *parent,
            GFile *file)
{
  TrinhSignSheet *self = TRINH_SIGN_SHEET (parent);

  if (self->work != NULL)
    trinh_sign_sheet_take_signed (self, file);
}

void
trinh_sign_sheet_take_signed (TrinhSignSheet *self,
                              GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_SIGN_SHEET (self));
  g_return_if_fail (G_IS_FILE (file));

  trinh_sign_sheet_tell (self, NULL);
  if (trinh_session_take_signed (self->session, self->work, file, &error))
    trinh_sign_sheet_finish (self, _ ("The signed file was checked and kept. The report is signed."));
  else
    {
      trinh_sign_sheet_tell (self, error->message);
      trinh_doubt_dialog_present (self->session, GTK_WIDGET (self), file, vouched_cb);
    }
}

static void
signed_dialog_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (TrinhSignSheet) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->work != NULL)
    trinh_sign_sheet_take_signed (self, file);
}

void
trinh_sign_sheet_choose_signed (TrinhSignSheet *self)
{
  static const char *const suffixes[] = { "pdf", NULL };

  trinh_file_choice_open (get_window (self), _ ("Bring the signed file back"), _ ("PDF files"), suffixes, signed_dialog_cb, g_object_ref (self));
}

void
trinh_sign_sheet_save_final (TrinhSignSheet *self,
                             GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TRINH_IS_SIGN_SHEET (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->pdf == NULL)
    return;
  if (trinh_session_write_file (file, self->pdf, &error))
    trinh_sign_sheet_tell (self, _ ("The final PDF was saved. Sign it with the other program, change nothing else in it, then bring it back here."));
  else
    trinh_sign_sheet_tell (self, error->message);
}

static void
final_dialog_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (TrinhSignSheet) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && self->work != NULL)
    trinh_sign_sheet_save_final (self, file);
}

void
trinh_sign_sheet_choose_final (TrinhSignSheet *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s.pdf", trinh_report_get_title (trinh_work_get_report (self->work)));

  g_strdelimit (name, "/", '-');
  gtk_file_dialog_set_title (dialog, _ ("Save the final PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (self), NULL, final_dialog_cb, g_object_ref (self));
}

void
trinh_sign_sheet_load_person (TrinhSignSheet *self)
{
  g_autoptr (TrinhPerson) person = trinh_session_get_person (self->session);
  TrinhStore *store = trinh_session_get_store (self->session, NULL);
  g_autoptr (GBytes) picture = NULL;

  if (person != NULL && store != NULL)
    {
      self->wanted = g_strdup (trinh_person_get_key (person));
      if (trinh_person_get_picture (person)[0] != '\0')
        picture = trinh_store_get_file (store, trinh_person_get_picture (person), NULL, NULL, NULL);
    }
  set_picture (self, picture);
}

/* (transfer full) (nullable): the picture's name in the store, "" without one */
static char *
keep_picture (TrinhSignSheet *self)
{
  TrinhStore *store = trinh_session_get_store (self->session, NULL);

  if (self->picture_bytes == NULL)
    return g_strdup ("");

  return store != NULL ? trinh_store_put_file (store, PICTURE_NAME, "image/png", self->picture_bytes, NULL) : NULL;
}

/* A signature that was made is not unmade because a convenience could not be kept. */
void
trinh_sign_sheet_keep_person (TrinhSignSheet *self,
                              const char *key)
{
  g_autoptr (TrinhPerson) now = trinh_session_get_person (self->session);
  g_autoptr (GPtrArray) people = now != NULL ? trinh_session_list_people (self->session) : NULL;
  g_autofree char *picture = now != NULL ? keep_picture (self) : NULL;

  for (guint i = 0; people != NULL && i < people->len; i++)
    if (g_str_equal (trinh_person_get_id (people->pdata[i]), trinh_person_get_id (now)))
      {
        g_autoptr (TrinhPerson) before = people->pdata[i];
        g_autoptr (TrinhPerson) with_key = trinh_person_with_key (before, key);

        people->pdata[i] = trinh_person_with_picture (with_key, picture != NULL ? picture : trinh_person_get_picture (before));
      }
  if (people != NULL)
    trinh_session_set_people (self->session, people, NULL);
}
