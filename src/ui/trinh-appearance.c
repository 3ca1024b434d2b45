/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-appearance.h"

#define KEY "color-scheme"

static const struct
{
  const char *nick;
  AdwColorScheme scheme;
} schemes[] = {
  { "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static guint
find_scheme (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (nick, schemes[i].nick) == 0)
      return i;

  return 0;
}

static gboolean
nick_to_scheme (GValue *value,
                GVariant *variant,
                gpointer user_data)
{
  g_value_set_enum (value, (int) schemes[find_scheme (g_variant_get_string (variant, NULL))].scheme);

  return TRUE;
}

static gboolean
nick_to_position (GValue *value,
                  GVariant *variant,
                  gpointer user_data)
{
  g_value_set_uint (value, find_scheme (g_variant_get_string (variant, NULL)));

  return TRUE;
}

static GVariant *
position_to_nick (const GValue *value,
                  const GVariantType *type,
                  gpointer user_data)
{
  const guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[position].nick) : NULL;
}

void
trinh_appearance_follow (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  /* The binding holds the settings as long as the style manager lives. */
  g_settings_bind_with_mapping (settings, KEY, adw_style_manager_get_default (), "color-scheme", G_SETTINGS_BIND_GET, nick_to_scheme, NULL, NULL, NULL);
}

void
trinh_appearance_bind (AdwComboRow *row)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_bind_with_mapping (settings, KEY, row, "selected", G_SETTINGS_BIND_DEFAULT, nick_to_position, position_to_nick, NULL, NULL);
}
