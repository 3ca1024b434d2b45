/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a foreign hand did to the database */

#include "config.h"

#include "trinh-check-private.h"
#include "trinh-store-private.h"

typedef struct
{
  const char *id;
  GPtrArray *problems;
} Request;

static gboolean
check_in_worker (TrinhConnection *connection,
                 gpointer data,
                 GError **error)
{
  const Request *request = data;

  return request->id != NULL ? trinh_check_one (connection, request->id, request->problems, error) : trinh_check_run (connection, request->problems, error);
}

static GPtrArray *
list_problems (TrinhStore *self,
               const char *id,
               GError **error)
{
  g_autoptr (GPtrArray) problems = trinh_check_new_problems ();
  Request request = { id, problems };

  return _trinh_store_call (self, check_in_worker, &request, error) ? g_steal_pointer (&problems) : NULL;
}

GPtrArray *
trinh_store_list_problems (TrinhStore *self,
                           GError **error)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);

  return list_problems (self, NULL, error);
}

GPtrArray *
trinh_store_list_problems_of (TrinhStore *self,
                              const char *report_id,
                              GError **error)
{
  g_return_val_if_fail (TRINH_IS_STORE (self), NULL);
  g_return_val_if_fail (report_id != NULL, NULL);

  return list_problems (self, report_id, error);
}

gboolean
trinh_store_check (TrinhStore *self,
                   char ***problems,
                   GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (TRINH_IS_STORE (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  *problems = NULL;
  found = list_problems (self, NULL, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    g_strv_builder_take (lines, trinh_store_problem_to_line (found->pdata[i]));
  *problems = g_strv_builder_end (lines);

  return TRUE;
}
