/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "trinh-document-register-private.h"
#include "trinh-error.h"
#include "trinh-language.h"
#include "trinh-lexicon.h"
#include "trinh-rule.h"

GPtrArray *
trinh_document_register_list (TrinhReport *report)
{
  GPtrArray *documents;
  JsonNode *node;
  JsonArray *array;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);

  documents = g_ptr_array_new_with_free_func (g_object_unref);
  node = trinh_report_get_member (report, TRINH_DOCUMENTS_MEMBER);
  array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (documents, trinh_registered_document_from_json (json_array_get_element (array, i)));
  return documents;
}

gboolean
_trinh_document_register_find_position (GPtrArray *documents,
                                        const char *id,
                                        guint *position)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_str_equal (trinh_registered_document_get_id (documents->pdata[i]), id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

TrinhRegisteredDocument *
trinh_document_register_find (TrinhReport *report,
                              const char *id)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (report);
  guint position;

  g_return_val_if_fail (id != NULL, NULL);

  return _trinh_document_register_find_position (documents, id, &position) ? g_object_ref (documents->pdata[position]) : NULL;
}

gulong
_trinh_document_register_get_number (const char *id)
{
  return id != NULL && *id == 'd' ? strtoul (id + 1, NULL, 10) : 0;
}

char *
trinh_document_register_dup_free_id (TrinhReport *report)
{
  g_autoptr (GPtrArray) documents = trinh_document_register_list (report);
  JsonNode *last = trinh_report_get_member (report, TRINH_LAST_DOCUMENT_MEMBER);
  gulong highest = last != NULL ? _trinh_document_register_get_number (json_node_get_string (last)) : 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const gulong number = _trinh_document_register_get_number (trinh_registered_document_get_id (documents->pdata[i]));

      highest = MAX (highest, number);
    }
  return g_strdup_printf ("d%lu", highest + 1);
}

/* "UBND" of "BC-UBND", what the office's own symbols have in them */
static const char *
get_own_part (TrinhReport *report)
{
  const char *dash = strchr (trinh_report_get_symbol (report), '-');

  return dash != NULL ? dash + 1 : "";
}

static gboolean
has_own_symbol (TrinhReport *report,
                TrinhRegisteredDocument *document)
{
  g_auto (GStrv) parts = g_strsplit (trinh_registered_document_get_text (document, TRINH_DOCUMENT_SYMBOL), "-", -1);

  return strchr (trinh_registered_document_get_text (document, TRINH_DOCUMENT_NUMBER), '/') == NULL &&
         g_strv_contains ((const char *const *) parts, get_own_part (report));
}

/* "" stands for the office's own: with and without its name it is the same. */
static char *
fold_issuer (TrinhReport *report,
             TrinhRegisteredDocument *document)
{
  TrinhOffice *office = trinh_report_get_office (report);
  g_autofree char *kind = g_strdup_printf ("UBND %s", trinh_office_get_kind (office));
  g_autofree char *own = trinh_language_fold (kind);
  g_autofree char *place = trinh_language_fold (trinh_office_get_locality (office));
  char *issuer = trinh_language_fold (trinh_registered_document_get_text (document, TRINH_DOCUMENT_ISSUER));

  if (g_str_equal (issuer, own) || (*place != '\0' && strstr (issuer, place) != NULL))
    *issuer = '\0';
  return issuer;
}

gboolean
trinh_document_register_is_own (TrinhReport *report,
                                TrinhRegisteredDocument *document)
{
  g_autofree char *issuer = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (document), FALSE);

  issuer = fold_issuer (report, document);
  if (*issuer != '\0')
    return FALSE;
  return *trinh_registered_document_get_text (document, TRINH_DOCUMENT_ISSUER) != '\0' || has_own_symbol (report, document);
}

static const char *
skip_zeros (const char *number)
{
  while (number[0] == '0' && g_ascii_isdigit (number[1]))
    number++;
  return number;
}

static gboolean
agree (TrinhRegisteredDocument *a,
       TrinhRegisteredDocument *b,
       TrinhDocumentField field)
{
  const char *first = trinh_registered_document_get_text (a, field);
  const char *second = trinh_registered_document_get_text (b, field);

  return *first == '\0' || *second == '\0' || g_str_equal (first, second);
}

static gboolean
have_one_issuer (TrinhReport *report,
                 TrinhRegisteredDocument *a,
                 TrinhRegisteredDocument *b)
{
  g_autofree char *first = fold_issuer (report, a);
  g_autofree char *second = fold_issuer (report, b);

  return g_str_equal (first, second) ||
         *trinh_registered_document_get_text (a, TRINH_DOCUMENT_ISSUER) == '\0' ||
         *trinh_registered_document_get_text (b, TRINH_DOCUMENT_ISSUER) == '\0';
}

/* All but the date */
static gboolean
have_one_number (TrinhReport *report,
                 TrinhRegisteredDocument *a,
                 TrinhRegisteredDocument *b)
{
  const char *first = skip_zeros (trinh_registered_document_get_text (a, TRINH_DOCUMENT_NUMBER));
  const char *second = skip_zeros (trinh_registered_document_get_text (b, TRINH_DOCUMENT_NUMBER));
  gboolean symbols = *trinh_registered_document_get_text (a, TRINH_DOCUMENT_SYMBOL) != '\0' && *trinh_registered_document_get_text (b, TRINH_DOCUMENT_SYMBOL) != '\0';

  return *first != '\0' && g_str_equal (first, second) &&
         agree (a, b, symbols ? TRINH_DOCUMENT_SYMBOL : TRINH_DOCUMENT_KIND) &&
         have_one_issuer (report, a, b);
}

gboolean
trinh_document_register_is_same (TrinhReport *report,
                                 TrinhRegisteredDocument *a,
                                 TrinhRegisteredDocument *b)
{
  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (a), FALSE);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (b), FALSE);

  return have_one_number (report, a, b) && agree (a, b, TRINH_DOCUMENT_DATE);
}

/* Numbers begin anew each year; legal documents carry the year in theirs. */
gboolean
_trinh_document_register_is_disputed (TrinhReport *report,
                                      TrinhRegisteredDocument *a,
                                      TrinhRegisteredDocument *b)
{
  const char *first = trinh_registered_document_get_text (a, TRINH_DOCUMENT_DATE);
  const char *second = trinh_registered_document_get_text (b, TRINH_DOCUMENT_DATE);

  return have_one_number (report, a, b) && !agree (a, b, TRINH_DOCUMENT_DATE) &&
         (strncmp (first, second, 4) == 0 || strchr (trinh_registered_document_get_text (a, TRINH_DOCUMENT_NUMBER), '/') != NULL);
}

/* "59", "01a", "61/2018" */
static gboolean
is_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits == 0 || digits > 5)
    return FALSE;
  if (g_unichar_isalpha (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return *rest == '\0' || (*rest == '/' && strspn (rest + 1, "0123456789") == 4 && rest[5] == '\0');
}

static gboolean
is_symbol (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isalnum (g_utf8_get_char (at)) && strchr ("-&.", *at) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_date (const char *text)
{
  static const char *const ends[] = { "", "-01", "-01-01" };
  gsize length = strlen (text);
  guint32 julian;

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *full = g_strconcat (text, ends[i], NULL);

      if (length + strlen (ends[i]) == 10 && trinh_date_parse (full, &julian))
        return TRUE;
    }
  return length == 0;
}

static gboolean
check_fields (TrinhReport *report,
              TrinhRegisteredDocument *document,
              GError **error)
{
  TrinhLexicon *lexicon = trinh_regime_get_lexicon (trinh_report_get_regime (report));
  const char *kind = trinh_registered_document_get_text (document, TRINH_DOCUMENT_KIND);
  const char *number = trinh_registered_document_get_text (document, TRINH_DOCUMENT_NUMBER);
  const char *symbol = trinh_registered_document_get_text (document, TRINH_DOCUMENT_SYMBOL);
  const char *date = trinh_registered_document_get_text (document, TRINH_DOCUMENT_DATE);

  if (*kind == '\0' || (lexicon != NULL && trinh_lexicon_find_kind (lexicon, kind) == NULL))
    g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN, _ ("Choose what kind of document it is."));
  else if (!is_number (number))
    g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("The number is written as 59, 01a or 61/2018; the symbol has its own line."));
  else if (!is_symbol (symbol))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no symbol; it is written as KH-UBND, without number and spaces."), symbol);
  else if (!is_date (date))
    g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” is no date; write it as 02/3/2022."), date);
  else
    return TRUE;
  return FALSE;
}

gboolean
trinh_document_register_check (TrinhReport *report,
                               TrinhRegisteredDocument *document,
                               GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (TRINH_IS_REPORT (report), FALSE);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (document), FALSE);

  if (!check_fields (report, document, error))
    return FALSE;

  documents = trinh_document_register_list (report);
  for (guint i = 0; i < documents->len; i++)
    {
      TrinhRegisteredDocument *other = documents->pdata[i];
      g_autofree char *cited = NULL;

      if (g_str_equal (trinh_registered_document_get_id (other), trinh_registered_document_get_id (document)) ||
          !trinh_document_register_is_same (report, other, document))
        continue;
      cited = trinh_registered_document_cite (other, trinh_regime_get_lexicon (trinh_report_get_regime (report)), FALSE);
      g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE, _ ("%s stands in the register already; change that entry."), cited);
      return FALSE;
    }
  return TRUE;
}

char **
trinh_document_register_dup_counted (TrinhRegime *regime)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  GListModel *rules;

  g_return_val_if_fail (TRINH_IS_REGIME (regime), NULL);

  rules = trinh_regime_get_rules (regime);
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);
      TrinhExpression *expression = trinh_rule_get_expression (rule);

      for (guint j = 0; j < trinh_expression_get_n_counted (expression); j++)
        {
          TrinhRegisterCount count;
          const char *address = trinh_expression_get_counted (expression, j, &count);

          if (count == TRINH_REGISTER_CITED && !g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, NULL))
            g_ptr_array_add (addresses, g_strdup (address));
        }
    }
  return (char **) g_ptr_array_free (g_steal_pointer (&addresses), FALSE);
}

char **
trinh_document_register_dup_usual_counts (TrinhReport *report,
                                          TrinhRegisteredDocument *document)
{
  guint32 date;

  g_return_val_if_fail (TRINH_IS_REPORT (report), NULL);
  g_return_val_if_fail (TRINH_IS_REGISTERED_DOCUMENT (document), NULL);

  date = trinh_registered_document_get_date (document);
  if (!trinh_document_register_is_own (report, document) ||
      (date != 0 && (date < trinh_report_get_data_from (report) || date > trinh_report_get_data_to (report))))
    return g_new0 (char *, 1);
  return trinh_document_register_dup_counted (trinh_report_get_regime (report));
}
