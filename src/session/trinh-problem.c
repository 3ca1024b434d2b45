/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-problem.h"

#include <glib/gi18n-lib.h>

TrinhProblem *
trinh_problem_new (const char *report_id,
                   const char *title,
                   const char *target,
                   const char *words)
{
  TrinhProblem *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (TrinhProblem, 1);
  self->report_id = g_strdup (report_id);
  self->title = g_strdup (title);
  self->target = g_strdup (target);
  self->words = g_strdup (words);

  return self;
}

void
trinh_problem_free (TrinhProblem *self)
{
  g_free (self->report_id);
  g_free (self->title);
  g_free (self->target);
  g_free (self->words);
  g_free (self);
}

char *
trinh_problem_to_line (const TrinhProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->report_id == NULL)
    return g_strdup (self->words);
  if (self->title == NULL)
    return g_strdup_printf (_ ("Report %s: %s"), self->report_id, self->words);

  return g_strdup_printf (_ ("Report “%s” (%s): %s"), self->title, self->report_id, self->words);
}

GPtrArray *
trinh_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_problem_free);
}
