-- CreateEnum
CREATE TYPE "AssignmentReason" AS ENUM ('client_asked', 'no_answer', 'no_time', 'waits_for_doctor', 'wrong_number', 'client_declines', 'not_possible', 'not_needed', 'mistake', 'duplicate', 'client_came', 'other');

-- CreateEnum
CREATE TYPE "MarketingChannel" AS ENUM ('call', 'messenger', 'sms', 'email', 'advertising');

-- CreateEnum
CREATE TYPE "AssignmentList" AS ENUM ('complaint', 'followup', 'lost');

-- CreateEnum
CREATE TYPE "ReminderLevel" AS ENUM ('given', 'soon', 'due', 'woken', 'giver', 'superadmin');

-- CreateEnum
CREATE TYPE "PromiseState" AS ENUM ('open', 'kept', 'broken');

-- CreateEnum
CREATE TYPE "CompensationState" AS ENUM ('proposed', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "CompensationReason" AS ENUM ('quality', 'price_differs', 'long_wait', 'rudeness', 'cancelled_visit', 'medical', 'goodwill', 'other');

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "channel" "MarketingChannel",
ADD COLUMN     "list" "AssignmentList",
ADD COLUMN     "note_id" INTEGER,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "paused_until" TIMESTAMPTZ(3),
ADD COLUMN     "reason" "AssignmentReason",
ADD COLUMN     "reason_note_id" INTEGER,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified_at" TIMESTAMPTZ(3),
ALTER COLUMN "history_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "call_scores" ADD COLUMN     "promise" JSONB;

-- CreateTable
CREATE TABLE "assignment_calls" (
    "assignment_id" INTEGER NOT NULL,
    "history_id" BIGINT NOT NULL,
    "call_date" TIMESTAMPTZ(3) NOT NULL,
    "is_proof" BOOLEAN NOT NULL,

    CONSTRAINT "assignment_calls_pkey" PRIMARY KEY ("assignment_id","history_id")
);

-- CreateTable
CREATE TABLE "said_phones" (
    "history_id" BIGINT NOT NULL,
    "phone_hash" BYTEA NOT NULL,

    CONSTRAINT "said_phones_pkey" PRIMARY KEY ("history_id","phone_hash")
);

-- CreateTable
CREATE TABLE "reminders" (
    "id" SERIAL NOT NULL,
    "assignment_id" INTEGER NOT NULL,
    "user_id" INTEGER NOT NULL,
    "level" "ReminderLevel" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "message_id" INTEGER,
    "dropped" "NotificationDrop",

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_promises" (
    "history_id" BIGINT NOT NULL,
    "operator" TEXT,
    "call_date" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "is_time_said" BOOLEAN NOT NULL,
    "state" "PromiseState" NOT NULL DEFAULT 'open',
    "kept_by_call" BIGINT,
    "settled_at" TIMESTAMPTZ(3),
    "assignment_id" INTEGER,
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_promises_pkey" PRIMARY KEY ("history_id")
);

-- CreateTable
CREATE TABLE "compensations" (
    "id" SERIAL NOT NULL,
    "history_id" BIGINT NOT NULL,
    "amount_kopecks" INTEGER NOT NULL,
    "reason" "CompensationReason" NOT NULL,
    "note_id" INTEGER,
    "state" "CompensationState" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" INTEGER NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" INTEGER,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note_id" INTEGER,
    "assignment_id" INTEGER,

    CONSTRAINT "compensations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainings" (
    "assignment_id" INTEGER NOT NULL,
    "operator" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "pattern" TEXT,

    CONSTRAINT "trainings_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "training_examples" (
    "assignment_id" INTEGER NOT NULL,
    "history_id" BIGINT NOT NULL,

    CONSTRAINT "training_examples_pkey" PRIMARY KEY ("assignment_id","history_id")
);

-- CreateTable
CREATE TABLE "call_selections" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "history_ids" BIGINT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_selections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_calls_history_id_idx" ON "assignment_calls"("history_id");

-- CreateIndex
CREATE INDEX "said_phones_phone_hash_idx" ON "said_phones"("phone_hash");

-- CreateIndex
CREATE INDEX "reminders_message_id_idx" ON "reminders"("message_id");

-- CreateIndex
CREATE INDEX "reminders_created_at_idx" ON "reminders"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminders_assignment_id_level_due_at_user_id_key" ON "reminders"("assignment_id", "level", "due_at", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_promises_assignment_id_key" ON "call_promises"("assignment_id");

-- CreateIndex
CREATE INDEX "call_promises_state_due_at_idx" ON "call_promises"("state", "due_at");

-- CreateIndex
CREATE INDEX "call_promises_call_date_idx" ON "call_promises"("call_date");

-- CreateIndex
CREATE UNIQUE INDEX "compensations_assignment_id_key" ON "compensations"("assignment_id");

-- CreateIndex
CREATE INDEX "compensations_state_proposed_at_id_idx" ON "compensations"("state", "proposed_at", "id");

-- CreateIndex
CREATE INDEX "compensations_history_id_idx" ON "compensations"("history_id");

-- CreateIndex
CREATE INDEX "trainings_operator_idx" ON "trainings"("operator");

-- CreateIndex
CREATE INDEX "training_examples_history_id_idx" ON "training_examples"("history_id");

-- CreateIndex
CREATE INDEX "call_selections_created_at_idx" ON "call_selections"("created_at");

-- CreateIndex
CREATE INDEX "assignments_created_at_id_idx" ON "assignments"("created_at", "id");

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reason_note_id_fkey" FOREIGN KEY ("reason_note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_calls" ADD CONSTRAINT "assignment_calls_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_calls" ADD CONSTRAINT "assignment_calls_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "said_phones" ADD CONSTRAINT "said_phones_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "notification_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_promises" ADD CONSTRAINT "call_promises_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_promises" ADD CONSTRAINT "call_promises_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_decision_note_id_fkey" FOREIGN KEY ("decision_note_id") REFERENCES "notes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_examples" ADD CONSTRAINT "training_examples_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "trainings"("assignment_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_examples" ADD CONSTRAINT "training_examples_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_selections" ADD CONSTRAINT "call_selections_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

ALTER TABLE "assignments" ADD CONSTRAINT "assignments_about_call" CHECK (
  "history_id" IS NOT NULL OR "kind" IN ('training', 'marketing', 'task'));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_in_words" CHECK (
  "note_id" IS NOT NULL OR "kind" NOT IN ('marketing', 'task'));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_channel" CHECK (
  ("channel" IS NOT NULL) = ("kind" = 'marketing'));
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_verified" CHECK (
  ("verified_by_call" IS NULL) = ("verified_at" IS NULL));

-- The clock looks at what is due, and at nothing else.
CREATE INDEX "assignments_remind_at" ON "assignments" ("remind_at")
  WHERE "remind_at" IS NOT NULL AND "state" IN ('open', 'accepted', 'in_progress');
UPDATE "assignments" SET "opened_at" = "created_at";
UPDATE "assignments" SET "remind_at" = now() WHERE "state" IN ('open', 'accepted', 'in_progress');
UPDATE "assignments" SET "verified_at" = "closed_at" WHERE "verified_by_call" IS NOT NULL;

-- What waits to be told, a person at a time.
CREATE INDEX "reminders_waiting" ON "reminders" ("user_id", "not_before")
  WHERE "message_id" IS NULL AND "dropped" IS NULL;

-- Promises that the clock has to settle.
CREATE INDEX "call_promises_open" ON "call_promises" ("due_at") WHERE "state" = 'open';

-- One proposal a call at a time; money is a positive number; the decision has its person and its moment, never the proposer.
CREATE UNIQUE INDEX "compensations_one_proposed" ON "compensations" ("history_id") WHERE "state" = 'proposed';
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_amount" CHECK ("amount_kopecks" > 0);
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_second_person" CHECK (
  "decided_by_id" IS NULL OR "state" = 'withdrawn' OR "decided_by_id" <> "proposed_by_id");
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_decided" CHECK (
  ("state" = 'proposed') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL));
