/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-proof-private.h"

static void
binding_clear (gpointer data)
{
  g_free (((TrinhBinding *) data)->name);
}

void
_trinh_text_check_free (gpointer data)
{
  TrinhTextCheck *check = data;

  g_clear_object (&check->section);
  g_clear_pointer (&check->bindings, g_array_unref);
  g_clear_pointer (&check->findings, g_ptr_array_unref);
  g_clear_pointer (&check->typed, g_array_unref);
  g_clear_pointer (&check->proof, _trinh_proof_text_free);
  g_clear_pointer (&check->proof_findings, g_ptr_array_unref);
  g_clear_pointer (&check->joint_findings, g_ptr_array_unref);
  g_free (check);
}

static void
read_bindings (TrinhTextCheck *check)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (trinh_section_get_text (check->section));

  g_array_set_size (check->bindings, 0);
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = g_ptr_array_index (block->spans, j);
          TrinhBinding binding = { span->kind, NULL, span->start, span->end };

          if (span->kind == TRINH_SPAN_TEXT)
            continue;
          binding.name = g_strdup (span->text);
          g_array_append_val (check->bindings, binding);
        }
    }
}

static gboolean
is_required (TrinhEvaluation *self,
             TrinhSection *section)
{
  TrinhOutline *outline = trinh_regime_get_outline (trinh_report_get_regime (self->report));
  TrinhOutlineItem *item = trinh_outline_find_item (outline, trinh_section_get_outline (section));

  return item != NULL && trinh_outline_item_get_required (item);
}

static TrinhTextCheck *
find_old (GPtrArray *texts,
          const char *id)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (texts, i);

      if (check->section != NULL && g_str_equal (trinh_section_get_id (check->section), id))
        return check;
    }
  return NULL;
}

static gboolean
has_findings (TrinhTextCheck *check)
{
  return check->findings != NULL || check->proof_findings != NULL || check->joint_findings != NULL;
}

/* What was found stays until it is looked for again. */
static void
take_over (TrinhTextCheck *check,
           TrinhTextCheck *before)
{
  check->findings = g_steal_pointer (&before->findings);
  check->bindings = g_steal_pointer (&before->bindings);
  check->proof_findings = g_steal_pointer (&before->proof_findings);
  check->joint_findings = g_steal_pointer (&before->joint_findings);
  if (check->section == before->section)
    {
      check->typed = g_steal_pointer (&before->typed);
      check->proof = g_steal_pointer (&before->proof);
    }
}

static TrinhTextCheck *
make_check (TrinhEvaluation *self,
            GPtrArray *old,
            TrinhSection *section,
            guint position)
{
  TrinhTextCheck *before = find_old (old, trinh_section_get_id (section));
  TrinhTextCheck *check = g_new0 (TrinhTextCheck, 1);

  check->section = g_object_ref (section);
  check->position = position;
  check->required = is_required (self, section);
  self->joint_dirty |= before == NULL || before->section != section || before->position != position;
  if (before != NULL)
    {
      self->list_changed |= has_findings (before) && before->position != position;
      take_over (check, before);
    }
  if (check->bindings == NULL)
    {
      check->bindings = g_array_new (FALSE, FALSE, sizeof (TrinhBinding));
      g_array_set_clear_func (check->bindings, binding_clear);
    }
  /* A section is immutable: the same object has the same text. */
  if (before == NULL || before->section != section)
    {
      read_bindings (check);
      check->dirty = check->proof_dirty = TRUE;
    }
  else
    {
      check->dirty = before->dirty;
      check->proof_dirty = before->proof_dirty;
    }
  return check;
}

/* Follows the report's sections: what is the same is not parsed again. */
void
_trinh_evaluation_read_texts (TrinhEvaluation *self)
{
  GListModel *sections = trinh_report_get_sections (self->report);
  guint n = g_list_model_get_n_items (sections);
  GPtrArray *texts = g_ptr_array_new_with_free_func (_trinh_text_check_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      g_ptr_array_add (texts, make_check (self, self->texts, section, i));
    }
  for (guint i = 0; self->texts != NULL && i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      self->list_changed |= has_findings (check);
    }
  self->joint_dirty |= self->texts == NULL || self->texts->len != n;
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  self->texts = texts;
  self->outline_dirty = TRUE;
}

static gboolean
is_blank_text (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
add (TrinhEvaluation *self,
     TrinhTextCheck *check,
     GPtrArray **findings,
     const TrinhBinding *binding,
     const char *rule,
     TrinhSeverity severity,
     const char *message)
{
  _trinh_evaluation_add (self, findings, &(TrinhFindingDraft) {
                                           .severity = severity,
                                           .source = TRINH_SOURCE_TEXT,
                                           .rule = rule,
                                           .section = trinh_section_get_id (check->section),
                                           .start = binding != NULL ? binding->start : 0,
                                           .end = binding != NULL ? binding->end : 0,
                                           .message = message,
                                           .found = binding != NULL ? binding->name : NULL,
                                         });
}

static gboolean
has_document (TrinhEvaluation *self,
              const char *id)
{
  JsonNode *node = trinh_report_get_member (self->report, "documents");
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_str_equal (json_object_get_string_member_with_default (json_array_get_object_element (array, i), "id", ""), id))
      return TRUE;
  return FALSE;
}

static gboolean
is_list_row_gone (TrinhEvaluation *self,
                  TrinhForm *form,
                  const char *address)
{
  g_autofree char *key = NULL;

  return trinh_form_get_list (form) && !trinh_regime_find_slot (trinh_report_get_regime (self->report), address, NULL) &&
         (!trinh_address_split (address, NULL, &key, NULL) ||
          !g_strv_contains (trinh_report_get_rows (self->report, trinh_form_get_id (form)), key));
}

static void
check_value (TrinhEvaluation *self,
             TrinhTextCheck *check,
             GPtrArray **findings,
             const TrinhBinding *binding)
{
  g_autofree char *message = NULL;
  g_autofree char *display = NULL;
  g_autofree char *name = NULL;
  TrinhForm *form;
  TrinhFormRow *row;

  if (!trinh_regime_find_cell (trinh_report_get_regime (self->report), binding->name, &form, &row, NULL) ||
      is_list_row_gone (self, form, binding->name))
    {
      message = g_strdup_printf (_ ("The text names the value “%s”, which the forms do not have."), binding->name);
      add (self, check, findings, binding, "text-unknown-value", TRINH_SEVERITY_ERROR, message);
      return;
    }
  display = trinh_evaluation_dup_display (self, binding->name);
  if (*display != '\0')
    return;
  name = _trinh_cell_dup_name (self, binding->name);
  message = g_strdup_printf (_ ("The text prints the value “%s”, which is blank: “……” stands in its place."), name);
  add (self, check, findings, binding, "text-blank-value", TRINH_SEVERITY_WARNING, message);
}

static void
check_binding (TrinhEvaluation *self,
               TrinhTextCheck *check,
               GPtrArray **findings,
               const TrinhBinding *binding)
{
  g_autofree char *message = NULL;

  if (binding->kind == TRINH_SPAN_VALUE)
    check_value (self, check, findings, binding);
  else if (binding->kind == TRINH_SPAN_DOCUMENT && !has_document (self, binding->name))
    {
      message = g_strdup_printf (_ ("The text cites the document “%s”, which the register does not have."), binding->name);
      add (self, check, findings, binding, "text-unknown-document", TRINH_SEVERITY_ERROR, message);
    }
  else if (binding->kind == TRINH_SPAN_TABLE && trinh_regime_find_form (trinh_report_get_regime (self->report), binding->name) == NULL)
    {
      message = g_strdup_printf (_ ("The text prints the form “%s”, which the regime does not have."), binding->name);
      add (self, check, findings, binding, "text-unknown-table", TRINH_SEVERITY_ERROR, message);
    }
}

static void
check_carried (TrinhEvaluation *self,
               TrinhTextCheck *check,
               GPtrArray **findings)
{
  const char *from = trinh_section_get_carried_from (check->section);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  TrinhPeriod period;

  if (from == NULL || !trinh_period_parse (from, &period, NULL))
    return;
  title = trinh_period_get_title (period);
  message = g_strdup_printf (_ ("The text of “%s” was carried over from the report for “%s”; go through it and bring it up to date."),
                             trinh_section_get_title (check->section),
                             title);
  add (self, check, findings, NULL, "section-carried", TRINH_SEVERITY_INFO, message);
}

void
_trinh_evaluation_check_text (TrinhEvaluation *self,
                              TrinhTextCheck *check)
{
  GPtrArray *findings = NULL;
  g_autofree char *message = NULL;

  if (check->required && !trinh_section_get_none (check->section) && is_blank_text (trinh_section_get_text (check->section)))
    {
      message = g_strdup_printf (_ ("The section “%s” has no text yet; write it or mark it “Không”."),
                                 trinh_section_get_title (check->section));
      add (self, check, &findings, NULL, "section-empty", TRINH_SEVERITY_INFO, message);
    }
  check_carried (self, check, &findings);
  for (guint i = 0; i < check->bindings->len; i++)
    check_binding (self, check, &findings, &g_array_index (check->bindings, TrinhBinding, i));
  _trinh_proof_check_numbers (self, check, &findings);
  _trinh_evaluation_replace (self, &check->findings, findings);
}

static gboolean
has_section (TrinhEvaluation *self,
             const char *outline)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      if (g_str_equal (trinh_section_get_outline (check->section), outline))
        return TRUE;
    }
  return FALSE;
}

/* "II.1 Cải cách thể chế"; the opening and the closing have no title and are known by their id. */
static char *
dup_item_name (TrinhEvaluation *self,
               TrinhOutlineItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *plain = NULL;

  title = trinh_regime_expand (trinh_outline_item_get_title (item), trinh_report_get_period (self->report), trinh_report_get_office (self->report));
  plain = trinh_markup_strip (title);
  return *plain != '\0' ? g_strdup_printf ("%s %s", trinh_outline_item_get_id (item), plain)
                        : g_strdup (trinh_outline_item_get_id (item));
}

/* It has no section to stand at; the item's id keeps apart what is acknowledged. */
static void
add_missing (TrinhEvaluation *self,
             GPtrArray **findings,
             TrinhOutlineItem *item)
{
  g_autofree char *name = dup_item_name (self, item);

  _trinh_proof_add (self, findings, "section-missing", (TrinhProofPlace) { 0 }, NULL, trinh_outline_item_get_id (item), g_strdup_printf (_ ("The outline asks for the section “%s”, which the report does not have."), name));
}

void
_trinh_evaluation_check_outline (TrinhEvaluation *self)
{
  GListModel *items = trinh_outline_get_items (trinh_regime_get_outline (trinh_report_get_regime (self->report)));
  GPtrArray *findings = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (items, i);

      if (trinh_outline_item_get_required (item) && !has_section (self, trinh_outline_item_get_id (item)))
        add_missing (self, &findings, item);
    }
  self->outline_dirty = FALSE;
  _trinh_evaluation_replace (self, &self->missing, findings);
}
