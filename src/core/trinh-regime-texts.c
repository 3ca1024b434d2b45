/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-address-private.h"
#include "trinh-proof-private.h"
#include "trinh-regime-library.h"
#include "trinh-regime-private.h"

static const char *const check_members[] = { "id", "enabled", "severity", NULL };

static JsonNode *
member_of (JsonNode *node,
           const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static void
load_severity (TrinhTextCheckOption *option,
               TrinhLoader *loader,
               JsonNode *node)
{
  const char *nick = trinh_loader_string (loader, node, "severity", FALSE);

  if (nick == NULL)
    return;
  option->has_severity = trinh_severity_from_nick (nick, &option->severity);
  if (!option->has_severity)
    trinh_loader_problem (loader, member_of (node, "severity"), TRINH_CORE_ERROR_UNKNOWN, _ ("“%s” is no severity; write “error”, “warning” or “info”"), nick);
}

static void
load_check (TrinhRegime *self,
            TrinhLoader *loader,
            JsonNode *node)
{
  g_autofree TrinhTextCheckOption *option = g_new0 (TrinhTextCheckOption, 1);
  const char *id;

  if (trinh_loader_object (loader, node, _ ("a check of the text"), check_members) == NULL)
    return;
  id = trinh_loader_string (loader, node, "id", TRUE);
  option->enabled = trinh_loader_boolean (loader, node, "enabled", TRUE);
  load_severity (option, loader, node);
  if (id == NULL)
    return;
  if (!_trinh_proof_has_check (id) && !trinh_regime_find_layout_check (id, NULL))
    trinh_loader_problem (loader, member_of (node, "id"), TRINH_CORE_ERROR_UNKNOWN, _ ("there is no check of the text “%s”; data/README.md lists them"), id);
  else if (g_hash_table_contains (self->text_checks, id))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the check of the text “%s” stands there twice"), id);
  else
    g_hash_table_insert (self->text_checks, g_strdup (id), g_steal_pointer (&option));
}

/* What comes with the program is no part of what the circular prescribes, nor of the regime's checksum. */
static TrinhJsonDocument *
read_shipped (TrinhLoader *loader,
              const char *folder,
              const char *id,
              GError **error)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), folder, name, NULL);
  GError *reason = NULL;
  TrinhJsonDocument *document = NULL;

  if (trinh_address_is_id (id) && g_file_query_exists (file, NULL))
    document = trinh_json_document_load (file, &reason);
  else
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, "%s", id);
  if (reason != NULL)
    g_ptr_array_add (loader->problems, reason);

  return document;
}

static void
take_problems (TrinhLoader *loader,
               GPtrArray *problems)
{
  if (problems != NULL)
    g_ptr_array_extend_and_steal (loader->problems, problems);
}

static void
load_lexicon (TrinhRegime *self,
              TrinhLoader *loader,
              JsonNode *root)
{
  const char *named = trinh_loader_string (loader, root, "lexicon", FALSE);
  const char *id = named != NULL ? named : TRINH_LEXICON_DEFAULT;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (TrinhJsonDocument) document = read_shipped (loader, "lexicons", id, &unknown);
  GPtrArray *problems = NULL;

  if (document != NULL)
    self->lexicon = trinh_lexicon_load (document, &problems);
  else if (unknown != NULL)
    trinh_loader_problem (loader, named != NULL ? member_of (root, "lexicon") : root, TRINH_CORE_ERROR_UNKNOWN, _ ("there is no lexicon “%s”; data/README.md names those that are shipped"), id);
  take_problems (loader, problems);
}

static void
load_holidays (TrinhRegime *self,
               TrinhLoader *loader,
               JsonNode *root)
{
  const char *named = trinh_loader_string (loader, root, "holidays", FALSE);
  const char *id = named != NULL ? named : TRINH_HOLIDAYS_DEFAULT;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (TrinhJsonDocument) document = read_shipped (loader, "calendars", id, &unknown);
  GPtrArray *problems = NULL;

  if (document != NULL)
    self->holidays = trinh_holidays_load (document, &problems);
  else if (unknown != NULL)
    trinh_loader_problem (loader, named != NULL ? member_of (root, "holidays") : root, TRINH_CORE_ERROR_UNKNOWN, _ ("there is no calendar of holidays “%s”; data/README.md names those that are shipped"), id);
  take_problems (loader, problems);
}

void
trinh_regime_load_texts (TrinhRegime *self,
                         TrinhLoader *loader,
                         JsonNode *root)
{
  JsonArray *checks = trinh_loader_array (loader, root, "text-checks", FALSE);

  self->text_checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; checks != NULL && i < json_array_get_length (checks); i++)
    load_check (self, loader, json_array_get_element (checks, i));
  load_lexicon (self, loader, root);
  load_holidays (self, loader, root);
}

gboolean
trinh_regime_wants_check (TrinhRegime *self,
                          const char *id,
                          TrinhSeverity *severity)
{
  const TrinhTextCheckOption *option = g_hash_table_lookup (self->text_checks, id);

  if (option != NULL && option->has_severity)
    *severity = option->severity;
  return option == NULL || option->enabled;
}

TrinhHolidays *
trinh_regime_get_holidays (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->holidays;
}

TrinhLexicon *
trinh_regime_get_lexicon (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->lexicon;
}
