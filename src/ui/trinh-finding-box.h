/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/**
 * TrinhFindingBox:
 *
 * One finding as people read it: what is wrong, the formula filled in, how far
 * it is off, and the buttons that mend it: take the computed value, go to the
 * other cells, explain. Stands in the popover of a badge, in the details under a
 * table and on the findings page.
 */
#define TRINH_TYPE_FINDING_BOX (trinh_finding_box_get_type ())
G_DECLARE_FINAL_TYPE (TrinhFindingBox, trinh_finding_box, TRINH, FINDING_BOX, AdwBin)

/* @here: (nullable): the address where it is shown, to which no jump is offered */
GtkWidget *trinh_finding_box_new (TrinhWork *work,
                                  TrinhFinding *finding,
                                  const char *here);
/* The sign of how bad a finding is, by shape, colour and name */
void trinh_finding_box_mark (GtkLabel *label,
                             TrinhSeverity severity);

G_END_DECLS
