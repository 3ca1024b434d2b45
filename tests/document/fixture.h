/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* A document of ready blocks, for the tests of the layout. */

#pragma once

#include "trinh-document-private.h"
#include "trinh-pages-private.h"

static inline GPtrArray *
fixture_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_block_free);
}

static inline TrinhPages *
fixture_lay_out (GPtrArray *blocks)
{
  g_autoptr (TrinhDocument) document = trinh_document_new_for_blocks (blocks);
  g_autoptr (GError) error = NULL;
  TrinhPages *pages = trinh_pages_new (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static inline void
fixture_add_header (GPtrArray *blocks,
                    const char *superior,
                    const char *locality,
                    const char *date)
{
  const char *const office[] = { "ỦY BAN NHÂN DÂN", locality, NULL };
  const char *const title[] = { "BÁO CÁO", "Công tác cải cách hành chính 6 tháng đầu năm 2022", NULL };
  const char *const addressee[] = { "Phòng Nội vụ huyện Tứ Kỳ", NULL };

  g_ptr_array_add (blocks, trinh_block_new_header (superior, office, "Số: 15/BC-UBND", date));
  g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_TITLE, NULL, title));
  g_ptr_array_add (blocks, trinh_block_new_lines (TRINH_BLOCK_TYPE_ADDRESSEES, NULL, addressee));
}

/* @n_words of seven letters or so */
static inline void
fixture_add_text (GPtrArray *blocks,
                  TrinhBlockType type,
                  const char *place,
                  guint n_words)
{
  GString *letters = g_string_new (type == TRINH_BLOCK_TYPE_LIST_ITEM ? "- Đầu" : "Đầu");

  for (guint i = 1; i < n_words; i++)
    g_string_append (letters, " nghiêng");
  g_ptr_array_add (blocks, trinh_block_new_text (type, place, trinh_text_new_plain (letters->str, FALSE, FALSE)));
  g_string_free (letters, TRUE);
}

/* @n lines below "Nơi nhận" */
static inline void
fixture_add_signature_to (GPtrArray *blocks,
                          guint n)
{
  g_autoptr (GStrvBuilder) recipients = g_strv_builder_new ();
  const char *const capacity[] = { "TM. ỦY BAN NHÂN DÂN", NULL };
  g_auto (GStrv) lines = NULL;
  TrinhBlock *block;

  g_strv_builder_add (recipients, "- Như trên;");
  for (guint i = 2; i < n; i++)
    g_strv_builder_take (recipients, g_strdup_printf ("- Thôn số %u;", i));
  g_strv_builder_add (recipients, "- Lưu: VT, NV.");
  lines = g_strv_builder_end (recipients);
  block = trinh_block_new_signature ((const char *const *) lines);
  trinh_block_add_signer (block, capacity, "CHỦ TỊCH", "Nguyễn Văn An");
  g_ptr_array_add (blocks, block);
}

static inline void
fixture_add_signature (GPtrArray *blocks)
{
  fixture_add_signature_to (blocks, 2);
}

static inline void
fixture_add_annex (GPtrArray *blocks,
                   gboolean landscape)
{
  const char *const title[] = { "BIỂU MẪU THỐNG KÊ", "6 THÁNG ĐẦU NĂM 2022", NULL };
  const char *const caption[] = { "Biểu mẫu 1", "Công tác chỉ đạo điều hành CCHC", NULL };
  TrinhBlock *block = trinh_block_new_lines (TRINH_BLOCK_TYPE_CAPTION, "bm1", caption);

  block->landscape = landscape;
  g_ptr_array_add (blocks, trinh_block_new_annex (NULL, landscape, "PHỤ LỤC", title, "(Kèm theo Báo cáo số 15/BC-UBND)"));
  g_ptr_array_add (blocks, block);
}

/* @label: of the row in the middle; the others have a short one */
static inline void
fixture_add_table (GPtrArray *blocks,
                   gboolean landscape,
                   guint n_rows,
                   const char *label)
{
  TrinhTable *table = trinh_table_new ();

  for (TrinhColumnUse use = TRINH_COLUMN_CODE; use <= TRINH_COLUMN_VALUE; use++)
    trinh_table_add_column (table, use);
  trinh_table_add_head (table, 0, 0, 2, 1, trinh_text_new_plain ("STT", TRUE, FALSE), "bm1");
  trinh_table_add_head (table, 0, 1, 2, 1, trinh_text_new_plain ("Chỉ tiêu", TRUE, FALSE), "bm1");
  trinh_table_add_head (table, 0, 2, 1, 2, trinh_text_new_plain ("Kết quả thống kê", TRUE, FALSE), "bm1");
  trinh_table_add_head (table, 1, 2, 1, 1, trinh_text_new_plain ("Đơn vị tính", TRUE, FALSE), "bm1");
  trinh_table_add_head (table, 1, 3, 1, 1, trinh_text_new_plain ("Số lượng", TRUE, FALSE), "bm1");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *place = g_strdup_printf ("bm1:%u", i + 1);
      g_autofree char *code = g_strdup_printf ("%u.", i + 1);

      trinh_table_add_cell (table, trinh_text_new_plain (code, FALSE, FALSE), TRINH_ALIGN_CENTER, place);
      trinh_table_add_cell (table, trinh_text_new_plain (i == n_rows / 2 ? label : "Số hồ sơ", FALSE, FALSE), TRINH_ALIGN_START, place);
      trinh_table_add_cell (table, trinh_text_new_plain ("Hồ sơ", FALSE, FALSE), TRINH_ALIGN_CENTER, place);
      trinh_table_add_cell (table, trinh_text_new_plain ("1.934", FALSE, FALSE), TRINH_ALIGN_CENTER, place);
    }
  g_ptr_array_add (blocks, trinh_block_new_table ("bm1", landscape, table));
}

/* The @n-th box of a role, %NULL when there are fewer */
static inline const TrinhBox *
fixture_find_box (TrinhPages *pages,
                  const char *role,
                  guint n)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      if (g_str_equal (box->role, role) && n-- == 0)
        return box;
    }
  return NULL;
}

static inline guint
fixture_count_boxes (TrinhPages *pages,
                     const char *role,
                     guint page)
{
  GPtrArray *boxes = trinh_pages_get_boxes (pages);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrinhBox *box = g_ptr_array_index (boxes, i);

      n += box->page == page && g_str_equal (box->role, role);
    }
  return n;
}
