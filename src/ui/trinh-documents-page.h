/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report-page.h"

G_BEGIN_DECLS

/**
 * TrinhDocumentsPage:
 *
 * The register of documents: a table with search, and above it what the texts cite and the register does not have.
 * Enter changes the selected one, Delete removes it, Ctrl+N adds one.
 */
#define TRINH_TYPE_DOCUMENTS_PAGE (trinh_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (TrinhDocumentsPage, trinh_documents_page, TRINH, DOCUMENTS_PAGE, TrinhReportPage)

GtkWidget *trinh_documents_page_new (void);

G_END_DECLS
