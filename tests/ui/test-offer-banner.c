/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-offer-banner.h"

static TrinhWork *
create (HelperWork *fixture,
        const char *period)
{
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bút Sơn");
  g_autoptr (GError) error = NULL;
  TrinhPeriod parsed;
  TrinhWork *work;

  g_assert_true (trinh_period_parse (period, &parsed, NULL));
  work = trinh_session_create (fixture->session, "bieu-mau-2022", parsed, office, &error);
  g_assert_no_error (error);

  return work;
}

static void
add_report (HelperWork *fixture,
            const char *period,
            const char *text)
{
  g_autoptr (TrinhWork) work = create (fixture, period);

  g_assert_true (trinh_work_enter_text (work, "bm1:1", text, NULL));
  g_assert_true (trinh_work_flush (work, NULL));
}

/* It comes where there is something to offer, gives it with one click, and goes. */
static void
test_take (HelperWork *fixture,
           gconstpointer data)
{
  TrinhOfferBanner *offer = g_object_ref_sink (g_object_new (TRINH_TYPE_OFFER_BANNER, NULL));
  AdwBanner *banner = helper_get_child (offer, "banner");
  g_autoptr (TrinhWork) work = NULL;
  TrinhForm *first, *second;

  add_report (fixture, "2023-Q1", "9");
  add_report (fixture, "2023-Q2", "12");
  work = create (fixture, "2023-H1");
  first = trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (work)), "bm1");
  second = trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (work)), "bm2");

  trinh_offer_banner_look (offer, work, second);
  g_assert_false (adw_banner_get_revealed (banner));
  trinh_offer_banner_look (offer, work, first);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "Quý I/2023 + Quý II/2023"));

  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_false (adw_banner_get_revealed (banner));
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (work), "bm1:1")), ==, "21");
  trinh_offer_banner_look (offer, work, first);
  g_assert_false (adw_banner_get_revealed (banner));
  trinh_offer_banner_look (offer, NULL, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
  helper_let_go (offer);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/offer-banner/take", HelperWork, NULL, helper_work_set_up, test_take, helper_work_tear_down);

  return g_test_run ();
}
