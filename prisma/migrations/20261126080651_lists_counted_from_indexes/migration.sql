-- What a list is counted by stands in its index, for the table need not be read then: the rows are wide, and a month of
-- a large clinic has 80,000 of them. A list begins at red; no list of yellow ones has come.
DROP INDEX "call_scores_complaint_list";
CREATE INDEX "call_scores_complaint_list" ON "call_scores" ("call_date", "history_id") INCLUDE ("operator") WHERE "is_current" AND "complaint_risk_flag";
DROP INDEX "call_scores_followup_list";
CREATE INDEX "call_scores_followup_list" ON "call_scores" ("call_date", "history_id") INCLUDE ("operator") WHERE "is_current" AND "followup_needed_flag";
DROP INDEX "call_scores_lost_list";
CREATE INDEX "call_scores_lost_list" ON "call_scores" ("call_date", "history_id") INCLUDE ("operator") WHERE "is_current" AND "lost_opportunity_score" >= 60;
DROP INDEX "call_scores_lost_worst";
CREATE INDEX "call_scores_lost_worst" ON "call_scores" (coalesce("lost_opportunity_score", -1), "call_date", "history_id") WHERE "is_current" AND "lost_opportunity_score" >= 60;

-- How the call went that proves a callback is asked of thousands of them for one screen.
DROP INDEX "call_scores_one_current";
CREATE UNIQUE INDEX "call_scores_one_current" ON "call_scores" ("history_id") INCLUDE ("outcome") WHERE "is_current";
