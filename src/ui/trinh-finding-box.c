/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-finding-box.h"
#include "trinh-page-findings.h"

#define MOST_JUMPS 6

struct _TrinhFindingBox
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhFinding *finding;

  /* Template References */
  GtkLabel *mark;
  GtkLabel *message;
  GtkLabel *formula;
  GtkLabel *explanation;
  AdwWrapBox *buttons;
};

G_DEFINE_FINAL_TYPE (TrinhFindingBox, trinh_finding_box, ADW_TYPE_BIN)

static void
apply (TrinhFindingBox *self,
       TrinhEdit *edit,
       const char *done)
{
  g_autoptr (GError) error = NULL;

  /* The box may go with its finding: what is needed behind the edit is taken first. */
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (trinh_work_apply (self->work, edit, &error))
    gtk_widget_activate_action (root, "win.toast-undo", "s", done);
  else
    gtk_widget_activate_action (root, "win.toast", "s", error->message);
}

static void
take_clicked_cb (TrinhFindingBox *self)
{
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_take_computed (trinh_work_get_evaluation (self->work), self->finding);

  g_object_ref (self);
  if (edit != NULL)
    apply (self, edit, _ ("The computed value was taken"));
  g_object_unref (self);
}

static void
bind_clicked_cb (TrinhFindingBox *self)
{
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_bind (trinh_work_get_evaluation (self->work), self->finding, NULL);

  g_object_ref (self);
  if (edit != NULL)
    apply (self, edit, _ ("The number follows the form now"));
  g_object_unref (self);
}

static void
explain_response_cb (TrinhFindingBox *self,
                     const char *response,
                     AdwAlertDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autoptr (TrinhEdit) edit = NULL;

  if (!g_str_equal (response, "explain") || reason[0] == '\0')
    return;

  edit = trinh_evaluation_make_acknowledge (trinh_work_get_evaluation (self->work), self->finding, reason, trinh_work_get_author (self->work));
  if (edit != NULL)
    apply (self, edit, _ ("The explanation was kept with the report"));
}

static void
reason_changed_cb (AdwAlertDialog *dialog,
                   GtkEditable *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "explain", reason[0] != '\0');
}

static void
explain_clicked_cb (TrinhFindingBox *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Explain this finding"), trinh_finding_get_message (self->finding));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("The reason travels with the report"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "explain", _ ("_Explain"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "explain", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "explain", FALSE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "explain");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (explain_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  gtk_widget_grab_focus (entry);
}

static GtkWidget *
add_button (TrinhFindingBox *self,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  adw_wrap_box_append (self->buttons, button);

  return button;
}

static gboolean
state_to_editable (GBinding *binding,
                   const GValue *from,
                   GValue *to,
                   gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) < TRINH_STATE_SIGNED);

  return TRUE;
}

/* What changes the report goes when it is signed, also while the box is shown. */
static GtkWidget *
add_edit_button (TrinhFindingBox *self,
                 const char *label)
{
  GtkWidget *button = add_button (self, label);

  if (trinh_work_get_problems (self->work) != NULL)
    gtk_widget_set_visible (button, FALSE);
  else
    g_object_bind_property_full (trinh_work_get_report (self->work), "state", button, "visible", G_BINDING_SYNC_CREATE, state_to_editable, NULL, NULL, NULL);

  return button;
}

static void
add_take (TrinhFindingBox *self)
{
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_take_computed (trinh_work_get_evaluation (self->work), self->finding);
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  TrinhDecimal expected;
  GtkWidget *button;

  if (edit == NULL)
    return;

  if (trinh_finding_get_expected (self->finding) != NULL &&
      trinh_decimal_parse_canonical (trinh_finding_get_expected (self->finding), &expected, NULL))
    {
      number = trinh_decimal_format (expected);
      label = g_strdup_printf (_ ("Take %s"), number);
    }
  else
    label = g_strdup (_ ("Leave blank"));

  button = add_edit_button (self, label);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_jump (TrinhFindingBox *self,
          const char *place,
          const char *name)
{
  g_autofree char *label = g_strdup_printf (_ ("Go to %s"), name);
  GtkWidget *button = add_button (self, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "report.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
}

static char *
dup_cell_name (TrinhFindingBox *self,
               const char *address,
               const char *here)
{
  TrinhForm *form = NULL;
  g_autofree char *near_form = NULL;
  g_autofree char *code = trinh_work_dup_code (self->work, address);

  if (here != NULL)
    trinh_address_split (here, &near_form, NULL, NULL);
  if (!trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (self->work)), address, &form, NULL, NULL) ||
      g_strcmp0 (near_form, trinh_form_get_id (form)) == 0)
    return g_steal_pointer (&code);

  return g_strdup_printf ("%s · %s", trinh_form_get_label (form), code);
}

static void
add_jumps (TrinhFindingBox *self,
           const char *here)
{
  const char *const *subjects = trinh_finding_get_subjects (self->finding);
  guint jumps = 0;

  for (guint i = 0; subjects != NULL && subjects[i] != NULL && jumps < MOST_JUMPS; i++)
    {
      g_autofree char *name = NULL;

      if (g_strcmp0 (subjects[i], here) == 0)
        continue;

      name = dup_cell_name (self, subjects[i], here != NULL ? here : jumps > 0 ? subjects[0]
                                                                               : NULL);
      add_jump (self, subjects[i], name);
      jumps++;
    }

  if (trinh_finding_get_section (self->finding) != NULL && g_strcmp0 (trinh_finding_get_section (self->finding), here) != 0)
    add_jump (self, trinh_finding_get_section (self->finding), _ ("the text"));
  if (g_strcmp0 (trinh_page_findings_get_place (self->finding), TRINH_PLACE_OF_HEAD) == 0 && !trinh_work_get_read_only (self->work))
    add_jump (self, TRINH_PLACE_OF_HEAD, _ ("the head of the report"));
  if (trinh_finding_get_page (self->finding) > 0)
    {
      const guint page = trinh_finding_get_page (self->finding);
      g_autofree char *place = g_strdup_printf ("preview:%u", page);
      g_autofree char *name = g_strdup_printf (_ ("page %u"), page);

      add_jump (self, place, name);
    }
}

/* A number typed in a text becomes the value that it stands for. */
static void
add_bind (TrinhFindingBox *self)
{
  const char *address = NULL;
  g_autoptr (TrinhEdit) edit = trinh_evaluation_make_bind (trinh_work_get_evaluation (self->work), self->finding, &address);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (edit == NULL)
    return;

  name = trinh_work_dup_code (self->work, address);
  /* Translators: %s is an indicator's code, such as "2.2": the number typed in a text is replaced by its value */
  label = g_strdup_printf (_ ("Bind to %s"), name);
  button = add_edit_button (self, label);
  if (trinh_finding_get_severity (self->finding) > TRINH_SEVERITY_INFO)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (bind_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_explain (TrinhFindingBox *self)
{
  GtkWidget *button;

  if (trinh_finding_get_acknowledged (self->finding) || trinh_finding_get_severity (self->finding) == TRINH_SEVERITY_INFO)
    return;
  /* A page is mended, not explained. */
  if (trinh_finding_get_source (self->finding) == TRINH_SOURCE_LAYOUT)
    return;

  button = add_edit_button (self, _ ("Explain…"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (explain_clicked_cb), self, G_CONNECT_SWAPPED);
}

void
trinh_finding_box_mark (GtkLabel *label,
                        TrinhSeverity severity)
{
  static const char *const marks[] = { "ℹ", "▲", "●" };
  static const char *const styles[] = { "dim-label", "warning", "error" };

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, marks[severity]);
  gtk_widget_add_css_class (GTK_WIDGET (label), styles[severity]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, trinh_severity_get_name (severity), -1);
}

static void
fill_texts (TrinhFindingBox *self)
{
  const char *formula = trinh_finding_get_formula (self->finding);
  const char *difference = trinh_finding_get_difference (self->finding);
  const char *separator = formula[0] != '\0' && difference[0] != '\0' ? " · " : "";
  /* Translators: by how much a figure differs from what its formula gives, such as "21,2 points" */
  g_autofree char *off = difference[0] != '\0' ? g_strdup_printf (_ ("off by %s"), difference) : NULL;
  g_autofree char *detail = g_strconcat (formula, separator, off, NULL);

  trinh_finding_box_mark (self->mark, trinh_finding_get_severity (self->finding));
  gtk_label_set_label (self->message, trinh_finding_get_message (self->finding));
  gtk_label_set_label (self->formula, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->formula), detail[0] != '\0');

  if (trinh_finding_get_acknowledged (self->finding))
    {
      g_autofree char *text = g_strdup_printf (_ ("Explained: %s"), trinh_finding_get_explanation (self->finding));

      gtk_label_set_label (self->explanation, text);
      gtk_widget_set_visible (GTK_WIDGET (self->explanation), TRUE);
    }
}

static void
trinh_finding_box_dispose (GObject *object)
{
  TrinhFindingBox *self = TRINH_FINDING_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_FINDING_BOX);
  g_clear_object (&self->work);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (trinh_finding_box_parent_class)->dispose (object);
}

static void
trinh_finding_box_class_init (TrinhFindingBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_finding_box_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-finding-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingBox, mark);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingBox, message);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingBox, formula);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingBox, explanation);
  gtk_widget_class_bind_template_child (widget_class, TrinhFindingBox, buttons);
}

static void
trinh_finding_box_init (TrinhFindingBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_finding_box_new (TrinhWork *work,
                       TrinhFinding *finding,
                       const char *here)
{
  TrinhFindingBox *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);

  self = g_object_new (TRINH_TYPE_FINDING_BOX, NULL);
  self->work = g_object_ref (work);
  self->finding = g_object_ref (finding);
  fill_texts (self);
  add_take (self);
  add_bind (self);
  add_jumps (self, here);
  add_explain (self);

  return GTK_WIDGET (self);
}
