/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What of the last file did not count, and the files that a person stands for. */

#include "config.h"

#include "trinh-session-private.h"
#include "trinh-session-review-private.h"

struct _TrinhDoubts
{
  GString *words;
  char *sha256;        /* (nullable): of the file that the person may vouch for */
  GHashTable *vouched; /* SHA-256 of files */
};

TrinhDoubts *
_trinh_doubts_new (void)
{
  TrinhDoubts *doubts = g_new0 (TrinhDoubts, 1);

  doubts->words = g_string_new (NULL);
  doubts->vouched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return doubts;
}

void
_trinh_doubts_free (TrinhDoubts *doubts)
{
  g_string_free (doubts->words, TRUE);
  g_free (doubts->sha256);
  g_hash_table_unref (doubts->vouched);
  g_free (doubts);
}

void
_trinh_session_clear_doubt (TrinhSession *self)
{
  TrinhDoubts *doubts = _trinh_session_get_doubts (self);

  g_string_truncate (doubts->words, 0);
  g_clear_pointer (&doubts->sha256, g_free);
}

void
_trinh_session_add_doubt (TrinhSession *self,
                          const char *words,
                          const char *sha256)
{
  TrinhDoubts *doubts = _trinh_session_get_doubts (self);

  if (doubts->words->len > 0)
    g_string_append_c (doubts->words, '\n');
  g_string_append (doubts->words, words);
  if (sha256 != NULL)
    g_set_str (&doubts->sha256, sha256);
}

char *
trinh_session_dup_doubt (TrinhSession *self,
                         gboolean *may_vouch)
{
  const TrinhDoubts *doubts;

  g_return_val_if_fail (TRINH_IS_SESSION (self), NULL);

  doubts = _trinh_session_get_doubts (self);
  if (may_vouch != NULL)
    *may_vouch = doubts->sha256 != NULL;

  return doubts->words->len > 0 ? g_strdup (doubts->words->str) : NULL;
}

void
trinh_session_vouch (TrinhSession *self)
{
  TrinhDoubts *doubts;

  g_return_if_fail (TRINH_IS_SESSION (self));

  doubts = _trinh_session_get_doubts (self);
  if (doubts->sha256 != NULL)
    g_hash_table_add (doubts->vouched, g_steal_pointer (&doubts->sha256));
}

gboolean
_trinh_session_is_vouched (TrinhSession *self,
                           const char *sha256)
{
  return g_hash_table_contains (_trinh_session_get_doubts (self)->vouched, sha256);
}
