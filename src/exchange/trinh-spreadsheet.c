/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "trinh-letters.h"
#include "trinh-spreadsheet-private.h"
#include "trinh-workbook-private.h"
#include "trinh-xml-private.h"

#define INFO "Thông tin"
#define SECONDS_PER_DAY 86400
#define JULIAN_1970 719163 /* 1 January 1970, as in GDate */
/* A folder in memory, where the system has one */
#define MEMORY_FOLDER "/dev/shm"
/* More than the library's temporary files take */
#define ROOM (8 * 1024 * 1024)

/* Never the clock: the same report gives the same bytes. */
static time_t
get_created (TrinhReport *report)
{
  guint32 julian;

  if (!trinh_date_parse (trinh_report_get_date (report), &julian))
    julian = trinh_report_get_data_to (report) != 0 ? trinh_report_get_data_to (report) : trinh_report_get_period (report).to;

  return ((time_t) julian - JULIAN_1970) * SECONDS_PER_DAY;
}

static void
set_properties (TrinhSpreadsheet *self)
{
  g_autofree char *title = trinh_letters_dup_line (trinh_report_get_title (self->report));
  g_autofree char *subject = trinh_letters_dup_line (trinh_report_get_subject (self->report));
  g_autofree char *office = trinh_letters_dup_line (trinh_office_get_name (trinh_report_get_office (self->report)));
  lxw_doc_properties properties = {
    .title = title,
    .subject = subject,
    .author = office,
    .company = office,
    .created = get_created (self->report),
  };

  _trinh_spreadsheet_check (self, workbook_set_properties (self->workbook, &properties), NULL);
}

static void
note_rules (TrinhSpreadsheet *self)
{
  GListModel *rules = trinh_regime_get_rules (self->regime);

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, i);

      if (trinh_rule_get_target (rule) != NULL)
        g_hash_table_insert (self->rules, (gpointer) trinh_rule_get_target (rule), rule);
    }
}

static void
fill (TrinhSpreadsheet *self)
{
  GListModel *forms = trinh_regime_get_forms (self->regime);
  g_autofree char *name = _trinh_spreadsheet_make_name (self, INFO);
  lxw_worksheet *info = workbook_add_worksheet (self->workbook, name);

  if (info == NULL)
    {
      _trinh_spreadsheet_check (self, LXW_ERROR_MEMORY_MALLOC_FAILED, NULL);
      return;
    }
  set_properties (self);
  note_rules (self);
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      _trinh_spreadsheet_add_form (self, form);
    }
  for (guint i = 0; i < self->forms->len && self->error == NULL; i++)
    _trinh_spreadsheet_write_form (self, self->forms->pdata[i]);
  if (self->error == NULL)
    {
      _trinh_spreadsheet_write_info (self, info);
      _trinh_spreadsheet_add_figures (self);
      _trinh_spreadsheet_add_comparison (self);
    }
}

static void
set_up (TrinhSpreadsheet *self,
        TrinhEvaluation *evaluation)
{
  self->evaluation = evaluation;
  self->report = trinh_evaluation_get_report (evaluation);
  self->regime = trinh_report_get_regime (self->report);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->forms = g_ptr_array_new_with_free_func (_trinh_spreadsheet_form_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->rules = g_hash_table_new (g_str_hash, g_str_equal);
  self->measure = trinh_measure_new (&self->error);
}

static void
tear_down (TrinhSpreadsheet *self)
{
  g_hash_table_unref (self->formats);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->rules);
  g_ptr_array_unref (self->forms);
  g_clear_pointer (&self->measure, trinh_measure_free);
  g_clear_error (&self->error);
}

static gboolean
pass_over (xmlTextReader *reader,
           gpointer data,
           GError **error)
{
  return TRUE;
}

/* The library's temporary files may have been cut without a word: what was made is read once, whole. */
static gboolean
is_whole (GBytes *bytes,
          guint n_sheets)
{
  static const char *const wanted[] = { "", NULL };
  g_autoptr (TrinhWorkbook) workbook = _trinh_workbook_new ("xlsx");
  g_autoptr (GHashTable) package = _trinh_package_load (bytes, "xlsx", wanted, NULL);
  GHashTableIter iter;
  gpointer part;

  if (package == NULL || !_trinh_workbook_read_xlsx (workbook, package, NULL) || trinh_workbook_get_n_sheets (workbook) != n_sheets)
    return FALSE;
  g_hash_table_iter_init (&iter, package);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    if (!_trinh_xml_read (workbook, part, pass_over, NULL, NULL))
      return FALSE;

  return TRUE;
}

static gboolean
has_room (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "trinhky-XXXXXX", NULL);
  const int descriptor = g_mkstemp (path);
  gboolean fits;

  if (descriptor < 0)
    return FALSE;
  g_unlink (path);
  fits = posix_fallocate (descriptor, 0, ROOM) == 0;
  g_close (descriptor, NULL);

  return fits;
}

/* Where the library puts its parts, (nullable): it writes to standard error by itself where it finds no room. */
static const char *
find_folder (void)
{
  if (has_room (MEMORY_FOLDER))
    return MEMORY_FOLDER;

  return has_room (g_get_tmp_dir ()) ? g_get_tmp_dir () : NULL;
}

static GBytes *
render (TrinhSpreadsheet *self,
        const char *folder)
{
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .tmpdir = (char *) folder, .output_buffer = &buffer, .output_buffer_size = &size };
  g_autoptr (GBytes) bytes = NULL;
  guint n_sheets;

  self->workbook = workbook_new_opt (NULL, &options);
  if (self->workbook == NULL)
    {
      _trinh_spreadsheet_check (self, LXW_ERROR_MEMORY_MALLOC_FAILED, NULL);
      return NULL;
    }
  fill (self);
  n_sheets = self->workbook->num_sheets;
  /* It is freed by this too. */
  _trinh_spreadsheet_check (self, workbook_close (self->workbook), NULL);
  if (buffer != NULL)
    bytes = g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
  if (self->error == NULL && (bytes == NULL || !is_whole (bytes, n_sheets)))
    _trinh_spreadsheet_check (self, bytes == NULL ? LXW_ERROR_MEMORY_MALLOC_FAILED : LXW_ERROR_CREATING_TMPFILE, NULL);

  return g_steal_pointer (&bytes);
}

GBytes *
trinh_spreadsheet_render (TrinhEvaluation *evaluation,
                          GError **error)
{
  TrinhSpreadsheet self = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const char *folder;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  folder = find_folder ();
  set_up (&self, evaluation);
  if (folder == NULL)
    _trinh_spreadsheet_check (&self, LXW_ERROR_CREATING_TMPFILE, NULL);
  if (self.error == NULL)
    bytes = render (&self, folder);
  if (self.error != NULL)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      g_propagate_error (error, g_steal_pointer (&self.error));
    }
  tear_down (&self);

  return g_steal_pointer (&bytes);
}
