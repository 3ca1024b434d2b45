/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-badge.h"

struct _TrinhBadge
{
  GtkWidget parent_instance;

  GtkWidget *label;

  guint n_errors;
  guint n_warnings;
  gboolean complete;
  gboolean started;
  gboolean gap;
  gboolean plain;
};

enum
{
  PROP_0,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_COMPLETE,
  PROP_STARTED,
  PROP_GAP,
  PROP_PLAIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhBadge, trinh_badge, GTK_TYPE_WIDGET)

static char *
dup_counted (TrinhBadge *self,
             const char *shape,
             guint n)
{
  return self->plain ? g_strdup (shape) : g_strdup_printf ("%s %u", shape, n);
}

/* Shape, colour and words of what the badge says; the worst wins. */
static char *
dup_face (TrinhBadge *self,
          const char **style,
          char **name)
{
  if (self->n_errors > 0)
    {
      *style = "error";
      *name = g_strdup_printf (ngettext ("%u error", "%u errors", self->n_errors), self->n_errors);
      return dup_counted (self, "●", self->n_errors);
    }
  if (self->n_warnings > 0)
    {
      *style = "warning";
      *name = g_strdup_printf (ngettext ("%u warning", "%u warnings", self->n_warnings), self->n_warnings);
      return dup_counted (self, "▲", self->n_warnings);
    }
  if (self->gap)
    {
      *style = "dim-label";
      *name = g_strdup (_ ("Still blank"));
      return g_strdup ("○");
    }
  if (self->complete)
    {
      *style = "success";
      *name = g_strdup (_ ("Complete"));
      return g_strdup ("✓");
    }
  if (self->started)
    {
      *style = "dim-label";
      *name = g_strdup (_ ("In progress"));
      return g_strdup ("…");
    }

  return NULL;
}

static void
trinh_badge_update (TrinhBadge *self)
{
  static const char *const styles[] = { "error", "warning", "success", "dim-label" };
  const char *style = "";
  g_autofree char *name = NULL;
  g_autofree char *face = dup_face (self, &style, &name);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (g_str_equal (styles[i], style))
        gtk_widget_add_css_class (self->label, styles[i]);
      else
        gtk_widget_remove_css_class (self->label, styles[i]);
    }

  gtk_label_set_label (GTK_LABEL (self->label), face != NULL ? face : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), face != NULL);
}

static void
trinh_badge_dispose (GObject *object)
{
  TrinhBadge *self = TRINH_BADGE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (trinh_badge_parent_class)->dispose (object);
}

static void
trinh_badge_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  TrinhBadge *self = TRINH_BADGE (object);

  switch (prop_id)
    {
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_errors);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, self->n_warnings);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_STARTED:
      g_value_set_boolean (value, self->started);
      break;
    case PROP_GAP:
      g_value_set_boolean (value, self->gap);
      break;
    case PROP_PLAIN:
      g_value_set_boolean (value, self->plain);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_count (TrinhBadge *self,
           guint *count,
           guint value,
           GParamSpec *pspec)
{
  if (*count == value)
    return;

  *count = value;
  trinh_badge_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_flag (TrinhBadge *self,
          gboolean *flag,
          gboolean value,
          GParamSpec *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  trinh_badge_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
trinh_badge_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  TrinhBadge *self = TRINH_BADGE (object);

  switch (prop_id)
    {
    case PROP_N_ERRORS:
      set_count (self, &self->n_errors, g_value_get_uint (value), pspec);
      break;
    case PROP_N_WARNINGS:
      set_count (self, &self->n_warnings, g_value_get_uint (value), pspec);
      break;
    case PROP_COMPLETE:
      set_flag (self, &self->complete, g_value_get_boolean (value), pspec);
      break;
    case PROP_STARTED:
      set_flag (self, &self->started, g_value_get_boolean (value), pspec);
      break;
    case PROP_GAP:
      set_flag (self, &self->gap, g_value_get_boolean (value), pspec);
      break;
    case PROP_PLAIN:
      set_flag (self, &self->plain, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_badge_class_init (TrinhBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = trinh_badge_dispose;
  object_class->get_property = trinh_badge_get_property;
  object_class->set_property = trinh_badge_set_property;

  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_STARTED] = g_param_spec_boolean ("started", NULL, NULL, FALSE, flags);
  properties[PROP_GAP] = g_param_spec_boolean ("gap", NULL, NULL, FALSE, flags);
  properties[PROP_PLAIN] = g_param_spec_boolean ("plain", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trinh_badge_init (TrinhBadge *self)
{
  self->label = gtk_label_new (NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  trinh_badge_update (self);
}

GtkWidget *
trinh_badge_new (void)
{
  return g_object_new (TRINH_TYPE_BADGE, NULL);
}
