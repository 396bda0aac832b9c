-- DropIndex
DROP INDEX "reminders_assignment_id_level_due_at_user_id_key";

-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "handed_on_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "reminders" ADD COLUMN     "compensation_id" INTEGER,
ADD COLUMN     "held_since" TIMESTAMPTZ(3),
ADD COLUMN     "is_passed_on" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "assignment_id" DROP NOT NULL;

-- Nobody knows any more who had it in between: what was told so far was told of the holding that lasts.
UPDATE "reminders" AS r SET "held_since" = a."opened_at" FROM "assignments" AS a WHERE a."id" = r."assignment_id";

-- About one thing; a holding has its moment.
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_about_one" CHECK (
  num_nonnulls("assignment_id", "compensation_id") = 1 AND ("assignment_id" IS NULL) = ("held_since" IS NULL));

-- CreateIndex
CREATE UNIQUE INDEX "reminders_assignment_id_level_due_at_held_since_user_id_key" ON "reminders"("assignment_id", "level", "due_at", "held_since", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminders_compensation_id_level_user_id_key" ON "reminders"("compensation_id", "level", "user_id");

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_compensation_id_fkey" FOREIGN KEY ("compensation_id") REFERENCES "compensations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
