/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

/* Of the page's width, below which the recipients' part does not give way */
#define LEAST_PART 0.36

/* The recipients give way to a long title, so that it stands on one line. */
double
trinh_layouter_get_recipients_width (TrinhLayouter *self,
                                     const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;
  const double width = trinh_layouter_get_width (self);
  double longest = 0;

  for (guint i = 0; i < block->signature->signers->len; i++)
    {
      const TrinhPrintedSignatory *signer = g_ptr_array_index (block->signature->signers, i);

      for (guint j = 0; signer->capacity != NULL && signer->capacity[j] != NULL; j++)
        longest = MAX (longest, trinh_layouter_measure_width (self, signer->capacity[j], settings->signatory, TRUE));
      if (signer->title != NULL)
        longest = MAX (longest, trinh_layouter_measure_width (self, signer->title, settings->signatory, TRUE));
    }
  return CLAMP (width - longest - 2, width * LEAST_PART, width * settings->recipients_part);
}

static void
add_recipients (TrinhStack *stack,
                const TrinhBlock *block)
{
  TrinhLayouter *layouter = stack->layouter;
  const TrinhLayoutSettings *settings = layouter->settings;
  char **recipients = block->signature->recipients;
  TrinhTextStyle head = { .size = settings->recipients_head, .bold = TRUE, .italic = TRUE };
  TrinhTextStyle line = { .size = settings->recipients };

  /* Level with the first line at the right */
  stack->y = trinh_layouter_get_ascent (layouter, settings->signatory) - trinh_layouter_get_ascent (layouter, head.size);
  if (recipients == NULL || recipients[0] == NULL)
    return;
  trinh_stack_add_text (stack, "Nơi nhận:", &head, "recipients-head", NULL, "P");
  for (guint i = 0; recipients[i] != NULL; i++)
    trinh_stack_add_text (stack, recipients[i], &line, "recipients", NULL, "P");
}

static void
add_signer (TrinhStack *stack,
            const TrinhPrintedSignatory *signer)
{
  const TrinhLayoutSettings *settings = stack->layouter->settings;
  TrinhTextStyle style = { .size = settings->signatory, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  int spec;

  for (guint i = 0; signer->capacity != NULL && signer->capacity[i] != NULL; i++)
    trinh_stack_add_text (stack, signer->capacity[i], &style, "capacity", NULL, "P");
  trinh_stack_add_text (stack, signer->title, &style, "signatory-title", NULL, "P");
  spec = trinh_layouter_add_spec (stack->layouter, "signature", NULL, NULL);
  trinh_canvas_add_spot (stack->canvas, spec, stack->x, stack->y, stack->width, settings->signature_space);
  stack->y += settings->signature_space;
  trinh_stack_add_text (stack, signer->name, &style, "signatory-name", NULL, "P");
}

/* The block is never alone on a page: two lines of the text go with it. */
static void
keep_two_lines (TrinhLayouter *self)
{
  TrinhFragment *last;

  if (self->fragments->len < 2)
    return;
  last = &g_array_index (self->fragments, TrinhFragment, self->fragments->len - 1);
  if (!last->new_page)
    last->keep = MAX (last->keep, TRINH_KEEP_BLOCK);
}

void
trinh_layouter_add_signature (TrinhLayouter *self,
                              const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = trinh_layouter_get_width (self);
  double part = trinh_layouter_get_recipients_width (self, block);
  TrinhStack left = { .layouter = self, .canvas = canvas, .width = part };
  TrinhStack right = { .layouter = self, .canvas = canvas, .x = part, .width = width - part };

  add_recipients (&left, block);
  for (guint i = 0; i < block->signature->signers->len; i++)
    {
      if (i > 0)
        right.y += self->settings->paragraph_space;
      add_signer (&right, g_ptr_array_index (block->signature->signers, i));
    }
  keep_two_lines (self);
  trinh_layouter_emit_canvas (self, canvas, 2 * self->settings->paragraph_space, TRINH_KEEP_BLOCK, trinh_layouter_get_height (self));
}
