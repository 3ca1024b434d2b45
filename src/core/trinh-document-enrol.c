/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "trinh-document-register-private.h"
#include "trinh-error.h"
#include "trinh-language.h"

/* A document that texts cite by hand, and where: (element-type TrinhDocumentCitation), borrowed, in printed order */
typedef struct
{
  TrinhRegisteredDocument *document;
  GPtrArray *places;
  gboolean chosen;
  gboolean given; /* by a person, not read */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_object (&group->document);
  g_clear_pointer (&group->places, g_ptr_array_unref);
  g_free (group);
}

/* (transfer full) in and out */
static TrinhRegisteredDocument *
complete (TrinhRegisteredDocument *document,
          TrinhRegisteredDocument *other,
          TrinhDocumentField field)
{
  TrinhRegisteredDocument *filled;

  if (*trinh_registered_document_get_text (document, field) != '\0')
    return document;
  filled = trinh_registered_document_with_text (document, field, trinh_registered_document_get_text (other, field));
  g_object_unref (document);
  return filled;
}

/* What is said at a later place alone is said at the first from now on; not the abstract, which stands there otherwise. */
static void
add_place (Group *group,
           TrinhDocumentCitation *citation)
{
  g_ptr_array_add (group->places, citation);
  group->document = complete (group->document, citation->typed, TRINH_DOCUMENT_KIND);
  group->document = complete (group->document, citation->typed, TRINH_DOCUMENT_SYMBOL);
  group->document = complete (group->document, citation->typed, TRINH_DOCUMENT_DATE);
  group->document = complete (group->document, citation->typed, TRINH_DOCUMENT_ISSUER);
}

static Group *
find_group (TrinhReport *report,
            GPtrArray *groups,
            TrinhRegisteredDocument *document,
            gboolean *disputed)
{
  *disputed = FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];

      if (trinh_document_register_is_same (report, group->document, document))
        return group;
      *disputed |= _trinh_document_register_is_disputed (report, group->document, document);
    }
  return NULL;
}

static gboolean
is_place (const TrinhDocumentCitation *a,
          const TrinhDocumentCitation *b)
{
  return b != NULL && a->start == b->start && g_str_equal (trinh_section_get_id (a->section), trinh_section_get_id (b->section));
}

/* What has two dates in the texts is left for the proof-reader, at its second place. */
static GPtrArray *
group_typed (TrinhReport *report,
             GPtrArray *citations,
             const TrinhDocumentCitation *wanted)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < citations->len; i++)
    {
      TrinhDocumentCitation *citation = citations->pdata[i];
      Group *group;
      gboolean disputed;

      if (citation->typed == NULL || citation->document != NULL || citation->disputed)
        continue;
      group = find_group (report, groups, citation->typed, &disputed);
      if (group == NULL && disputed)
        continue;
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->document = g_object_ref (citation->typed);
          group->places = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
        }
      add_place (group, citation);
      group->chosen |= wanted == NULL || is_place (citation, wanted);
    }
  return groups;
}

static gboolean
says_same (TrinhRegisteredDocument *a,
           TrinhRegisteredDocument *b,
           TrinhDocumentField field)
{
  g_autofree char *first = trinh_language_fold (trinh_registered_document_get_text (a, field));
  g_autofree char *second = trinh_language_fold (trinh_registered_document_get_text (b, field));

  return g_str_equal (first, second);
}

/* The first place prints all of it: what it says, or what the person has said instead. */
static gboolean
fits_first (Group *group,
            const TrinhDocumentCitation *citation)
{
  const char *abstract = trinh_registered_document_get_text (group->document, TRINH_DOCUMENT_ABSTRACT);

  if (citation->abstract_left)
    return *abstract == '\0';
  return *trinh_registered_document_get_text (citation->typed, TRINH_DOCUMENT_ABSTRACT) == '\0' || group->given ||
         says_same (group->document, citation->typed, TRINH_DOCUMENT_ABSTRACT);
}

/* The other places print kind, number and symbol: an abstract in other words stays behind them. */
static guint
find_end (Group *group,
          const TrinhDocumentCitation *citation,
          gboolean first)
{
  if (first || *trinh_registered_document_get_text (citation->typed, TRINH_DOCUMENT_ABSTRACT) == '\0' ||
      says_same (group->document, citation->typed, TRINH_DOCUMENT_ABSTRACT))
    return citation->end;
  return citation->short_end;
}

static void
replace_places (Group *group,
                GArray *replacements)
{
  gboolean first = TRUE;

  for (guint i = 0; i < group->places->len; i++)
    {
      const TrinhDocumentCitation *citation = group->places->pdata[i];
      TrinhReplacement replacement = { citation->section, citation->start, find_end (group, citation, first), NULL };

      if (!citation->replaceable || (first && !fits_first (group, citation)))
        continue;
      replacement.text = g_strdup_printf ("{{doc:%s}}", trinh_registered_document_get_id (group->document));
      g_array_append_val (replacements, replacement);
      first = FALSE;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer sections)
{
  const TrinhReplacement *first = a;
  const TrinhReplacement *second = b;
  int order = GPOINTER_TO_INT (g_hash_table_lookup (sections, first->section)) - GPOINTER_TO_INT (g_hash_table_lookup (sections, second->section));

  return order != 0 ? order : first->start < second->start ? -1
                                                           : first->start > second->start;
}

static void
sort_replacements (GArray *replacements,
                   GPtrArray *citations)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < citations->len; i++)
    g_hash_table_insert (sections, ((TrinhDocumentCitation *) citations->pdata[i])->section, GINT_TO_POINTER ((int) i));
  g_array_sort_with_data (replacements, compare_places, sections);
}

static void
settle_document (TrinhReport *report,
                 Group *group,
                 TrinhRegisteredDocument *given,
                 const char *id)
{
  g_autoptr (TrinhRegisteredDocument) read = g_steal_pointer (&group->document);
  g_autoptr (TrinhRegisteredDocument) named = trinh_registered_document_with_id (given != NULL ? given : read, id);

  group->given = given != NULL;
  if (given != NULL)
    group->document = g_steal_pointer (&named);
  else
    {
      g_auto (GStrv) counts = trinh_document_register_dup_usual_counts (report, named);

      group->document = trinh_registered_document_with_counts (named, (const char *const *) counts);
    }
}

static TrinhEdit *
make_edit (TrinhReport *report,
           GPtrArray *groups,
           GPtrArray *citations,
           guint n_documents)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (report);
  g_autoptr (GArray) replacements = g_array_new (FALSE, FALSE, sizeof (TrinhReplacement));
  TrinhEdit *edit = trinh_edit_new (n_documents == 1 ? _ ("registered document") : _ ("registered documents"));

  g_array_set_clear_func (replacements, _trinh_replacement_clear);
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];

      if (!group->chosen)
        continue;
      g_ptr_array_add (documents, g_object_ref (group->document));
      replace_places (group, replacements);
    }
  sort_replacements (replacements, citations);
  _trinh_document_register_replace (edit, replacements);
  _trinh_document_register_set (edit, documents);
  return edit;
}

TrinhEdit *
trinh_document_register_enrol (TrinhReport *report,
                               const TrinhDocumentCitation *citation,
                               TrinhRegisteredDocument *document,
                               guint *n_documents,
                               guint *n_left,
                               GError **error)
{
  g_autoptr (GPtrArray) citations = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *id = NULL;
  gulong next;
  guint done = 0;
  guint left = 0;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (document == NULL || citation != NULL, NULL);

  citations = trinh_document_register_list_citations (report);
  groups = group_typed (report, citations, citation);
  id = trinh_document_register_dup_free_id (report);
  next = strtoul (id + 1, NULL, 10);
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];
      g_autofree char *own = g_strdup_printf ("d%lu", next);

      if (!group->chosen)
        continue;
      settle_document (report, group, document, own);
      group->chosen = trinh_document_register_check (report, group->document, citation != NULL ? error : NULL);
      if (citation != NULL && !group->chosen)
        return NULL;
      done += group->chosen;
      left += !group->chosen;
      next += group->chosen;
    }
  if (n_documents != NULL)
    *n_documents = done;
  if (n_left != NULL)
    *n_left = left;
  if (citation != NULL && done == 0)
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("The text has changed: the document is not cited there any more."));
      return NULL;
    }
  return make_edit (report, groups, citations, done);
}
