-- AlterTable
ALTER TABLE "daily_rollups" DROP CONSTRAINT "daily_rollups_pkey",
ADD COLUMN     "lm_version_tag" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "shown_calls" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "daily_rollups_pkey" PRIMARY KEY ("day", "operator", "lm_version_tag");

-- What stood here is what is shown; the rows by version come with the recount of each day.
UPDATE "daily_rollups" SET "shown_calls" = "calls";
INSERT INTO "dirty_rollup_days" ("day") SELECT DISTINCT "day" FROM "daily_rollups" ON CONFLICT DO NOTHING;
