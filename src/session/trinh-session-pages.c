/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-rules.h"
#include "trinh-session.h"

#define LAYOUT "nd30-2020"
#define MM(points) ((points) * 25.4 / 72)
#define TOLERANCE_MM 0.1
#define EXCERPT_LETTERS 40
/* A line is as high as 1.1 to 1.3 times its font; two lines are higher than this. */
#define HIGHEST_LINE 1.6

typedef struct
{
  TrinhReport *report;
  TrinhPages *pages;
  TrinhLayoutRules *rules;
  GPtrArray *findings;
  GHashTable *known; /* of char*: rule and role; one finding says it for all */
} Check;

static char *
dup_excerpt (const TrinhBox *box)
{
  g_autofree char *line = g_strdelimit (g_strdup (box->text != NULL ? box->text : box->role), "\n\t", ' ');
  g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), EXCERPT_LETTERS));

  return g_utf8_strlen (line, -1) > EXCERPT_LETTERS ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

static void
add (Check *self,
     const TrinhBox *box,
     const char *rule,
     const char *message)
{
  const gboolean cell = box->place != NULL && strchr (box->place, ':') != NULL;
  const char *const subjects[] = { cell ? box->place : NULL, NULL };
  char *key = g_strdup_printf ("%s %s", rule, box->role);

  if (!g_hash_table_add (self->known, key))
    return;

  g_ptr_array_add (self->findings, g_object_new (TRINH_TYPE_FINDING, "severity", TRINH_SEVERITY_ERROR, "source", TRINH_SOURCE_LAYOUT, "rule", rule, "subjects", subjects, "section", cell ? NULL : box->place, "page", box->page + 1, "message", message, NULL));
}

static void
check_size (Check *self,
            const TrinhBox *box,
            const TrinhLayoutRole *role)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *message = NULL;

  if (trinh_limit_holds (role->size, box->size))
    return;

  excerpt = dup_excerpt (box);
  /* Translators: “text” on page N is set in X points; Y to Z are allowed */
  message = g_strdup_printf (_ ("“%s” on page %u is set in %g pt; %g to %g pt are allowed."),
                             excerpt,
                             box->page + 1,
                             box->size,
                             role->size.least,
                             role->size.most);
  add (self, box, "layout-size", message);
}

static gboolean
is_broken (TrinhMust must,
           gboolean is)
{
  return must != TRINH_MUST_FREE && (must == TRINH_MUST_BE) != is;
}

/* In "VI. KIẾN NGHỊ: Không." what follows the colon is said of the section, not its title. */
static gboolean
is_capitals (Check *self,
             const TrinhBox *box)
{
  TrinhSection *section = box->place != NULL ? trinh_report_find_section (self->report, box->place) : NULL;
  const char *colon = section != NULL && trinh_section_get_none (section) ? strrchr (box->text, ':') : NULL;
  g_autofree char *title = colon != NULL ? g_strndup (box->text, (gsize) (colon - box->text)) : g_strdup (box->text);
  g_autofree char *upper = g_utf8_strup (title, -1);

  return g_str_equal (title, upper);
}

static void
check_style (Check *self,
             const TrinhBox *box,
             const TrinhLayoutRole *role)
{
  const struct
  {
    gboolean broken;
    const char *rule;
    const char *message;
  } rows[] = {
    { is_broken (role->bold, box->bold), "layout-bold", role->bold == TRINH_MUST_BE ? _ ("must be bold") : _ ("must not be bold") },
    { is_broken (role->italic, box->italic), "layout-italic", role->italic == TRINH_MUST_BE ? _ ("must be italic") : _ ("must not be italic") },
    { box->text != NULL && is_broken (role->capitals, is_capitals (self, box)), "layout-capitals", role->capitals == TRINH_MUST_BE ? _ ("must be in capitals") : _ ("must not be in capitals") },
    { role->single_line && box->height > HIGHEST_LINE * box->size, "layout-single-line", _ ("must stand on one line") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].broken)
      {
        g_autofree char *excerpt = dup_excerpt (box);
        /* Translators: “text” on page N must be bold */
        g_autofree char *message = g_strdup_printf (_ ("“%s” on page %u %s."), excerpt, box->page + 1, rows[i].message);

        add (self, box, rows[i].rule, message);
      }
}

static void
check_margins (Check *self,
               const TrinhBox *box)
{
  double width;
  double height;
  g_autofree char *excerpt = NULL;
  g_autofree char *message = NULL;

  trinh_pages_get_size (self->pages, box->page, &width, &height);
  if (MM (box->x) >= self->rules->margin_left.least - TOLERANCE_MM &&
      MM (width - box->x - box->width) >= self->rules->margin_right.least - TOLERANCE_MM &&
      MM (box->y) >= self->rules->margin_top.least - TOLERANCE_MM &&
      MM (height - box->y - box->height) >= self->rules->margin_bottom.least - TOLERANCE_MM)
    return;

  excerpt = dup_excerpt (box);
  message = g_strdup_printf (_ ("“%s” on page %u stands in the margin."), excerpt, box->page + 1);
  add (self, box, "layout-margin", message);
}

static void
check_page_number (Check *self,
                   const TrinhBox *box,
                   const TrinhLayoutRole *role)
{
  if (role->top_margin && MM (box->y + box->height) > self->rules->margin_top.most)
    add (self, box, "layout-page-number", _ ("The page number must stand in the top margin."));
  if (!role->first_page && box->page == 0)
    add (self, box, "layout-first-page", _ ("The first page must have no page number."));
}

static void
check_box (Check *self,
           const TrinhBox *box)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->rules, box->role);

  if (role == NULL || !role->top_margin)
    check_margins (self, box);
  if (role == NULL)
    return;

  if (role->top_margin || !role->first_page)
    check_page_number (self, box, role);
  check_size (self, box, role);
  check_style (self, box, role);
}

GPtrArray *
trinh_session_check_pages (TrinhEvaluation *evaluation,
                           GError **error)
{
  g_autoptr (TrinhLayoutRules) rules = NULL;
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (TrinhPages) pages = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  rules = trinh_layout_rules_load_id (LAYOUT, error);
  if (rules == NULL)
    return NULL;
  document = trinh_document_new (evaluation);
  pages = trinh_pages_new (document, NULL, NULL, NULL, error);
  if (pages == NULL)
    return NULL;

  check = (Check) { trinh_evaluation_get_report (evaluation), pages, rules, g_ptr_array_new_with_free_func (g_object_unref), known };
  for (guint i = 0; i < trinh_pages_get_boxes (pages)->len; i++)
    check_box (&check, trinh_pages_get_boxes (pages)->pdata[i]);

  return check.findings;
}

JsonNode *
trinh_session_findings_to_json (TrinhEvaluation *evaluation,
                                GPtrArray *layout)
{
  JsonNode *node;
  JsonObject *object;
  JsonObject *counts;

  g_return_val_if_fail (TRINH_IS_EVALUATION (evaluation), NULL);

  node = trinh_evaluation_to_json (evaluation);
  if (layout == NULL)
    return node;

  object = json_node_get_object (node);
  for (guint i = 0; i < layout->len; i++)
    json_array_add_element (json_object_get_array_member (object, "findings"), trinh_finding_to_json (layout->pdata[i]));
  /* What the layout breaks is an error always. */
  counts = json_object_get_object_member (object, "counts");
  json_object_set_int_member (counts, "error", json_object_get_int_member (counts, "error") + layout->len);

  return node;
}
