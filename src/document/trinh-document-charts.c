/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"
#include "trinh-figure.h"

/* So many columns of figures have room on an upright page. */
#define MOST_UPRIGHT 6

typedef struct
{
  TrinhDocumentBuilder *builder;
  TrinhReportChart *chart;
  const char *unit;
  GPtrArray *indicators; /* of @unit */
  char **periods;
  char *title;
} Figure;

static void
figure_clear (Figure *self)
{
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->periods, g_strfreev);
  g_clear_pointer (&self->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figure, figure_clear)

static void
add_head (TrinhTable *table,
          guint column,
          const char *letters)
{
  trinh_table_add_head (table, 0, column, 1, 1, trinh_text_new_plain (letters, TRUE, FALSE), NULL);
}

static void
add_number (const Figure *self,
            TrinhTable *table,
            const char *address,
            guint position)
{
  gboolean own = self->periods[position + 1] == NULL;
  g_autofree char *letters = trinh_figure_dup_number (self->builder->evaluation, self->chart, address, position);

  trinh_table_add_cell (table, trinh_text_new_plain (letters != NULL ? letters : "–", own, FALSE), TRINH_ALIGN_END, own ? address : NULL);
}

static TrinhTable *
make_table (const Figure *self)
{
  TrinhTable *table = trinh_table_new ();

  trinh_table_add_column (table, TRINH_COLUMN_LABEL);
  for (guint i = 0; self->periods[i] != NULL; i++)
    trinh_table_add_column (table, TRINH_COLUMN_VALUE);
  add_head (table, 0, "Chỉ tiêu");
  for (guint i = 0; self->periods[i] != NULL; i++)
    add_head (table, i + 1, self->periods[i]);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const char *address = self->indicators->pdata[i];

      trinh_table_add_cell (table, trinh_text_new_plain (trinh_figure_get_label (self->builder->report, address), FALSE, FALSE), TRINH_ALIGN_START, NULL);
      for (guint j = 0; self->periods[j] != NULL; j++)
        add_number (self, table, address, j);
    }
  return table;
}

/* "Biểu đồ cột: …. Đơn vị tính: %. Tỷ lệ …: 6T 2021: 58,1; …": what the figure shows, for who cannot see it */
static char *
make_alternative (const Figure *self)
{
  gboolean line = trinh_report_chart_get_kind (self->chart) == TRINH_REPORT_CHART_LINE;
  g_autoptr (GString) text = g_string_new (line ? "Biểu đồ đường: " : "Biểu đồ cột: ");

  g_string_append_printf (text, "%s.", self->title);
  if (*self->unit != '\0')
    g_string_append_printf (text, " Đơn vị tính: %s.", self->unit);
  for (guint i = 0; i < self->indicators->len; i++)
    {
      g_string_append_printf (text, " %s:", trinh_figure_get_label (self->builder->report, self->indicators->pdata[i]));
      for (guint j = 0; self->periods[j] != NULL; j++)
        {
          g_autofree char *letters = trinh_figure_dup_number (self->builder->evaluation, self->chart, self->indicators->pdata[i], j);

          g_string_append_printf (text, "%s %s: %s", j > 0 ? ";" : "", self->periods[j], letters != NULL ? letters : "không có số liệu");
        }
      g_string_append_c (text, '.');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
make_source (const Figure *self)
{
  g_autofree char *places = trinh_figure_dup_places (self->builder->report, self->chart, self->unit);

  return g_strdup_printf ("Nguồn: %s của báo cáo các kỳ.", places);
}

static void
add_figure (TrinhDocumentBuilder *self,
            TrinhReportChart *chart,
            const char *unit,
            guint number,
            gboolean landscape)
{
  g_auto (Figure) figure = { .builder = self, .chart = chart, .unit = unit };
  g_autofree char *place = g_strconcat (TRINH_FIGURE_PLACE, trinh_report_chart_get_id (chart), NULL);
  g_autofree char *label = g_strdup_printf ("Biểu đồ %u", number);
  g_autofree char *alternative = NULL;
  g_autofree char *source = NULL;
  g_autofree char *unit_line = *unit != '\0' ? g_strdup_printf ("Đơn vị tính: %s", unit) : NULL;
  TrinhBlock *block;

  figure.indicators = trinh_figure_list_indicators (self->report, chart, unit);
  figure.periods = trinh_figure_dup_periods (self->report, chart);
  figure.title = trinh_figure_dup_title (self->report, chart, unit);
  alternative = make_alternative (&figure);
  source = make_source (&figure);
  block = trinh_block_new_figure (place, landscape, trinh_figure_make_chart (self->evaluation, chart, unit, "", ""), unit_line, source, alternative);
  block->lines = g_strdupv ((char *[]) { label, figure.title, NULL });
  block->table = make_table (&figure);
  g_ptr_array_add (self->blocks, block);
}

gboolean
trinh_document_charts_need_landscape (GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    if (g_strv_length ((char **) trinh_report_chart_get_periods (charts->pdata[i])) + 1 > MOST_UPRIGHT)
      return TRUE;
  return FALSE;
}

void
trinh_document_builder_add_charts (TrinhDocumentBuilder *self,
                                   GPtrArray *charts,
                                   gboolean landscape)
{
  guint number = 0;

  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (GPtrArray) units = trinh_figure_list_units (self->report, charts->pdata[i]);

      for (guint j = 0; j < units->len; j++)
        if (trinh_figure_has_numbers (self->evaluation, charts->pdata[i], units->pdata[j]))
          add_figure (self, charts->pdata[i], units->pdata[j], ++number, landscape);
    }
}
