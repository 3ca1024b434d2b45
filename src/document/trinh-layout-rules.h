/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-document-types.h"

G_BEGIN_DECLS

/* @most: G_MAXDOUBLE where there is no bound */
typedef struct
{
  double least;
  double most;
} TrinhLimit;

typedef enum
{
  TRINH_MUST_FREE,
  TRINH_MUST_BE,
  TRINH_MUST_NOT_BE,
} TrinhMust;

/**
 * TrinhRequired:
 * @TRINH_REQUIRED_ADDRESSED: where the regime names addressees
 */
typedef enum
{
  TRINH_REQUIRED_NEVER,
  TRINH_REQUIRED_ALWAYS,
  TRINH_REQUIRED_ADDRESSED,
} TrinhRequired;

/**
 * TrinhLayoutRole:
 * @size: of the font, points
 * @align: (nullable): "left" "center" "right" "justify"
 * @align_to: (nullable): what it stands so to: "page", or a role, whose text before it counts, else the one behind
 * @last: (nullable): how the last text of the role begins
 * @single_line: never broken over two lines
 * @required: what must stand in the head of every report
 * @form: (nullable): how it is written, with names in braces for what differs: "{địa danh}, ngày {ngày} …"
 * @rule: share of the text's length that the line drawn below it has; 0 to 0 none
 * @below: points between it, with its drawn line, and what stands below it; 0 to 0 free
 * @top_margin: stands in the top margin
 * @first_page: FALSE: not on the first page
 *
 * What a text of one role must look like.
 */
typedef struct
{
  TrinhLimit size;
  TrinhMust bold;
  TrinhMust italic;
  TrinhMust capitals;
  char *align;
  char *align_to;
  char *last;
  gboolean single_line;
  TrinhRequired required;
  char *form;
  TrinhLimit rule;
  TrinhLimit below;
  gboolean top_margin;
  gboolean first_page;
} TrinhLayoutRole;

/**
 * TrinhLayoutRules:
 * @margin_top: millimetres, as all margins and @first_line
 * @paragraph_space: points
 * @line_spacing: lines
 * @drawn_line: points, how thick; 0 to 0 free
 * @landscape: (nullable): what may lie on its side: "never" "tables" "always"
 * @signature_lines: lines of text that stand on the page of the signature block
 * @signature_whole: of the height that texts may take on a page: a signature block that is higher may have recipients overleaf
 * @foot_lines: lines of a paragraph at a page's foot at least, when it goes on overleaf
 * @top_lines: lines of a paragraph at a page's top at least
 * @heading_lines: lines of its text that stand on a heading's page
 * @rows_whole: no row is broken over pages unless it is higher than one
 * @heads_repeated: a table's head stands on each of its pages, unless it is higher than @head_most
 * @head_most: of the height that texts may take on a page
 * @numbers_restart: an annex begins to count its pages anew
 * @ending: the signs at the end of the text
 *
 * The limits of the page as data/layouts give them (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I). They judge the layouter and are not its settings.
 */
typedef struct
{
  TrinhLimit margin_top;
  TrinhLimit margin_bottom;
  TrinhLimit margin_left;
  TrinhLimit margin_right;
  TrinhLimit first_line;
  TrinhLimit paragraph_space;
  TrinhLimit line_spacing;
  TrinhLimit drawn_line;
  char *landscape;
  guint signature_lines;
  double signature_whole;
  guint foot_lines;
  guint top_lines;
  guint heading_lines;
  gboolean rows_whole;
  gboolean heads_repeated;
  double head_most;
  gboolean numbers_restart;
  char *ending;
  char **fonts;
  GHashTable *roles; /* (element-type utf8 TrinhLayoutRole) */
} TrinhLayoutRules;

/* TRINH_DOCUMENT_ERROR_LAYOUT with file, line and reason where the file cannot be used */
TrinhLayoutRules *trinh_layout_rules_load (GFile *file,
                                           GError **error);
/* The shipped limits of @id, "nd30-2020" */
TrinhLayoutRules *trinh_layout_rules_load_id (const char *id,
                                              GError **error);
void trinh_layout_rules_free (TrinhLayoutRules *self);
/* (nullable): limits of a box's role; "paragraph", "list-item" and "run-in" are "body" */
const TrinhLayoutRole *trinh_layout_rules_find_role (TrinhLayoutRules *self,
                                                     const char *role);
gboolean trinh_limit_holds (TrinhLimit limit,
                            double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhLayoutRules, trinh_layout_rules_free)

G_END_DECLS
