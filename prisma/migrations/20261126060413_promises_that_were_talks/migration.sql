-- AlterTable
ALTER TABLE "call_promises" ADD COLUMN     "is_talk" BOOLEAN NOT NULL DEFAULT false;

-- Kept before the column existed: the telephony's seconds are all that a migration can tell a talk by.
UPDATE "call_promises" AS p SET "is_talk" = true
FROM "calls" AS c WHERE c.history_id = p.kept_by_call AND c.talk_duration >= 30;
