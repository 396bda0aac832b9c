-- The worst calls of an indicator are read from the top, however long its list is. A score that is not known counts
-- as −1: it stands last. The expressions are those of services/bot-gateway/src/queries/call-lists.ts.
CREATE INDEX "call_scores_complaint_worst" ON "call_scores" (coalesce("complaint_risk_score", -1), "call_date", "history_id") WHERE "is_current" AND "complaint_risk_flag";
CREATE INDEX "call_scores_followup_worst" ON "call_scores" (coalesce("lost_opportunity_score", -1), "call_date", "history_id") WHERE "is_current" AND "followup_needed_flag";
CREATE INDEX "call_scores_lost_worst" ON "call_scores" (coalesce("lost_opportunity_score", -1), "call_date", "history_id") WHERE "is_current" AND "lost_opportunity_score" >= 40;
CREATE INDEX "call_scores_churn_worst" ON "call_scores" (coalesce("churn_risk_score", -1), "call_date", "history_id") WHERE "is_current" AND "churn_risk_score" >= 60;
