-- AlterTable
ALTER TABLE "call_scores" ADD COLUMN     "client_call_number" SMALLINT;

-- A complaint of a client who calls again stands above every other: 101 is more than any score. The expression is that of
-- packages/db/src/calls/call-lists.ts.
DROP INDEX "call_scores_complaint_worst";
CREATE INDEX "call_scores_complaint_worst" ON "call_scores" ((coalesce("complaint_risk_score", -1) + CASE WHEN "client_call_number" > 1 THEN 101 ELSE 0 END), "call_date", "history_id") WHERE "is_current" AND "complaint_risk_flag";
