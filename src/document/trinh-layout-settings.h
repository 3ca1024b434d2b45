/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands at the right of every header */
#define TRINH_COUNTRY "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define TRINH_MOTTO "Độc lập - Tự do - Hạnh phúc"

/* Lies across the pages of what is not signed yet */
#define TRINH_DRAFT_MARK "DỰ THẢO"

/**
 * TrinhLayoutSettings:
 *
 * The page as this program makes it, in points. The limits it must keep to are
 * data (data/layouts) and are checked apart from it.
 */
typedef struct
{
  double page_width; /* upright */
  double page_height;
  double top;
  double bottom;
  double left;
  double right;

  double body;
  double line_spacing; /* times the font's own line */
  double first_line;
  double paragraph_space;

  double motto_country;
  double motto;
  double office;
  double number;
  double date;
  double heading;
  double recipients_head;
  double recipients;
  double signatory;
  double annex_label;
  double table;
  double table_least; /* where words would be torn otherwise */
  double page_number;

  double rule;            /* thickness of drawn lines */
  double rule_part;       /* of the text above: office and subject */
  double signature_space; /* between title and name */
  double recipients_part; /* of the width: the recipients beside who signs */
  guint overleaf_least;   /* recipients that go overleaf together, so that no page has a line or two */
  double bare_table;      /* above a table without a caption, right below an annex's note */
  double figure;          /* height of a chart, times its width */
  double figure_landscape;
  double cell_padding_x;
  double cell_padding_y;
} TrinhLayoutSettings;

const TrinhLayoutSettings *trinh_layout_settings_get (void);

G_END_DECLS
