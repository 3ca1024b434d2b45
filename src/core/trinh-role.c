/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-role.h"

static const struct
{
  TrinhRole role;
  const char *nick;
  const char *name;
} roles[] = {
  { TRINH_ROLE_CLERK, "clerk", N_ ("Clerk") },
  { TRINH_ROLE_SIGNATORY, "signatory", N_ ("Signatory") },
  { TRINH_ROLE_REGISTRAR, "registrar", N_ ("Registrar") },
};

const char *
trinh_role_to_nick (TrinhRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].role == role)
      return roles[i].nick;
  return "";
}

TrinhRole
trinh_role_from_nick (const char *nick)
{
  g_return_val_if_fail (nick != NULL, TRINH_ROLE_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (nick, roles[i].nick))
      return roles[i].role;
  return TRINH_ROLE_NONE;
}

const char *
trinh_role_get_name (TrinhRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].role == role)
      return _ (roles[i].name);
  return "";
}
