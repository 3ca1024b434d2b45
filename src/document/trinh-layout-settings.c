/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-layout-settings.h"

#define MM(length) ((length) * 72.0 / 25.4)

const TrinhLayoutSettings *
trinh_layout_settings_get (void)
{
  static const TrinhLayoutSettings settings = {
    .page_width = MM (210),
    .page_height = MM (297),
    .top = MM (20),
    .bottom = MM (20),
    .left = MM (30),
    .right = MM (15),
    .body = 14,
    .line_spacing = 1.15,
    .first_line = MM (12.7),
    .paragraph_space = 6,
    .motto_country = 13,
    .motto = 14,
    .office = 13,
    .number = 13,
    .date = 14,
    .heading = 14,
    .recipients_head = 12,
    .recipients = 11,
    .signatory = 14,
    .annex_label = 14,
    .table = 13,
    .table_least = 10,
    .page_number = 14,
    .rule = 0.6,
    .rule_part = 0.4,
    .signature_space = 72,
    .recipients_part = 0.46,
    .overleaf_least = 5,
    .bare_table = 10,
    .figure = 0.44,
    .figure_landscape = 0.36,
    .cell_padding_x = 3.5,
    .cell_padding_y = 1.5,
  };

  return &settings;
}
