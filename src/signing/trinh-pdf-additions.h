/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * trinh_pdf_has_additions:
 * @pdf: a PDF file whose pages cairo drew
 * @n_drawings: so many drawings of their own (form XObjects) the pages share by right
 * @page: (out): from 0, the first where there is one
 *
 * Whether something was laid over a page after it had been drawn, as programs that stamp or annotate do: a second
 * stream of content, a picture, a further drawing, or a note. Fields of a form, so signatures too, are no additions: they
 * are judged where they are verified. A stream written anew is not noticed.
 *
 * Returns: %FALSE too where the file cannot be read
 */
gboolean trinh_pdf_has_additions (GBytes *pdf,
                                  guint n_drawings,
                                  guint *page);

G_END_DECLS
