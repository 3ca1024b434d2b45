/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx-private.h"

static void
add_title (TrinhDocx *self,
           const TrinhBlock *block)
{
  const double width = _trinh_docx_get_width (self);
  const double size = self->settings->heading;
  double widest = 0;

  for (guint i = 0; block->lines[i] != NULL; i++)
    if (*block->lines[i] != '\0')
      {
        _trinh_docx_add_line (self, i == 0 ? TRINH_DOCX_KIND : TRINH_DOCX_SUBJECT, block->lines[i]);
        widest = trinh_measure_text (self->measure, block->lines[i], size, TRUE, width);
      }
  _trinh_docx_add_rule (self, widest * self->settings->rule_part, width);
}

static void
add_placed_line (TrinhDocx *self,
                 double before,
                 double left,
                 const char *text)
{
  const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_ADDRESSEES, .before = before, .left = left };

  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_add_run (self, text, 0);
  _trinh_docx_end_paragraph (self);
}

/* One addressee stands on the line; several below it, each with its dash. */
static void
add_addressees (TrinhDocx *self,
                const TrinhBlock *block)
{
  const double left = _trinh_docx_get_width (self) * 0.2;
  const double word = trinh_measure_text (self->measure, "Kính gửi:", self->settings->body, FALSE, -1);

  if (g_strv_length (block->lines) == 1)
    {
      g_autofree char *line = g_strconcat ("Kính gửi: ", block->lines[0], NULL);

      _trinh_docx_add_line (self, TRINH_DOCX_ADDRESSEE, line);
      return;
    }
  add_placed_line (self, TRINH_DOCX_ABOVE_ADDRESSEES, left, "Kính gửi:");
  for (guint i = 0; block->lines[i] != NULL; i++)
    add_placed_line (self, 0, left + word, block->lines[i]);
  _trinh_docx_add_space (self, self->settings->paragraph_space);
}

static void
add_heading (TrinhDocx *self,
             const TrinhBlock *block,
             TrinhDocxKeep keep)
{
  static const char *const styles[] = { "Heading1", "Heading2", "Heading3", "Heading4" };
  const TrinhDocxParagraph paragraph = { .style = styles[block->level - 1], .keep = keep };

  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_add_text (self, block->text, 0, block->level < TRINH_BLOCK_LEVELS, block->level == 3);
  _trinh_docx_end_paragraph (self);
}

/* The mark that Word puts before the item: 1 "- ", 2 "+ ", 3 "* "; 0: it is printed text */
static guint
find_mark (const TrinhBlock *block)
{
  static const char *const marks[] = { "- ", "+ ", "* " };

  if (block->type != TRINH_BLOCK_TYPE_LIST_ITEM || trinh_text_is_empty (block->text))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (trinh_text_get_run (block->text, 0)->text, marks[i]))
      return i + 1;

  return 0;
}

static void
add_paragraph (TrinhDocx *self,
               const TrinhBlock *block,
               TrinhDocxKeep keep)
{
  const gboolean run_in = block->type == TRINH_BLOCK_TYPE_RUN_IN;
  TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_BODY, .keep = keep, .list = find_mark (block) };

  if (run_in)
    paragraph.style = TRINH_DOCX_RUN_IN;
  else if (block->type == TRINH_BLOCK_TYPE_LIST_ITEM)
    paragraph.style = TRINH_DOCX_LIST;
  _trinh_docx_begin_paragraph (self, &paragraph);
  _trinh_docx_add_text (self, block->text, paragraph.list > 0 ? 2 : 0, run_in, run_in);
  _trinh_docx_end_paragraph (self);
}

/* 16 points above, and below the room that our pages leave between a caption and its table */
void
_trinh_docx_add_caption (TrinhDocx *self,
                         const TrinhBlock *block)
{
  for (guint i = 0; block->lines[i] != NULL; i++)
    {
      const TrinhDocxParagraph paragraph = { .style = TRINH_DOCX_CAPTION, .before = i == 0 ? 16 : 0 };

      _trinh_docx_begin_paragraph (self, &paragraph);
      _trinh_docx_add_run (self, block->lines[i], 0);
      _trinh_docx_end_paragraph (self);
    }
  _trinh_docx_add_space (self, 4 + self->settings->paragraph_space);
}

static void
add_annex (TrinhDocx *self,
           const TrinhBlock *block)
{
  const TrinhAnnexBlock *annex = block->annex;
  const double width = _trinh_docx_get_width (self);

  _trinh_docx_add_line (self, TRINH_DOCX_ANNEX, annex->label);
  for (guint i = 0; annex->title != NULL && annex->title[i] != NULL; i++)
    _trinh_docx_add_line (self, TRINH_DOCX_ANNEX_TITLE, annex->title[i]);
  _trinh_docx_add_line (self, TRINH_DOCX_ANNEX_NOTE, annex->reference);
  _trinh_docx_add_rule (self, width / 5, width);
  _trinh_docx_add_space (self, self->settings->paragraph_space + (annex->bare ? self->settings->bare_table : 0));
}

void
_trinh_docx_add_block (TrinhDocx *self,
                       GPtrArray *blocks,
                       guint position)
{
  const TrinhBlock *block = g_ptr_array_index (blocks, position);

  _trinh_docx_turn_page (self, block);
  switch (block->type)
    {
    case TRINH_BLOCK_TYPE_HEADER:
      _trinh_docx_add_header (self, block);
      break;
    case TRINH_BLOCK_TYPE_TITLE:
      add_title (self, block);
      break;
    case TRINH_BLOCK_TYPE_ADDRESSEES:
      add_addressees (self, block);
      break;
    case TRINH_BLOCK_TYPE_HEADING:
      add_heading (self, block, _trinh_docx_find_keep (self, blocks, position));
      break;
    case TRINH_BLOCK_TYPE_RUN_IN:
    case TRINH_BLOCK_TYPE_PARAGRAPH:
    case TRINH_BLOCK_TYPE_LIST_ITEM:
      add_paragraph (self, block, _trinh_docx_find_keep (self, blocks, position));
      break;
    case TRINH_BLOCK_TYPE_CAPTION:
      _trinh_docx_add_caption (self, block);
      break;
    case TRINH_BLOCK_TYPE_TABLE:
      _trinh_docx_add_table (self, block, _trinh_docx_goes_with_signature (self, blocks, position), FALSE);
      break;
    case TRINH_BLOCK_TYPE_FIGURE:
      _trinh_docx_add_figure (self, block);
      break;
    case TRINH_BLOCK_TYPE_SIGNATURE:
      _trinh_docx_add_signature (self, block);
      break;
    case TRINH_BLOCK_TYPE_ANNEX:
      add_annex (self, block);
      break;
    default:
      g_assert_not_reached ();
    }
}
