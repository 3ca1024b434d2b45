/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * trinh_picture_measure:
 * @png: a PNG file
 * @width: (out): points
 * @height: (out): points
 * @true_size: (out) (optional): whether the file itself says how large it is; otherwise 300 dots per inch are taken
 *
 * How large the picture is on paper.
 *
 * Returns: %FALSE with TRINH_SIGNING_ERROR_PICTURE where it is no PNG file or has more than 25 million dots
 */
gboolean trinh_picture_measure (GBytes *png,
                                double *width,
                                double *height,
                                gboolean *true_size,
                                GError **error);
/* As trinh_picture_measure(), and refused where it would be larger than any office's stamp: a picture that does not say
 * its true resolution covers the page. */
gboolean trinh_picture_measure_stamp (GBytes *png,
                                      double *width,
                                      double *height,
                                      GError **error);
/* A PDF of one page of that size (points) with the picture over all of it, its transparency kept. (transfer full) */
GBytes *trinh_picture_to_pdf (GBytes *png,
                              double width,
                              double height,
                              GError **error);
/* A PDF of one empty page. (transfer full) */
GBytes *trinh_picture_make_empty (double width,
                                  double height,
                                  GError **error);

G_END_DECLS
