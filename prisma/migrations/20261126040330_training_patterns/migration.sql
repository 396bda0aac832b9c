-- Calls that show a pattern of an operator's (packages/db/src/trainings/patterns.ts has the same conditions, literally):
-- few of all, counted by operator over a week without reading the others.
CREATE INDEX "call_scores_no_offer" ON "call_scores" ("call_date", "operator", "history_id")
  WHERE "is_current" AND "evidence" @> '[{"rule": "script.no_offer"}]';
CREATE INDEX "call_scores_few_steps" ON "call_scores" ("call_date", "operator", "history_id")
  WHERE "is_current" AND "checklist_coverage_ratio" < 50;
CREATE INDEX "call_scores_broke_script" ON "call_scores" ("call_date", "operator", "history_id")
  WHERE "is_current" AND "script_risk_index" >= 40;
CREATE INDEX "call_scores_low_quality" ON "call_scores" ("call_date", "operator", "history_id")
  WHERE "is_current" AND "normalized_call_score" < 60;
