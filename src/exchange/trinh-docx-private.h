/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <libxml/xmlwriter.h>
#include <math.h>

#include "trinh-docx.h"
#include "trinh-layout-measure.h"
#include "trinh-layout-settings.h"
#include "trinh-workbook.h"

G_BEGIN_DECLS

#define TRINH_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* Of a table, points: it adds to the height of a row */
#define TRINH_DOCX_BORDER 0.5
/* 12 points on our pages; the drawn line below the subject has the others */
#define TRINH_DOCX_ABOVE_ADDRESSEES 9
/* Twentieths of a point, the unit of lengths; half points, the unit of font sizes */
#define TRINH_DOCX_TWIPS(points) ((int) lround ((points) * 20))
#define TRINH_DOCX_HALF_POINTS(points) ((int) lround ((points) * 2))

/* Ids of the styles (trinh-docx-styles.c) */
#define TRINH_DOCX_COUNTRY "QuocHieu"
#define TRINH_DOCX_MOTTO "TieuNgu"
#define TRINH_DOCX_SUPERIOR "CoQuanChuQuan"
#define TRINH_DOCX_OFFICE "CoQuan"
#define TRINH_DOCX_NUMBER "SoKyHieu"
#define TRINH_DOCX_DATE "NgayThang"
#define TRINH_DOCX_KIND "Title"
#define TRINH_DOCX_SUBJECT "Subtitle"
#define TRINH_DOCX_ADDRESSEE "KinhGui"
#define TRINH_DOCX_ADDRESSEES "KinhGuiNhieuNoi"
#define TRINH_DOCX_RUN_IN "DeMuc"
#define TRINH_DOCX_BODY "BodyText"
#define TRINH_DOCX_LIST "ListParagraph"
#define TRINH_DOCX_CAPTION "Caption"
#define TRINH_DOCX_FIGURE "BieuDo"
#define TRINH_DOCX_FIGURE_UNIT "DonViTinh"
#define TRINH_DOCX_FIGURE_SOURCE "NguonSoLieu"
#define TRINH_DOCX_HEAD "DauBang"
#define TRINH_DOCX_CELL "ChuTrongBang"
#define TRINH_DOCX_RECIPIENTS_HEAD "NoiNhan"
#define TRINH_DOCX_RECIPIENTS "DanhSachNoiNhan"
#define TRINH_DOCX_CAPACITY "ChucVu"
#define TRINH_DOCX_NAME "HoTen"
#define TRINH_DOCX_ANNEX "PhuLuc"
#define TRINH_DOCX_ANNEX_TITLE "TenPhuLuc"
#define TRINH_DOCX_ANNEX_NOTE "ChuDanPhuLuc"
#define TRINH_DOCX_RULE "DuongKe"
#define TRINH_DOCX_GAP "KhoangTrong"
#define TRINH_DOCX_PAGE_NUMBER "Header"
#define TRINH_DOCX_FIGURES "BangSoLieu"
#define TRINH_DOCX_FRAME "KhungKhongVien"

/* XML of one part of the package (trinh-docx-part.c). What fails is out of memory, and is told at the end. */
typedef struct
{
  xmlBuffer *buffer;
  xmlTextWriter *writer;
  gboolean failed;
} TrinhDocxPart;

TrinhDocxPart *_trinh_docx_part_new (void);
void _trinh_docx_part_free (TrinhDocxPart *self);
/* The whole part; NULL where it failed. (transfer full) (nullable) */
GBytes *_trinh_docx_part_end (TrinhDocxPart *self);
/* An element and pairs of its attributes; NULL ends them */
void _trinh_docx_begin (TrinhDocxPart *self,
                        const char *element,
                        ...) G_GNUC_NULL_TERMINATED;
void _trinh_docx_end (TrinhDocxPart *self);
/* An element with nothing in it */
void _trinh_docx_put (TrinhDocxPart *self,
                      const char *element,
                      ...) G_GNUC_NULL_TERMINATED;
/* … of the one attribute w:val */
void _trinh_docx_put_number (TrinhDocxPart *self,
                             const char *element,
                             int number);
void _trinh_docx_add_attribute (TrinhDocxPart *self,
                                const char *name,
                                const char *value);
void _trinh_docx_add_number (TrinhDocxPart *self,
                             const char *name,
                             int number);
/* What XML has no place for is left out. */
void _trinh_docx_add_letters (TrinhDocxPart *self,
                              const char *text);
/* An element with nothing but text in it */
void _trinh_docx_put_letters (TrinhDocxPart *self,
                              const char *element,
                              const char *text);

/* Name of a picture's part, and what the document part calls it; pictures are numbered from 1 */
#define TRINH_DOCX_PICTURE_TARGET "media/bieu-do-%u.png"
#define TRINH_DOCX_PICTURE_RELATION "rIdBieuDo%u"

/**
 * TrinhDocxFile:
 * @name: in the package
 * @own_name: (nullable): @name, where it is to be freed
 * @type: (nullable): of its content; NULL: its ending says it
 */
typedef struct
{
  const char *name;
  char *own_name;
  const char *type;
  GBytes *bytes;
} TrinhDocxFile;

/* Fixed parts. (transfer full) (nullable) */
GBytes *_trinh_docx_make_styles (void);
GBytes *_trinh_docx_make_numbering (void);
GBytes *_trinh_docx_make_settings (void);
GBytes *_trinh_docx_make_fonts (void);
GBytes *_trinh_docx_make_page_header (gboolean numbered,
                                      gboolean draft);
/* "DỰ THẢO" across the page, a run of its own */
void _trinh_docx_write_draft_mark (TrinhDocxPart *part);
GBytes *_trinh_docx_make_core (TrinhDocument *document);
GBytes *_trinh_docx_make_app (void);
GBytes *_trinh_docx_make_types (GArray *files);
GBytes *_trinh_docx_make_package_relations (void);
GBytes *_trinh_docx_make_relations (guint n_pictures);

/* The document part that is being written. @after_table: a table goes only behind a paragraph */
typedef struct
{
  TrinhDocument *document;
  const TrinhLayoutSettings *settings;
  TrinhMeasure *measure;
  TrinhDocxPart *part;
  gboolean landscape;
  gboolean restart;
  gboolean after_table;
  double size;         /* of the letters in a table; 0: as the style says */
  double room;         /* in the table's cell, points; 0: in none */
  GPtrArray *pictures; /* of GBytes: PNG, in the order in which they are shown */
} TrinhDocx;

typedef enum
{
  TRINH_DOCX_KEEP_AS_STYLE,
  TRINH_DOCX_KEEP_NEXT,
  TRINH_DOCX_KEEP_NOT,
} TrinhDocxKeep;

/**
 * TrinhDocxParagraph:
 * @list: 1 to 3, 0 none
 * @before: points above; 0 as the style says
 * @left: points
 * @right: points
 * @align: (nullable): as the style says
 */
typedef struct
{
  const char *style;
  TrinhDocxKeep keep;
  guint list;
  double before;
  double left;
  double right;
  const char *align;
} TrinhDocxParagraph;

/* Paragraphs and their runs (trinh-docx-text.c) */
void _trinh_docx_begin_paragraph (TrinhDocx *self,
                                  const TrinhDocxParagraph *paragraph);
void _trinh_docx_end_paragraph (TrinhDocx *self);
/* @size: points, 0 as the style says */
void _trinh_docx_add_run (TrinhDocx *self,
                          const char *text,
                          double size);
/* All of @text but its first @skipped bytes; @bold, @italic: what the paragraph's style is already */
void _trinh_docx_add_text (TrinhDocx *self,
                           const TrinhText *text,
                           gsize skipped,
                           gboolean bold,
                           gboolean italic);
void _trinh_docx_add_line (TrinhDocx *self,
                           const char *style,
                           const char *text);
/* A drawn line, centred in @room points */
void _trinh_docx_add_rule (TrinhDocx *self,
                           double width,
                           double room);
/* Nothing but room below a paragraph, which the next, or a table, stays with */
void _trinh_docx_add_space (TrinhDocx *self,
                            double points);
/* A paragraph that is not seen */
void _trinh_docx_add_gap (TrinhDocx *self,
                          gboolean keep_next);

/* Sections (trinh-docx-section.c) */
double _trinh_docx_get_width (TrinhDocx *self);
double _trinh_docx_get_height (TrinhDocx *self);
/* Begins a new one where @block asks for it */
void _trinh_docx_turn_page (TrinhDocx *self,
                            const TrinhBlock *block);
void _trinh_docx_write_section (TrinhDocx *self);

/* Tables (trinh-docx-frame.c): @edges of double, in points */
void _trinh_docx_begin_table (TrinhDocx *self,
                              const char *style,
                              const double *edges,
                              guint n_columns);
void _trinh_docx_end_table (TrinhDocx *self);

/**
 * TrinhDocxCell:
 * @width: twips, so that the cells of a row add up to their columns
 * @right: points kept free at the right
 * @span: columns
 * @merge: (nullable): "restart" or "continue": with the cells above or below
 */
typedef struct
{
  int width;
  double right;
  guint span;
  const char *merge;
  gboolean centred;
  gboolean no_wrap;
} TrinhDocxCell;

void _trinh_docx_begin_cell (TrinhDocx *self,
                             const TrinhDocxCell *cell);

/* What stays together (trinh-docx-keep.c) */
gboolean _trinh_docx_goes_with_signature (TrinhDocx *self,
                                          GPtrArray *blocks,
                                          guint position);
TrinhDocxKeep _trinh_docx_find_keep (TrinhDocx *self,
                                     GPtrArray *blocks,
                                     guint position);

/* Blocks */
void _trinh_docx_add_header (TrinhDocx *self,
                             const TrinhBlock *block);
void _trinh_docx_add_signature (TrinhDocx *self,
                                const TrinhBlock *block);
/* @keep_last: the last row stays with what follows; @keep_whole: all rows stay together */
void _trinh_docx_add_table (TrinhDocx *self,
                            const TrinhBlock *block,
                            gboolean keep_last,
                            gboolean keep_whole);
void _trinh_docx_add_caption (TrinhDocx *self,
                              const TrinhBlock *block);
/* A chart as a picture, with its caption and the table behind it */
void _trinh_docx_add_figure (TrinhDocx *self,
                             const TrinhBlock *block);
void _trinh_docx_add_block (TrinhDocx *self,
                            GPtrArray *blocks,
                            guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhDocxPart, _trinh_docx_part_free)

G_END_DECLS
