/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-report-private.h"

void
_trinh_signatory_clear (gpointer data)
{
  TrinhSignatory *signatory = data;

  g_clear_pointer (&signatory->capacity, g_strfreev);
  g_clear_pointer (&signatory->title, g_free);
  g_clear_pointer (&signatory->name, g_free);
}

JsonNode *
_trinh_json_string (const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return node;
}

static char **
dup_strings (JsonNode *node,
             const char *const *fallback)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return g_strdupv ((char **) fallback);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static const char *
get_string (TrinhReport *self,
            const char *name,
            const char *fallback)
{
  JsonNode *node = json_object_get_member (self->members, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : fallback;
}

static void
read_signatories (TrinhReport *self)
{
  static const char *const none[] = { NULL };
  JsonNode *node = json_object_get_member (self->members, "signatories");
  JsonArray *array;

  g_array_set_size (self->signatories, 0);
  if (node == NULL)
    node = trinh_regime_get_signatories (self->regime);
  if (node == NULL)
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      TrinhSignatory signatory = {
        dup_strings (json_object_get_member (object, "capacity"), none),
        g_strdup (json_object_get_string_member_with_default (object, "title", "")),
        g_strdup (json_object_get_string_member_with_default (object, "name", "")),
      };

      g_array_append_val (self->signatories, signatory);
    }
}

/* What stands in the members, as the getters want it; a member that is absent is the regime's. */
void
_trinh_report_read_members (TrinhReport *self)
{
  g_autofree char *expanded = trinh_regime_expand (trinh_regime_get_subject (self->regime), self->period, self->office);

  g_set_str (&self->subject, get_string (self, "subject", expanded));
  g_strfreev (self->addressees);
  g_strfreev (self->recipients);
  self->addressees = dup_strings (json_object_get_member (self->members, "addressees"),
                                  trinh_regime_get_addressees (self->regime));
  self->recipients = dup_strings (json_object_get_member (self->members, "recipients"),
                                  trinh_regime_get_recipients (self->regime));
  read_signatories (self);
  self->state = TRINH_STATE_DRAFT;
  trinh_report_state_from_nick (get_string (self, "state", "draft"), &self->state);
}

/* An object without members: what trinh_report_new() and the reader begin with. */
TrinhReport *
_trinh_report_create (TrinhRegime *regime,
                      TrinhPeriod period)
{
  TrinhReport *self = g_object_new (TRINH_TYPE_REPORT, NULL);
  g_autofree char *title = trinh_period_get_title (period);

  self->regime = g_object_ref (regime);
  self->period = period;
  self->title = g_strdup_printf ("Báo cáo %s", title);
  return self;
}

void
_trinh_report_set_member (TrinhReport *self,
                          const char *name,
                          JsonNode *node)
{
  if (node == NULL)
    json_object_remove_member (self->members, name);
  else
    json_object_set_member (self->members, name, json_node_ref (node));
  if (node != NULL && g_str_equal (name, "office"))
    {
      g_clear_object (&self->office);
      self->office = trinh_office_from_json (node, NULL);
    }
}

const char *
trinh_report_get_number (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return get_string (self, "number", "");
}

const char *
trinh_report_get_symbol (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return get_string (self, "symbol", trinh_regime_get_symbol (self->regime));
}

const char *
trinh_report_get_date (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return get_string (self, "date", "");
}

const char *
trinh_report_get_subject (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return self->subject;
}

guint32
trinh_report_get_data_from (TrinhReport *self)
{
  guint32 julian = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);

  if (!trinh_date_parse (get_string (self, "data_from", ""), &julian))
    trinh_regime_get_dates (self->regime, self->period, &julian, NULL, NULL);
  return julian;
}

guint32
trinh_report_get_data_to (TrinhReport *self)
{
  guint32 julian = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);

  if (!trinh_date_parse (get_string (self, "data_to", ""), &julian))
    trinh_regime_get_dates (self->regime, self->period, NULL, &julian, NULL);
  return julian;
}

const char *const *
trinh_report_get_addressees (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return (const char *const *) self->addressees;
}

const char *const *
trinh_report_get_recipients (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return (const char *const *) self->recipients;
}

guint
trinh_report_get_n_signatories (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);

  return self->signatories->len;
}

const TrinhSignatory *
trinh_report_get_signatory (TrinhReport *self,
                            guint position)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);
  g_return_val_if_fail (position < self->signatories->len, NULL);

  return &g_array_index (self->signatories, TrinhSignatory, position);
}

JsonNode *
trinh_report_get_member (TrinhReport *self,
                         const char *name)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return json_object_get_member (self->members, name);
}

guint
trinh_report_count_cited (TrinhReport *self,
                          const char *address)
{
  JsonNode *node;
  JsonArray *documents;
  guint n = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);
  g_return_val_if_fail (address != NULL, 0);

  node = json_object_get_member (self->members, "documents");
  if (node == NULL)
    return 0;
  documents = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      JsonNode *counts = json_object_get_member (json_array_get_object_element (documents, i), "counts");
      JsonArray *array = counts != NULL ? json_node_get_array (counts) : NULL;
      gboolean named = FALSE;

      for (guint j = 0; array != NULL && !named && j < json_array_get_length (array); j++)
        named = g_str_equal (json_array_get_string_element (array, j), address);
      n += named;
    }
  return n;
}
