/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-signature-check.h"
#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* What was found, in a sentence with its sign: whether the file can be relied on, and whether its pages agree with the
 * report in it */
GtkWidget *trinh_signature_rows_new_verdict (const TrinhSignatureCheck *check);
/* One signature: a group with a row for each thing that is asked of it */
GtkWidget *trinh_signature_rows_new (const TrinhSignature *signature);

G_END_DECLS
