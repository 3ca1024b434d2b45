/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-board-private.h"
#include "trinh-board-settings.h"

/* All that one update needs; borrowed but for the tables. */
typedef struct
{
  const TrinhBoardWish *wish;
  TrinhBoardSettings *settings;
  GPtrArray *offices;  /* of TrinhOffice, each once */
  GHashTable *by_name; /* "code\nname" → position in offices + 1 */
  GHashTable *remarks; /* id → TrinhStoreRemark */
  GHashTable *reports; /* id → TrinhStoreEntry */
  GHashTable *latest;  /* id of a report → its last correction */
  GHashTable *done;    /* id of a report → the last of its chain that is signed or sent */
  GHashTable *n_chain; /* id of a report → how many corrections */
  GHashTable *there;   /* keys that a stored report has */
  TrinhOffice *own;    /* (nullable): of the settings of the office */
  GPtrArray *items;
} Gathering;

guint
_trinh_board_get_year (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);

  return g_date_get_year (&date);
}

GListModel *
_trinh_board_get_entries (TrinhSession *session)
{
  TrinhStore *store = trinh_session_get_store (session, NULL);

  return store != NULL ? trinh_store_get_entries (store) : NULL;
}

/* One object for every office, by the core's rule of what is the same. */
static TrinhOffice *
intern_office (Gathering *gathering,
               const char *name,
               const char *code)
{
  g_autofree char *key = g_strjoin ("\n", code, name, NULL);
  g_autoptr (TrinhOffice) office = NULL;
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->by_name, key));

  if (position > 0)
    return gathering->offices->pdata[position - 1];

  office = trinh_office_new (name, code, NULL, NULL, NULL, NULL);
  for (guint i = 0; position == 0 && i < gathering->offices->len; i++)
    if (trinh_office_is_same (gathering->offices->pdata[i], office))
      position = i + 1;
  if (position == 0)
    {
      g_ptr_array_add (gathering->offices, g_steal_pointer (&office));
      position = gathering->offices->len;
    }
  g_hash_table_insert (gathering->by_name, g_steal_pointer (&key), GUINT_TO_POINTER (position));

  return gathering->offices->pdata[position - 1];
}

/* The report that the chain of corrections begins with, as far as the store has it */
static TrinhStoreEntry *
find_root (Gathering *gathering,
           TrinhStoreEntry *entry)
{
  /* Files can say that they replace each other. */
  for (guint i = 0; i < g_hash_table_size (gathering->reports); i++)
    {
      TrinhStoreRemark *remark = g_hash_table_lookup (gathering->remarks, trinh_store_entry_get_id (entry));
      TrinhStoreEntry *before = remark != NULL && remark->replaces != NULL ? g_hash_table_lookup (gathering->reports, remark->replaces) : NULL;

      if (before == NULL)
        break;
      entry = before;
    }

  return entry;
}

static guint
count_steps (Gathering *gathering,
             TrinhStoreEntry *entry)
{
  guint steps = 0;

  for (guint i = 0; i < g_hash_table_size (gathering->reports); i++)
    {
      TrinhStoreRemark *remark = g_hash_table_lookup (gathering->remarks, trinh_store_entry_get_id (entry));

      entry = remark != NULL && remark->replaces != NULL ? g_hash_table_lookup (gathering->reports, remark->replaces) : NULL;
      if (entry == NULL)
        break;
      steps++;
    }

  return steps;
}

static gboolean
is_done (TrinhStoreEntry *entry)
{
  return trinh_store_entry_get_state (entry) == TRINH_STATE_SIGNED || trinh_store_entry_get_state (entry) == TRINH_STATE_ISSUED;
}

static void
take_later (Gathering *gathering,
            GHashTable *table,
            const char *root,
            TrinhStoreEntry *entry)
{
  TrinhStoreEntry *known = g_hash_table_lookup (table, root);

  if (known == NULL || count_steps (gathering, entry) > count_steps (gathering, known))
    g_hash_table_insert (table, (gpointer) root, entry);
}

static void
follow_corrections (Gathering *gathering,
                    GListModel *entries)
{
  const guint n = entries != NULL ? g_list_model_get_n_items (entries) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      g_hash_table_insert (gathering->reports, (gpointer) trinh_store_entry_get_id (entry), entry);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);
      TrinhStoreEntry *root = find_root (gathering, entry);
      const char *id = trinh_store_entry_get_id (root);

      take_later (gathering, gathering->latest, id, entry);
      if (is_done (entry))
        take_later (gathering, gathering->done, id, entry);
      if (entry != root)
        g_hash_table_insert (gathering->n_chain, (gpointer) id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (gathering->n_chain, id)) + 1));
    }
}

/* Once the board is complete: by the regime's calendar; before, as it was kept with the report */
static TrinhRegime *
load_regime (Gathering *gathering,
             const char *id)
{
  if (!gathering->wish->complete)
    return NULL;

  return trinh_regime_library_load (trinh_session_get_library (gathering->wish->session), id, NULL);
}

static gboolean
is_wanted (Gathering *gathering,
           TrinhBoardItem *item)
{
  const TrinhBoardWish *wish = gathering->wish;
  const guint year = trinh_board_item_get_period (item).year;
  const TrinhDue due = trinh_board_item_get_due (item);

  if (wish->year == 0 || wish->year == year)
    return TRUE;
  if (due == TRINH_DUE_DONE)
    return FALSE;

  return due == TRINH_DUE_OVERDUE || trinh_board_item_get_entry (item) != NULL || (wish->year == _trinh_board_get_year (wish->today) && year < wish->year);
}

static gboolean
is_mine (Gathering *gathering,
         TrinhOffice *office,
         gboolean expected)
{
  return expected || (gathering->own != NULL && trinh_office_is_same (gathering->own, office));
}

static void
add_item (Gathering *gathering,
          TrinhBoardItemDraft *draft,
          TrinhRegime *regime)
{
  TrinhBoardTerm term = { 0 };
  g_autoptr (TrinhBoardItem) item = NULL;

  if (regime != NULL)
    draft->regime_title = trinh_regime_get_title (regime);
  if (regime != NULL && trinh_regime_has_period (regime, draft->period))
    {
      guint32 data_to;

      trinh_regime_get_dates (regime, draft->period, NULL, &data_to, &draft->usual_deadline);
      draft->data_to = draft->data_to != 0 ? draft->data_to : data_to;
    }
  trinh_board_settings_get_term (gathering->settings, draft->office, draft->regime, draft->period, &term);
  draft->deadline = term.deadline != 0 ? term.deadline : draft->usual_deadline;
  /* A report that is there says itself where its data end. */
  if (term.data_to != 0 && draft->entry == NULL)
    draft->data_to = term.data_to;
  draft->note = term.note;
  draft->reason = term.reason;
  draft->mine = is_mine (gathering, draft->office, draft->expected);
  item = trinh_board_item_new (draft, gathering->wish->today);
  if (is_wanted (gathering, item))
    g_ptr_array_add (gathering->items, g_steal_pointer (&item));
}

static gboolean
is_of_office (Gathering *gathering,
              TrinhOffice *office)
{
  TrinhOffice *chosen = gathering->wish->office;

  return chosen == NULL || trinh_office_is_same (chosen, office);
}

static char *
make_key (TrinhOffice *office,
          const char *regime,
          TrinhPeriod period)
{
  g_autofree char *name = trinh_period_to_string (period);

  return g_strdup_printf ("%p\n%s\n%s", (gpointer) office, regime, name);
}

static gboolean
is_expected (Gathering *gathering,
             TrinhOffice *office,
             const char *regime,
             TrinhPeriod period)
{
  const guint32 from = trinh_board_settings_get_from (gathering->settings, office, regime);

  return from != 0 && period.to >= from;
}

static void
add_stored (Gathering *gathering,
            TrinhStoreEntry *entry)
{
  const char *id = trinh_store_entry_get_id (entry);
  TrinhStoreEntry *done = g_hash_table_lookup (gathering->done, id);
  TrinhStoreEntry *latest = g_hash_table_lookup (gathering->latest, id);
  TrinhStoreEntry *sent = done != NULL ? done : latest;
  TrinhOffice *office = intern_office (gathering, trinh_store_entry_get_office (entry), trinh_store_entry_get_office_code (entry));
  TrinhStoreRemark *remark = g_hash_table_lookup (gathering->remarks, trinh_store_entry_get_id (sent));
  g_autoptr (TrinhRegime) regime = NULL;
  TrinhBoardItemDraft draft = {
    .office = office,
    .regime = trinh_store_entry_get_regime (entry),
    .period = trinh_store_entry_get_period (entry),
    .data_to = trinh_store_entry_get_data_to (latest),
    .usual_deadline = trinh_store_entry_get_deadline (entry),
    .entry = latest,
    .done = done,
    .n_corrections = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->n_chain, id)),
    .n_estimates = remark != NULL ? remark->n_estimates : 0,
  };

  g_hash_table_add (gathering->there, make_key (office, draft.regime, draft.period));
  if (!is_of_office (gathering, office))
    return;
  regime = load_regime (gathering, draft.regime);
  draft.expected = is_expected (gathering, office, draft.regime, draft.period);
  add_item (gathering, &draft, regime);
}

static void
add_expected_year (Gathering *gathering,
                   TrinhOffice *office,
                   TrinhRegime *regime,
                   guint year)
{
  const char *id = trinh_regime_get_id (regime);
  g_autoptr (GArray) periods = trinh_calendar_list_periods (regime, year);

  for (guint i = 0; i < periods->len; i++)
    {
      TrinhBoardItemDraft draft = { .office = office, .regime = id, .period = g_array_index (periods, TrinhPeriod, i), .expected = TRUE };
      g_autofree char *key = make_key (office, id, draft.period);

      if (!g_hash_table_contains (gathering->there, key) && is_expected (gathering, office, id, draft.period))
        add_item (gathering, &draft, regime);
    }
}

static void
add_expected (Gathering *gathering,
              TrinhOffice *office)
{
  g_auto (GStrv) ids = trinh_board_settings_list_regimes (gathering->settings, office);
  const guint last = MAX (gathering->wish->year, _trinh_board_get_year (gathering->wish->today));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (TrinhRegime) regime = load_regime (gathering, ids[i]);
      const guint32 from = trinh_board_settings_get_from (gathering->settings, office, ids[i]);

      for (guint year = _trinh_board_get_year (from); regime != NULL && year <= last; year++)
        add_expected_year (gathering, office, regime, year);
    }
}

static TrinhOffice *
load_own_office (TrinhSession *session)
{
  g_autoptr (JsonNode) settings = trinh_session_get_office_settings (session);
  JsonNode *member = settings != NULL ? json_object_get_member (json_node_get_object (settings), "office") : NULL;

  return member != NULL ? trinh_office_from_json (member, NULL) : NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return trinh_board_item_compare (*(gpointer const *) a, *(gpointer const *) b);
}

static void
gathering_begin (Gathering *gathering,
                 const TrinhBoardWish *wish)
{
  TrinhStore *store = trinh_session_get_store (wish->session, NULL);

  *gathering = (Gathering) { .wish = wish };
  gathering->settings = trinh_board_settings_load (store);
  gathering->offices = g_ptr_array_new_with_free_func (g_object_unref);
  gathering->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gathering->remarks = wish->complete && store != NULL ? trinh_store_list_remarks (store, NULL) : NULL;
  if (gathering->remarks == NULL)
    gathering->remarks = g_hash_table_new (g_str_hash, g_str_equal);
  gathering->reports = g_hash_table_new (g_str_hash, g_str_equal);
  gathering->latest = g_hash_table_new (g_str_hash, g_str_equal);
  gathering->done = g_hash_table_new (g_str_hash, g_str_equal);
  gathering->n_chain = g_hash_table_new (g_str_hash, g_str_equal);
  gathering->there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gathering->items = g_ptr_array_new_with_free_func (g_object_unref);
  gathering->own = load_own_office (wish->session);
}

static void
gathering_clear (Gathering *gathering)
{
  g_clear_pointer (&gathering->settings, trinh_board_settings_free);
  g_clear_pointer (&gathering->offices, g_ptr_array_unref);
  g_clear_pointer (&gathering->by_name, g_hash_table_unref);
  g_clear_pointer (&gathering->remarks, g_hash_table_unref);
  g_clear_pointer (&gathering->reports, g_hash_table_unref);
  g_clear_pointer (&gathering->latest, g_hash_table_unref);
  g_clear_pointer (&gathering->done, g_hash_table_unref);
  g_clear_pointer (&gathering->n_chain, g_hash_table_unref);
  g_clear_pointer (&gathering->there, g_hash_table_unref);
  g_clear_pointer (&gathering->items, g_ptr_array_unref);
  g_clear_object (&gathering->own);
}

static void
gather_offices (Gathering *gathering,
                GListModel *entries)
{
  for (guint i = 0; i < trinh_board_settings_get_n_offices (gathering->settings); i++)
    {
      g_autoptr (TrinhOffice) office = trinh_board_settings_dup_office (gathering->settings, i);

      intern_office (gathering, trinh_office_get_name (office), trinh_office_get_code (office));
    }
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      intern_office (gathering, trinh_store_entry_get_office (entry), trinh_store_entry_get_office_code (entry));
    }
}

static void
gather (Gathering *gathering)
{
  GListModel *entries = _trinh_board_get_entries (gathering->wish->session);

  gather_offices (gathering, entries);
  follow_corrections (gathering, entries);
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TrinhStoreEntry) entry = g_list_model_get_item (entries, i);

      /* Of reports that say they replace each other none is the first: each stands for itself. */
      if (find_root (gathering, entry) == entry)
        add_stored (gathering, entry);
    }
  for (guint i = 0; gathering->wish->complete && i < gathering->offices->len; i++)
    if (is_of_office (gathering, gathering->offices->pdata[i]))
      add_expected (gathering, gathering->offices->pdata[i]);
  g_ptr_array_sort (gathering->items, compare_items);
}

GPtrArray *
_trinh_board_gather (const TrinhBoardWish *wish)
{
  Gathering gathering;
  GPtrArray *items;

  gathering_begin (&gathering, wish);
  gather (&gathering);
  items = g_steal_pointer (&gathering.items);
  gathering_clear (&gathering);

  return items;
}

GPtrArray *
_trinh_board_gather_offices (const TrinhBoardWish *wish)
{
  Gathering gathering;
  GPtrArray *offices;

  gathering_begin (&gathering, wish);
  gather_offices (&gathering, _trinh_board_get_entries (wish->session));
  offices = g_steal_pointer (&gathering.offices);
  gathering_clear (&gathering);

  return offices;
}
