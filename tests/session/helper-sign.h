/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Who signs and stamps, and a report that has come that far. */

#pragma once

#include "../signing/fixture.h"
#include "helper-review.h"
#include "trinh-session-review.h"

typedef struct
{
  Identity authority;
  Identity chairman;
  Identity office;
  TrinhSigner *signer;
  TrinhSigner *stamp;
} Keys;

/* As the office imports it in the preferences */
static inline void
keys_trust (const Identity *authority)
{
  g_autofree char *folder = trinh_session_dup_trust_folder ();
  g_autoptr (TrinhTrust) trust = trinh_trust_new (folder);
  g_autoptr (GBytes) bytes = x509_to_bytes (authority->x509);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (trinh_trust_add_authority (trust, bytes, &error));
  g_assert_no_error (error);
}

static inline void
keys_set_up (Keys *keys)
{
  keys->authority = make_authority ("Cơ quan chứng thực thử");
  keys->chairman = make_signatory (&keys->authority, "Nguyễn Văn A");
  keys->office = make_signatory (&keys->authority, "UBND xã Bình Lãng");
  keys->signer = make_signer (&keys->chairman);
  keys->stamp = make_signer (&keys->office);
  keys_trust (&keys->authority);
}

static inline void
keys_clear (Keys *keys)
{
  g_clear_object (&keys->signer);
  g_clear_object (&keys->stamp);
  identity_clear (&keys->authority);
  identity_clear (&keys->chairman);
  identity_clear (&keys->office);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

/* Whoever likes: it says itself who it is. (transfer full) */
static inline TrinhSigner *
make_forged_signer (void)
{
  Identity forged = { EVP_EC_gen ("P-256"), NULL };
  TrinhSigner *signer;

  forged.x509 = make_x509_of_kind (forged.key, NULL, "Nguyễn Văn A", -DAY, 100 * DAY, "critical,digitalSignature,nonRepudiation", "critical,CA:FALSE");
  signer = make_signer (&forged);
  identity_clear (&forged);
  return signer;
}

static inline TrinhWork *
sign_approve (Fixture *fixture)
{
  TrinhWork *work = review_create (fixture);

  review_do (work, TRINH_STEP_SUBMIT, "");
  review_do (work, TRINH_STEP_APPROVE, "");
  return work;
}

static inline GBytes *
sign_make_final (TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = trinh_session_make_final (work, &error);

  g_assert_no_error (error);
  return pdf;
}

static inline void
sign_work (Fixture *fixture,
           TrinhWork *work,
           Keys *keys)
{
  g_autoptr (GBytes) pdf = sign_make_final (work);
  g_autoptr (GBytes) picture = make_png (0, 0, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_sign_work (fixture->session, work, pdf, keys->signer, &(const TrinhSigningOrder) { .picture = picture }, &error));
  g_assert_no_error (error);
}

static inline guint32
sign_parse_day (const char *text)
{
  guint32 day = 0;

  g_assert_true (trinh_date_parse (text, &day));
  return day;
}

static inline void
sign_issue (Fixture *fixture,
            TrinhWork *work,
            Keys *keys,
            const char *number)
{
  g_autoptr (GBytes) picture = make_png (1, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_issue (fixture->session, work, number, sign_parse_day ("2022-06-09"), keys->stamp, &(const TrinhSigningOrder) { .picture = picture }, &error));
  g_assert_no_error (error);
}

static inline GBytes *
sign_load (TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = trinh_session_load_signed (work, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The report as the store has it, and how many rows and files there are: what a failure leaves alone */
static inline char *
sign_dup_database (Fixture *fixture,
                   TrinhWork *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) stored = trinh_store_load (fixture->store, trinh_report_get_id (trinh_work_get_report (work)), trinh_session_get_library (fixture->session), &error);
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (stored);
  g_autofree char *head = trinh_store_dup_journal_head (fixture->store, 0, NULL, &error);
  g_autofree char *report = review_dup_report (work);

  g_assert_no_error (error);
  return g_strdup_printf ("%s\n%s\n%.*s", head, report, (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
}

static inline void
sign_write (GFile *file,
            GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_session_write_file (file, bytes, &error));
  g_assert_no_error (error);
}
