/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-measure.h"
#include "trinh-layout-private.h"

struct _TrinhMeasure
{
  TrinhLayouter *layouter;
};

TrinhMeasure *
trinh_measure_new (GError **error)
{
  g_autoptr (TrinhMeasure) self = g_new0 (TrinhMeasure, 1);

  self->layouter = trinh_layouter_new ();

  return trinh_layouter_prepare_fonts (self->layouter, error) ? g_steal_pointer (&self) : NULL;
}

void
trinh_measure_free (TrinhMeasure *self)
{
  if (self == NULL)
    return;
  trinh_layouter_free (self->layouter);
  g_free (self);
}

/* Nothing is painted: a layout may go as soon as it was measured. */
static void
forget_last (TrinhMeasure *self)
{
  g_ptr_array_set_size (self->layouter->layouts, self->layouter->layouts->len - 1);
}

double
trinh_measure_text (TrinhMeasure *self,
                    const char *text,
                    double size,
                    gboolean bold,
                    double width)
{
  TrinhTextStyle style = { .size = size, .bold = bold };
  double widest;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  trinh_layout_measure (trinh_layouter_make_plain (self->layouter, text, &style, width), &widest, NULL);
  forget_last (self);

  return widest;
}

guint
trinh_measure_lines (TrinhMeasure *self,
                     const TrinhText *text,
                     double size,
                     double indent,
                     double width)
{
  TrinhTextStyle style = { .size = size, .indent = indent };
  int n_lines;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  n_lines = pango_layout_get_line_count (trinh_layouter_make_layout (self->layouter, text, &style, width));
  forget_last (self);

  return (guint) n_lines;
}

double
trinh_measure_ascent (TrinhMeasure *self,
                      double size)
{
  g_return_val_if_fail (self != NULL, 0);

  return trinh_layouter_get_ascent (self->layouter, size);
}

double
trinh_measure_header_right (TrinhMeasure *self,
                            const TrinhHeaderBlock *header)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (header != NULL, 0);

  trinh_layouter_set_landscape (self->layouter, FALSE);
  return trinh_layouter_get_header_right (self->layouter, header);
}

double
trinh_measure_date_size (TrinhMeasure *self,
                         const TrinhHeaderBlock *header)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (header != NULL, 0);

  trinh_layouter_set_landscape (self->layouter, FALSE);
  return trinh_layouter_choose_date_size (self->layouter, header);
}

double
trinh_measure_recipients_width (TrinhMeasure *self,
                                const TrinhBlock *block,
                                gboolean landscape)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (block != NULL && block->signature != NULL, 0);

  trinh_layouter_set_landscape (self->layouter, landscape);
  return trinh_layouter_get_recipients_width (self->layouter, block);
}

guint
trinh_measure_recipients_below (TrinhMeasure *self,
                                const TrinhBlock *block,
                                gboolean landscape)
{
  guint n;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (block != NULL && block->signature != NULL, 0);

  trinh_layouter_set_landscape (self->layouter, landscape);
  n = trinh_layouter_count_below (self->layouter, block);
  g_ptr_array_set_size (self->layouter->layouts, 0);

  return n;
}

GArray *
trinh_measure_edges (TrinhMeasure *self,
                     const TrinhTable *table,
                     gboolean landscape,
                     double *size)
{
  double any;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (table != NULL, NULL);

  trinh_layouter_set_landscape (self->layouter, landscape);

  return trinh_layouter_make_edges (self->layouter, table, size != NULL ? size : &any);
}
