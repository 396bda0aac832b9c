-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('alert', 'digest', 'weekly');

-- CreateEnum
CREATE TYPE "NotificationDrop" AS ENUM ('handled', 'no_longer_red', 'not_allowed', 'turned_off', 'late');

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
