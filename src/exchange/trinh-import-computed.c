/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-import-rows-private.h"
#include "trinh-rehearsal.h"

/* A cell that a formula of the report fills. In a table of ours it has what a spreadsheet computed there, mostly. */
static gboolean
may_follow (TrinhEvaluation *evaluation,
            TrinhImportItem *item)
{
  TrinhValue *value;

  if (!item->take || item->note || !_trinh_import_table_is_own (item->table) || !trinh_evaluation_has_formula (evaluation, item->address))
    return FALSE;
  value = trinh_report_get_value (trinh_evaluation_get_report (evaluation), item->address);

  return trinh_value_get_blank (value) == TRINH_BLANK_NO_REASON && (trinh_value_get_text (value) == NULL || trinh_value_get_origin (value) == TRINH_ORIGIN_COMPUTED);
}

static gboolean
is_computed (TrinhEvaluation *rehearsal,
             const TrinhImportItem *item)
{
  TrinhDecimal number;
  TrinhDecimal computed;

  return trinh_decimal_parse_canonical (item->content, &number, NULL) && trinh_evaluation_get_computed (rehearsal, item->address, &computed) && trinh_decimal_compare (number, computed) == 0;
}

static gboolean
drop_equal (TrinhEvaluation *evaluation,
            GPtrArray *items)
{
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (TrinhEvaluation) rehearsal = NULL;
  const guint n_before = items->len;

  _trinh_import_fill_edit (edit, trinh_evaluation_get_report (evaluation), items);
  rehearsal = trinh_evaluation_rehearse (evaluation, edit, NULL);
  if (rehearsal == NULL)
    return FALSE;
  for (guint i = items->len; i > 0; i--)
    if (may_follow (evaluation, items->pdata[i - 1]) && is_computed (rehearsal, items->pdata[i - 1]))
      g_ptr_array_remove_index (items, i - 1);

  return items->len < n_before;
}

static gboolean
has_follower (TrinhEvaluation *evaluation,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (may_follow (evaluation, items->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Entered, it would stay as it is when the figures that it is made of change. What others are computed from goes first:
 * a quotient that was taken as it is shown gives something else than the quotient itself. */
void
_trinh_import_drop_computed (TrinhEvaluation *evaluation,
                             GPtrArray *items)
{
  gboolean again = has_follower (evaluation, items);

  while (again)
    again = drop_equal (evaluation, items) && has_follower (evaluation, items);
}
