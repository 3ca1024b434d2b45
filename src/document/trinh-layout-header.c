/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

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

/* A long place's name makes the date smaller, to the least size allowed, before it breaks the line. */
static double
choose_date_size (TrinhStack *stack,
                  const char *date)
{
  const TrinhLayoutSettings *settings = stack->layouter->settings;

  if (trinh_layouter_measure_width (stack->layouter, date, settings->date, FALSE) <= stack->width)
    return settings->date;
  return settings->date - 1;
}

static void
add_number_and_date (TrinhStack *left,
                     TrinhStack *right,
                     const TrinhHeaderBlock *header)
{
  TrinhLayouter *layouter = left->layouter;
  TrinhTextStyle number = { .size = layouter->settings->number, .align = PANGO_ALIGN_CENTER };
  TrinhTextStyle date = { .italic = TRUE, .align = PANGO_ALIGN_CENTER };

  date.size = choose_date_size (right, header->date);
  right->y = MAX (left->y, right->y) + 5;
  left->y = right->y + trinh_layouter_get_ascent (layouter, date.size) - trinh_layouter_get_ascent (layouter, number.size);
  trinh_stack_add_text (left, header->number, &number, "number", NULL, "P");
  trinh_stack_add_text (right, header->date, &date, "date", NULL, "P");
}

void
trinh_layouter_add_header (TrinhLayouter *self,
                           const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = trinh_layouter_get_width (self);
  TrinhStack left = { .layouter = self, .canvas = canvas };
  TrinhStack right = { .layouter = self, .canvas = canvas };

  /* The motto is never broken, so it says how wide the right block is. */
  right.width = trinh_layouter_measure_width (self, TRINH_COUNTRY, settings->motto_country, TRUE) + 2;
  right.x = width - right.width;
  left.width = right.x - 6;
  add_office (&left, block->header);
  add_motto (&right);
  add_number_and_date (&left, &right, block->header);
  trinh_layouter_emit_canvas (self, canvas, 0, FALSE, trinh_layouter_get_height (self));
}
