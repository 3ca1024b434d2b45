/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrinhRole:
 * @TRINH_ROLE_NONE: nobody is named, or a role that is not known
 * @TRINH_ROLE_CLERK: prepares the report (công chức tham mưu)
 * @TRINH_ROLE_SIGNATORY: reviews it, sends it back or signs it (người có thẩm quyền ký)
 * @TRINH_ROLE_REGISTRAR: numbers it, stamps it and sends it (văn thư)
 *
 * What a person of the office does with reports (Nghị định 30/2020/NĐ-CP, Điều 13 to 19). One person may be all three.
 */
typedef enum
{
  TRINH_ROLE_NONE = 0,
  TRINH_ROLE_CLERK = 1 << 0,
  TRINH_ROLE_SIGNATORY = 1 << 1,
  TRINH_ROLE_REGISTRAR = 1 << 2,
} TrinhRole;

#define TRINH_ROLE_ALL (TRINH_ROLE_CLERK | TRINH_ROLE_SIGNATORY | TRINH_ROLE_REGISTRAR)

/* "clerk"; "" for none. @role: one of them */
const char *trinh_role_to_nick (TrinhRole role);
/* TRINH_ROLE_NONE where it is not known */
TrinhRole trinh_role_from_nick (const char *nick);
const char *trinh_role_get_name (TrinhRole role); /* translated; "" for none */

G_END_DECLS
