/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <pango/pangocairo.h>

#include "trinh-document.h"
#include "trinh-layout-settings.h"
#include "trinh-pages-private.h"

G_BEGIN_DECLS

typedef enum
{
  TRINH_ITEM_TEXT,   /* one line of a PangoLayout */
  TRINH_ITEM_SPOT,   /* nothing painted: a box alone */
  TRINH_ITEM_RULE,   /* a drawn line */
  TRINH_ITEM_FIGURE, /* a chart */
  TRINH_ITEM_BEGIN,  /* a tagged element begins */
  TRINH_ITEM_END,    /* … ends */
  TRINH_ITEM_BOOKMARK,
} TrinhItemKind;

/* Over how many rows and columns a cell goes, in one number */
#define TRINH_SPANS(rows, columns) ((rows) > 1 || (columns) > 1 ? (rows) << 16 | (columns) : 0)
#define TRINH_SPANS_ROWS(spans) ((spans) >> 16)
#define TRINH_SPANS_COLUMNS(spans) ((spans) & 0xffff)

/**
 * TrinhItem:
 * @x: left edge; within a fragment from the left margin, on a page from the page's edge
 * @y: top edge; within a fragment from its top, on a page from the page's edge
 * @baseline: of a text, from @y
 * @font_height: of a text's line without any spacing
 * @line: borrowed from a layout that the pages keep
 * @spec: index of the box's description, -1 none
 * @level: of a bookmark; of a cell's tag its spans (TRINH_SPANS), 0 one row and one column
 * @name: tag or bookmark's title; of a figure its font
 * @chart: borrowed from a block; the layouter keeps it
 */
typedef struct
{
  TrinhItemKind kind;
  int spec;
  guint level;
  double x;
  double y;
  double width;
  double height;
  double baseline;
  double font_height;
  PangoLayout *layout;
  PangoLayoutLine *line;
  const char *name;
  TrinhChart *chart;
} TrinhItem;

/* What a box says of the text in it; a text that goes over a page's end has a box on each. */
typedef struct
{
  const char *role;
  char *place;
  double size;
  gboolean bold;
  gboolean italic;
  char *unprinted; /* (nullable) */
  int table;       /* that it stands in, -1 none */
  TrinhBox *last;  /* the newest box made of it */
} TrinhBoxSpec;

/* How a fragment is tied to the one before: the weaker gives way first where no page has room for all that is tied. */
typedef enum
{
  TRINH_KEEP_NOT,
  TRINH_KEEP_LOOSE, /* what follows an annex's title, the table of a figure */
  TRINH_KEEP_BLOCK, /* a heading and its text, a table's head and its row */
  TRINH_KEEP_LINES, /* lines of one text */
} TrinhKeep;

/**
 * TrinhFragment:
 * @space: above it, unless it begins a page
 * @keep: does not begin a page while there is another way; the stronger the later
 * @new_page: begins a page always
 * @restart: the page's number is 1
 * @table: index of its table, -1 none
 * @tall: higher than a page: broken where pages end
 * @lead: of a tall one: items (tags) before its own
 * @own: of a tall one: items of its own
 *
 * What stands whole on one page: a line, a row, a block. The flow deals them out.
 */
typedef struct
{
  guint first_item;
  guint n_items;
  double space;
  double height;
  TrinhKeep keep;
  gboolean new_page;
  gboolean landscape;
  gboolean restart;
  gboolean tall;
  guint lead;
  guint own;
  int table;
} TrinhFragment;

/* @head: fragment that is repeated on every page, -1 none; @edges: x of the columns' edges */
typedef struct
{
  int head;
  GArray *edges;
} TrinhFlowTable;

/* What stands side by side and is broken over pages only when it is taller than one. */
typedef struct
{
  GArray *items;
  double height;
} TrinhCanvas;

/* What the blocks before tell the next one */
typedef struct
{
  gboolean landscape;
  gboolean new_page;
  gboolean restart;
  gboolean in_list;
  gboolean open_tag; /* one that waits for a fragment */
  guint keep_lines;
  TrinhKeep keep;
} TrinhBlockState;

/**
 * TrinhBlockRecord:
 * @fragments: as the block left them: the next one may tie the last to itself
 *
 * What came of one block: positions in the layouter's arrays.
 */
typedef struct
{
  TrinhBlockState before;
  TrinhBlockState after;
  guint first_item;
  guint n_items;
  guint first_fragment;
  GArray *fragments;
  guint first_spec;
  guint n_specs;
  guint first_table;
  guint n_tables;
  guint first_layout;
  guint n_layouts;
} TrinhBlockRecord;

typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  PangoAlignment align;
  gboolean justify;
  gboolean whole; /* its lines stand on one page, unless they would fill half of it */
  double indent;
} TrinhTextStyle;

typedef struct _TrinhLayoutCache TrinhLayoutCache;
typedef struct _TrinhLayouter TrinhLayouter;

struct _TrinhLayouter
{
  const TrinhLayoutSettings *settings;
  TrinhLayoutCache *cache; /* (nullable): borrowed from the pages */
  PangoContext *context;
  PangoAttrList *attributes; /* of every text */
  char *family;
  PangoFont *font;           /* of @family */
  GHashTable *known_letters; /* letter → 1 some font has it, 2 none has */
  float advances[0x1F00];    /* of the letters of @font, 0 unknown: up to the last that Vietnamese has */
  GString *unprinted;        /* what the texts since the last box could not print */
  GPtrArray *layouts;
  GStringChunk *strings;
  GArray *items;     /* of TrinhItem */
  GArray *fragments; /* of TrinhFragment */
  GArray *specs;     /* of TrinhBoxSpec */
  GArray *tables;    /* of TrinhFlowTable */
  GArray *records;   /* of TrinhBlockRecord, one for each block */

  /* What the next fragment is told */
  gboolean landscape;
  gboolean new_page;
  gboolean restart;
  gboolean in_list;
  guint keep_lines;          /* so many fragments stay with the one before */
  TrinhKeep keep;            /* … and how */
  const TrinhBlock *heading; /* (nullable): borrowed: whose text is laid out */
  int table;
};

/* Text: trinh-layout-text.c */
gboolean trinh_layouter_prepare_fonts (TrinhLayouter *self,
                                       GError **error);
/* Instead: those of @lender, which may go before */
void trinh_layouter_borrow_fonts (TrinhLayouter *self,
                                  TrinhLayouter *lender);
/* Of the same letters, look and width there is one layout: nobody changes it. */
PangoLayout *trinh_layouter_make_layout (TrinhLayouter *self,
                                         const TrinhText *text,
                                         const TrinhTextStyle *style,
                                         double width);
PangoLayout *trinh_layouter_make_plain (TrinhLayouter *self,
                                        const char *text,
                                        const TrinhTextStyle *style,
                                        double width);
/* What is printed of it: no control characters, a stand-in for what no font has; %NULL: all of it
 * (transfer full) (nullable) (trinh-layout-letters.c) */
char *trinh_layouter_clean (TrinhLayouter *self,
                            const char *letters);
/* Each of its letters once that the pages' own font lacks, so that another one shows it. (transfer full) (nullable): none */
char *trinh_layouter_find_foreign (TrinhLayouter *self,
                                   const char *letters);
TrinhText *trinh_layouter_clean_text (TrinhLayouter *self,
                                      const TrinhText *text);
/* Pango shows no space where it broke the line, and a reader of the PDF then takes two words for one. It keeps no width. */
void trinh_layout_keep_final_space (PangoLayoutLine *line);
/* Every line but a paragraph's last reaches from edge to edge; before anybody asks where its letters stand
 * (trinh-layout-justify.c) */
void trinh_layout_justify (PangoLayout *layout);
/* Where @text is not broken: numbers of documents, legends of choices, before dashes; FALSE: nowhere
 * (trinh-layout-breaks.c) */
gboolean trinh_layout_keep_whole (PangoAttrList *list,
                                  const char *text);
/* Its attributes without those that keep a line wider than @layout. (transfer full) (nullable): no line is */
PangoAttrList *trinh_layout_loosen (PangoLayout *layout);
/* The widest line, and the height of all with single spacing */
void trinh_layout_measure (PangoLayout *layout,
                           double *width,
                           double *height);
/* Of @text on one line */
double trinh_layouter_measure_style (TrinhLayouter *self,
                                     const char *text,
                                     const TrinhTextStyle *style);
double trinh_layouter_measure_width (TrinhLayouter *self,
                                     const char *text,
                                     double size,
                                     gboolean bold);
/* The widths of its letters in letters of a point, none set closer to another: to compare texts that are not laid out
 * (trinh-layout-letters.c) */
double trinh_layouter_guess_width (TrinhLayouter *self,
                                   const char *letters);
/* From the top of a line to its baseline */
double trinh_layouter_get_ascent (TrinhLayouter *self,
                                  double size);

/* Fragments and canvases: trinh-layout.c */
TrinhLayouter *trinh_layouter_new (void);
void trinh_layouter_free (TrinhLayouter *self);
double trinh_layouter_get_width (TrinhLayouter *self);
double trinh_layouter_get_height (TrinhLayouter *self);
/* Pages lying on their side, or upright: from the next fragment on */
void trinh_layouter_set_landscape (TrinhLayouter *self,
                                   gboolean landscape);
/* The same of a box that was not made yet */
TrinhBoxSpec trinh_box_spec_copy (const TrinhBoxSpec *spec);
int trinh_layouter_add_spec (TrinhLayouter *self,
                             const char *role,
                             const char *place,
                             const TrinhTextStyle *style);
void trinh_layouter_begin_fragment (TrinhLayouter *self,
                                    double space,
                                    TrinhKeep keep);
/* The next @n fragments are tied to what was laid out last */
void trinh_layouter_keep_next (TrinhLayouter *self,
                               guint n,
                               TrinhKeep keep);
void trinh_layouter_end_fragment (TrinhLayouter *self,
                                  double height);
void trinh_layouter_add_tag (TrinhLayouter *self,
                             TrinhItemKind kind,
                             const char *tag);
void trinh_layouter_add_bookmark (TrinhLayouter *self,
                                  const char *title,
                                  guint level);
/* Every line a fragment of its own; widows and orphans are two lines */
void trinh_layouter_flow_text (TrinhLayouter *self,
                               const TrinhText *text,
                               const TrinhTextStyle *style,
                               const char *role,
                               const char *place,
                               const char *tag,
                               double space);
TrinhCanvas *trinh_canvas_new (void);
void trinh_canvas_free (TrinhCanvas *self);
/* Returns: the height it takes; @spacing: times the font's own line */
double trinh_canvas_add_layout (TrinhCanvas *self,
                                PangoLayout *layout,
                                int spec,
                                double x,
                                double y,
                                double spacing);
void trinh_canvas_add_item (TrinhCanvas *self,
                            TrinhItemKind kind,
                            const char *name);
void trinh_canvas_add_rule (TrinhCanvas *self,
                            int spec,
                            double x,
                            double y,
                            double width,
                            double height);
void trinh_canvas_add_spot (TrinhCanvas *self,
                            int spec,
                            double x,
                            double y,
                            double width,
                            double height);
/* One fragment, a tall one when it is higher than @max */
void trinh_layouter_emit_canvas (TrinhLayouter *self,
                                 TrinhCanvas *canvas,
                                 double space,
                                 TrinhKeep keep,
                                 double max);

/* A column of texts in a canvas; @y is the pen, @text_width the widest line of the last text */
typedef struct
{
  TrinhLayouter *layouter;
  TrinhCanvas *canvas;
  double x;
  double y;
  double width;
  double text_width;
} TrinhStack;

void trinh_stack_add_text (TrinhStack *self,
                           const char *text,
                           const TrinhTextStyle *style,
                           const char *role,
                           const char *place,
                           const char *tag);
/* Centred under the last text */
void trinh_stack_add_rule (TrinhStack *self,
                           const char *role,
                           double width);

/* Blocks */
void trinh_layouter_add_block (TrinhLayouter *self,
                               const TrinhBlock *block);
/* An equal block is the @position-th of those that @before laid out: where nothing around it makes it another, what
 * came of it is taken over (trinh-layout-replay.c) */
void trinh_layouter_add_block_again (TrinhLayouter *self,
                                     const TrinhBlock *block,
                                     TrinhLayouter *before,
                                     guint position);
void trinh_layouter_begin_record (TrinhLayouter *self);
void trinh_layouter_end_record (TrinhLayouter *self);
void trinh_block_record_clear (gpointer data);
gboolean trinh_layouter_replay (TrinhLayouter *self,
                                TrinhLayouter *before,
                                guint position);
/* Label and title of a form or a figure */
void trinh_layouter_add_caption (TrinhLayouter *self,
                                 const TrinhBlock *block);
void trinh_layouter_add_header (TrinhLayouter *self,
                                const TrinhBlock *block);
/* Width of the motto's block, and the size of the date in it */
double trinh_layouter_get_header_right (TrinhLayouter *self,
                                        const TrinhHeaderBlock *header);
double trinh_layouter_choose_date_size (TrinhLayouter *self,
                                        const TrinhHeaderBlock *header);
void trinh_layouter_add_table (TrinhLayouter *self,
                               const TrinhBlock *block);
/* A chart with caption, unit, source and the table behind it (trinh-layout-figure.c) */
void trinh_layouter_add_figure (TrinhLayouter *self,
                                const TrinhBlock *block);
/* What the painter will write into @figure, so that a finished page can be held against it */
char *trinh_layouter_dup_letters (TrinhLayouter *self,
                                  const TrinhItem *figure);
/* x of the columns' edges, from 0 to the text's width; of double (trinh-layout-widths.c). @size: (out): of the letters:
 * smaller where words would be torn otherwise */
GArray *trinh_layouter_make_edges (TrinhLayouter *self,
                                   const TrinhTable *table,
                                   double *size);
void trinh_layouter_add_signature (TrinhLayouter *self,
                                   const TrinhBlock *block);
/* Width of the recipients' part */
double trinh_layouter_get_recipients_width (TrinhLayouter *self,
                                            const TrinhBlock *block);
/* Of a list of recipients that is not kept whole, those that follow below the signatures; else none */
guint trinh_layouter_count_below (TrinhLayouter *self,
                                  const TrinhBlock *block);

/* Of a tall @fragment from @top on, what stands in @room: its bottom, @top where that would be less than two lines
 * (trinh-layout-slice.c) */
double trinh_layouter_find_slice (TrinhLayouter *self,
                                  const TrinhFragment *fragment,
                                  double top,
                                  double room);
/* Whether the @position-th item of @fragment stands in the slice; @item: (inout): it, from the slice's top */
gboolean trinh_fragment_slice_item (const TrinhFragment *fragment,
                                    guint position,
                                    double top,
                                    double bottom,
                                    TrinhItem *item);

/* Pages: trinh-layout-flow.c */
typedef struct
{
  double width;
  double height;
  guint number;
  GArray *items;   /* of TrinhItem */
  GPtrArray *held; /* (nullable): what the items borrow, once the layouter has let go of it */
} TrinhPage;

void trinh_page_free (TrinhPage *page);
/* (element-type TrinhPage) */
GPtrArray *trinh_layouter_deal (TrinhLayouter *self,
                                GPtrArray *bookmarks);
/* What stands on the pages, once; @boxes: (element-type TrinhBox) */
void trinh_layouter_collect_boxes (TrinhLayouter *self,
                                   GPtrArray *pages,
                                   GPtrArray *boxes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhLayouter, trinh_layouter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhCanvas, trinh_canvas_free)

G_END_DECLS
