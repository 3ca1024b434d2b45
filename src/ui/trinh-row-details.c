/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-finding-box.h"
#include "trinh-kind.h"
#include "trinh-row-details.h"

#define PAST_VALUES 12

struct _TrinhRowDetails
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhCellItem *item;
  GSignalGroup *item_signals;
  GPtrArray *shown; /* the findings whose boxes stand there */

  /* Template References */
  GtkLabel *title;
  GtkBox *findings;
  GtkLabel *before;
  GtkLabel *past;
  GtkLabel *state;
  AdwWrapBox *blanks;
  GtkCheckButton *estimate_check;
  GtkButton *offer_button;
  GtkButton *register_button;
  AdwButtonContent *remark_content;

  gboolean filling; /* the check button follows the cell, not the person */
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhRowDetails, trinh_row_details, ADW_TYPE_BIN)

static gboolean
is_shown (TrinhRowDetails *self,
          GPtrArray *findings)
{
  if (self->shown == NULL || self->shown->len != findings->len)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    if (self->shown->pdata[i] != findings->pdata[i])
      return FALSE;

  return TRUE;
}

static void
remember_shown (TrinhRowDetails *self,
                GPtrArray *findings)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->shown, g_object_ref (findings->pdata[i]));
}

static void
clear_findings (TrinhRowDetails *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
}

/* The table's own details, not a popover, which gives the keyboard back itself */
static gboolean
has_keyboard (TrinhRowDetails *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->findings)) != NULL &&
         gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER) == NULL;
}

/* A finding that stays keeps its box, and a button in it the focus; when the box goes the keyboard returns to the table. */
static void
fill_findings (TrinhRowDetails *self)
{
  TrinhWork *work = trinh_cell_item_get_work (self->item);
  const char *address = trinh_cell_item_get_address (self->item);
  g_autoptr (GPtrArray) findings = trinh_evaluation_list_findings (trinh_work_get_evaluation (work), address);
  const gboolean focused = has_keyboard (self);

  if (is_shown (self, findings))
    return;

  clear_findings (self);
  remember_shown (self, findings);

  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (self->findings, trinh_finding_box_new (work, findings->pdata[i], address));
  if (focused)
    gtk_widget_activate_action (GTK_WIDGET (self), "form.move", "(ii)", 0, 0);
}

static char *
dup_past (TrinhRowDetails *self)
{
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (trinh_cell_item_get_work (self->item));
  g_autoptr (GPtrArray) reports = trinh_evaluation_list_past (evaluation, PAST_VALUES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *period = trinh_period_get_short_title (trinh_report_get_period (reports->pdata[i]));
      TrinhDecimal decimal;
      g_autofree char *number = NULL;

      if (!trinh_report_get_decimal (reports->pdata[i], trinh_cell_item_get_address (self->item), &decimal))
        continue;
      number = trinh_decimal_format (decimal);
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "   " : "", period, number);
    }

  return g_string_free_and_steal (text);
}

static void
fill_past (TrinhRowDetails *self)
{
  g_autofree char *past = dup_past (self);
  g_autofree char *text = past[0] != '\0' ? g_strdup_printf (_ ("Earlier periods: %s"), past) : NULL;

  gtk_label_set_label (self->past, text);
  gtk_widget_set_visible (GTK_WIDGET (self->past), text != NULL);
}

/* The table of a form with several columns has no room for it. */
static void
fill_before (TrinhRowDetails *self)
{
  g_autofree char *previous = NULL;
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->item, "previous", &previous, "change", &change, NULL);
  if (trinh_cell_item_get_alone (self->item) || previous[0] == '\0')
    text = NULL;
  else if (change[0] == '\0')
    text = g_strdup_printf (_ ("The period before: %s"), previous);
  else
    /* Translators: a value of the period before, and by how much it changed: "146 (+26)" */
    text = g_strdup_printf (_ ("The period before: %s (%s)"), previous, change);

  gtk_label_set_label (self->before, text);
  gtk_widget_set_visible (GTK_WIDGET (self->before), text != NULL);
}

static const char *
get_blank_text (TrinhRowDetails *self)
{
  TrinhReport *report = trinh_work_get_report (trinh_cell_item_get_work (self->item));

  switch (trinh_value_get_blank (trinh_report_get_value (report, trinh_cell_item_get_address (self->item))))
    {
    case TRINH_BLANK_NOT_APPLICABLE:
      return _ ("Left blank: not applicable to this office.");
    case TRINH_BLANK_NONE_OCCURRED:
      return _ ("Left blank: none occurred in the period.");
    case TRINH_BLANK_NOT_AVAILABLE:
      return _ ("Left blank: the figure is not available.");
    case TRINH_BLANK_NO_REASON:
    default:
      return NULL;
    }
}

static void
fill_state (TrinhRowDetails *self)
{
  gboolean computed = FALSE;
  gboolean gap = FALSE;
  const char *text = NULL;

  g_object_get (self->item, "computed", &computed, "gap", &gap, NULL);
  if (computed)
    text = _ ("Computed by its formula. Type a value to enter another.");
  else if (gap)
    text = _ ("Still blank: enter a value, or say why there is none.");
  else
    text = get_blank_text (self);

  gtk_label_set_label (self->state, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state), text != NULL);
}

static void
blank_clicked_cb (TrinhRowDetails *self,
                  GtkWidget *button)
{
  const TrinhBlank reason = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "reason"));
  g_autoptr (GError) error = NULL;

  if (!trinh_work_enter_blank (trinh_cell_item_get_work (self->item), trinh_cell_item_get_address (self->item), reason, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_reason (TrinhRowDetails *self,
            TrinhBlank reason,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "reason", GINT_TO_POINTER (reason));
  g_signal_connect_object (button, "clicked", G_CALLBACK (blank_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->blanks, button);
}

/* A blank needs a reason or a value before the report is submitted. */
static void
fill_blanks (TrinhRowDetails *self)
{
  gboolean gap = FALSE;

  g_object_get (self->item, "gap", &gap, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->blanks), gap && !trinh_cell_item_get_read_only (self->item));
}

/* (transfer full) (nullable): what shorter periods give for the cell, where it is not that already */
static GPtrArray *
list_offers (TrinhRowDetails *self)
{
  TrinhWork *work = trinh_cell_item_get_work (self->item);
  const char *address = trinh_cell_item_get_address (self->item);
  g_autoptr (GPtrArray) proposals = trinh_evaluation_list_proposals (trinh_work_get_evaluation (work), address);
  const TrinhProposal *proposal = proposals->len > 0 ? proposals->pdata[0] : NULL;

  if (proposal == NULL || g_strcmp0 (proposal->text, trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (work), address))) == 0)
    return NULL;

  return g_steal_pointer (&proposals);
}

static void
fill_offer (TrinhRowDetails *self)
{
  g_autoptr (GPtrArray) proposals = list_offers (self);
  const TrinhProposal *proposal = proposals != NULL ? proposals->pdata[0] : NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  TrinhDecimal decimal;

  if (trinh_cell_item_get_read_only (self->item))
    proposal = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->offer_button), proposal != NULL);
  if (proposal == NULL)
    return;

  number = trinh_decimal_parse_canonical (proposal->text, &decimal, NULL) ? trinh_decimal_format (decimal) : g_strdup (proposal->text);
  /* Translators: a button; %s are the value and the periods it comes from */
  text = g_strdup_printf (proposal->complete ? _ ("Take %s (%s)") : _ ("Take %s (%s, with gaps)"), number, proposal->sources);
  gtk_button_set_label (self->offer_button, text);
}

static void
offer_clicked_cb (TrinhRowDetails *self)
{
  g_autoptr (GPtrArray) proposals = list_offers (self);
  g_autoptr (GError) error = NULL;

  if (proposals != NULL && trinh_work_take_proposals (trinh_cell_item_get_work (self->item), proposals, &error) == 0 && error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* A cell that has another number has a finding that offers the register's. */
static void
fill_register (TrinhRowDetails *self)
{
  TrinhWork *work = trinh_cell_item_get_work (self->item);
  const char *address = trinh_cell_item_get_address (self->item);
  TrinhDecimal number;
  const gboolean offered = !trinh_cell_item_get_read_only (self->item) &&
                           trinh_value_get_text (trinh_report_get_value (trinh_work_get_report (work), address)) == NULL &&
                           trinh_evaluation_get_registered (trinh_work_get_evaluation (work), address, &number);
  g_autofree char *count = offered ? trinh_decimal_format (number) : NULL;
  /* Translators: a button; %s is what the register of documents or tasks gives for the cell */
  g_autofree char *text = offered ? g_strdup_printf (_ ("Take %s (from the register)"), count) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->register_button), offered);
  if (offered)
    gtk_button_set_label (self->register_button, text);
}

static void
register_clicked_cb (TrinhRowDetails *self)
{
  TrinhWork *work = trinh_cell_item_get_work (self->item);
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_take_registered (trinh_work_get_evaluation (work), trinh_cell_item_get_address (self->item));
  g_autoptr (GError) error = NULL;

  if (edit != NULL && !trinh_work_apply (work, edit, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* Something a person counts: not a code, not what a formula gives */
static gboolean
can_be_estimate (TrinhRowDetails *self)
{
  TrinhReport *report = trinh_work_get_report (trinh_cell_item_get_work (self->item));
  const TrinhKind kind = trinh_cell_item_get_kind (self->item);

  return trinh_kind_is_number (kind) &&
         trinh_value_get_text (trinh_report_get_value (report, trinh_cell_item_get_address (self->item))) != NULL;
}

static void
fill_remarks (TrinhRowDetails *self)
{
  const guint n = self->item != NULL ? trinh_cell_item_get_n_remarks (self->item) : 0;
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n) : g_strdup (_ ("Remark"));

  adw_button_content_set_label (self->remark_content, label);
}

static void
fill_tools (TrinhRowDetails *self)
{
  gboolean estimate = FALSE;

  if (self->item == NULL)
    return;

  g_object_get (self->item, "estimate", &estimate, NULL);
  self->filling = TRUE;
  gtk_check_button_set_active (self->estimate_check, estimate);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->estimate_check), !trinh_cell_item_get_read_only (self->item));
  gtk_widget_set_visible (GTK_WIDGET (self->estimate_check), estimate || can_be_estimate (self));
  fill_offer (self);
  fill_register (self);
  fill_remarks (self);
}

static void
estimate_toggled_cb (TrinhRowDetails *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling || self->item == NULL)
    return;
  if (!trinh_work_enter_estimate (trinh_cell_item_get_work (self->item), trinh_cell_item_get_address (self->item), gtk_check_button_get_active (self->estimate_check), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  fill_tools (self);
}

static void
update (TrinhRowDetails *self)
{
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->item != NULL);
  if (self->item == NULL)
    {
      clear_findings (self);
      return;
    }

  g_object_get (self->item, "spoken", &spoken, NULL);
  gtk_label_set_label (self->title, spoken);
  fill_findings (self);
  fill_before (self);
  fill_past (self);
  fill_state (self);
  fill_blanks (self);
  fill_tools (self);
}

static void
trinh_row_details_dispose (GObject *object)
{
  TrinhRowDetails *self = TRINH_ROW_DETAILS (object);

  g_clear_object (&self->item_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_ROW_DETAILS);
  g_clear_object (&self->item);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_row_details_parent_class)->dispose (object);
}

static void
trinh_row_details_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, TRINH_ROW_DETAILS (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_row_details_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  TrinhRowDetails *self = TRINH_ROW_DETAILS (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->item_signals, self->item);
          update (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_row_details_class_init (TrinhRowDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_row_details_dispose;
  object_class->get_property = trinh_row_details_get_property;
  object_class->set_property = trinh_row_details_set_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TRINH_TYPE_CELL_ITEM, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-row-details.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, findings);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, past);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, before);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, state);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, blanks);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, estimate_check);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, offer_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, register_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhRowDetails, remark_content);
  gtk_widget_class_bind_template_callback (widget_class, estimate_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_clicked_cb);
}

static void
trinh_row_details_init (TrinhRowDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* The registers change on other pages. */
  g_signal_connect (self, "map", G_CALLBACK (fill_tools), NULL);
  add_reason (self, TRINH_BLANK_NOT_APPLICABLE, _ ("Not applicable"));
  add_reason (self, TRINH_BLANK_NONE_OCCURRED, _ ("None occurred"));
  add_reason (self, TRINH_BLANK_NOT_AVAILABLE, _ ("Not available"));

  self->item_signals = g_signal_group_new (TRINH_TYPE_CELL_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::gap", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::value", G_CALLBACK (fill_tools), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::estimate", G_CALLBACK (fill_tools), self);
  g_signal_group_connect_swapped (self->item_signals, "notify::n-remarks", G_CALLBACK (fill_remarks), self);
}

GtkWidget *
trinh_row_details_new (void)
{
  return g_object_new (TRINH_TYPE_ROW_DETAILS, NULL);
}
