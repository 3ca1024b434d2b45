/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-ui-types.h"

G_BEGIN_DECLS

/* Where the head of the report is mended, to be gone to */
#define TRINH_PLACE_OF_HEAD "head:"

/**
 * TrinhPageSpot:
 * @x: points, of its middle
 * @y: points
 * @place: (nullable): to go to
 * @message: of all findings that stand there
 *
 * A finding of the layout as a mark in the margin of its page.
 */
typedef struct
{
  double x;
  double y;
  TrinhSeverity severity;
  char *place;
  char *message;
} TrinhPageSpot;

/* Where a finding of the layout is mended. (nullable) */
const char *trinh_page_findings_get_place (TrinhFinding *finding);
/* (element-type TrinhPageSpot); @findings: of TrinhFinding; @boxes: of all pages; @page: from 0 */
GPtrArray *trinh_page_spots_new (GPtrArray *findings,
                                 GPtrArray *boxes,
                                 guint page);
/* (nullable): the one at a point of the page, in points; @spots: (nullable) */
const TrinhPageSpot *trinh_page_spots_find (GPtrArray *spots,
                                            double x,
                                            double y);
void trinh_page_spots_snapshot (GPtrArray *spots,
                                double zoom,
                                GtkSnapshot *snapshot);

G_END_DECLS
