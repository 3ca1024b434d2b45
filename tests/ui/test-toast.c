/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-toast.h"

#define NARROW 360

static gboolean
is_shown (gpointer user_data)
{
  GtkWidget *button = GTK_WIDGET (helper_find_button (user_data, "Hoàn tác ngay"));

  return button != NULL && gtk_widget_get_width (button) > 0;
}

/* In a narrow window the text takes another line; the button beside it is whole, and all is inside. */
static void
test_narrow (HelperWork *fixture,
             gconstpointer data)
{
  static const char *const texts[] = { "Đã sửa", "Đã sửa phần đầu báo cáo", "Đã bỏ “Nguyễn Thị Thùy Phương Anh” khỏi danh sách người trong cơ quan" };
  GtkWidget *overlay = adw_toast_overlay_new ();

  helper_work_show (fixture, overlay, NARROW, 400);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AdwToast *toast = trinh_toast_new (texts[i]);
      GtkWidget *button;
      GtkWidget *label;
      PangoLayout *layout;
      graphene_rect_t bounds;

      adw_toast_set_button_label (toast, "Hoàn tác ngay");
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
      helper_wait_until (is_shown, overlay);
      helper_wait (30);
      button = GTK_WIDGET (helper_find_button (overlay, "Hoàn tác ngay"));
      label = helper_find (button, GTK_TYPE_LABEL, 0);
      layout = gtk_label_get_layout (GTK_LABEL (label));
      g_assert_false (pango_layout_is_ellipsized (layout));
      g_assert_true (gtk_widget_compute_bounds (button, overlay, &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, NARROW);
      g_assert_true (helper_has_label (overlay, texts[i]));
      adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (overlay));
      helper_wait (400);
    }

  helper_work_drop (fixture, overlay);
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/toast/narrow", HelperWork, NULL, helper_work_set_up, test_narrow, helper_work_tear_down);

  return g_test_run ();
}
