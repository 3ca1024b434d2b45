/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The sheets "So sánh" and "Biểu đồ": what says most of the report, over the periods, with native charts. */

#include "config.h"

#include <string.h>

#include "trinh-spreadsheet-private.h"
#include "trinh-workbook.h"

#define NAME "So sánh"
#define CHARTS "Biểu đồ"
#define MAX_PAST 7
#define MAX_CHARTS 12
#define MAX_IN_CHART 6
#define HEAD_ROW 2
#define FIRST_PERIOD 3
#define FORM_WIDTH 66.0
#define LABEL_WIDTH 190.0
#define UNIT_WIDTH 66.0
#define PERIOD_WIDTH 64.0
#define ROW_PIXELS 20
/* On an upright page between its margins; programs without the usual fonts make columns a third wider. */
#define PAGE_PIXELS 480.0
#define PAGE_ROWS 47
#define ACCENT 0x1A5EB5
#define DARKEST 0x8E9299
#define LIGHTEST 0xD5D7DB

/* One chart: indicators of one form that have one unit */
typedef struct
{
  TrinhForm *form;
  const char *unit;
  GPtrArray *addresses; /* interned */
  guint first_row;      /* in the sheet */
  TrinhSpreadsheetLabels labels[MAX_PAST + 1];
  guint n_estimates;
} Group;

typedef struct
{
  TrinhSpreadsheet *spreadsheet;
  lxw_worksheet *sheet;
  char *name;         /* of that sheet */
  GPtrArray *reports; /* of TrinhReport, oldest first, this one last */
  GPtrArray *groups;  /* of Group */
  guint row;
} Comparison;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->addresses);
  g_free (group);
}

static gboolean
get_value (Comparison *self,
           TrinhReport *report,
           const char *address,
           TrinhDecimal *value)
{
  if (report == self->spreadsheet->report)
    return trinh_evaluation_get_decimal (self->spreadsheet->evaluation, address, value);

  return trinh_report_get_decimal (report, address, value);
}

static gboolean
has_past (Comparison *self,
          const char *address)
{
  TrinhDecimal value;

  for (guint i = 0; i + 1 < self->reports->len; i++)
    if (get_value (self, self->reports->pdata[i], address, &value))
      return TRUE;

  return FALSE;
}

static TrinhFormRow *
find_row (Comparison *self,
          const char *address,
          TrinhForm **form)
{
  TrinhFormRow *row = NULL;

  trinh_regime_find_cell (self->spreadsheet->regime, address, form, &row, NULL);

  return row;
}

static const char *
get_unit (TrinhFormRow *row)
{
  return trinh_form_row_get_kind (row) == TRINH_KIND_PERCENT ? "%" : trinh_form_row_get_unit (row);
}

static Group *
find_group (Comparison *self,
            TrinhForm *form,
            const char *unit)
{
  Group *group;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = self->groups->pdata[i];
      if (group->form == form && g_str_equal (group->unit, unit))
        return group;
    }
  if (self->groups->len == MAX_CHARTS)
    return NULL;
  group = g_new0 (Group, 1);
  group->form = form;
  group->unit = unit;
  group->addresses = g_ptr_array_new ();
  g_ptr_array_add (self->groups, group);

  return group;
}

static void
choose (Comparison *self)
{
  g_autoptr (GPtrArray) telling = trinh_evaluation_list_telling (self->spreadsheet->evaluation);

  for (guint i = 0; i < telling->len; i++)
    {
      TrinhForm *form = NULL;
      TrinhFormRow *row = find_row (self, telling->pdata[i], &form);
      Group *group = row != NULL && has_past (self, telling->pdata[i]) ? find_group (self, form, get_unit (row)) : NULL;

      if (group != NULL && group->addresses->len < MAX_IN_CHART)
        g_ptr_array_add (group->addresses, telling->pdata[i]);
    }
}

static void
write_heads (Comparison *self)
{
  static const char *const heads[] = { "Biểu", "Tên số liệu", "Đơn vị" };
  static const double widths[] = { FORM_WIDTH, LABEL_WIDTH, UNIT_WIDTH };
  const TrinhSpreadsheetLook head = { .bold = TRUE, .align = TRINH_ALIGN_CENTER };
  const TrinhSpreadsheetLook title = { .bold = TRUE, .plain = TRUE, .align = TRINH_ALIGN_CENTER, .size = 14 };

  _trinh_spreadsheet_merge (self->spreadsheet, self->sheet, 0, 0, 1, FIRST_PERIOD + self->reports->len, &title);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, 0, 0, "SO SÁNH SỐ LIỆU CÁC KỲ", &title);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, i, widths[i]);
      _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, HEAD_ROW, i, heads[i], &head);
    }
  for (guint i = 0; i < self->reports->len; i++)
    {
      g_autofree char *period = trinh_period_get_short_title (trinh_report_get_period (self->reports->pdata[i]));

      _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, HEAD_ROW, FIRST_PERIOD + i, period, &head);
    }
}

static void
write_indicator (Comparison *self,
                 Group *group,
                 const char *address)
{
  const TrinhSpreadsheetLook left = { .align = TRINH_ALIGN_START };
  const TrinhSpreadsheetLook middle = { .align = TRINH_ALIGN_CENTER };
  const TrinhSpreadsheetLook right = { .align = TRINH_ALIGN_END };
  TrinhForm *form = NULL;
  TrinhFormRow *row = find_row (self, address, &form);
  g_autofree char *label = g_strstrip (g_strconcat (trinh_form_row_get_plain_code (row), " ", trinh_form_row_get_plain_label (row), NULL));

  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 0, trinh_form_get_label (form), &left);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 1, label, &left);
  _trinh_spreadsheet_write_string (self->spreadsheet, self->sheet, self->row, 2, get_unit (row), &middle);
  for (guint i = 0; i < self->reports->len; i++)
    {
      TrinhReport *report = self->reports->pdata[i];
      TrinhDecimal value = { 0 };
      const gboolean known = get_value (self, report, address, &value) && _trinh_spreadsheet_fits (value);
      const TrinhSpreadsheetFigure figure = { address, i + 1 == self->reports->len, trinh_value_get_estimate (trinh_report_get_value (report, address)), known ? &value : NULL };

      _trinh_spreadsheet_write_figure (self->spreadsheet, self->sheet, self->row, FIRST_PERIOD + i, &figure, &right);
      _trinh_spreadsheet_labels_add (&group->labels[i], &figure);
      group->n_estimates += known && figure.estimate;
    }
  self->row++;
}

static void
set_width (Comparison *self,
           guint period)
{
  double width = PERIOD_WIDTH;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];

      if (group->labels[period].n_estimates > 0)
        width = PERIOD_WIDTH + TRINH_SPREADSHEET_ESTIMATE_WIDTH;
    }
  _trinh_spreadsheet_set_width (self->spreadsheet, self->sheet, FIRST_PERIOD + period, width);
}

static void
write_table (Comparison *self)
{
  write_heads (self);
  self->row = HEAD_ROW + 1;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = self->groups->pdata[i];

      group->first_row = self->row;
      for (guint j = 0; j < group->addresses->len; j++)
        write_indicator (self, group, group->addresses->pdata[j]);
    }
  for (guint i = 0; i < self->reports->len; i++)
    set_width (self, i);
}

static void
add_series (Comparison *self,
            lxw_chart *chart,
            const Group *group,
            guint period)
{
  const guint last = group->first_row + group->addresses->len - 1;
  const lxw_col_t column = (lxw_col_t) (FIRST_PERIOD + period);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = _trinh_spreadsheet_choose_color (period, self->reports->len) };

  if (series == NULL)
    {
      _trinh_spreadsheet_check (self->spreadsheet, LXW_ERROR_MEMORY_MALLOC_FAILED, NAME);
      return;
    }
  chart_series_set_categories (series, self->name, group->first_row, 1, last, 1);
  chart_series_set_values (series, self->name, group->first_row, column, last, column);
  chart_series_set_name_range (series, self->name, HEAD_ROW, column);
  chart_series_set_fill (series, &fill);
  /* Beside the longest bar a longer label goes over the chart's edge. */
  _trinh_spreadsheet_labels_set (&group->labels[period], series, FALSE);
}

static gboolean
passes_hundred (Comparison *self,
                const Group *group)
{
  TrinhDecimal value;

  for (guint i = 0; i < group->addresses->len; i++)
    for (guint j = 0; j < self->reports->len; j++)
      if (get_value (self, self->reports->pdata[j], group->addresses->pdata[i], &value) && value.units > 100 * TRINH_DECIMAL_SCALE)
        return TRUE;

  return FALSE;
}

static void
set_axes (Comparison *self,
          lxw_chart *chart,
          const Group *group)
{
  lxw_chart_font font = { .name = TRINH_SPREADSHEET_FONT, .size = 10 };
  lxw_chart_line grid = { .color = 0xE3E4E7, .width = 0.75f };

  /* Of a bar chart, x lies along the bars: the first indicator on top, the numbers below. */
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_crossing_max (chart->y_axis);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_format (chart->x_axis, TRINH_SPREADSHEET_WHOLE);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_TRUE);
  chart_axis_major_gridlines_set_line (chart->x_axis, &grid);
  chart_axis_major_gridlines_set_visible (chart->y_axis, LXW_FALSE);
  chart_axis_set_min (chart->x_axis, 0);
  if (g_str_equal (group->unit, "%") && !passes_hundred (self, group))
    chart_axis_set_max (chart->x_axis, 100);
}

static double
get_height (const Comparison *self,
            const Group *group)
{
  return 110 + group->addresses->len * (12 + 17.0 * self->reports->len);
}

static void
add_chart (Comparison *self,
           lxw_worksheet *sheet,
           const Group *group,
           guint row)
{
  lxw_chart *chart = workbook_add_chart (self->spreadsheet->workbook, LXW_CHART_BAR);
  lxw_chart_font font = { .name = TRINH_SPREADSHEET_FONT, .size = 13, .bold = LXW_TRUE };
  lxw_chart_font legend = { .name = TRINH_SPREADSHEET_FONT, .size = 10 };
  const char *label = trinh_form_get_label (group->form);
  const char *name = *label != '\0' ? label : trinh_form_get_id (group->form);
  g_autofree char *caption = *group->unit != '\0' ? g_strdup_printf ("%s (%s)", name, group->unit) : g_strdup (name);
  g_autofree char *title = _trinh_spreadsheet_make_chart_title (caption, group->n_estimates);
  lxw_chart_options options = { .x_scale = PAGE_PIXELS / 480, .y_scale = get_height (self, group) / 288, .object_position = LXW_OBJECT_MOVE_DONT_SIZE, .description = title };

  if (chart == NULL)
    {
      _trinh_spreadsheet_check (self->spreadsheet, LXW_ERROR_MEMORY_MALLOC_FAILED, CHARTS);
      return;
    }
  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &legend);
  chart_set_series_gap (chart, 60);
  for (guint i = 0; i < self->reports->len; i++)
    add_series (self, chart, group, i);
  set_axes (self, chart, group);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_insert_chart_opt (sheet, row, 0, chart, &options), CHARTS);
}

/* No chart goes over a page's end. */
static void
fill_charts (Comparison *self)
{
  g_autofree char *name = _trinh_spreadsheet_make_name (self->spreadsheet, CHARTS);
  lxw_worksheet *sheet = workbook_add_worksheet (self->spreadsheet->workbook, name);
  g_autoptr (GArray) breaks = g_array_new (TRUE, TRUE, sizeof (lxw_row_t));
  guint row = 0;
  guint page = 0;

  if (sheet == NULL)
    {
      _trinh_spreadsheet_check (self->spreadsheet, LXW_ERROR_PARAMETER_VALIDATION, name);
      return;
    }
  _trinh_spreadsheet_set_page (self->spreadsheet, sheet, CHARTS, FALSE);
  worksheet_set_print_scale (sheet, 100);
  _trinh_spreadsheet_set_width (self->spreadsheet, sheet, 0, PAGE_PIXELS * 72 / 96);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];
      const guint n_rows = (guint) (get_height (self, group) / ROW_PIXELS) + 1;

      if (row > page && row + n_rows > page + PAGE_ROWS)
        {
          /* With the line of air above, or the frame shows on the page before. */
          page = row - 1;
          g_array_append_val (breaks, page);
        }
      add_chart (self, sheet, group, row);
      row += n_rows + 1;
    }
  if (breaks->len > 0)
    _trinh_spreadsheet_check (self->spreadsheet, worksheet_set_h_pagebreaks (sheet, (lxw_row_t *) (gpointer) breaks->data), CHARTS);
}

static void
fill_sheet (Comparison *self)
{
  self->sheet = workbook_add_worksheet (self->spreadsheet->workbook, self->name);
  if (self->sheet == NULL)
    {
      _trinh_spreadsheet_check (self->spreadsheet, LXW_ERROR_PARAMETER_VALIDATION, self->name);
      return;
    }
  write_table (self);
  _trinh_spreadsheet_set_page (self->spreadsheet, self->sheet, self->name, self->reports->len > 3);
  worksheet_freeze_panes (self->sheet, HEAD_ROW + 1, 0);
  _trinh_spreadsheet_check (self->spreadsheet, worksheet_repeat_rows (self->sheet, HEAD_ROW, HEAD_ROW), self->name);
  worksheet_protect (self->sheet, NULL, NULL);
}

lxw_color_t
_trinh_spreadsheet_choose_color (guint position,
                                 guint n)
{
  const guint n_past = n - 1;
  lxw_color_t color = 0;

  if (position == n_past)
    return ACCENT;
  for (guint shift = 0; shift < 24; shift += 8)
    {
      const int light = (LIGHTEST >> shift) & 0xFF;
      const int deep = (DARKEST >> shift) & 0xFF;

      color |= (lxw_color_t) (light + (deep - light) * (int) position / (int) MAX (1, n_past - 1)) << shift;
    }

  return color;
}

void
_trinh_spreadsheet_add_comparison (TrinhSpreadsheet *self)
{
  g_autoptr (GPtrArray) past = trinh_evaluation_list_past (self->evaluation, MAX_PAST);
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  Comparison comparison = { .spreadsheet = self, .reports = reports, .groups = groups };

  for (guint i = past->len; i > 0; i--)
    g_ptr_array_add (reports, past->pdata[i - 1]);
  g_ptr_array_add (reports, self->report);
  choose (&comparison);
  if (groups->len == 0)
    return;
  comparison.name = _trinh_spreadsheet_make_name (self, NAME);
  fill_sheet (&comparison);
  fill_charts (&comparison);
  g_free (comparison.name);
}
