/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"
#include "trinh-review-changes.h"

#define NOW "2022-06-09T08:00:00+07:00"

static TrinhEdit *
make (TrinhReport *report,
      TrinhStepKind kind,
      const char *remark,
      GError **error)
{
  g_autoptr (TrinhStep) step = trinh_step_new (kind, "Văn phòng", TRINH_ROLE_CLERK, NOW, remark);

  return trinh_review_make_step (report, step, error);
}

static void
go (TrinhReport *report,
    TrinhStepKind kind)
{
  g_autoptr (GError) error = NULL;
  TrinhEdit *edit = make (report, kind, trinh_step_kind_get_needs_remark (kind) ? "Xem lại mục 2." : "", &error);

  g_assert_no_error (error);
  fixture_apply (report, edit);
  g_assert_cmpint (trinh_report_get_state (report), ==, trinh_step_kind_get_state (kind));
}

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"j1\",\"step\":\"sign\",\"by\":\"A\",\"role\":\"signatory\",\"at\":\"" NOW "\",\"remark\":\"\",\"revision\":7,\"content\":\"ab\",\"file\":{\"name\":\"a.pdf\",\"sha256\":\"cd\"},\"z\":1}";
  g_autoptr (JsonNode) node = fixture_json (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhStep) step = trinh_step_from_json (node, &error);
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  json = trinh_step_to_json (step);
  line = trinh_json_to_line (json);
  g_assert_cmpstr (line, ==, text);
  g_assert_cmpint (trinh_step_get_role (step), ==, TRINH_ROLE_SIGNATORY);
}

/* Every step in every state: those of the contract alone are done. */
static void
test_states (void)
{
  static const struct
  {
    TrinhStepKind kind;
    const char *from;
  } cases[] = {
    { TRINH_STEP_SUBMIT, "draft returned" },
    { TRINH_STEP_RECALL, "submitted" },
    { TRINH_STEP_RETURN, "submitted approved" },
    { TRINH_STEP_APPROVE, "submitted" },
    { TRINH_STEP_SIGN, "approved" },
    { TRINH_STEP_SIGN_ON_PAPER, "approved" },
    { TRINH_STEP_ISSUE, "signed" },
    { TRINH_STEP_CORRECT, "draft" },
  };
  static const TrinhStepKind way[] = { TRINH_STEP_SUBMIT, TRINH_STEP_RETURN, TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_RETURN, TRINH_STEP_SUBMIT, TRINH_STEP_APPROVE, TRINH_STEP_SIGN, TRINH_STEP_ISSUE };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");

  for (guint i = 0; i <= G_N_ELEMENTS (way); i++)
    {
      const char *state = trinh_report_state_to_nick (trinh_report_get_state (report));

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_auto (GStrv) from = g_strsplit (cases[j].from, " ", -1);
          g_autoptr (GError) error = NULL;
          gboolean may = trinh_review_check (report, cases[j].kind, TRINH_ROLE_ALL, &error);

          g_assert_cmpint (may, ==, g_strv_contains ((const char *const *) from, state));
          g_assert_true (may == (error == NULL));
        }
      if (i < G_N_ELEMENTS (way))
        go (report, way[i]);
    }
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_ISSUED);
}

static void
test_roles (void)
{
  static const struct
  {
    TrinhStepKind kind;
    guint roles;
  } cases[] = {
    { TRINH_STEP_SUBMIT, TRINH_ROLE_CLERK },
    { TRINH_STEP_RECALL, TRINH_ROLE_CLERK },
    { TRINH_STEP_RETURN, TRINH_ROLE_SIGNATORY },
    { TRINH_STEP_APPROVE, TRINH_ROLE_SIGNATORY },
    { TRINH_STEP_SIGN, TRINH_ROLE_SIGNATORY },
    { TRINH_STEP_SIGN_ON_PAPER, TRINH_ROLE_ALL },
    { TRINH_STEP_ISSUE, TRINH_ROLE_REGISTRAR },
    { TRINH_STEP_CORRECT, TRINH_ROLE_CLERK },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (trinh_step_kind_get_roles (cases[i].kind), ==, cases[i].roles);
  g_assert_true (trinh_review_check (report, TRINH_STEP_SUBMIT, TRINH_ROLE_CLERK | TRINH_ROLE_REGISTRAR, &error));
  g_assert_no_error (error);
  g_assert_false (trinh_review_check (report, TRINH_STEP_SUBMIT, TRINH_ROLE_SIGNATORY, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
}

static void
test_reason (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (GError) error = NULL;

  go (report, TRINH_STEP_SUBMIT);
  g_assert_null (make (report, TRINH_STEP_RETURN, "  \n", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
  go (report, TRINH_STEP_RETURN);
}

/* A step is in the journal with what it was done to, and is no step of the history. */
static void
test_journal (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TrinhStep) submitted = NULL;
  g_autoptr (TrinhStep) none = NULL;

  fixture_set (report, "k1:1.1", "14");
  go (report, TRINH_STEP_SUBMIT);
  g_assert_false (trinh_report_get_can_undo (report));
  steps = trinh_review_list_steps (report);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (trinh_step_get_by (steps->pdata[0]), ==, "Văn phòng");
  g_assert_cmpuint (trinh_step_get_revision (steps->pdata[0]), ==, 1);
  submitted = trinh_review_find_last (report, 1 << TRINH_STEP_SUBMIT | 1 << TRINH_STEP_ISSUE);
  g_assert_true (trinh_review_is_on_content (report, submitted));
  none = trinh_review_find_last (report, 1 << TRINH_STEP_SIGN);
  g_assert_null (none);

  /* A remark leaves the content alone, a value does not, and makes it a draft again. */
  {
    g_autoptr (TrinhRemark) remark = trinh_remark_new ("Chủ tịch", "signatory", NOW, "?");

    fixture_apply (report, trinh_remarks_make_add (report, remark, NULL));
  }
  g_assert_true (trinh_review_is_on_content (report, submitted));
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_SUBMITTED);
  fixture_set (report, "k1:1.1", "15");
  g_assert_false (trinh_review_is_on_content (report, submitted));
  g_assert_cmpint (trinh_report_get_state (report), ==, TRINH_STATE_DRAFT);
}

static TrinhReport *
reload (TrinhReport *report,
        TrinhRegimeLibrary *library)
{
  g_autoptr (GBytes) bytes = trinh_report_dup_content (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "content", &error);
  TrinhReport *read;

  g_assert_no_error (error);
  read = trinh_report_load (document, library, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_content (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (TrinhReport) read = NULL;

  fixture_set (report, "k1:1.1", "14");
  bytes = trinh_report_dup_content (report);
  go (report, TRINH_STEP_SUBMIT);
  go (report, TRINH_STEP_APPROVE);
  again = trinh_report_dup_content (report);
  g_assert_true (g_bytes_equal (bytes, again));
  read = reload (report, library);
  g_assert_cmpstr (trinh_value_get_text (trinh_report_get_value (read, "k1:1.1")), ==, "14");
  g_assert_cmpint (trinh_report_get_state (read), ==, TRINH_STATE_DRAFT);
}

/* What was changed since it was reviewed, and nothing of the review itself */
static void
test_changes (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhReport) before = NULL;
  g_autoptr (TrinhRemark) remark = trinh_remark_new ("Chủ tịch", "signatory", NOW, "?");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  TrinhEdit *head = trinh_edit_new ("head");

  fixture_set (report, "k1:1.1", "14");
  before = reload (report, library);
  go (report, TRINH_STEP_SUBMIT);
  fixture_apply (report, trinh_remarks_make_add (report, remark, NULL));
  go (report, TRINH_STEP_RETURN);
  none = trinh_review_list_changes (before, report);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_set (report, "k1:1.1", "15");
  trinh_edit_set_member_string (head, "number", "12");
  trinh_edit_set_member_string (head, "subject", "Báo cáo khác");
  fixture_apply (report, head);
  changes = trinh_review_list_changes (before, report);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpstr (trinh_merge_item_get_target (changes->pdata[1]), ==, "subject");
  g_assert_cmpstr (trinh_merge_item_get_target (changes->pdata[0]), ==, "k1:1.1");
  g_assert_cmpstr (trinh_merge_item_get_base (changes->pdata[0]), ==, "14");
  g_assert_cmpstr (trinh_merge_item_get_theirs (changes->pdata[0]), ==, "15");
}

/* A correction is another report; what it says differently shows all the same. */
static void
test_changes_of_another (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) issued = fixture_new (library, "2022-H1");
  g_autoptr (TrinhReport) correction = fixture_new (library, "2022-H1");
  g_autoptr (GPtrArray) changes = NULL;

  fixture_set (correction, "k1:1.1", "15");
  changes = trinh_review_list_changes (issued, correction);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (trinh_merge_item_get_base (changes->pdata[0]), ==, "");
}

/* The registrar's number and day come with the issue, where they were left open; nothing else does. */
static void
test_issue (void)
{
  static const struct
  {
    const char *number; /* before it was signed */
    const char *date;
    const char *member; /* changed with the issue */
    const char *text;
    gboolean taken;
  } cases[] = {
    { "", "2022-06", "number", "15", TRUE },
    { "", "2022-06", "date", "2022-06-09", TRUE },
    { "", "2022", "date", "2022-06-09", TRUE },
    { "15", "2022-06", "number", "16", FALSE },
    { "", "2022-06-09", "date", "2022-06-10", FALSE },
    { "", "2022-06", "subject", "Khác", FALSE },
  };
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
      g_autoptr (TrinhEdit) head = trinh_edit_new ("head");
      g_autoptr (TrinhEdit) edit = NULL;
      g_autoptr (GError) error = NULL;

      trinh_edit_set_member_string (head, "number", cases[i].number);
      trinh_edit_set_member_string (head, "date", cases[i].date);
      fixture_apply (report, g_steal_pointer (&head));
      go (report, TRINH_STEP_SUBMIT);
      go (report, TRINH_STEP_APPROVE);
      go (report, TRINH_STEP_SIGN);
      edit = make (report, TRINH_STEP_ISSUE, "", &error);
      g_assert_no_error (error);
      trinh_edit_set_member_string (edit, cases[i].member, cases[i].text);
      g_assert_cmpint (trinh_report_apply (report, edit, &error), ==, cases[i].taken);
      g_assert_cmpint (trinh_report_get_state (report), ==, cases[i].taken ? TRINH_STATE_ISSUED : TRINH_STATE_SIGNED);
      g_assert_true (cases[i].taken == (error == NULL));
    }
}

/* What the journal leads to, on the content "a" */
static void
test_compute (void)
{
  static const struct
  {
    const char *steps; /* a letter a step and its content behind it */
    TrinhReportState state;
  } cases[] = {
    { "", TRINH_STATE_DRAFT },
    { "Sa", TRINH_STATE_SUBMITTED },
    { "Sb", TRINH_STATE_DRAFT },
    { "SaCa", TRINH_STATE_DRAFT },
    { "SaRa", TRINH_STATE_RETURNED },
    { "SbRb", TRINH_STATE_RETURNED },
    { "SaCaAa", TRINH_STATE_DRAFT },
    { "SaRaCa", TRINH_STATE_RETURNED },
    { "SbAbSa", TRINH_STATE_SUBMITTED },
    { "SaAa", TRINH_STATE_APPROVED },
    { "SbAb", TRINH_STATE_DRAFT },
    { "SaAaRa", TRINH_STATE_RETURNED },
    { "SaAaRaSa", TRINH_STATE_SUBMITTED },
    { "SaAaGaRa", TRINH_STATE_SIGNED },
    { "Aa", TRINH_STATE_DRAFT },
    { "SaAaGa", TRINH_STATE_SIGNED },
    { "SaAaGaSa", TRINH_STATE_SIGNED },
    { "SaAaGaIa", TRINH_STATE_ISSUED },
    { "SaAaIa", TRINH_STATE_APPROVED },
  };
  static const char letters[] = "SCRAGPI";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

      for (const char *c = cases[i].steps; *c != '\0'; c += 2)
        {
          g_autoptr (TrinhStep) step = trinh_step_new ((TrinhStepKind) (strchr (letters, *c) - letters), "A", TRINH_ROLE_CLERK, NOW, "");

          g_ptr_array_add (steps, trinh_step_on_content (step, 1, (char[]) { c[1], '\0' }));
        }
      g_test_message ("%s", cases[i].steps);
      g_assert_cmpint (trinh_review_compute_state (steps, "a"), ==, cases[i].state);
    }
}

static void
test_with_id (void)
{
  g_autoptr (TrinhStep) step = trinh_step_new (TRINH_STEP_SIGN, "A", TRINH_ROLE_SIGNATORY, NOW, "");
  g_autoptr (TrinhStep) placed = trinh_step_on_content (step, 3, "ab");
  g_autoptr (TrinhStep) named = trinh_step_with_id (placed, "sign-1");

  g_assert_cmpstr (trinh_step_get_id (named), ==, "sign-1");
  g_assert_cmpstr (trinh_step_get_content (named), ==, "ab");
  g_assert_cmpstr (trinh_step_get_by (named), ==, "A");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/review/round-trip", test_round_trip);
  g_test_add_func ("/core/review/states", test_states);
  g_test_add_func ("/core/review/roles", test_roles);
  g_test_add_func ("/core/review/reason", test_reason);
  g_test_add_func ("/core/review/journal", test_journal);
  g_test_add_func ("/core/review/content", test_content);
  g_test_add_func ("/core/review/changes", test_changes);
  g_test_add_func ("/core/review/changes-of-another", test_changes_of_another);
  g_test_add_func ("/core/review/issue", test_issue);
  g_test_add_func ("/core/review/compute", test_compute);
  g_test_add_func ("/core/review/with-id", test_with_id);
  return g_test_run ();
}
