/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-work-private.h"

gboolean
trinh_work_enter_blank (TrinhWork *self,
                        const char *address,
                        TrinhBlank reason,
                        GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (TrinhValue) value = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  code = trinh_work_dup_code (self, address);
  /* Translators: what can be undone; %s is an indicator's code */
  label = g_strdup_printf (_ ("reason for the blank of %s"), code);
  value = trinh_value_with_blank (trinh_report_get_value (trinh_work_get_report (self), address), reason);
  edit = trinh_edit_new_value (label, address, trinh_value_is_empty (value) ? NULL : value);

  return trinh_work_apply (self, edit, error);
}
