/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the members of a report file hold: a table that the check reads. data/schemas/report.schema.json is its twin. */

typedef enum
{
  TRINH_SHAPE_STRING,
  TRINH_SHAPE_NULLABLE,     /* string or null */
  TRINH_SHAPE_DATE,         /* ISO or null */
  TRINH_SHAPE_PARTIAL_DATE, /* ISO, year and month, year, "" or null */
  TRINH_SHAPE_COUNT,        /* whole, from 0 on */
  TRINH_SHAPE_STRINGS,
  TRINH_SHAPE_ADDRESSES,
  TRINH_SHAPE_FORMS,
  TRINH_SHAPE_PERIODS,
  TRINH_SHAPE_CHART_KIND,
  TRINH_SHAPE_FIGURES, /* period → address → number */
  TRINH_SHAPE_STATE,
  TRINH_SHAPE_OFFICE,
  TRINH_SHAPE_OBJECT,   /* or null */
  TRINH_SHAPE_OBJECTS,  /* objects whose "id", where there is one, is unique */
  TRINH_SHAPE_REGISTER, /* objects that must have a unique "id" */
} TrinhReportShape;

typedef struct _Member TrinhReportMember;

struct _Member
{
  const char *name;
  TrinhReportShape shape;
  const TrinhReportMember *inner; /* (nullable): of an object, or of each in a list */
};

/* (nullable): a member that the check does not know, or that is read elsewhere */
const TrinhReportMember *_trinh_report_find_member (const char *name);

G_END_DECLS
