/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-private.h"

static void
add_title (TrinhLayouter *self,
           const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  TrinhTextStyle style = { .size = self->settings->heading, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  TrinhStack stack = { .layouter = self, .canvas = canvas, .width = trinh_layouter_get_width (self) };

  for (guint i = 0; block->lines[i] != NULL; i++)
    trinh_stack_add_text (&stack, block->lines[i], &style, i == 0 ? "kind" : "subject", NULL, "P");
  trinh_stack_add_rule (&stack, "subject-rule", stack.text_width * self->settings->rule_part);
  trinh_layouter_emit_canvas (self, canvas, 18, TRINH_KEEP_NOT, trinh_layouter_get_height (self));
}

/* One addressee stands on the line; several below it, each with its dash. */
static void
add_addressees (TrinhLayouter *self,
                const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = trinh_layouter_get_width (self);
  TrinhTextStyle style = { .size = self->settings->body, .align = PANGO_ALIGN_CENTER };
  TrinhStack stack = { .layouter = self, .canvas = canvas, .width = width };

  if (g_strv_length (block->lines) == 1)
    {
      g_autofree char *line = g_strconcat ("Kính gửi: ", block->lines[0], NULL);

      trinh_stack_add_text (&stack, line, &style, "addressees", NULL, "P");
    }
  else
    {
      style.align = PANGO_ALIGN_LEFT;
      stack.x = width * 0.2;
      stack.width = width * 0.8;
      trinh_stack_add_text (&stack, "Kính gửi:", &style, "addressees", NULL, "P");
      stack.x += stack.text_width;
      stack.width -= stack.text_width;
      for (guint i = 0; block->lines[i] != NULL; i++)
        trinh_stack_add_text (&stack, block->lines[i], &style, "addressees", NULL, "P");
    }
  canvas->height += self->settings->paragraph_space;
  trinh_layouter_emit_canvas (self, canvas, 12, TRINH_KEEP_NOT, trinh_layouter_get_height (self));
}

static void
add_heading (TrinhLayouter *self,
             const TrinhBlock *block)
{
  static const char *const roles[] = { "heading-1", "heading-2", "heading-3", "heading-4" };
  static const char *const tags[] = { "H1", "H2", "H3", "H4" };
  const TrinhRun *run = trinh_text_is_empty (block->text) ? NULL : trinh_text_get_run (block->text, 0);
  TrinhTextStyle style = { .size = self->settings->heading, .indent = self->settings->first_line, .justify = TRUE, .whole = TRUE };
  g_autofree char *title = trinh_text_dup_plain (block->text);
  int spec;

  trinh_layouter_add_bookmark (self, title, block->depth);
  spec = self->specs->len;
  trinh_layouter_flow_text (self, block->text, &style, roles[block->level - 1], block->place, tags[block->depth - 1], self->settings->paragraph_space);
  g_array_index (self->specs, TrinhBoxSpec, spec).bold = run != NULL && run->bold;
  g_array_index (self->specs, TrinhBoxSpec, spec).italic = run != NULL && run->italic;
  trinh_layouter_keep_next (self, block->run_on ? 0 : 2, TRINH_KEEP_BLOCK);
}

static void
add_paragraph (TrinhLayouter *self,
               const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;
  TrinhTextStyle style = { .size = settings->body, .indent = settings->first_line, .justify = TRUE };
  gboolean run_in = block->type == TRINH_BLOCK_TYPE_RUN_IN;

  style.whole = run_in;
  trinh_layouter_flow_text (self, block->text, &style, run_in ? "run-in" : "paragraph", block->place, "P", settings->paragraph_space);
  if (run_in)
    trinh_layouter_keep_next (self, 2, TRINH_KEEP_BLOCK);
}

static void
add_list_item (TrinhLayouter *self,
               const TrinhBlock *block)
{
  const TrinhLayoutSettings *settings = self->settings;
  TrinhTextStyle style = { .size = settings->body, .indent = settings->first_line, .justify = TRUE };

  if (!self->in_list)
    trinh_layouter_add_tag (self, TRINH_ITEM_BEGIN, "L");
  self->in_list = TRUE;
  trinh_layouter_add_tag (self, TRINH_ITEM_BEGIN, "LI");
  trinh_layouter_flow_text (self, block->text, &style, "list-item", block->place, "LBody", settings->paragraph_space);
  trinh_layouter_add_tag (self, TRINH_ITEM_END, "LI");
}

void
trinh_layouter_add_caption (TrinhLayouter *self,
                            const TrinhBlock *block)
{
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  TrinhTextStyle style = { .size = self->settings->heading, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  TrinhStack stack = { .layouter = self, .canvas = canvas, .width = trinh_layouter_get_width (self) };
  g_autofree char *title = g_strjoinv (". ", block->lines);

  trinh_layouter_add_bookmark (self, title, 2);
  for (guint i = 0; block->lines[i] != NULL; i++)
    trinh_stack_add_text (&stack, block->lines[i], &style, "caption", block->place, "H2");
  canvas->height += 4;
  trinh_layouter_emit_canvas (self, canvas, 16, TRINH_KEEP_NOT, trinh_layouter_get_height (self));
  trinh_layouter_keep_next (self, 2, TRINH_KEEP_BLOCK);
}

static void
add_annex (TrinhLayouter *self,
           const TrinhBlock *block)
{
  const TrinhAnnexBlock *annex = block->annex;
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = trinh_layouter_get_width (self);
  TrinhTextStyle style = { .size = self->settings->annex_label, .bold = TRUE, .align = PANGO_ALIGN_CENTER };
  TrinhStack stack = { .layouter = self, .canvas = canvas, .width = width };

  self->new_page = TRUE;
  self->restart = TRUE;
  trinh_layouter_add_bookmark (self, annex->label, 1);
  trinh_stack_add_text (&stack, annex->label, &style, "annex-label", block->place, "H1");
  for (guint i = 0; annex->title != NULL && annex->title[i] != NULL; i++)
    trinh_stack_add_text (&stack, annex->title[i], &style, "annex-title", block->place, "P");
  style.bold = FALSE;
  style.italic = TRUE;
  trinh_stack_add_text (&stack, annex->reference, &style, "annex-note", block->place, "P");
  trinh_stack_add_rule (&stack, "annex-rule", width / 5);
  /* As a caption would: a table brings less. */
  if (annex->bare)
    canvas->height += self->settings->bare_table;
  trinh_layouter_emit_canvas (self, canvas, 0, TRINH_KEEP_NOT, trinh_layouter_get_height (self));
  trinh_layouter_keep_next (self, 2, TRINH_KEEP_LOOSE);
}

static void
end_list (TrinhLayouter *self)
{
  if (self->in_list)
    trinh_layouter_add_tag (self, TRINH_ITEM_END, "L");
  self->in_list = FALSE;
}

static void
lay_out_block (TrinhLayouter *self,
               const TrinhBlock *block)
{
  switch (block->type)
    {
    case TRINH_BLOCK_TYPE_HEADER:
      trinh_layouter_add_header (self, block);
      break;
    case TRINH_BLOCK_TYPE_TITLE:
      add_title (self, block);
      break;
    case TRINH_BLOCK_TYPE_ADDRESSEES:
      add_addressees (self, block);
      break;
    case TRINH_BLOCK_TYPE_HEADING:
      add_heading (self, block);
      break;
    case TRINH_BLOCK_TYPE_RUN_IN:
    case TRINH_BLOCK_TYPE_PARAGRAPH:
      add_paragraph (self, block);
      break;
    case TRINH_BLOCK_TYPE_LIST_ITEM:
      add_list_item (self, block);
      break;
    case TRINH_BLOCK_TYPE_CAPTION:
      trinh_layouter_add_caption (self, block);
      break;
    case TRINH_BLOCK_TYPE_TABLE:
      trinh_layouter_add_table (self, block);
      break;
    case TRINH_BLOCK_TYPE_FIGURE:
      trinh_layouter_add_figure (self, block);
      break;
    case TRINH_BLOCK_TYPE_SIGNATURE:
      trinh_layouter_add_signature (self, block);
      break;
    case TRINH_BLOCK_TYPE_ANNEX:
      add_annex (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A heading holds on to what it is the heading of, not to the next one of its kind. */
static void
follow_heading (TrinhLayouter *self,
                const TrinhBlock *block)
{
  if (self->heading != NULL && !trinh_block_belongs_to (block, self->heading))
    {
      self->heading = NULL;
      trinh_layouter_keep_next (self, 0, TRINH_KEEP_NOT);
    }
  if (block->type == TRINH_BLOCK_TYPE_HEADING || block->type == TRINH_BLOCK_TYPE_RUN_IN)
    self->heading = block;
}

static void
prepare_block (TrinhLayouter *self,
               const TrinhBlock *block)
{
  if (block->type != TRINH_BLOCK_TYPE_LIST_ITEM)
    end_list (self);
  follow_heading (self, block);
  trinh_layouter_set_landscape (self, block->landscape);
  trinh_layouter_begin_record (self);
}

void
trinh_layouter_add_block (TrinhLayouter *self,
                          const TrinhBlock *block)
{
  prepare_block (self, block);
  lay_out_block (self, block);
  trinh_layouter_end_record (self);
}

void
trinh_layouter_add_block_again (TrinhLayouter *self,
                                const TrinhBlock *block,
                                TrinhLayouter *before,
                                guint position)
{
  prepare_block (self, block);
  /* The signature block ties the lines before it to itself. */
  if (block->type == TRINH_BLOCK_TYPE_SIGNATURE || !trinh_layouter_replay (self, before, position))
    lay_out_block (self, block);
  trinh_layouter_end_record (self);
}
