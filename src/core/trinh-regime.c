/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-regime-private.h"

G_DEFINE_FINAL_TYPE (TrinhRegime, trinh_regime, G_TYPE_OBJECT)

static void
annex_free (gpointer data)
{
  TrinhAnnex *annex = data;

  g_free (annex->label);
  g_free (annex->title);
  g_strfreev (annex->forms);
  g_free (annex);
}

static void
entry_clear (gpointer data)
{
  g_free (((TrinhCalendarEntry *) data)->note);
}

static void
trinh_regime_finalize (GObject *object)
{
  TrinhRegime *self = TRINH_REGIME (object);

  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->sha256);
  g_free (self->symbol);
  g_free (self->subject);
  g_strfreev (self->basis);
  g_strfreev (self->addressees);
  g_strfreev (self->recipients);
  g_strfreev (self->delivery);
  g_clear_pointer (&self->signatories, json_node_unref);
  g_clear_pointer (&self->parts, json_node_unref);
  g_clear_object (&self->outline);
  g_clear_pointer (&self->lexicon, trinh_lexicon_unref);
  g_clear_pointer (&self->holidays, trinh_holidays_unref);
  g_clear_pointer (&self->text_checks, g_hash_table_unref);
  g_object_unref (self->forms);
  g_object_unref (self->rules);
  g_ptr_array_unref (self->annexes);
  g_ptr_array_unref (self->missing);
  g_array_unref (self->calendar);
  g_ptr_array_unref (self->slot_addresses);
  g_hash_table_unref (self->slots);
  g_hash_table_unref (self->concepts);

  G_OBJECT_CLASS (trinh_regime_parent_class)->finalize (object);
}

static void
trinh_regime_class_init (TrinhRegimeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_regime_finalize;
}

static void
trinh_regime_init (TrinhRegime *self)
{
  self->forms = g_list_store_new (TRINH_TYPE_FORM);
  self->rules = g_list_store_new (TRINH_TYPE_RULE);
  self->annexes = g_ptr_array_new_with_free_func (annex_free);
  self->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_missing_form_free);
  self->calendar = g_array_new (FALSE, FALSE, sizeof (TrinhCalendarEntry));
  g_array_set_clear_func (self->calendar, entry_clear);
  self->slot_addresses = g_ptr_array_new ();
  self->slots = g_hash_table_new (g_str_hash, g_str_equal);
  self->concepts = g_hash_table_new (g_str_hash, g_str_equal);
}

const char *
trinh_regime_get_id (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->id;
}

const char *
trinh_regime_get_version (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->version;
}

const char *
trinh_regime_get_title (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->title;
}

const char *const *
trinh_regime_get_basis (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return (const char *const *) self->basis;
}

guint32
trinh_regime_get_valid_from (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), 0);

  return self->valid_from;
}

guint32
trinh_regime_get_valid_to (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), 0);

  return self->valid_to;
}

const char *
trinh_regime_get_sha256 (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->sha256;
}

TrinhOutline *
trinh_regime_get_outline (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->outline;
}

GListModel *
trinh_regime_get_forms (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return G_LIST_MODEL (self->forms);
}

GListModel *
trinh_regime_get_rules (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return G_LIST_MODEL (self->rules);
}

guint
trinh_regime_get_n_annexes (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), 0);

  return self->annexes->len;
}

const char *
trinh_regime_get_symbol (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->symbol;
}

const char *
trinh_regime_get_subject (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->subject;
}

const char *const *
trinh_regime_get_addressees (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return (const char *const *) self->addressees;
}

const char *const *
trinh_regime_get_recipients (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return (const char *const *) self->recipients;
}

const char *const *
trinh_regime_get_delivery (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return (const char *const *) self->delivery;
}

gboolean
trinh_regime_get_example (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  return self->example;
}

JsonNode *
trinh_regime_get_parts (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->parts;
}

JsonNode *
trinh_regime_get_signatories (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);

  return self->signatories;
}

gboolean
trinh_regime_get_print_superior (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  return self->print_superior;
}

gboolean
trinh_regime_get_large_change (TrinhRegime *self,
                               TrinhKind kind,
                               guint *percent,
                               guint *least)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  *percent = self->large_change.percent;
  *least = kind == TRINH_KIND_AMOUNT ? self->large_change.amount : self->large_change.count;
  return self->large_change.asked && (kind == TRINH_KIND_COUNT || kind == TRINH_KIND_AMOUNT);
}

gboolean
trinh_regime_get_pad_text (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  return self->pad_text;
}

gboolean
trinh_regime_get_pad_tables (TrinhRegime *self)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);

  return self->pad_tables;
}

TrinhForm *
trinh_regime_find_form (TrinhRegime *self,
                        const char *id)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->forms)); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (G_LIST_MODEL (self->forms), i);

      if (g_str_equal (trinh_form_get_id (form), id))
        return form;
    }
  return NULL;
}

const TrinhAnnex *
trinh_regime_get_annex (TrinhRegime *self,
                        guint position)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), NULL);
  g_return_val_if_fail (position < self->annexes->len, NULL);

  return g_ptr_array_index (self->annexes, position);
}
