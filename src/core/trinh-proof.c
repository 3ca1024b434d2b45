/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-proof-private.h"
#include "trinh-regime-private.h"

/* Their ids are promised in data/README.md: a regime names them, and acknowledgements do. */
static const struct
{
  const char *id;
  TrinhSeverity severity;
} checks[] = {
  { "section-missing", TRINH_SEVERITY_WARNING },
  { "section-number", TRINH_SEVERITY_WARNING },
  { "section-repeated", TRINH_SEVERITY_WARNING },
  { "signatory-form", TRINH_SEVERITY_ERROR },
  { "signatory-name", TRINH_SEVERITY_WARNING },
  { "text-broken-letters", TRINH_SEVERITY_ERROR },
  { "text-combining-mark", TRINH_SEVERITY_WARNING },
  { "text-documents-counted", TRINH_SEVERITY_INFO },
  { "text-kind-symbol", TRINH_SEVERITY_ERROR },
  { "text-obsolete-term", TRINH_SEVERITY_WARNING },
  { "text-number-typed", TRINH_SEVERITY_INFO },
  { "text-number-unbound", TRINH_SEVERITY_WARNING },
  { "text-office-name", TRINH_SEVERITY_WARNING },
  { "text-other-commune", TRINH_SEVERITY_WARNING },
  { "text-outside-period", TRINH_SEVERITY_INFO },
  { "text-percent", TRINH_SEVERITY_WARNING },
  { "text-percent-of-nothing", TRINH_SEVERITY_WARNING },
  { "text-series-order", TRINH_SEVERITY_WARNING },
  { "text-two-dates", TRINH_SEVERITY_ERROR },
  { "text-weekend", TRINH_SEVERITY_INFO },
};

static gboolean
find_check (const char *id,
            TrinhSeverity *severity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].id, id))
      {
        *severity = checks[i].severity;
        return TRUE;
      }
  return FALSE;
}

gboolean
_trinh_proof_has_check (const char *id)
{
  TrinhSeverity severity;

  return find_check (id, &severity);
}

void
_trinh_proof_add_about (TrinhEvaluation *self,
                        GPtrArray **findings,
                        const char *rule,
                        TrinhProofPlace place,
                        const char *address,
                        const char *found,
                        const char *expected,
                        char *message)
{
  const char *const subjects[] = { address, NULL };
  g_autofree char *owned = message;
  TrinhSeverity severity;

  g_return_if_fail (find_check (rule, &severity));

  if (trinh_regime_wants_check (trinh_report_get_regime (self->report), rule, &severity))
    _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                             .severity = severity,
                                             .source = TRINH_SOURCE_TEXT,
                                             .rule = rule,
                                             .subjects = subjects,
                                             .section = place.check != NULL ? trinh_section_get_id (place.check->section) : NULL,
                                             .start = place.start,
                                             .end = place.end,
                                             .message = message,
                                             .found = found,
                                             .expected = expected,
                                           });
}

void
_trinh_proof_add (TrinhEvaluation *self,
                  GPtrArray **findings,
                  const char *rule,
                  TrinhProofPlace place,
                  const char *found,
                  const char *expected,
                  char *message)
{
  _trinh_proof_add_about (self, findings, rule, place, NULL, found, expected, message);
}

void
_trinh_proof_need (TrinhEvaluation *self,
                   TrinhTextCheck *check)
{
  if (check->proof == NULL)
    check->proof = _trinh_proof_text_new (check->section, trinh_regime_get_lexicon (trinh_report_get_regime (self->report)));
}

GPtrArray **
_trinh_proof_find (TrinhEvaluation *self,
                   GPtrArray **findings,
                   TrinhProofPlace place)
{
  return &findings[place.check != NULL ? place.check->position : self->texts->len];
}

static void
read_section (TrinhEvaluation *self,
              TrinhTextCheck *check)
{
  GPtrArray *findings = NULL;

  _trinh_proof_need (self, check);
  _trinh_proof_check_letters (self, check, &findings);
  _trinh_proof_check_terms (self, check, &findings);
  _trinh_proof_check_names (self, check, &findings);
  _trinh_proof_check_percents (self, check, &findings);
  _trinh_evaluation_replace (self, &check->proof_findings, findings);
}

static void
read_together (TrinhEvaluation *self)
{
  g_autofree GPtrArray **findings = g_new0 (GPtrArray *, self->texts->len + 1);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_citation_free);
  g_autoptr (GArray) cited = _trinh_proof_list_cited (self, owned);

  _trinh_proof_check_documents (self, cited, findings);
  _trinh_proof_check_dates (self, cited, findings);
  _trinh_proof_check_series (self, cited, findings);
  _trinh_proof_check_sections (self, findings);
  _trinh_proof_check_counted (self, findings);
  _trinh_proof_check_signatories (self, findings);
  for (guint i = 0; i < self->texts->len; i++)
    _trinh_evaluation_replace (self, &((TrinhTextCheck *) g_ptr_array_index (self->texts, i))->joint_findings, findings[i]);
  _trinh_evaluation_replace (self, &self->loose_findings, findings[self->texts->len]);
}

void
_trinh_proof_mark (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    ((TrinhTextCheck *) g_ptr_array_index (self->texts, i))->proof_dirty = TRUE;
  self->joint_dirty = TRUE;
}

void
_trinh_proof_run (TrinhEvaluation *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      if (check->proof_dirty)
        read_section (self, check);
      check->proof_dirty = FALSE;
    }
  if (self->joint_dirty)
    read_together (self);
  self->joint_dirty = FALSE;
}

void
_trinh_proof_clear (TrinhEvaluation *self)
{
  g_clear_pointer (&self->loose_findings, g_ptr_array_unref);
  g_clear_pointer (&self->expected, g_hash_table_unref);
}
