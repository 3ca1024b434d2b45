/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-offer-banner.h"

struct _TrinhOfferBanner
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhForm *form;

  /* Template References */
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (TrinhOfferBanner, trinh_offer_banner, ADW_TYPE_BIN)

/* What was typed since the banner came is not overwritten: the offer is made up anew. */
static void
take_clicked_cb (TrinhOfferBanner *self)
{
  g_autoptr (GPtrArray) proposals = trinh_work_list_proposals (self->work, self->form);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint changed;

  changed = trinh_work_take_proposals (self->work, proposals, &error);
  adw_banner_set_revealed (self->banner, FALSE);
  if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  done = g_strdup_printf (ngettext ("%u figure was taken", "%u figures were taken", changed), changed);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
}

static void
trinh_offer_banner_dispose (GObject *object)
{
  TrinhOfferBanner *self = TRINH_OFFER_BANNER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_OFFER_BANNER);
  g_clear_object (&self->work);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (trinh_offer_banner_parent_class)->dispose (object);
}

static void
trinh_offer_banner_class_init (TrinhOfferBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_offer_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-offer-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhOfferBanner, banner);
  gtk_widget_class_bind_template_callback (widget_class, take_clicked_cb);
}

static void
trinh_offer_banner_init (TrinhOfferBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
trinh_offer_banner_look (TrinhOfferBanner *self,
                         TrinhWork *work,
                         TrinhForm *form)
{
  g_autoptr (GPtrArray) proposals = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TRINH_IS_OFFER_BANNER (self));

  g_set_object (&self->work, work);
  g_set_object (&self->form, form);
  if (work != NULL && form != NULL && !trinh_work_get_read_only (work))
    proposals = trinh_work_list_proposals (work, form);
  adw_banner_set_revealed (self->banner, proposals != NULL && proposals->len > 0);
  if (proposals == NULL || proposals->len == 0)
    return;

  /* Translators: %s are the periods they come from, such as “Quý I/2022 + Quý II/2022” */
  text = g_strdup_printf (ngettext ("A figure for %u blank cell is there from %s", "Figures for %u blank cells are there from %s", proposals->len), proposals->len, ((TrinhProposal *) proposals->pdata[0])->sources);
  adw_banner_set_title (self->banner, text);
}
