/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-markup.h"

G_BEGIN_DECLS

/* trinh-markup-spans.c: the spans from @text to @end, which stands at character @offset. (element-type TrinhMarkupSpan) */
GPtrArray *_trinh_markup_read_spans (const char *text,
                                     const char *end,
                                     guint offset);
/* A span that is not text, as the source has it */
void _trinh_markup_write_span (GString *text,
                               const TrinhMarkupSpan *span);

G_END_DECLS
