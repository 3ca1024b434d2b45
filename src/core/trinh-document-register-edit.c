/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trinh-document-register-private.h"
#include "trinh-markup.h"

void
_trinh_document_register_set (TrinhEdit *edit,
                              GPtrArray *documents)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (documents->len);

  for (guint i = 0; i < documents->len; i++)
    json_array_add_element (array, trinh_registered_document_to_json (documents->pdata[i]));
  json_node_take_array (node, array);
  trinh_edit_set_member (edit, TRINH_DOCUMENTS_MEMBER, node);
}

/* Translators: what can be undone; %s is a document's number and symbol */
static TrinhEdit *
new_edit (TrinhRegisteredDocument *document)
{
  g_autofree char *number = trinh_registered_document_dup_number (document);
  g_autofree char *label = g_strdup_printf (_ ("document %s"), number);

  return trinh_edit_new (label);
}

TrinhEdit *
trinh_document_register_put (TrinhReport *report,
                             GPtrArray *documents)
{
  g_autoptr (GPtrArray) all = NULL;
  TrinhEdit *edit;
  guint position;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);

  all = trinh_document_register_list (report);
  edit = documents->len == 1 ? new_edit (documents->pdata[0]) : trinh_edit_new (_ ("documents"));
  for (guint i = 0; i < documents->len; i++)
    {
      TrinhRegisteredDocument *document = g_object_ref (documents->pdata[i]);

      if (!_trinh_document_register_find_position (all, trinh_registered_document_get_id (document), &position))
        {
          g_ptr_array_add (all, document);
          continue;
        }
      g_object_unref (all->pdata[position]);
      all->pdata[position] = document;
    }
  _trinh_document_register_set (edit, all);
  return edit;
}

void
_trinh_replacement_clear (gpointer data)
{
  g_free (((TrinhReplacement *) data)->text);
}

/* From @first on, all of one section; answers where the next begins. */
static guint
replace_in_section (TrinhEdit *edit,
                    GArray *replacements,
                    guint first)
{
  TrinhSection *section = g_array_index (replacements, TrinhReplacement, first).section;
  const char *text = trinh_section_get_text (section);
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autoptr (TrinhSection) now = NULL;
  const char *at = text;
  guint i;

  for (i = first; i < replacements->len && g_array_index (replacements, TrinhReplacement, i).section == section; i++)
    {
      const TrinhReplacement *replacement = &g_array_index (replacements, TrinhReplacement, i);
      const char *start = g_utf8_offset_to_pointer (text, replacement->start);

      g_string_append_len (changed, at, start - at);
      g_string_append (changed, replacement->text);
      at = g_utf8_offset_to_pointer (text, replacement->end);
    }
  g_string_append (changed, at);
  now = trinh_section_with_text (section, changed->str, trinh_section_get_none (section));
  trinh_edit_set_section (edit, now);
  return i;
}

void
_trinh_document_register_replace (TrinhEdit *edit,
                                  GArray *replacements)
{
  for (guint i = 0; i < replacements->len;)
    i = replace_in_section (edit, replacements, i);
}

/* What was printed stays: full at the first place, short after. */
static void
write_out (TrinhReport *report,
           TrinhRegisteredDocument *document,
           TrinhEdit *edit)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (report));
  g_autoptr (GPtrArray) citations = trinh_document_register_list_citations (report);
  g_autoptr (GArray) replacements = g_array_new (FALSE, FALSE, sizeof (TrinhReplacement));

  g_array_set_clear_func (replacements, _trinh_replacement_clear);
  for (guint i = 0; i < citations->len; i++)
    {
      const TrinhDocumentCitation *citation = citations->pdata[i];
      g_autofree char *words = NULL;
      TrinhReplacement replacement = { citation->section, citation->start, citation->end, NULL };

      if (citation->typed != NULL || !g_str_equal (citation->document, trinh_registered_document_get_id (document)))
        continue;
      words = trinh_registered_document_cite (document, lexicon, replacements->len == 0);
      replacement.text = trinh_markup_escape (words);
      g_array_append_val (replacements, replacement);
    }
  _trinh_document_register_replace (edit, replacements);
}

static void
keep_number (TrinhEdit *edit,
             TrinhReport *report,
             const char *id)
{
  g_autofree char *next = trinh_document_register_dup_free_id (report);

  if (_trinh_document_register_get_number (id) + 1 == _trinh_document_register_get_number (next))
    trinh_edit_set_member_string (edit, TRINH_LAST_DOCUMENT_MEMBER, id);
}

TrinhEdit *
trinh_document_register_remove (TrinhReport *report,
                                const char *id)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (TrinhRegisteredDocument) document = NULL;
  TrinhEdit *edit;
  guint position;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  documents = trinh_document_register_list (report);
  if (!_trinh_document_register_find_position (documents, id, &position))
    return trinh_edit_new (_ ("documents"));
  document = g_object_ref (documents->pdata[position]);
  edit = new_edit (document);
  write_out (report, document, edit);
  keep_number (edit, report, id);
  g_ptr_array_remove_index (documents, position);
  _trinh_document_register_set (edit, documents);
  return edit;
}

TrinhEdit *
trinh_document_register_move (TrinhReport *report,
                              const char *id,
                              guint position)
{
  g_autoptr (GPtrArray) documents = NULL;
  TrinhEdit *edit;
  guint old;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  documents = trinh_document_register_list (report);
  edit = trinh_edit_new (_ ("order of the documents"));
  if (_trinh_document_register_find_position (documents, id, &old))
    {
      gpointer document = g_ptr_array_steal_index (documents, old);

      g_ptr_array_insert (documents, (int) MIN (position, documents->len), document);
      _trinh_document_register_set (edit, documents);
    }
  return edit;
}

static gboolean
is_known (TrinhReport *report,
          GPtrArray *documents,
          TrinhRegisteredDocument *document)
{
  for (guint i = 0; i < documents->len; i++)
    if (trinh_document_register_is_same (report, documents->pdata[i], document))
      return TRUE;
  return FALSE;
}

static char **
dup_known_counts (TrinhReport *report,
                  TrinhRegisteredDocument *document)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *counts = trinh_registered_document_get_counts (document);

  for (guint i = 0; counts[i] != NULL; i++)
    if (trinh_regime_find_cell (trinh_report_get_regime (report), counts[i], NULL, NULL, NULL))
      g_strv_builder_add (builder, counts[i]);
  return g_strv_builder_end (builder);
}

TrinhEdit *
trinh_document_register_take_over (TrinhReport *report,
                                   TrinhReport *other,
                                   guint *n_documents)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  g_autofree char *id = NULL;
  TrinhEdit *edit;
  gulong next;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REPORT (other), NULL);
  g_return_val_if_fail (n_documents != NULL, NULL);

  documents = trinh_document_register_list (report);
  theirs = trinh_document_register_list (other);
  id = trinh_document_register_dup_free_id (report);
  next = strtoul (id + 1, NULL, 10);
  edit = trinh_edit_new (_ ("documents of another report"));
  *n_documents = 0;
  for (guint i = 0; i < theirs->len; i++)
    {
      g_autofree char *own = g_strdup_printf ("d%lu", next);
      g_auto (GStrv) counts = dup_known_counts (report, theirs->pdata[i]);
      g_autoptr (TrinhRegisteredDocument) named = trinh_registered_document_with_id (theirs->pdata[i], own);

      if (is_known (report, documents, named))
        continue;
      g_ptr_array_add (documents, trinh_registered_document_with_counts (named, (const char *const *) counts));
      (*n_documents)++;
      next++;
    }
  if (*n_documents > 0)
    _trinh_document_register_set (edit, documents);
  return edit;
}
