/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The other implementation of signatures. */

#include "config.h"

#include <fcntl.h>
#include <poppler.h>
#include <stdio.h>
#include <unistd.h>

#include "trinh-pdf-poppler-private.h"

/* How long poppler's thread may hold on to what it was given, after it answered */
#define LETTING_GO (5 * G_TIME_SPAN_SECOND)

static TrinhSignature *
find_signature (GPtrArray *signatures,
                const char *field)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      TrinhSignature *signature = g_ptr_array_index (signatures, i);

      if (g_strcmp0 (signature->field, field) == 0)
        return signature;
    }
  return NULL;
}

/* NSS reads the certificates and modules of a browser's profile otherwise, and a broken module would take us down.
 * Where it finds no database, as here, poppler tells the person's terminal, which has no use for it. */
static void
keep_nss_apart (void)
{
  g_autofree char *nowhere = g_build_filename (g_get_user_cache_dir (), "trinhky", "no-certificates", NULL);
  const int kept = dup (STDERR_FILENO);
  const int silent = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  fflush (stderr);
  if (kept >= 0 && silent >= 0)
    dup2 (silent, STDERR_FILENO);
  poppler_set_nss_dir (nowhere);
  fflush (stderr);
  if (kept >= 0 && silent >= 0)
    dup2 (kept, STDERR_FILENO);
  if (kept >= 0)
    close (kept);
  if (silent >= 0)
    close (silent);
}

static void
begin_poppler (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      keep_nss_apart ();
      g_once_init_leave (&done, 1);
    }
}

/* Poppler validates in a thread of GLib's pool, which lets go of the field, and with it of the whole document, some time
 * after it answered. Were it the last, poppler would be taken down there while the program ends and takes it down, too. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean alone;
} Hold;

static void
note_others (gpointer data,
             GObject *field,
             gboolean alone)
{
  Hold *self = data;

  g_mutex_lock (&self->mutex);
  self->alone = alone;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
hold_free (Hold *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* @field: (transfer full): goes here and in no other thread; if the other never lets go, it stays with it, and so does the
 * document */
static void
drop_field (gpointer field)
{
  const gint64 end = g_get_monotonic_time () + LETTING_GO;
  Hold *hold = g_new0 (Hold, 1);
  gboolean alone;

  g_mutex_init (&hold->mutex);
  g_cond_init (&hold->cond);
  g_object_add_toggle_ref (field, note_others, hold);
  g_object_unref (field);
  g_mutex_lock (&hold->mutex);
  while (!hold->alone && g_cond_wait_until (&hold->cond, &hold->mutex, end))
    ;
  alone = hold->alone;
  g_mutex_unlock (&hold->mutex);
  if (!alone)
    return;
  g_object_remove_toggle_ref (field, note_others, hold);
  hold_free (hold);
}

static gboolean
is_valid_for_poppler (PopplerFormField *field)
{
  PopplerSignatureInfo *info = poppler_form_field_signature_validate_sync (field, 0, NULL, NULL);
  const gboolean valid = info != NULL && poppler_signature_info_get_signature_status (info) == POPPLER_SIGNATURE_VALID;

  g_clear_pointer (&info, poppler_signature_info_free);
  return valid;
}

GHashTable *
trinh_pdf_list_agreed (GBytes *pdf,
                       GPtrArray *signatures,
                       GError **error)
{
  g_autoptr (GHashTable) agreed = g_hash_table_new (NULL, NULL);
  PopplerDocument *document;
  GList *fields;

  begin_poppler ();
  document = trinh_pdf_open_with_poppler (pdf, error);
  if (document == NULL)
    return NULL;
  fields = poppler_document_get_signature_fields (document);
  for (GList *item = fields; item != NULL; item = item->next)
    {
      g_autofree char *name = poppler_form_field_get_name (item->data);
      TrinhSignature *signature = find_signature (signatures, name);

      if (signature != NULL && signature->valid && is_valid_for_poppler (item->data))
        g_hash_table_add (agreed, signature);
    }
  g_list_free_full (fields, drop_field);
  g_object_unref (document);
  return g_steal_pointer (&agreed);
}
