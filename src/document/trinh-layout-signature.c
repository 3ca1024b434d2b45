/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

/* Of the page's width, below which the recipients' part does not give way */
#define LEAST_PART 0.36
/* Of the page's height, above which the recipients may run on below the signatures and overleaf */
#define WHOLE_PART 0.5

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

static void
add_signers (TrinhStack *stack,
             const TrinhBlock *block)
{
  for (guint i = 0; i < block->signature->signers->len; i++)
    {
      if (i > 0)
        stack->y += stack->layouter->settings->paragraph_space;
      add_signer (stack, g_ptr_array_index (block->signature->signers, i));
    }
}

/* What is left of a canvas that is dealt out by paragraphs */
typedef struct
{
  TrinhCanvas *canvas;
  guint first; /* of its items */
  double top;  /* of the next paragraph */
} Rest;

static guint
count_paragraphs (const Rest *self)
{
  guint n = 0;

  for (guint i = self->first; i < self->canvas->items->len; i++)
    n += g_array_index (self->canvas->items, TrinhItem, i).kind == TRINH_ITEM_END;
  return n;
}

/* The next paragraph, @above less from the top */
static void
move_paragraph (Rest *self,
                TrinhCanvas *target,
                double above)
{
  const TrinhItem *item;

  do
    {
      TrinhItem moved = g_array_index (self->canvas->items, TrinhItem, self->first);

      item = &g_array_index (self->canvas->items, TrinhItem, self->first++);
      if (item->kind == TRINH_ITEM_TEXT)
        {
          self->top = item->y + item->height;
          moved.y -= above;
          target->height = MAX (target->height, self->top - above);
        }
      g_array_append_val (target->items, moved);
    }
  while (item->kind != TRINH_ITEM_END);
}

/* Each recipient is a fragment of its own; where only a few are left, all stay with the signatures. */
static void
emit_rest (TrinhLayouter *self,
           Rest *rest)
{
  for (guint n = count_paragraphs (rest); n > 0; n--)
    {
      g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();

      move_paragraph (rest, canvas, rest->top);
      trinh_layouter_emit_canvas (self, canvas, 0, n < self->settings->overleaf_least ? TRINH_KEEP_BLOCK : TRINH_KEEP_NOT, trinh_layouter_get_height (self));
    }
}

/* Each side of the block in a canvas of its own */
static void
fill (TrinhLayouter *self,
      const TrinhBlock *block,
      TrinhCanvas *recipients,
      TrinhCanvas *signers)
{
  const double part = trinh_layouter_get_recipients_width (self, block);
  TrinhStack left = { .layouter = self, .canvas = recipients, .width = part };
  TrinhStack right = { .layouter = self, .canvas = signers, .x = part, .width = trinh_layouter_get_width (self) - part };

  add_recipients (&left, block);
  add_signers (&right, block);
}

static gboolean
runs_on (TrinhLayouter *self,
         const TrinhCanvas *recipients,
         const TrinhCanvas *signers)
{
  const double height = trinh_layouter_get_height (self);

  return recipients->height > height * WHOLE_PART && recipients->height > signers->height && signers->height <= height;
}

/* Those that find room beside the signatures; the others are left. */
static void
move_beside (Rest *rest,
             TrinhCanvas *signers)
{
  const double beside = signers->height;

  while (rest->first < rest->canvas->items->len && rest->top < beside)
    move_paragraph (rest, signers, 0);
}

guint
trinh_layouter_count_below (TrinhLayouter *self,
                            const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) recipients = trinh_canvas_new ();
  g_autoptr (TrinhCanvas) signers = trinh_canvas_new ();
  Rest rest = { .canvas = recipients };
  guint n;

  fill (self, block, recipients, signers);
  if (!runs_on (self, recipients, signers))
    return 0;
  move_beside (&rest, signers);
  n = count_paragraphs (&rest);
  return n < self->settings->overleaf_least ? 0 : n;
}

/* The signatures are read first, for nothing parts the recipients then. */
static void
emit_running_on (TrinhLayouter *self,
                 TrinhCanvas *recipients,
                 TrinhCanvas *signers)
{
  Rest rest = { .canvas = recipients };

  move_beside (&rest, signers);
  trinh_layouter_emit_canvas (self, signers, 2 * self->settings->paragraph_space, TRINH_KEEP_BLOCK, trinh_layouter_get_height (self));
  emit_rest (self, &rest);
}

void
trinh_layouter_add_signature (TrinhLayouter *self,
                              const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) recipients = trinh_canvas_new ();
  g_autoptr (TrinhCanvas) signers = trinh_canvas_new ();

  fill (self, block, recipients, signers);
  keep_two_lines (self);
  if (runs_on (self, recipients, signers))
    {
      emit_running_on (self, recipients, signers);
      return;
    }
  g_array_append_vals (recipients->items, signers->items->data, signers->items->len);
  recipients->height = MAX (recipients->height, signers->height);
  trinh_layouter_emit_canvas (self, recipients, 2 * self->settings->paragraph_space, TRINH_KEEP_BLOCK, trinh_layouter_get_height (self));
}
