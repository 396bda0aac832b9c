-- Missed is from now on only the client whom nobody answered: the days that count others are counted again at once,
-- instead of at the next reconciliation.
INSERT INTO "dirty_rollup_days" ("day")
SELECT DISTINCT "day" FROM "daily_rollups" WHERE "missed" > 0
ON CONFLICT DO NOTHING;
