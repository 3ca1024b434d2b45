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
            TrinhRegime *regime,
            TrinhReport *sample,
            guint month)
{
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
              TrinhRegime *regime,
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
  report = trinh_report_new (regime, period, trinh_report_get_office (sample));
  add_values (edit, regime, sample, month);
  add_sections (edit, sample);
  return trinh_report_apply (report, edit, error) && trinh_store_import (store, report, NULL, error);
}

/* DATABASE gets ten years of monthly reports by the regime of that name in FOLDER. */
static gboolean
make_store (const char *database,
            const char *folder,
            const char *regime_id,
            GError **error)
{
  const char *const folders[] = { folder, NULL };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (folders);
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, regime_id, error);
  g_autoptr (TrinhReport) sample = bench_load_sample ("binh-lang-2022-h1");
  g_autoptr (TrinhStore) store = regime != NULL ? trinh_store_open (database, error) : NULL;
  gboolean done = store != NULL;

  for (guint month = 0; done && month < N_REPORTS; month++)
    done = import_month (store, regime, sample, month, error);
  if (store != NULL)
    trinh_store_close (store);

  return done;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: make-store DATABASE FOLDER REGIME\n");
      return 2;
    }
  if (!make_store (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("make-store: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%u\n", N_REPORTS);

  return EXIT_SUCCESS;
}
