/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-core.h"

G_BEGIN_DECLS

/* Seconds since some fixed time */
double bench_get_time (void);
/* @share: 0.5 the median, 0.95 what 95 of 100 @samples (of double) stay below; sorts them */
double bench_percentile (GArray *samples,
                         double share);
/* A line of the table: what, measured, limit (nullable: none), verdict. */
void bench_print (const char *what,
                  const char *measured,
                  const char *limit,
                  gboolean within);

TrinhRegimeLibrary *bench_get_library (void);
/* A shipped sample by its name without ending; ends the program where it cannot be read. (transfer full) */
TrinhReport *bench_load_sample (const char *name);
/* The half-year report of the sample with the earlier periods as its history. (transfer full) */
TrinhEvaluation *bench_evaluate_sample (void);
/* The same with charts in an annex: the largest one. (transfer full) */
TrinhEvaluation *bench_evaluate_charts (void);

G_END_DECLS
