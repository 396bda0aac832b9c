-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('open', 'upheld', 'rejected');

-- CreateEnum
CREATE TYPE "DisputeReason" AS ENUM ('misheard', 'other_speaker', 'other_meaning', 'resolved', 'other');

-- CreateTable
CREATE TABLE "score_disputes" (
    "id" SERIAL NOT NULL,
    "history_id" BIGINT NOT NULL,
    "lm_version_tag" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "rules" TEXT[],
    "reason" "DisputeReason" NOT NULL,
    "note_id" INTEGER,
    "opened_by_id" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "DisputeState" NOT NULL DEFAULT 'open',
    "decided_by_id" INTEGER,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note_id" INTEGER,

    CONSTRAINT "score_disputes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "score_disputes_state_id_idx" ON "score_disputes"("state", "id");

-- CreateIndex
CREATE INDEX "score_disputes_opened_by_id_id_idx" ON "score_disputes"("opened_by_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "score_disputes_history_id_metric_lm_version_tag_revision_key" ON "score_disputes"("history_id", "metric", "lm_version_tag", "revision");

-- AddForeignKey
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_decision_note_id_fkey" FOREIGN KEY ("decision_note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One dispute a call and metric is open; a decided one has its moment and its decider.
CREATE UNIQUE INDEX "score_disputes_one_open" ON "score_disputes" ("history_id", "metric") WHERE "state" = 'open';
ALTER TABLE "score_disputes" ADD CONSTRAINT "score_disputes_decided" CHECK (
  ("state" = 'open') = ("decided_at" IS NULL) AND ("state" = 'open') = ("decided_by_id" IS NULL)
);

-- An operator's code in the calls belongs to one person with access: two admins who give it at once do not both succeed.
CREATE UNIQUE INDEX "users_active_operator_code" ON "users" ("operator_code") WHERE "status" = 'active';
