-- CreateEnum
CREATE TYPE "RulesetKind" AS ENUM ('rules', 'llm');

-- CreateEnum
CREATE TYPE "RulesetOrigin" AS ENUM ('shipped', 'published', 'calibrated', 'challenger');

-- CreateEnum
CREATE TYPE "FeedbackVerdict" AS ENUM ('confirm', 'false_alarm', 'missed');

-- CreateEnum
CREATE TYPE "LmRunKind" AS ENUM ('rescore', 'backtest');

-- CreateEnum
CREATE TYPE "LmRunState" AS ENUM ('running', 'paused', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "lm_rulesets" ADD COLUMN     "activated_at" TIMESTAMPTZ(3),
ADD COLUMN     "engine_version" TEXT,
ADD COLUMN     "kind" "RulesetKind" NOT NULL DEFAULT 'rules',
ADD COLUMN     "note" TEXT,
ADD COLUMN     "origin" "RulesetOrigin" NOT NULL DEFAULT 'shipped';

-- The tag begins with the engine's version: `v1.0.1+d092af8f`.
UPDATE "lm_rulesets" SET "engine_version" = ltrim(split_part("tag", '+', 1), 'v'),
  "activated_at" = CASE WHEN "state" = 'active' THEN "created_at" END;
ALTER TABLE "lm_rulesets" ALTER COLUMN "engine_version" SET NOT NULL;

-- CreateTable
CREATE TABLE "score_feedback" (
    "id" SERIAL NOT NULL,
    "history_id" BIGINT NOT NULL,
    "lm_version_tag" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "verdict" "FeedbackVerdict" NOT NULL,
    "rules" TEXT[],
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blind_reviews" (
    "id" SERIAL NOT NULL,
    "week" DATE NOT NULL,
    "history_id" BIGINT NOT NULL,
    "asked_metric" TEXT NOT NULL,
    "was_raised" BOOLEAN NOT NULL,
    "first_user_id" INTEGER,
    "answered_by_id" INTEGER,
    "answer" BOOLEAN,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blind_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lm_runs" (
    "id" SERIAL NOT NULL,
    "kind" "LmRunKind" NOT NULL,
    "state" "LmRunState" NOT NULL DEFAULT 'running',
    "lm_version_tag" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "total_calls" INTEGER NOT NULL,
    "done_calls" INTEGER NOT NULL DEFAULT 0,
    "failed_calls" INTEGER NOT NULL DEFAULT 0,
    "place_call_date" TIMESTAMPTZ(3),
    "place_history_id" BIGINT,
    "report" JSONB,
    "worked_ms" BIGINT NOT NULL DEFAULT 0,
    "requested_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "lm_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_by_id" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "score_feedback_metric_created_at_idx" ON "score_feedback"("metric", "created_at");

-- CreateIndex
CREATE INDEX "call_scores_lm_version_tag_call_date_history_id_idx" ON "call_scores"("lm_version_tag", "call_date", "history_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_feedback_history_id_metric_user_id_key" ON "score_feedback"("history_id", "metric", "user_id");

-- CreateIndex
CREATE INDEX "blind_reviews_answered_at_week_idx" ON "blind_reviews"("answered_at", "week");

-- CreateIndex
CREATE UNIQUE INDEX "blind_reviews_week_history_id_asked_metric_key" ON "blind_reviews"("week", "history_id", "asked_metric");

-- CreateIndex
CREATE INDEX "lm_runs_state_created_at_idx" ON "lm_runs"("state", "created_at");

-- AddForeignKey
ALTER TABLE "score_feedback" ADD CONSTRAINT "score_feedback_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_feedback" ADD CONSTRAINT "score_feedback_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_first_user_id_fkey" FOREIGN KEY ("first_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lm_runs" ADD CONSTRAINT "lm_runs_lm_version_tag_fkey" FOREIGN KEY ("lm_version_tag") REFERENCES "lm_rulesets"("tag") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lm_runs" ADD CONSTRAINT "lm_runs_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

-- A language model is compared, it never decides.
ALTER TABLE "lm_rulesets" ADD CONSTRAINT "lm_rulesets_llm_never_active" CHECK ("kind" <> 'llm' OR "state" <> 'active');

-- One long run of a kind at a time: two would only slow each other down.
CREATE UNIQUE INDEX "lm_runs_one_open" ON "lm_runs" ("kind") WHERE "state" IN ('running', 'paused');

-- At most one version decides.
CREATE UNIQUE INDEX "lm_rulesets_one_active" ON "lm_rulesets" ("state") WHERE "state" = 'active';
