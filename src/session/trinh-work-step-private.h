/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-work-review.h"

G_BEGIN_DECLS

#define TRINH_REPORT_MEDIA_TYPE "application/vnd.trinhky.report+json"
/* The content that the signatory has seen, as it is kept */
#define TRINH_REVIEWED_NAME "reviewed.trinhky"

/* As steps and remarks have it: ISO 8601 with the offset from UTC. (transfer full) */
char *_trinh_work_dup_now (void);
/* (transfer full): the step as done now by who works now */
TrinhStep *_trinh_work_make_step (TrinhWork *self,
                                  TrinhStepKind kind,
                                  const char *remark);
/**
 * _trinh_work_keep_step:
 * @number: (nullable): given in the same edit
 * @date: Julian; 0: none is given
 *
 * Rehearses the step on a copy, writes it to disk with its files in one transaction, and does it to the report only then.
 * A signature or an issue is refused there where another report of the series has the number, TRINH_STORE_ERROR_NUMBER.
 */
gboolean _trinh_work_keep_step (TrinhWork *self,
                                TrinhStep *step,
                                const char *number,
                                guint32 date,
                                const TrinhStoreFile *files,
                                guint n_files,
                                GError **error);
/* The same of a step that a signed file proves: its number stands, also where it is another report's here. */
gboolean _trinh_work_keep_proven_step (TrinhWork *self,
                                       TrinhStep *step,
                                       const char *number,
                                       guint32 date,
                                       const TrinhStoreFile *file,
                                       GError **error);
/* A signature with the file that it is in, as _trinh_work_keep_step(), and the approval that the signed report has and ours has
 * not; (nullable): it is approved. Both steps or neither. */
gboolean _trinh_work_keep_signature (TrinhWork *self,
                                     TrinhStep *approval,
                                     TrinhStep *step,
                                     const TrinhStoreFile *file,
                                     GError **error);
/* Content that is kept under its digest, as a report. %NULL without @error: it is not here. (transfer full) (nullable) */
TrinhReport *_trinh_work_load_content (TrinhWork *self,
                                       const char *digest,
                                       GError **error);

G_END_DECLS
