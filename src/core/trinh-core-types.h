/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TrinhCitation TrinhCitation;
typedef struct _TrinhDecimal TrinhDecimal;
typedef struct _TrinhEdit TrinhEdit;
typedef struct _TrinhEvaluation TrinhEvaluation;
typedef struct _TrinhExpression TrinhExpression;
typedef struct _TrinhFinding TrinhFinding;
typedef struct _TrinhForm TrinhForm;
typedef struct _TrinhFormColumn TrinhFormColumn;
typedef struct _TrinhFormRow TrinhFormRow;
typedef struct _TrinhHolidays TrinhHolidays;
typedef struct _TrinhJsonDocument TrinhJsonDocument;
typedef struct _TrinhLexicon TrinhLexicon;
typedef struct _TrinhMarkup TrinhMarkup;
typedef struct _TrinhOffice TrinhOffice;
typedef struct _TrinhOutline TrinhOutline;
typedef struct _TrinhOutlineItem TrinhOutlineItem;
typedef struct _TrinhPeriod TrinhPeriod;
typedef struct _TrinhRegime TrinhRegime;
typedef struct _TrinhRegimeLibrary TrinhRegimeLibrary;
typedef struct _TrinhRegisteredDocument TrinhRegisteredDocument;
typedef struct _TrinhReport TrinhReport;
typedef struct _TrinhRule TrinhRule;
typedef struct _TrinhSection TrinhSection;
typedef struct _TrinhTask TrinhTask;
typedef struct _TrinhValue TrinhValue;

G_END_DECLS
