/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-draft-page-private.h"

static void
build_regime (TrinhDraftPage *self,
              const TrinhDraftPlace *place)
{
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, _ ("Regime"), NULL);
  TrinhDraftPlace valid = *place;

  valid.inner = "valid";
  adw_preferences_group_add (group, trinh_draft_text_row_new (place, "title", _ ("Title of the regime"), TRUE));
  adw_preferences_group_add (group, trinh_draft_text_row_new (place, "version", _ ("Version; raised by itself once reports use it"), TRUE));
  adw_preferences_group_add (group, trinh_draft_lines_row_new (place, "basis", _ ("Documents it rests on, one per line")));
  adw_preferences_group_add (group, trinh_draft_date_row_new (&valid, "from", _ ("Holds from")));
  adw_preferences_group_add (group, trinh_draft_date_row_new (&valid, "to", _ ("Holds to; blank: no end")));
  adw_preferences_group_add (group, trinh_draft_text_row_new (place, "replaces", _ ("Id of the regime it replaces"), FALSE));
  adw_preferences_group_add (group, trinh_draft_switch_row_new (place, "example", _ ("An example, prescribed by no document"), FALSE));
  adw_preferences_group_add (group, trinh_draft_file_row_new (place, "holidays", _ ("Days off that deadlines go by"), "calendars"));
}

static void
build_head (TrinhDraftPage *self,
            const TrinhDraftPlace *place)
{
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, _ ("What a new report begins with"), NULL);
  TrinhDraftPlace header = *place;

  header.inner = "header";
  adw_preferences_group_add (group, trinh_draft_text_row_new (place, "symbol", _ ("Symbol"), FALSE));
  adw_preferences_group_add (group, trinh_draft_text_row_new (place, "subject", _ ("Subject; {period} stands for the period"), FALSE));
  adw_preferences_group_add (group, trinh_draft_switch_row_new (&header, "superior", _ ("The superior stands above the office’s name"), FALSE));
  adw_preferences_group_add (group, trinh_draft_lines_row_new (place, "addressees", _ ("Addressees, one per line")));
  adw_preferences_group_add (group, trinh_draft_lines_row_new (place, "recipients", _ ("Recipients (“Nơi nhận”), one per line")));
  adw_preferences_group_add (group, trinh_draft_lines_row_new (place, "delivery", _ ("Ways it is sent, one per line")));
}

static void
build_change (TrinhDraftPage *self,
              const TrinhDraftPlace *place)
{
  AdwPreferencesGroup *group = _trinh_draft_page_add_group (self, _ ("Large changes"), _ ("Against the same period last year; both must be exceeded."));
  GtkWidget *asked = trinh_draft_presence_row_new (place, "large-change", _ ("A large change asks for a reason"), NULL, "null", NULL);
  TrinhDraftPlace change = *place;
  GtkWidget *rows[3];

  change.inner = "large-change";
  change.others = "{ \"percent\": 50, \"count\": 20, \"amount\": 20 }";
  rows[0] = trinh_draft_number_row_new (&change, "percent", _ ("More than so many percent"), 1, 10000);
  rows[1] = trinh_draft_number_row_new (&change, "count", _ ("and by more than so many, of counts"), 0, 1000000000);
  rows[2] = trinh_draft_number_row_new (&change, "amount", _ ("and by more than so much, of amounts"), 0, 1000000000);
  adw_preferences_group_add (group, asked);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_object_bind_property (asked, "active", rows[i], "visible", G_BINDING_SYNC_CREATE);
      adw_preferences_group_add (group, rows[i]);
    }
}

void
_trinh_draft_page_build_general (TrinhDraftPage *self,
                                 TrinhRegimeDraft *draft)
{
  const TrinhDraftPlace place = { .draft = draft, .document = "regime" };
  TrinhDraftPlace options = place;
  AdwPreferencesGroup *group;

  options.inner = "options";
  build_regime (self, &place);
  build_head (self, &place);
  _trinh_draft_page_add_elements (self, "regime", "signatories", TRINH_ELEMENT_KIND_SIGNATORY, _ ("Signatories"), NULL);
  _trinh_draft_page_add_elements (self, "regime", "parts", TRINH_ELEMENT_KIND_PART, _ ("Who fills in which form"), NULL);
  _trinh_draft_page_add_elements (self, "regime", "missing", TRINH_ELEMENT_KIND_MISSING, _ ("Forms that are not here"), _ ("Documents name them, but nobody has them: they are shown, never made up."));
  group = _trinh_draft_page_add_group (self, _ ("Numbers below ten"), NULL);
  adw_preferences_group_add (group, trinh_draft_switch_row_new (&options, "pad-text", _ ("“07” in sentences"), TRUE));
  adw_preferences_group_add (group, trinh_draft_switch_row_new (&options, "pad-tables", _ ("“07” in forms"), FALSE));
  build_change (self, &place);
}

void
_trinh_draft_page_build_rules (TrinhDraftPage *self,
                               TrinhRegimeDraft *draft)
{
  static const TrinhDraftChoice checks[] = {
    { "section-missing", N_ ("A required section is not there") },
    { "section-number", N_ ("Sections are numbered with a gap or twice") },
    { "section-repeated", N_ ("A heading repeats a numbered section") },
    { "text-kind-symbol", N_ ("Kind and symbol of a document disagree") },
    { "text-two-dates", N_ ("One document has two dates") },
    { "text-series-order", N_ ("Numbers do not rise with their dates") },
    { "text-weekend", N_ ("A document is dated on a weekend") },
    { "text-outside-period", N_ ("A document is not of the period") },
    { "text-office-name", N_ ("The office’s name is spelled otherwise") },
    { "text-other-commune", N_ ("Another commune is named") },
    { "text-percent", N_ ("A percentage does not fit its numbers") },
    { "text-percent-of-nothing", N_ ("A percentage of nothing") },
    { "text-obsolete-term", N_ ("A term that is no longer used") },
    { "text-broken-letters", N_ ("Letters are broken") },
    { "text-combining-mark", N_ ("A mark stands beside its letter") },
  };
  const TrinhDraftPlace place = { .draft = draft, .document = "regime" };
  AdwPreferencesGroup *group;

  _trinh_draft_page_add_elements (self, "regime", "rules", TRINH_ELEMENT_KIND_RULE, _ ("Rules across forms"), _ ("Values are named like [bm1:2.1]. Rules of one form stand with the form."));
  group = _trinh_draft_page_add_group (self, _ ("Proof-reading"), _ ("What reading the text finds, and how severe it is."));
  adw_preferences_group_add (group, trinh_draft_file_row_new (&place, "lexicon", _ ("List of words it reads with"), "lexicons"));
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    adw_preferences_group_add (group, trinh_draft_check_row_new (draft, checks[i].value, _ (checks[i].title)));
}
