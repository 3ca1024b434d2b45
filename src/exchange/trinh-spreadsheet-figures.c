/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The sheet "Biểu đồ của báo cáo": the comparisons that the report itself shows, each with its table, as native charts. */

#include "config.h"

#include "trinh-figure.h"
#include "trinh-letters.h"
#include "trinh-spreadsheet-private.h"

#define NAME "Biểu đồ của báo cáo"
#define LABEL_WIDTH 200.0
#define PERIOD_WIDTH 72.0
#define CHART_PIXELS 300
#define CHART_WIDTH 600
#define ROW_PIXELS 20
#define TITLE_SIZE 13
#define MOST_UPRIGHT 4 /* periods */
#define OTHER_LINES 0x616168

typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  lxw_worksheet *sheet;
  char *name; /* of that sheet */
  guint row;
  guint n_figures;
  guint n_periods; /* the most of them in one figure */
  GArray *breaks;  /* rows that begin a page */
  GArray *wide;    /* columns with estimates */
} Figures;

typedef struct
{
  TrinhReportChart *chart;
  const char *unit;
  GPtrArray *indicators;
  char **periods;
  guint n_periods;
  TrinhSpreadsheetLabels *of_periods;
  TrinhSpreadsheetLabels *of_indicators;
  guint head; /* its row */
  guint n_estimates;
  gboolean negative;
  gboolean passes_hundred;
} Figure;

static void
figure_clear (Figure *self)
{
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->periods, g_strfreev);
  g_clear_pointer (&self->of_periods, g_free);
  g_clear_pointer (&self->of_indicators, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figure, figure_clear)

static void
figure_init (Figure *self,
             TrinhReport *report,
             TrinhReportChart *chart,
             const char *unit)
{
  self->chart = chart;
  self->unit = unit;
  self->indicators = trinh_figure_list_indicators (report, chart, unit);
  self->periods = trinh_figure_dup_periods (report, chart);
  self->n_periods = g_strv_length (self->periods);
  self->of_periods = g_new0 (TrinhSpreadsheetLabels, self->n_periods);
  self->of_indicators = g_new0 (TrinhSpreadsheetLabels, self->indicators->len);
}

static void
write_number (Figures *self,
              Figure *figure,
              guint indicator,
              guint period)
{
  TrinhSpreadsheet *spreadsheet = self->spreadsheet;
  const char *address = figure->indicators->pdata[indicator];
  const gboolean own = period + 1 == figure->n_periods;
  TrinhDecimal number = { 0 };
  const gboolean known = trinh_figure_get_value (spreadsheet->evaluation, figure->chart, address, period, &number) && _trinh_spreadsheet_fits (number);
  const TrinhSpreadsheetFigure written = {
    .address = address,
    .own = own,
    .estimate = trinh_figure_get_estimate (spreadsheet->evaluation, figure->chart, address, period),
    .number = known ? &number : NULL,
  };
  const TrinhSpreadsheetLook look = { .align = TRINH_ALIGN_END, .bold = own };

  figure->negative = figure->negative || (known && number.units < 0);
  figure->passes_hundred = figure->passes_hundred || (known && number.units > 100 * TRINH_DECIMAL_SCALE);
  _trinh_spreadsheet_write_figure (spreadsheet, self->sheet, self->row, period + 1, &written, &look);
  _trinh_spreadsheet_labels_add (&figure->of_periods[period], &written);
  _trinh_spreadsheet_labels_add (&figure->of_indicators[indicator], &written);
  figure->n_estimates += known && written.estimate;
}

/* A chart is placed by the heights that are written; those that a program finds for itself move it over the table. */
static void
set_height (Figures *self,
            const char *text,
            double width,
            double size)
{
  const double height = _trinh_spreadsheet_guess_height (text, width, size);

  _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_row (self->sheet, self->row, height, NULL), self->name);
}

/* Over the whole table */
static void
write_line (Figures *self,
            const Figure *figure,
            const char *text,
            gboolean bold)
{
  const double size = bold ? TITLE_SIZE : TRINH_SPREADSHEET_SIZE;
  const TrinhSpreadsheetLook look = { .bold = bold, .italic = !bold, .plain = TRUE, .size = size };

  set_height (self, text, LABEL_WIDTH + figure->n_periods * PERIOD_WIDTH, size);
  _trinh_spreadsheet_merge (self->spreadsheet, self->sheet, self->row, 0, 1, figure->n_periods + 1, &look);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row++, 0, text, &look);
}

static void
write_table (Figures *self,
             Figure *figure)
{
  const TrinhSpreadsheetLook head = { .bold = TRUE, .align = TRINH_ALIGN_CENTER };
  const TrinhSpreadsheetLook label = { .align = TRINH_ALIGN_START };

  figure->head = self->row;
  set_height (self, "", PERIOD_WIDTH, TRINH_SPREADSHEET_SIZE);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 0, "Tên số liệu", &head);
  for (guint i = 0; i < figure->n_periods; i++)
    _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, i + 1, figure->periods[i], &head);
  self->row++;
  for (guint i = 0; i < figure->indicators->len; i++, self->row++)
    {
      const char *address = figure->indicators->pdata[i];

      set_height (self, trinh_figure_get_label (self->spreadsheet->report, address), LABEL_WIDTH, TRINH_SPREADSHEET_SIZE);
      _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 0, trinh_figure_get_label (self->spreadsheet->report, address), &label);
      for (guint j = 0; j < figure->n_periods; j++)
        write_number (self, figure, i, j);
    }
}

/* Bars: the indicators side by side, a colour for each period */
static void
add_bars (Figures *self,
          const Figure *figure,
          lxw_chart *chart)
{
  const guint last = figure->head + figure->indicators->len;

  for (guint i = 0; i < figure->n_periods; i++)
    {
      const lxw_col_t column = (lxw_col_t) (i + 1);
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
      lxw_chart_fill fill = { .color = _trinh_spreadsheet_choose_color (i, figure->n_periods) };

      chart_series_set_categories (series, self->name, figure->head + 1, 0, last, 0);
      chart_series_set_values (series, self->name, figure->head + 1, column, last, column);
      chart_series_set_name_range (series, self->name, figure->head, column);
      chart_series_set_fill (series, &fill);
      _trinh_spreadsheet_labels_set (&figure->of_periods[i], series, TRUE);
    }
}

/* Of lines, too, one is in the accent; the others, in one grey, differ by their dashes and marks, as in our own charts. */
static void
set_line (lxw_chart_series *series,
          guint position)
{
  static const uint8_t dashes[] = { LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_LONG_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT };
  static const uint8_t marks[] = { LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND };
  const lxw_color_t color = position == 0 ? _trinh_spreadsheet_choose_color (0, 1) : OTHER_LINES;
  lxw_chart_line line = { .color = color, .width = position == 0 ? 2.25f : 1.5f };
  lxw_chart_line edge = { .color = color };
  lxw_chart_fill fill = { .color = color };

  if (position > 0)
    line.dash_type = dashes[(position - 1) % G_N_ELEMENTS (dashes)];
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, marks[position % G_N_ELEMENTS (marks)]);
  chart_series_set_marker_line (series, &edge);
  chart_series_set_marker_fill (series, &fill);
}

/* Lines: the periods one after the other, a line for each indicator */
static void
add_lines (Figures *self,
           const Figure *figure,
           lxw_chart *chart)
{
  const lxw_col_t last = (lxw_col_t) figure->n_periods;

  for (guint i = 0; i < figure->indicators->len; i++)
    {
      const guint row = figure->head + 1 + i;
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

      chart_series_set_categories (series, self->name, figure->head, 1, figure->head, last);
      chart_series_set_values (series, self->name, row, 1, row, last);
      chart_series_set_name_range (series, self->name, row, 0);
      set_line (series, i);
      _trinh_spreadsheet_labels_set (&figure->of_indicators[i], series, TRUE);
      chart_series_set_labels_position (series, LXW_CHART_LABEL_POSITION_ABOVE);
    }
}

static void
set_axes (const Figure *figure,
          lxw_chart *chart)
{
  lxw_chart_font font = { .name = TRINH_SPREADSHEET_FONT, .size = 10 };
  lxw_chart_line grid = { .color = 0xE3E4E7, .width = 0.75f };

  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_set_num_format (chart->y_axis, TRINH_SPREADSHEET_WHOLE);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  if (!figure->negative)
    chart_axis_set_min (chart->y_axis, 0);
  if (g_str_equal (figure->unit, "%") && !figure->passes_hundred)
    chart_axis_set_max (chart->y_axis, 100);
}

static void
add_chart (Figures *self,
           const Figure *figure,
           const char *caption)
{
  g_autofree char *title = _trinh_spreadsheet_make_chart_title (caption, figure->n_estimates);
  const gboolean line = trinh_report_chart_get_kind (figure->chart) == TRINH_REPORT_CHART_LINE;
  lxw_chart *chart = workbook_add_chart (self->spreadsheet->workbook, line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
  lxw_chart_font font = { .name = TRINH_SPREADSHEET_FONT, .size = 13, .bold = LXW_TRUE };
  lxw_chart_font legend = { .name = TRINH_SPREADSHEET_FONT, .size = 10 };
  lxw_chart_options options = { .x_scale = CHART_WIDTH / 480.0, .y_scale = CHART_PIXELS / 288.0, .object_position = LXW_OBJECT_MOVE_DONT_SIZE, .description = title };

  if (chart == NULL)
    {
      _trinh_spreadsheet_check (self->spreadsheet, LXW_ERROR_MEMORY_MALLOC_FAILED, self->name);
      return;
    }
  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &legend);
  if (line)
    add_lines (self, figure, chart);
  else
    add_bars (self, figure, chart);
  set_axes (figure, chart);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_insert_chart_opt (self->sheet, self->row, 0, chart, &options), self->name);
  self->row += CHART_PIXELS / ROW_PIXELS + 2;
}

/* Each begins a page. */
static void
write_figure (Figures *self,
              TrinhReportChart *chart,
              const char *unit)
{
  TrinhReport *report = self->spreadsheet->report;
  g_auto (Figure) figure = { 0 };
  g_autofree char *title = trinh_figure_dup_title (report, chart, unit);
  g_autofree char *letters = trinh_letters_dup_line (title);
  g_autofree char *caption = g_strdup_printf ("Biểu đồ %u. %s", ++self->n_figures, title);
  g_autofree char *unit_line = g_strdup_printf ("Đơn vị tính: %s", unit);
  g_autofree char *places = trinh_figure_dup_places (report, chart, unit);
  g_autofree char *source = g_strdup_printf ("Nguồn: %s của báo cáo các kỳ.", places);
  const lxw_row_t first = self->row;

  figure_init (&figure, report, chart, unit);
  if (first > 0)
    g_array_append_val (self->breaks, first);
  write_line (self, &figure, caption, TRUE);
  if (*unit != '\0')
    write_line (self, &figure, unit_line, FALSE);
  write_table (self, &figure);
  write_line (self, &figure, source, FALSE);
  self->row++;
  add_chart (self, &figure, letters);
  self->n_periods = MAX (self->n_periods, figure.n_periods);
  if (figure.n_estimates > 0)
    g_array_append_val (self->wide, figure.n_periods);
}

static void
write_figures (Figures *self,
               GPtrArray *charts)
{
  for (guint i = 0; i < charts->len; i++)
    {
      g_autoptr (GPtrArray) units = trinh_figure_list_units (self->spreadsheet->report, charts->pdata[i]);

      for (guint j = 0; j < units->len; j++)
        if (trinh_figure_has_numbers (self->spreadsheet->evaluation, charts->pdata[i], units->pdata[j]))
          write_figure (self, charts->pdata[i], units->pdata[j]);
    }
}

static void
finish_sheet (Figures *self)
{
  const lxw_row_t end = 0;

  g_array_append_val (self->breaks, end);
  _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, 0, LABEL_WIDTH);
  for (guint i = 0; i < self->n_periods; i++)
    _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, i + 1, PERIOD_WIDTH);
  for (guint i = 0; i < self->wide->len; i++)
    _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, g_array_index (self->wide, guint, i), PERIOD_WIDTH + TRINH_SPREADSHEET_ESTIMATE_WIDTH);
  _trinh_spreadsheet_set_page (self->spreadsheet, self->sheet, self->name, self->n_periods > MOST_UPRIGHT);
  if (self->breaks->len > 1)
    _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_h_pagebreaks (self->sheet, (lxw_row_t *) (gpointer) self->breaks->data), self->name);
  worksheet_protect (self->sheet, NULL, NULL);
}

void
_trinh_spreadsheet_add_figures (TrinhSpreadsheet *self)
{
  g_autoptr (GPtrArray) charts = trinh_report_charts_list (self->report);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  g_autoptr (GArray) wide = g_array_new (FALSE, FALSE, sizeof (guint));
  Figures figures = { .spreadsheet = self, .breaks = breaks, .wide = wide };
  guint n = 0;

  for (guint i = 0; i < charts->len; i++)
    n += trinh_figure_has_numbers (self->evaluation, charts->pdata[i], NULL);
  if (n == 0)
    return;
  figures.name = _trinh_spreadsheet_make_name (self, NAME);
  figures.sheet = workbook_add_worksheet (self->workbook, figures.name);
  if (figures.sheet == NULL)
    _trinh_spreadsheet_check (self, LXW_ERROR_PARAMETER_VALIDATION, figures.name);
  else
    {
      write_figures (&figures, charts);
      finish_sheet (&figures);
    }
  g_free (figures.name);
}
