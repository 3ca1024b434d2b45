/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <openssl/crypto.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "trinh-secret.h"
#include "trinh-signing-error.h"

#define LONGEST 255

struct _TrinhSecret
{
  gatomicrefcount count;
  gboolean taken;
  gboolean too_long;
  char text[LONGEST + 1];
};

static TrinhSecret *
create (void)
{
  TrinhSecret *self = g_new0 (TrinhSecret, 1);

  g_atomic_ref_count_init (&self->count);
  /* A system that allows no locked memory still gets the signature. */
  (void) !mlock (self, sizeof *self);
  return self;
}

TrinhSecret *
trinh_secret_new (const char *text)
{
  TrinhSecret *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = create ();
  self->too_long = strlen (text) > LONGEST;
  if (!self->too_long)
    g_strlcpy (self->text, text, sizeof self->text);
  return self;
}

gboolean
trinh_secret_check_length (TrinhSecret *self,
                           GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->too_long)
    return TRUE;
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, _ ("The PIN or password is longer than %d bytes and was not tried. Type it again."), LONGEST);
  return FALSE;
}

TrinhSecret *
trinh_secret_read (int descriptor,
                   GError **error)
{
  g_autoptr (TrinhSecret) self = create ();
  gsize length = 0;
  ssize_t got;

  do
    {
      got = read (descriptor, self->text + length, 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0 || self->text[length] == '\n')
        break;
      length++;
    }
  while (length <= LONGEST);

  if (got < 0)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_PIN, _ ("The PIN could not be read from the file descriptor %d: %s"), descriptor, g_strerror (errno));
      return NULL;
    }
  self->too_long = length > LONGEST;
  if (!trinh_secret_check_length (self, error))
    return NULL;
  self->text[length] = '\0';
  if (length > 0 && self->text[length - 1] == '\r')
    self->text[length - 1] = '\0';
  return g_steal_pointer (&self);
}

TrinhSecret *
trinh_secret_ref (TrinhSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
trinh_secret_unref (TrinhSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;
  OPENSSL_cleanse (self->text, sizeof self->text);
  (void) !munlock (self, sizeof *self);
  g_free (self);
}

const char *
trinh_secret_take (TrinhSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->taken)
    return NULL;
  self->taken = TRUE;
  return self->text;
}

gboolean
trinh_secret_is_taken (TrinhSecret *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->taken;
}

void
trinh_secret_wipe (TrinhSecret *self)
{
  g_return_if_fail (self != NULL);

  self->taken = TRUE;
  OPENSSL_cleanse (self->text, sizeof self->text);
}
