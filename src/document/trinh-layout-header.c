/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

/* Points between the office's block and the motto's */
#define BETWEEN 6

static void
add_office (TrinhStack *stack,
            const TrinhHeaderBlock *header)
{
  const TrinhLayoutSettings *settings = stack->layouter->settings;
  TrinhTextStyle style = { .size = settings->office, .align = PANGO_ALIGN_CENTER };
  double widest = 0;

  trinh_stack_add_text (stack, header->superior, &style, "superior", NULL, "P");
  style.bold = TRUE;
  for (guint i = 0; header->office[i] != NULL; i++)
    {
      trinh_stack_add_text (stack, header->office[i], &style, "office", NULL, "P");
      widest = MAX (widest, stack->text_width);
    }
  trinh_stack_add_rule (stack, "office-rule", widest * settings->rule_part);
}

static void
add_motto (TrinhStack *stack)
{
  const TrinhLayoutSettings *settings = stack->layouter->settings;
  TrinhTextStyle style = { .size = settings->motto_country, .bold = TRUE, .align = PANGO_ALIGN_CENTER };

  trinh_stack_add_text (stack, TRINH_COUNTRY, &style, "motto-country", NULL, "P");
  style.size = settings->motto;
  trinh_stack_add_text (stack, TRINH_MOTTO, &style, "motto", NULL, "P");
  trinh_stack_add_rule (stack, "motto-rule", stack->text_width);
}

static double
measure_date (TrinhLayouter *self,
              const char *date,
              double size)
{
  TrinhTextStyle style = { .size = size, .italic = TRUE };

  return trinh_layouter_measure_style (self, date, &style);
}

/* The motto is never broken, so it says how wide the right block is. A date that is longer still widens it, as far as
 * the number on its line and the office above keep their room. */
double
trinh_layouter_get_header_right (TrinhLayouter *self,
                                 const TrinhHeaderBlock *header)
{
  const TrinhLayoutSettings *settings = self->settings;
  const double width = trinh_layouter_get_width (self);
  const double country = trinh_layouter_measure_width (self, TRINH_COUNTRY, settings->motto_country, TRUE) + 2;
  const double date = measure_date (self, header->date, settings->date - 1) + 2;
  const double number = trinh_layouter_measure_width (self, header->number, settings->number, FALSE) + 2;

  return MAX (country, MIN (date, width - MAX (number, width / 5) - BETWEEN));
}

/* A long place's name makes the date smaller, to the least size allowed, before it breaks the line. */
double
trinh_layouter_choose_date_size (TrinhLayouter *self,
                                 const TrinhHeaderBlock *header)
{
  const double size = self->settings->date;

  return measure_date (self, header->date, size) <= trinh_layouter_get_header_right (self, header) ? size : size - 1;
}

static void
add_number_and_date (TrinhStack *left,
                     TrinhStack *right,
                     const TrinhHeaderBlock *header)
{
  TrinhLayouter *layouter = left->layouter;
  TrinhTextStyle number = { .size = layouter->settings->number, .align = PANGO_ALIGN_CENTER };
  TrinhTextStyle date = { .italic = TRUE, .align = PANGO_ALIGN_CENTER };

  date.size = trinh_layouter_choose_date_size (layouter, header);
  right->y = MAX (left->y, right->y) + 5;
  left->y = right->y + trinh_layouter_get_ascent (layouter, date.size) - trinh_layouter_get_ascent (layouter, number.size);
  trinh_stack_add_text (left, header->number, &number, "number", NULL, "P");
  trinh_stack_add_text (right, header->date, &date, "date", NULL, "P");
}

void
trinh_layouter_add_header (TrinhLayouter *self,
                           const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = trinh_layouter_get_width (self);
  TrinhStack left = { .layouter = self, .canvas = canvas };
  TrinhStack right = { .layouter = self, .canvas = canvas };

  right.width = trinh_layouter_get_header_right (self, block->header);
  right.x = width - right.width;
  left.width = right.x - BETWEEN;
  add_office (&left, block->header);
  add_motto (&right);
  add_number_and_date (&left, &right, block->header);
  trinh_layouter_emit_canvas (self, canvas, 0, TRINH_KEEP_NOT, trinh_layouter_get_height (self));
}
