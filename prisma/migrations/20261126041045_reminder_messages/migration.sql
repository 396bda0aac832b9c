-- A message of reminders belongs to no day, like one about red calls: a person may get several.
ALTER TABLE "notification_messages" DROP CONSTRAINT "notification_messages_day";
ALTER TABLE "notification_messages"
  ADD CONSTRAINT "notification_messages_day" CHECK (("kind" IN ('alert', 'reminder')) = ("day" IS NULL));
