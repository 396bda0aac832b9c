-- CreateEnum
CREATE TYPE "AuditCheckState" AS ENUM ('running', 'sound', 'broken', 'gave_up');

-- CreateEnum
CREATE TYPE "AuditProblem" AS ENUM ('row_missing', 'row_detached', 'row_changed', 'log_cut', 'log_rewritten', 'head_damaged');

-- CreateTable
CREATE TABLE "audit_checks" (
    "id" SERIAL NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "AuditCheckState" NOT NULL DEFAULT 'running',
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "head_hash" BYTEA,
    "is_compared" BOOLEAN NOT NULL DEFAULT false,
    "problem" "AuditProblem",
    "bad_seq" BIGINT,

    CONSTRAINT "audit_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_checks_requested_by_id_idx" ON "audit_checks"("requested_by_id");

-- CreateIndex
CREATE INDEX "admin_action_logs_action_seq_idx" ON "admin_action_logs"("action", "seq");

-- CreateIndex
CREATE INDEX "admin_action_logs_at_seq_idx" ON "admin_action_logs"("at", "seq");

-- AddForeignKey
ALTER TABLE "audit_checks" ADD CONSTRAINT "audit_checks_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

-- One at a time: it reads the whole log.
CREATE UNIQUE INDEX "audit_checks_one_running" ON "audit_checks" ((TRUE)) WHERE "state" = 'running';
