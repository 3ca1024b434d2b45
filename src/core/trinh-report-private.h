/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-kind.h"
#include "trinh-report.h"

G_BEGIN_DECLS

#define TRINH_REPORT_FORMAT "trinhky-report"
#define TRINH_REPORT_VERSION 1

struct _TrinhReport
{
  GObject parent_instance;

  /* Owned References */
  TrinhRegime *regime;
  TrinhOffice *office;
  JsonObject *members; /* all but values, lists and sections; nodes are never changed in place */
  GHashTable *values;  /* interned address → TrinhValue */
  GHashTable *rows;    /* list form's id → char ** */
  GListStore *sections;
  GPtrArray *undo;
  GPtrArray *redo;

  /* Read from the members */
  char *id;
  char *title;
  char *subject;
  char **addressees;
  char **recipients;
  GArray *signatories;
  TrinhReportState state;

  TrinhPeriod period;
  guint revision;
  guint saved_revision;
};

/* trinh-report-state.c */
gboolean _trinh_report_state_may_follow (TrinhReportState from,
                                         TrinhReportState to);

/* trinh-report-check.c: whether a member has its type; @place gets the node that has not. */
gboolean _trinh_report_check_member (TrinhRegime *regime,
                                     const char *name,
                                     JsonNode *node,
                                     JsonNode **place,
                                     GError **error);
/* trinh-report-charts.c: the figures of earlier periods that a chart keeps */
gboolean _trinh_report_check_figures (TrinhRegime *regime,
                                      JsonNode *node,
                                      JsonNode **place,
                                      GError **error);

/* trinh-report-shapes.c: names of the members in the order of the file, %NULL at the end. */
const char *const *_trinh_report_list_members (void);

/* trinh-report-cells.c */
/* Interned; @rows: (nullable): keys a list form has instead of the report's own */
const char *_trinh_report_resolve (TrinhReport *self,
                                   const char *address,
                                   GHashTable *rows,
                                   GError **error);
TrinhValue *_trinh_report_parse_value (TrinhKind kind,
                                       JsonNode *node,
                                       GError **error);
gboolean _trinh_report_check_row_key (const char *key,
                                      GError **error);
void _trinh_report_put_value (TrinhReport *self,
                              const char *address,
                              TrinhValue *value);
/* (transfer full) */
void _trinh_report_put_rows (TrinhReport *self,
                             const char *form,
                             char **keys);
guint _trinh_report_find_section_position (TrinhReport *self,
                                           const char *id);

/* trinh-report-members.c */
TrinhReport *_trinh_report_create (TrinhRegime *regime,
                                   TrinhPeriod period);
void _trinh_report_read_members (TrinhReport *self);
void _trinh_report_set_member (TrinhReport *self,
                               const char *name,
                               JsonNode *node);
JsonNode *_trinh_json_string (const char *text);
void _trinh_signatory_clear (gpointer data);

/* trinh-report-apply.c: carries an edit out; nothing happens on an error. An edit without changes left is carried out as nothing. */
gboolean _trinh_report_carry_out (TrinhReport *self,
                                  TrinhEdit *edit,
                                  gboolean from_history,
                                  GError **error);

/* A member that is talk about the report, or the registrar's */
gboolean _trinh_report_is_side_member (const char *name);

/* trinh-report.c */
void _trinh_report_emit (TrinhReport *self,
                         TrinhEdit *edit);

G_END_DECLS
