-- CreateEnum
CREATE TYPE "ChallengerRequestState" AS ENUM ('sent', 'answered', 'failed');

-- CreateTable
CREATE TABLE "lm_challenger_requests" (
    "id" SERIAL NOT NULL,
    "history_id" BIGINT,
    "revision" INTEGER NOT NULL,
    "lm_version_tag" TEXT NOT NULL,
    "state" "ChallengerRequestState" NOT NULL DEFAULT 'sent',
    "reason" TEXT,
    "tokens" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "rest_until" TIMESTAMPTZ(3),

    CONSTRAINT "lm_challenger_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lm_challenger_requests_sent_at_idx" ON "lm_challenger_requests"("sent_at");

-- CreateIndex
CREATE INDEX "lm_challenger_requests_history_id_lm_version_tag_idx" ON "lm_challenger_requests"("history_id", "lm_version_tag");

-- CreateIndex
CREATE INDEX "lm_challenger_requests_lm_version_tag_finished_at_idx" ON "lm_challenger_requests"("lm_version_tag", "finished_at");

-- AddForeignKey
ALTER TABLE "lm_challenger_requests" ADD CONSTRAINT "lm_challenger_requests_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

-- Two processes never send the same call at the same time.
CREATE UNIQUE INDEX "lm_challenger_requests_one_sent" ON "lm_challenger_requests" ("history_id", "revision", "lm_version_tag")
  WHERE "state" = 'sent';
