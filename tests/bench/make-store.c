/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <stdlib.h>

#include "bench.h"
#include "trinh-store.h"

#define FIRST_YEAR 2013
#define N_REPORTS (10 * 12)

/* The sample's number and up to a half more: other figures every month, the same in every run. */
static TrinhValue *
vary (TrinhValue *value,
      guint month)
{
  g_autofree char *text = NULL;
  TrinhDecimal number;

  if (!trinh_value_get_decimal (value, &number) || number.decimals > 0 || ABS (number.units) <= 9 * TRINH_DECIMAL_SCALE)
    return trinh_value_ref (value);
  number.units += number.units / TRINH_DECIMAL_SCALE * (month * 37 % 51) / 100 * TRINH_DECIMAL_SCALE;
  text = trinh_decimal_to_canonical (number);
  return trinh_value_with_text (value, text, TRINH_ORIGIN_ENTERED);
}

static void
add_values (TrinhEdit *edit,
            TrinhReport *sample,
            guint month)
{
  TrinhRegime *regime = trinh_report_get_regime (sample);

  for (guint slot = 0; slot < trinh_regime_get_n_slots (regime); slot++)
    {
      const char *address = trinh_regime_get_slot_address (regime, slot);
      TrinhValue *value = trinh_report_get_value (sample, address);
      g_autoptr (TrinhValue) varied = value != NULL ? vary (value, month) : NULL;

      if (varied != NULL)
        trinh_edit_set_value (edit, address, varied);
    }
}

static void
add_sections (TrinhEdit *edit,
              TrinhReport *sample)
{
  GListModel *sections = trinh_report_get_sections (sample);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      trinh_edit_set_section (edit, section);
    }
}

static gboolean
import_month (TrinhStore *store,
              TrinhReport *sample,
              guint month,
              GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u-%02u", FIRST_YEAR + month / 12, 1 + month % 12);
  g_autoptr (TrinhEdit) edit = trinh_edit_new ("");
  g_autoptr (TrinhReport) report = NULL;
  TrinhPeriod period;

  if (!trinh_period_parse (name, &period, error))
    return FALSE;
  report = trinh_report_new (trinh_report_get_regime (sample), period, trinh_report_get_office (sample));
  add_values (edit, sample, month);
  add_sections (edit, sample);
  return trinh_report_apply (report, edit, error) && trinh_store_import (store, report, NULL, error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (TrinhReport) sample = bench_load_sample ("binh-lang-2022-h1");
  g_autoptr (TrinhStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (argc != 2)
    {
      g_printerr ("Usage: make-store DATABASE\n");
      return 2;
    }
  store = trinh_store_open (argv[1], &error);
  for (guint month = 0; store != NULL && month < N_REPORTS; month++)
    {
      done = import_month (store, sample, month, &error);
      if (!done)
        break;
    }
  if (!done)
    {
      g_printerr ("make-store: %s\n", error->message);
      return EXIT_FAILURE;
    }
  trinh_store_close (store);
  g_print ("%u\n", N_REPORTS);
  return EXIT_SUCCESS;
}
