/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-markup.h"
#include "trinh-regime-private.h"

/* Where one phrase is checked */
typedef struct
{
  TrinhRegime *regime;
  TrinhLoader *loader;
  JsonNode *node; /* the regime's "outline", which brought it */
  const char *item;
} Place;

static void
check_span (const Place *place,
            const TrinhMarkupSpan *span)
{
  const char *text = span->text;

  switch (span->kind)
    {
    case TRINH_SPAN_VALUE:
      if (!trinh_regime_find_cell (place->regime, text, NULL, NULL, NULL))
        trinh_loader_problem (place->loader, place->node, TRINH_CORE_ERROR_UNKNOWN, _ ("a phrase of “%s” in the outline names the value “%s”, which the regime does not have"), place->item, text);
      break;
    case TRINH_SPAN_TABLE:
      if (trinh_regime_find_form (place->regime, text) == NULL)
        trinh_loader_problem (place->loader, place->node, TRINH_CORE_ERROR_UNKNOWN, _ ("a phrase of “%s” in the outline names the form “%s”, which the regime does not have"), place->item, text);
      break;
    case TRINH_SPAN_DOCUMENT:
      trinh_loader_problem (place->loader, place->node, TRINH_CORE_ERROR_UNKNOWN, _ ("a phrase of “%s” in the outline cites the document “%s”; only a report has documents"), place->item, text);
      break;
    case TRINH_SPAN_TEXT:
    default:
      break;
    }
}

static void
check_phrase (const Place *place,
              const char *phrase)
{
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (phrase);

  if (phrase[0] == '\0')
    trinh_loader_problem (place->loader, place->node, TRINH_CORE_ERROR_MISSING, _ ("a phrase of “%s” in the outline is empty"), place->item);
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      for (guint j = 0; j < block->spans->len; j++)
        check_span (place, block->spans->pdata[j]);
    }
}

void
trinh_regime_check_phrases (TrinhRegime *self,
                            TrinhLoader *loader,
                            JsonNode *node)
{
  GListModel *items = trinh_outline_get_items (self->outline);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TrinhOutlineItem) item = g_list_model_get_item (items, i);
      const char *const *phrases = trinh_outline_item_get_phrases (item);
      const Place place = { self, loader, node, trinh_outline_item_get_id (item) };

      for (guint j = 0; phrases[j] != NULL; j++)
        check_phrase (&place, phrases[j]);
    }
}
