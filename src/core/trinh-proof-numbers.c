/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-proof-figures-private.h"

/* A percentage at the precision it is typed with; 0 and 100 only exactly. */
static gboolean
is_equal (const TrinhTyped *typed,
          TrinhDecimal number)
{
  TrinhDecimal rounded = typed->percent ? trinh_decimal_round (number, typed->number.decimals) : number;

  if (trinh_decimal_compare (rounded, typed->number) != 0)
    return FALSE;
  return !typed->percent || !_trinh_decimal_is_absolute (typed->number) || trinh_decimal_compare (number, rounded) == 0;
}

static gboolean
get_value (TrinhEvaluation *self,
           const char *address,
           TrinhDecimal *number)
{
  guint slot;

  return trinh_regime_find_slot (trinh_report_get_regime (self->report), address, &slot) && self->cells[slot].applies &&
         trinh_evaluation_get_decimal (self, address, number);
}

/* The value that the number stands for: the one that equals it, else the only one that may be meant. */
static const char *
find_value (TrinhEvaluation *self,
            const TrinhTyped *typed,
            TrinhDecimal *number,
            gboolean *equal)
{
  const char *only = NULL;
  guint n = 0;

  for (guint i = 0; i < typed->addresses->len; i++)
    {
      const char *address = g_ptr_array_index (typed->addresses, i);
      TrinhDecimal value;

      if (!get_value (self, address, &value))
        continue;
      *equal = is_equal (typed, value);
      if (*equal)
        {
          *number = value;
          return address;
        }
      only = address;
      *number = value;
      n++;
    }
  return n == 1 && typed->addresses->len == 1 ? only : NULL;
}

/* "2.2 Số nhiệm vụ đã hoàn thành" */
static char *
dup_place_name (TrinhEvaluation *self,
                const char *address)
{
  g_autofree char *name = _trinh_cell_dup_name (self, address);
  TrinhFormRow *row = NULL;
  const char *code;

  trinh_regime_find_cell (trinh_report_get_regime (self->report), address, NULL, &row, NULL);
  code = row != NULL ? trinh_form_row_get_plain_code (row) : "";
  return *code != '\0' ? g_strdup_printf ("%s %s", code, name) : g_steal_pointer (&name);
}

static char *
dup_number (const TrinhTyped *typed,
            TrinhDecimal number)
{
  return _trinh_cell_dup_number (typed->percent ? TRINH_KIND_PERCENT : TRINH_KIND_COUNT, number);
}

static void
check_typed (TrinhEvaluation *self,
             TrinhTextCheck *check,
             GPtrArray **findings,
             const TrinhTyped *typed)
{
  TrinhDecimal number = { 0 };
  gboolean equal = FALSE;
  const char *address = find_value (self, typed, &number, &equal);
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;
  TrinhProofPlace place;

  if (address == NULL)
    return;
  place = _trinh_proof_text_place (check, typed->start, typed->end);
  name = dup_place_name (self, address);
  found = g_strndup (typed->start, (gsize) (typed->end - typed->start));
  shown = dup_number (typed, number);
  expected = trinh_decimal_format (number);
  if (equal)
    _trinh_proof_add (self, findings, "text-number-typed", place, found, expected, g_strdup_printf (_ ("%s is typed by hand; bound to “%s” it follows the form."), found, name));
  else
    _trinh_proof_add_about (self, findings, "text-number-unbound", place, address, found, expected, g_strdup_printf (_ ("The text says %s; the form says %s (%s)."), found, shown, name));
}

void
_trinh_proof_check_numbers (TrinhEvaluation *self,
                            TrinhTextCheck *check,
                            GPtrArray **findings)
{
  _trinh_proof_need (self, check);
  if (check->typed == NULL)
    check->typed = _trinh_proof_find_typed (self, check);
  for (guint i = 0; i < check->typed->len; i++)
    check_typed (self, check, findings, &g_array_index (check->typed, TrinhTyped, i));
}

gboolean
_trinh_text_check_expects (TrinhTextCheck *check,
                           const char *address)
{
  for (guint i = 0; check->typed != NULL && i < check->typed->len; i++)
    if (g_ptr_array_find_with_equal_func (g_array_index (check->typed, TrinhTyped, i).addresses, address, g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static TrinhTextCheck *
find_check (TrinhEvaluation *self,
            const char *section)
{
  for (guint i = 0; section != NULL && i < self->texts->len; i++)
    {
      TrinhTextCheck *check = g_ptr_array_index (self->texts, i);

      if (g_str_equal (trinh_section_get_id (check->section), section))
        return check;
    }
  return NULL;
}

static const TrinhTyped *
find_typed (TrinhTextCheck *check,
            guint start)
{
  for (guint i = 0; check != NULL && check->typed != NULL && i < check->typed->len; i++)
    {
      const TrinhTyped *typed = &g_array_index (check->typed, TrinhTyped, i);

      if (_trinh_proof_text_place (check, typed->start, typed->end).start == start)
        return typed;
    }
  return NULL;
}

/* The text with the letters from @start to @end replaced; both are characters. */
static TrinhEdit *
make_replace (TrinhTextCheck *check,
              guint start,
              guint end,
              const char *bound)
{
  const char *text = trinh_section_get_text (check->section);
  const char *first = g_utf8_offset_to_pointer (text, (glong) start);
  const char *behind = g_utf8_offset_to_pointer (text, (glong) end);
  g_autofree char *before = g_strndup (text, (gsize) (first - text));
  g_autofree char *changed = g_strconcat (before, bound, behind, NULL);
  g_autoptr (TrinhSection) section = trinh_section_with_text (check->section, changed, trinh_section_get_none (check->section));
  TrinhEdit *edit = trinh_edit_new (_ ("bound value"));

  trinh_edit_set_section (edit, section);
  return edit;
}

TrinhEdit *
trinh_evaluation_make_bind (TrinhEvaluation *self,
                            TrinhFinding *finding,
                            const char **address)
{
  g_autofree char *bound = NULL;
  TrinhTextCheck *check;
  const TrinhTyped *typed;
  const char *meant;
  TrinhDecimal number;
  gboolean equal;
  guint start, end;

  g_return_val_if_fail (TRINH_IS_EVALUATION (self), NULL);
  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);

  if (!g_str_has_prefix (trinh_finding_get_rule (finding), "text-number-") || !trinh_finding_get_range (finding, &start, &end))
    return NULL;
  check = find_check (self, trinh_finding_get_section (finding));
  typed = find_typed (check, start);
  meant = typed != NULL ? find_value (self, typed, &number, &equal) : NULL;
  if (meant == NULL)
    return NULL;
  if (address != NULL)
    *address = meant;
  bound = g_strdup_printf (typed->padded ? "{{%s|pad}}" : "{{%s}}", meant);
  return make_replace (check, start, end, bound);
}
