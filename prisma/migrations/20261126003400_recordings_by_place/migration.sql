-- A cache that fills itself again: of which recording its files are, only the new columns know.
DELETE FROM "telegram_files";

-- CreateEnum
CREATE TYPE "TelegramFileKind" AS ENUM ('audio', 'document');

-- AlterTable
ALTER TABLE "telegram_files" DROP CONSTRAINT "telegram_files_pkey",
ADD COLUMN     "claimed_by" UUID,
ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "content_hash" BYTEA,
ADD COLUMN     "kind" "TelegramFileKind",
ADD COLUMN     "location_hash" BYTEA NOT NULL,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "file_id" DROP NOT NULL,
ADD CONSTRAINT "telegram_files_pkey" PRIMARY KEY ("history_id", "bot_id", "location_hash");

-- AddForeignKey
ALTER TABLE "telegram_files" ADD CONSTRAINT "telegram_files_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;
