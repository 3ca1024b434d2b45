/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-edit-private.h"
#include "trinh-report-private.h"

enum
{
  PROP_0,
  PROP_REVISION,
  PROP_SAVED_REVISION,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_STATE,
  PROP_TITLE,
  N_PROPS
};

enum
{
  VALUE_CHANGED,
  SECTION_CHANGED,
  ROWS_CHANGED,
  MEMBER_CHANGED,
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TrinhReport, trinh_report, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_label (GPtrArray *edits)
{
  return edits->len > 0 ? trinh_edit_get_label (g_ptr_array_index (edits, edits->len - 1)) : NULL;
}

static void
trinh_report_dispose (GObject *object)
{
  TrinhReport *self = TRINH_REPORT (object);

  g_clear_object (&self->regime);
  g_clear_object (&self->office);
  g_clear_pointer (&self->members, json_object_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_report_parent_class)->dispose (object);
}

static void
trinh_report_finalize (GObject *object)
{
  TrinhReport *self = TRINH_REPORT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subject);
  g_strfreev (self->addressees);
  g_strfreev (self->recipients);
  g_array_unref (self->signatories);

  G_OBJECT_CLASS (trinh_report_parent_class)->finalize (object);
}

static void
trinh_report_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  TrinhReport *self = TRINH_REPORT (object);

  switch (prop_id)
    {
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    case PROP_SAVED_REVISION:
      g_value_set_uint (value, self->saved_revision);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, trinh_report_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, trinh_report_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, get_label (self->undo));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, get_label (self->redo));
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_report_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  TrinhReport *self = TRINH_REPORT (object);

  switch (prop_id)
    {
    case PROP_SAVED_REVISION:
      trinh_report_set_saved_revision (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static guint
add_signal (const char *name,
            GType type,
            gboolean detailed)
{
  return g_signal_new (name, TRINH_TYPE_REPORT, detailed ? G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED : G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, type);
}

static void
trinh_report_class_init (TrinhReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_report_dispose;
  object_class->finalize = trinh_report_finalize;
  object_class->get_property = trinh_report_get_property;
  object_class->set_property = trinh_report_set_property;

  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SAVED_REVISION] = g_param_spec_uint ("saved-revision", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, TRINH_STATE_ISSUED, TRINH_STATE_DRAFT, readable);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[VALUE_CHANGED] = add_signal ("value-changed", G_TYPE_STRING, TRUE);
  signals[SECTION_CHANGED] = add_signal ("section-changed", G_TYPE_STRING, TRUE);
  signals[ROWS_CHANGED] = add_signal ("rows-changed", G_TYPE_STRING, TRUE);
  signals[MEMBER_CHANGED] = add_signal ("member-changed", G_TYPE_STRING, TRUE);
  signals[CHANGED] = add_signal ("changed", TRINH_TYPE_EDIT, FALSE);
}

static void
trinh_report_init (TrinhReport *self)
{
  self->members = json_object_new ();
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) trinh_value_unref);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->sections = g_list_store_new (TRINH_TYPE_SECTION);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_edit_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_edit_unref);
  self->signatories = g_array_new (FALSE, FALSE, sizeof (TrinhSignatory));
  g_array_set_clear_func (self->signatories, _trinh_signatory_clear);
}

/* The order of the signals is that of the kinds of change. */
void
_trinh_report_emit (TrinhReport *self,
                    TrinhEdit *edit)
{
  for (guint kind = TRINH_CHANGE_VALUE; kind <= TRINH_CHANGE_MEMBER; kind++)
    for (guint i = 0; i < trinh_edit_get_n_changes (edit); i++)
      {
        const TrinhChange *change = trinh_edit_get_change (edit, i);

        if (change->kind == (TrinhChangeKind) kind)
          g_signal_emit (self, signals[VALUE_CHANGED + kind], g_quark_from_string (change->target), change->target);
      }
  g_signal_emit (self, signals[CHANGED], 0, edit);
}

typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
  const char *undo_label;
  const char *redo_label;
  TrinhReportState state;
} Before;

static Before
look (TrinhReport *self)
{
  return (Before) { self->undo->len > 0, self->redo->len > 0, get_label (self->undo), get_label (self->redo), self->state };
}

static void
notify_changes (TrinhReport *self,
                const Before *before)
{
  Before after = look (self);

  if (after.can_undo != before->can_undo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (after.can_redo != before->can_redo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (g_strcmp0 (after.undo_label, before->undo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (after.redo_label, before->redo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  if (after.state != before->state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

static void
announce (TrinhReport *self,
          TrinhEdit *edit,
          const Before *before)
{
  g_autoptr (TrinhReport) alive = g_object_ref (self);

  notify_changes (alive, before);
  _trinh_report_emit (alive, edit);
}

gboolean
trinh_report_apply (TrinhReport *self,
                    TrinhEdit *edit,
                    GError **error)
{
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) past = NULL;
  Before before;

  g_return_val_if_fail (TRINH_IS_REPORT (self), FALSE);
  g_return_val_if_fail (edit != NULL && !_trinh_edit_get_applied (edit), FALSE);

  before = look (self);
  if (!_trinh_report_carry_out (self, edit, FALSE, error))
    return FALSE;
  if (!_trinh_edit_get_applied (edit))
    return TRUE;
  /* Kept until the labels have been compared. */
  gone = g_steal_pointer (&self->redo);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_edit_unref);
  if (_trinh_edit_get_final (edit))
    {
      past = g_steal_pointer (&self->undo);
      self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_edit_unref);
    }
  else
    g_ptr_array_add (self->undo, trinh_edit_ref (edit));
  announce (self, edit, &before);
  return TRUE;
}

/* Takes the last edit of @from back and puts the inverse's own inverse on @to. */
static gboolean
step (TrinhReport *self,
      GPtrArray *from,
      GPtrArray *to,
      GError **error)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (TrinhEdit) inverse = NULL;
  Before before;

  if (from->len == 0)
    return TRUE;
  before = look (self);
  edit = trinh_edit_ref (g_ptr_array_index (from, from->len - 1));
  inverse = trinh_edit_invert (edit);
  if (!_trinh_report_carry_out (self, inverse, TRUE, error))
    return FALSE;
  g_ptr_array_remove_index (from, from->len - 1);
  if (!_trinh_edit_get_applied (inverse))
    return TRUE;
  g_ptr_array_add (to, trinh_edit_ref (inverse));
  announce (self, inverse, &before);
  return TRUE;
}

gboolean
trinh_report_get_can_undo (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), FALSE);

  return self->undo->len > 0;
}

gboolean
trinh_report_get_can_redo (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), FALSE);

  return self->redo->len > 0;
}

gboolean
trinh_report_undo (TrinhReport *self,
                   GError **error)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), FALSE);

  return step (self, self->undo, self->redo, error);
}

gboolean
trinh_report_redo (TrinhReport *self,
                   GError **error)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), FALSE);

  return step (self, self->redo, self->undo, error);
}

TrinhRegime *
trinh_report_get_regime (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return self->regime;
}

const char *
trinh_report_get_other_version (TrinhReport *self)
{
  JsonNode *node;
  JsonObject *named;
  const char *sha256;

  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  node = json_object_get_member (self->members, "regime");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  named = json_node_get_object (node);
  sha256 = json_object_get_string_member_with_default (named, "sha256", NULL);
  if (sha256 == NULL || g_str_equal (sha256, trinh_regime_get_sha256 (self->regime)))
    return NULL;
  return json_object_get_string_member_with_default (named, "version", "");
}

const char *
trinh_report_get_id (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return self->id;
}

guint
trinh_report_get_revision (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);

  return self->revision;
}

guint
trinh_report_get_saved_revision (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), 0);

  return self->saved_revision;
}

void
trinh_report_set_saved_revision (TrinhReport *self,
                                 guint revision)
{
  g_return_if_fail (TRINH_IS_REPORT (self));

  if (self->saved_revision == revision)
    return;
  self->saved_revision = revision;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_REVISION]);
}

TrinhPeriod
trinh_report_get_period (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), ((TrinhPeriod) { 0 }));

  return self->period;
}

TrinhOffice *
trinh_report_get_office (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return self->office;
}

TrinhReportState
trinh_report_get_state (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), TRINH_STATE_DRAFT);

  return self->state;
}

const char *
trinh_report_get_title (TrinhReport *self)
{
  g_return_val_if_fail (TRINH_IS_REPORT (self), NULL);

  return self->title;
}
