/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-page-findings.h"

/* Points */
#define SPOT_X 24.0
#define SPOT_RADIUS 6.0

static void
spot_free (gpointer data)
{
  TrinhPageSpot *spot = data;

  g_free (spot->place);
  g_free (spot->message);
  g_free (spot);
}

const char *
trinh_page_findings_get_place (TrinhFinding *finding)
{
  const char *const *subjects;

  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);

  subjects = trinh_finding_get_subjects (finding);

  if (subjects != NULL && subjects[0] != NULL)
    return subjects[0];
  return g_strcmp0 (trinh_finding_get_rule (finding), "layout-part") == 0 ? TRINH_PLACE_OF_HEAD : trinh_finding_get_section (finding);
}

/* Beside the first box of the place; what has none stands at the top of the page. */
static double
find_y (GPtrArray *boxes,
        guint page,
        const char *place)
{
  for (guint i = 0; place != NULL && i < boxes->len; i++)
    {
      const TrinhBox *box = boxes->pdata[i];

      if (box->page == page && g_strcmp0 (box->place, place) == 0)
        return box->y + MIN (box->height / 2, 2 * SPOT_RADIUS);
    }

  return 4 * SPOT_RADIUS;
}

static TrinhPageSpot *
find_at (GPtrArray *spots,
         double y)
{
  for (guint i = 0; i < spots->len; i++)
    {
      TrinhPageSpot *spot = spots->pdata[i];

      if (y > spot->y - SPOT_RADIUS && y < spot->y + SPOT_RADIUS)
        return spot;
    }

  return NULL;
}

static void
add_finding (GPtrArray *spots,
             GPtrArray *boxes,
             guint page,
             TrinhFinding *finding)
{
  const double y = find_y (boxes, page, trinh_page_findings_get_place (finding));
  TrinhPageSpot *spot = find_at (spots, y);

  if (spot == NULL)
    {
      spot = g_new0 (TrinhPageSpot, 1);
      spot->x = SPOT_X;
      spot->y = y;
      spot->severity = trinh_finding_get_severity (finding);
      spot->place = g_strdup (trinh_page_findings_get_place (finding));
      spot->message = g_strdup (trinh_finding_get_message (finding));
      g_ptr_array_add (spots, spot);
    }
  else
    {
      g_autofree char *before = g_steal_pointer (&spot->message);

      spot->message = g_strconcat (before, "\n", trinh_finding_get_message (finding), NULL);
      spot->severity = MAX (spot->severity, trinh_finding_get_severity (finding));
    }
}

GPtrArray *
trinh_page_spots_new (GPtrArray *findings,
                      GPtrArray *boxes,
                      guint page)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func (spot_free);

  g_return_val_if_fail (findings != NULL && boxes != NULL, spots);

  for (guint i = 0; i < findings->len; i++)
    if (trinh_finding_get_page (findings->pdata[i]) == page + 1)
      add_finding (spots, boxes, page, findings->pdata[i]);

  return spots;
}

const TrinhPageSpot *
trinh_page_spots_find (GPtrArray *spots,
                       double x,
                       double y)
{
  if (spots == NULL || x < SPOT_X - 2 * SPOT_RADIUS || x > SPOT_X + 2 * SPOT_RADIUS)
    return NULL;

  return find_at (spots, y);
}

/* An error is a disc, what is less grave a ring: not by the colour alone. */
static void
append_spot (const TrinhPageSpot *spot,
             double zoom,
             GtkSnapshot *snapshot)
{
  const GdkRGBA red = { 0.75, 0.11, 0.16, 1 };
  const GdkRGBA amber = { 0.70, 0.42, 0.0, 1 };
  const gboolean grave = spot->severity == TRINH_SEVERITY_ERROR;
  const float radius = (float) MAX (SPOT_RADIUS * zoom * 0.7, 3);
  const float thickness = grave ? radius : MAX (radius / 3, 1.5f);
  const float widths[] = { thickness, thickness, thickness, thickness };
  const GdkRGBA color = grave ? red : amber;
  const GdkRGBA colors[] = { color, color, color, color };
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT ((float) (spot->x * zoom) - radius, (float) (spot->y * zoom) - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_append_border (snapshot, &disc, widths, colors);
}

void
trinh_page_spots_snapshot (GPtrArray *spots,
                           double zoom,
                           GtkSnapshot *snapshot)
{
  for (guint i = 0; spots != NULL && i < spots->len; i++)
    append_spot (spots->pdata[i], zoom, snapshot);
}
