-- CreateEnum
CREATE TYPE "ProblemKind" AS ENUM ('problem', 'ticket');

-- CreateEnum
CREATE TYPE "ProblemState" AS ENUM ('waiting', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "ProblemSide" AS ENUM ('author', 'developers');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "chosen_language" TEXT;

-- CreateTable
CREATE TABLE "problem_reports" (
    "id" SERIAL NOT NULL,
    "kind" "ProblemKind" NOT NULL,
    "state" "ProblemState" NOT NULL DEFAULT 'waiting',
    "author_id" INTEGER NOT NULL,
    "role" "Role",
    "screen" TEXT,
    "trace_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_messages" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "side" "ProblemSide" NOT NULL,
    "written_by" INTEGER NOT NULL,
    "note_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_deliveries" (
    "message_id" INTEGER NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "telegram_message_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_deliveries_pkey" PRIMARY KEY ("message_id","chat_id")
);

-- CreateIndex
CREATE INDEX "problem_reports_state_updated_at_id_idx" ON "problem_reports"("state", "updated_at", "id");

-- CreateIndex
CREATE INDEX "problem_reports_author_id_updated_at_id_idx" ON "problem_reports"("author_id", "updated_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_messages_note_id_key" ON "problem_messages"("note_id");

-- CreateIndex
CREATE INDEX "problem_messages_report_id_id_idx" ON "problem_messages"("report_id", "id");

-- CreateIndex
CREATE INDEX "problem_messages_written_by_created_at_idx" ON "problem_messages"("written_by", "created_at");

-- CreateIndex
CREATE INDEX "problem_deliveries_due_at_idx" ON "problem_deliveries"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "problem_deliveries_chat_id_telegram_message_id_key" ON "problem_deliveries"("chat_id", "telegram_message_id");

-- AddForeignKey
ALTER TABLE "problem_reports" ADD CONSTRAINT "problem_reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_messages" ADD CONSTRAINT "problem_messages_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "problem_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_messages" ADD CONSTRAINT "problem_messages_written_by_fkey" FOREIGN KEY ("written_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_messages" ADD CONSTRAINT "problem_messages_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_deliveries" ADD CONSTRAINT "problem_deliveries_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "problem_messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
