/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-address-private.h"
#include "trinh-regime-private.h"
#include "trinh-rule-private.h"

static const char *const regime_members[] = {
  "format",
  "id",
  "version",
  "title",
  "basis",
  "replaces",
  "valid",
  "outline",
  "forms",
  "annexes",
  "periods",
  "header",
  "symbol",
  "subject",
  "addressees",
  "recipients",
  "signatories",
  "rules",
  "lexicon",
  "holidays",
  "text-checks",
  "options",
  "large-change",
  "parts",
  "missing",
  "delivery",
  "example",
  NULL
};
static const char *const valid_members[] = { "from", "to", NULL };
static const char *const annex_members[] = { "label", "title", "forms", "charts", NULL };
static const char *const header_members[] = { "superior", NULL };
static const char *const signatory_members[] = { "capacity", "title", "name", NULL };
static const char *const option_members[] = { "pad-text", "pad-tables", NULL };
static const char *const large_change_members[] = { "percent", "count", "amount", NULL };
static const char *const part_members[] = { "form", "who", NULL };

typedef struct
{
  TrinhRegime *regime;
  TrinhLoader *loader;
  JsonNode *root;
  GChecksum *checksum;
  TrinhRegimeFind find;
  gpointer user_data;
} Assembly;

typedef void (*LoadElement) (Assembly *assembly,
                             JsonNode *node);

static JsonNode *
member_of (JsonNode *node,
           const char *name)
{
  return json_object_get_member (json_node_get_object (node), name);
}

static char *
dup_member (TrinhLoader *loader,
            JsonNode *node,
            const char *name,
            gboolean required,
            const char *fallback)
{
  const char *text = trinh_loader_string (loader, node, name, required);

  return g_strdup (text != NULL ? text : fallback);
}

static char *
load_id (TrinhLoader *loader,
         JsonNode *root,
         const char *name)
{
  char *id = dup_member (loader, root, name, TRUE, "");

  if (member_of (root, name) != NULL && !trinh_address_is_id (id))
    trinh_loader_problem (loader, member_of (root, name), TRINH_CORE_ERROR_SYNTAX, _ ("the %s “%s” must be lower-case letters, digits and “-”"), name, id);
  return id;
}

static void
add_bytes (Assembly *assembly,
           GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (size > 0)
    g_checksum_update (assembly->checksum, data, (gssize) size);
}

/* The document a regime refers to: what is not found is a problem of the regime, what is found bad of the file. */
static TrinhJsonDocument *
find_document (Assembly *assembly,
               const char *folder,
               const char *id,
               JsonNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TrinhJsonDocument *document;

  document = assembly->find (folder, id, assembly->user_data, &bytes, &error);
  add_bytes (assembly, bytes);
  if (document == NULL && g_error_matches (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN))
    trinh_loader_problem (assembly->loader, node, TRINH_CORE_ERROR_UNKNOWN, "%s", error->message);
  else if (document == NULL)
    g_ptr_array_add (assembly->loader->problems, g_steal_pointer (&error));
  return document;
}

static void
take_problems (Assembly *assembly,
               GPtrArray *problems)
{
  if (problems != NULL)
    g_ptr_array_extend_and_steal (assembly->loader->problems, problems);
}

static void
load_outline (Assembly *assembly)
{
  g_autofree char *id = load_id (assembly->loader, assembly->root, "outline");
  JsonNode *node = member_of (assembly->root, "outline");
  g_autoptr (TrinhJsonDocument) document = NULL;
  GPtrArray *problems = NULL;

  if (node == NULL || !trinh_address_is_id (id))
    return;
  document = find_document (assembly, "outlines", id, node);
  if (document == NULL)
    return;
  assembly->regime->outline = trinh_outline_load (document, &problems);
  take_problems (assembly, problems);
}

static void
load_form (Assembly *assembly,
           JsonNode *node,
           char *id)
{
  g_autoptr (TrinhJsonDocument) document = NULL;
  g_autoptr (TrinhForm) form = NULL;
  GPtrArray *problems = NULL;

  if (trinh_regime_find_form (assembly->regime, id) != NULL)
    {
      trinh_loader_problem (assembly->loader, node, TRINH_CORE_ERROR_DUPLICATE, _ ("the form “%s” stands there twice"), id);
      return;
    }
  document = find_document (assembly, "forms", id, node);
  if (document == NULL)
    return;
  form = trinh_form_load (document, &problems);
  take_problems (assembly, problems);
  if (form == NULL)
    return;
  g_list_store_append (assembly->regime->forms, form);
  trinh_regime_add_cells (assembly->regime, form, assembly->loader, node);
}

static void
load_forms (Assembly *assembly)
{
  g_auto (GStrv) ids = trinh_loader_strings (assembly->loader, assembly->root, "forms", TRUE);
  JsonNode *node = member_of (assembly->root, "forms");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (trinh_address_is_id (ids[i]))
        load_form (assembly, node, ids[i]);
      else
        trinh_loader_problem (assembly->loader, node, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” cannot be the id of a form"), ids[i]);
    }
}

static void
check_form (Assembly *assembly,
            JsonNode *node,
            const char *id,
            const char *where)
{
  g_auto (GStrv) ids = NULL;
  JsonNode *forms = member_of (assembly->root, "forms");
  g_autoptr (GPtrArray) ignored = trinh_loader_problems_new ();
  TrinhLoader silent = { assembly->loader->document, ignored };

  if (forms == NULL || !JSON_NODE_HOLDS_ARRAY (forms))
    return;
  ids = trinh_loader_strings (&silent, assembly->root, "forms", TRUE);
  if (!g_strv_contains ((const char *const *) ids, id))
    trinh_loader_problem (assembly->loader, node, TRINH_CORE_ERROR_UNKNOWN, _ ("%s names the form “%s”, which is not among the “forms” of the regime"), where, id);
}

static void
check_outline_forms (Assembly *assembly)
{
  TrinhOutline *outline = assembly->regime->outline;
  guint n_items = outline != NULL ? g_list_model_get_n_items (trinh_outline_get_items (outline)) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (trinh_outline_get_items (outline), i);
      const char *const *forms = trinh_outline_item_get_forms (item);

      for (guint j = 0; forms[j] != NULL; j++)
        check_form (assembly, member_of (assembly->root, "outline"), forms[j], _ ("the outline"));
    }
}

static void
load_annex (Assembly *assembly,
            JsonNode *node)
{
  TrinhLoader *loader = assembly->loader;
  TrinhAnnex *annex;

  if (trinh_loader_object (loader, node, _ ("an annex"), annex_members) == NULL)
    return;
  annex = g_new0 (TrinhAnnex, 1);
  annex->label = dup_member (loader, node, "label", TRUE, "");
  annex->title = dup_member (loader, node, "title", TRUE, "");
  annex->forms = trinh_loader_strings (loader, node, "forms", TRUE);
  annex->charts = trinh_loader_boolean (loader, node, "charts", FALSE);
  for (guint i = 0; annex->forms[i] != NULL; i++)
    check_form (assembly, node, annex->forms[i], _ ("the annex"));
  g_ptr_array_add (assembly->regime->annexes, annex);
}

static void
load_part (Assembly *assembly,
           JsonNode *node)
{
  const char *form;

  if (trinh_loader_object (assembly->loader, node, _ ("a part"), part_members) == NULL)
    return;
  form = trinh_loader_string (assembly->loader, node, "form", TRUE);
  trinh_loader_string (assembly->loader, node, "who", TRUE);
  if (form != NULL)
    check_form (assembly, node, form, _ ("“parts”"));
}

static void
load_signatory (Assembly *assembly,
                JsonNode *node)
{
  g_auto (GStrv) capacity = NULL;

  if (trinh_loader_object (assembly->loader, node, _ ("a signatory"), signatory_members) == NULL)
    return;
  capacity = trinh_loader_strings (assembly->loader, node, "capacity", FALSE);
  trinh_loader_string (assembly->loader, node, "title", TRUE);
  trinh_loader_string (assembly->loader, node, "name", FALSE);
}

static void
load_rule (Assembly *assembly,
           JsonNode *node)
{
  g_autoptr (TrinhRule) rule = trinh_rule_load (assembly->loader, node, NULL, NULL);

  if (rule != NULL)
    g_list_store_append (assembly->regime->rules, rule);
}

static void
load_elements (Assembly *assembly,
               const char *name,
               LoadElement load)
{
  JsonArray *array = trinh_loader_array (assembly->loader, assembly->root, name, FALSE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    load (assembly, json_array_get_element (array, i));
}

static guint32
load_date (TrinhLoader *loader,
           JsonNode *valid,
           const char *name)
{
  JsonNode *node = member_of (valid, name);
  const char *text;
  guint32 julian = 0;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return 0;
  text = trinh_loader_string (loader, valid, name, FALSE);
  if (text != NULL && !trinh_date_parse (text, &julian))
    trinh_loader_problem (loader, node, TRINH_CORE_ERROR_RANGE, _ ("“%s” is no date; write it like 2022-01-31"), text);
  return julian;
}

static void
load_valid (Assembly *assembly)
{
  JsonNode *valid = member_of (assembly->root, "valid");
  TrinhRegime *self = assembly->regime;

  if (valid == NULL || trinh_loader_object (assembly->loader, valid, _ ("“valid”"), valid_members) == NULL)
    return;
  self->valid_from = load_date (assembly->loader, valid, "from");
  self->valid_to = load_date (assembly->loader, valid, "to");
  if (self->valid_to != 0 && self->valid_from > self->valid_to)
    trinh_loader_problem (assembly->loader, valid, TRINH_CORE_ERROR_RANGE, _ ("the regime would end before it begins; mend “from” and “to”"));
}

static void
load_options (Assembly *assembly)
{
  JsonNode *header = member_of (assembly->root, "header");
  JsonNode *options = member_of (assembly->root, "options");

  /* Domain, "Numbers, dates, text": padding is on in text and off in tables unless the regime says else. */
  assembly->regime->pad_text = TRUE;
  if (header != NULL && trinh_loader_object (assembly->loader, header, _ ("“header”"), header_members) != NULL)
    assembly->regime->print_superior = trinh_loader_boolean (assembly->loader, header, "superior", FALSE);
  if (options == NULL || trinh_loader_object (assembly->loader, options, _ ("“options”"), option_members) == NULL)
    return;
  assembly->regime->pad_text = trinh_loader_boolean (assembly->loader, options, "pad-text", TRUE);
  assembly->regime->pad_tables = trinh_loader_boolean (assembly->loader, options, "pad-tables", FALSE);
}

/* More than half as much again, and at least twenty of whatever is counted: small communes' figures jump. */
#define LARGE_PERCENT 50
#define LARGE_SIZE 20

static void
load_large_change (Assembly *assembly)
{
  JsonNode *node = member_of (assembly->root, "large-change");
  TrinhLargeChange *change = &assembly->regime->large_change;

  *change = (TrinhLargeChange) { TRUE, LARGE_PERCENT, LARGE_SIZE, LARGE_SIZE };
  if (node == NULL)
    return;
  change->asked = !JSON_NODE_HOLDS_NULL (node);
  if (!change->asked || trinh_loader_object (assembly->loader, node, _ ("“large-change”"), large_change_members) == NULL)
    return;
  change->percent = (guint) trinh_loader_integer (assembly->loader, node, "percent", 1, 10000, LARGE_PERCENT);
  change->count = (guint) trinh_loader_integer (assembly->loader, node, "count", 0, 1000000000, LARGE_SIZE);
  change->amount = (guint) trinh_loader_integer (assembly->loader, node, "amount", 0, 1000000000, LARGE_SIZE);
}

static void
load_signatories (Assembly *assembly)
{
  JsonNode *node = member_of (assembly->root, "signatories");

  load_elements (assembly, "signatories", load_signatory);
  if (node != NULL)
    assembly->regime->signatories = json_node_copy (node);
  else
    {
      assembly->regime->signatories = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (assembly->regime->signatories, json_array_new ());
    }
}

static void
load_texts (Assembly *assembly)
{
  TrinhRegime *self = assembly->regime;
  TrinhLoader *loader = assembly->loader;
  JsonNode *root = assembly->root;
  JsonNode *replaces = member_of (root, "replaces");

  self->id = load_id (loader, root, "id");
  self->version = dup_member (loader, root, "version", TRUE, "");
  self->title = dup_member (loader, root, "title", TRUE, "");
  self->basis = trinh_loader_strings (loader, root, "basis", FALSE);
  self->symbol = dup_member (loader, root, "symbol", FALSE, "BC-UBND");
  self->subject = dup_member (loader, root, "subject", FALSE, "");
  self->addressees = trinh_loader_strings (loader, root, "addressees", FALSE);
  self->recipients = trinh_loader_strings (loader, root, "recipients", FALSE);
  self->delivery = trinh_loader_strings (loader, root, "delivery", FALSE);
  self->example = trinh_loader_boolean (loader, root, "example", FALSE);
  if (replaces != NULL && !JSON_NODE_HOLDS_NULL (replaces))
    trinh_loader_string (loader, root, "replaces", FALSE);
  if (member_of (root, "version") != NULL && *self->version == '\0')
    trinh_loader_problem (loader, member_of (root, "version"), TRINH_CORE_ERROR_MISSING, _ ("the version must not be empty"));
}

static void
add_form_rules (TrinhRegime *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->forms)); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (G_LIST_MODEL (self->forms), i);
      GListModel *rules = trinh_form_get_rules (form);

      for (guint j = 0; j < g_list_model_get_n_items (rules); j++)
        {
          g_autoptr (TrinhRule) rule = g_list_model_get_item (rules, j);

          g_list_store_append (self->rules, rule);
        }
    }
}

static void
load_members (Assembly *assembly)
{
  TrinhRegime *self = assembly->regime;
  guint n_problems;

  load_texts (assembly);
  load_valid (assembly);
  n_problems = assembly->loader->problems->len;
  load_outline (assembly);
  load_forms (assembly);
  n_problems = assembly->loader->problems->len - n_problems;
  check_outline_forms (assembly);
  if (n_problems == 0)
    trinh_regime_check_phrases (self, assembly->loader, member_of (assembly->root, "outline"));
  load_elements (assembly, "annexes", load_annex);
  trinh_regime_load_calendar (self, assembly->loader, assembly->root);
  load_options (assembly);
  load_large_change (assembly);
  load_signatories (assembly);
  trinh_regime_load_texts (self, assembly->loader, assembly->root);
  load_elements (assembly, "parts", load_part);
  if (member_of (assembly->root, "parts") != NULL)
    self->parts = json_node_copy (member_of (assembly->root, "parts"));
  trinh_regime_load_missing (self, assembly->loader, assembly->root);

  add_form_rules (self);
  load_elements (assembly, "rules", load_rule);
  /* With a form missing, every rule that names it would be a problem too. */
  if (n_problems == 0)
    trinh_rules_bind (self->rules, trinh_regime_bind_name, self, assembly->loader->problems);
  trinh_rules_check_ids (G_LIST_MODEL (self->rules), assembly->loader->problems);
  if (n_problems == 0)
    trinh_rules_check_cycles (G_LIST_MODEL (self->rules), assembly->loader->problems);
}

TrinhRegime *
trinh_regime_load (TrinhJsonDocument *document,
                   GBytes *bytes,
                   TrinhRegimeFind find,
                   gpointer user_data,
                   GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = trinh_loader_problems_new ();
  g_autoptr (TrinhRegime) self = g_object_new (TRINH_TYPE_REGIME, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  TrinhLoader loader = { document, found };
  Assembly assembly = { self, &loader, trinh_json_document_get_root (document), checksum, find, user_data };

  add_bytes (&assembly, bytes);
  if (trinh_loader_root (&loader, "trinhky-regime/1", _ ("a regime"), regime_members) != NULL)
    load_members (&assembly);
  self->sha256 = g_strdup (g_checksum_get_string (checksum));

  if (found->len > 0)
    g_clear_object (&self);
  *problems = found->len > 0 ? g_steal_pointer (&found) : NULL;
  return g_steal_pointer (&self);
}
