-- CreateEnum
CREATE TYPE "ProblemKind" AS ENUM ('problem', 'ticket');

-- CreateEnum
CREATE TYPE "ProblemState" AS ENUM ('waiting', 'answered', 'closed');

-- CreateEnum
CREATE TYPE "ProblemSide" AS ENUM ('author', 'developers');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('alert', 'digest', 'weekly');

-- CreateEnum
CREATE TYPE "NotificationDrop" AS ENUM ('handled', 'no_longer_red', 'not_allowed', 'turned_off', 'late');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "chosen_language" TEXT;

-- CreateTable
CREATE TABLE "notification_settings" (
    "user_id" INTEGER NOT NULL,
    "red_alerts" BOOLEAN NOT NULL,
    "alert_from" SMALLINT NOT NULL,
    "quiet_from" SMALLINT,
    "quiet_to" SMALLINT,
    "daily_budget" SMALLINT,
    "digest_at" SMALLINT,
    "weekly" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "history_id" BIGINT NOT NULL,
    "danger" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "message_id" INTEGER,
    "dropped" "NotificationDrop",
    "not_important_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_messages" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "day" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "telegram_message_id" INTEGER,
    "dropped" "NotificationDrop",

    CONSTRAINT "notification_messages_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "metric_rollups" (
    "metric" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "operator" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "red" INTEGER NOT NULL,

    CONSTRAINT "metric_rollups_pkey" PRIMARY KEY ("metric","day","operator")
);

-- CreateTable
CREATE TABLE "metric_histograms" (
    "metric" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" SMALLINT NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "metric_histograms_pkey" PRIMARY KEY ("metric","day","value")
);

-- CreateTable
CREATE TABLE "loss_rollups" (
    "day" DATE NOT NULL,
    "operator" TEXT NOT NULL,
    "loss_reason" "LossReason" NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "loss_rollups_pkey" PRIMARY KEY ("day","operator","loss_reason")
);

-- CreateTable
CREATE TABLE "source_rollups" (
    "day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "valid_dialogues" INTEGER NOT NULL,
    "target_calls" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "followup_needed" INTEGER NOT NULL,
    "lost_red" INTEGER NOT NULL,

    CONSTRAINT "source_rollups_pkey" PRIMARY KEY ("day","source")
);

-- CreateIndex
CREATE INDEX "notifications_message_id_idx" ON "notifications"("message_id");

-- CreateIndex
CREATE INDEX "notifications_history_id_idx" ON "notifications"("history_id");

-- CreateIndex
CREATE INDEX "notifications_created_at_idx" ON "notifications"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_history_id_key" ON "notifications"("user_id", "history_id");

-- CreateIndex
CREATE INDEX "notification_messages_user_id_created_at_idx" ON "notification_messages"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_messages_created_at_idx" ON "notification_messages"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_messages_user_id_kind_day_key" ON "notification_messages"("user_id", "kind", "day");

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

-- CreateIndex
CREATE INDEX "metric_rollups_day_idx" ON "metric_rollups"("day");

-- CreateIndex
CREATE INDEX "metric_histograms_day_idx" ON "metric_histograms"("day");

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "notification_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_messages" ADD CONSTRAINT "notification_messages_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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

-- What waits is little, whatever has been told before: the rounds look every few seconds.
CREATE INDEX "notifications_waiting" ON "notifications" ("not_before", "user_id") WHERE "message_id" IS NULL AND "dropped" IS NULL;
CREATE INDEX "notification_messages_unsent" ON "notification_messages" ("next_try_at", "id") WHERE "sent_at" IS NULL AND "dropped" IS NULL;

ALTER TABLE "notification_settings"
  ADD CONSTRAINT "notification_settings_times" CHECK (
    ("quiet_from" IS NULL) = ("quiet_to" IS NULL) AND "quiet_from" <> "quiet_to"
    AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439 AND "digest_at" BETWEEN 0 AND 1439
  );
-- An alert has no day, a summary has one.
ALTER TABLE "notification_messages"
  ADD CONSTRAINT "notification_messages_day" CHECK (("kind" = 'alert') = ("day" IS NULL));
