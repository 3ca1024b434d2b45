/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <adwaita.h>

#include "trinh-session.h"

G_BEGIN_DECLS

typedef struct _TrinhApplication TrinhApplication;
typedef struct _TrinhBadge TrinhBadge;
typedef struct _TrinhChartView TrinhChartView;
typedef struct _TrinhComparisonPage TrinhComparisonPage;
typedef struct _TrinhFindingsPage TrinhFindingsPage;
typedef struct _TrinhFormPage TrinhFormPage;
typedef struct _TrinhOverviewPage TrinhOverviewPage;
typedef struct _TrinhPlace TrinhPlace;
typedef struct _TrinhPreviewPage TrinhPreviewPage;
typedef struct _TrinhReportPage TrinhReportPage;
typedef struct _TrinhReportView TrinhReportView;
typedef struct _TrinhSectionPage TrinhSectionPage;
typedef struct _TrinhSidebar TrinhSidebar;
typedef struct _TrinhStartPage TrinhStartPage;
typedef struct _TrinhWindow TrinhWindow;

G_END_DECLS
