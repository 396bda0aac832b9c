-- CreateEnum
CREATE TYPE "BlindDraw" AS ENUM ('judged', 'random');

-- AlterTable
ALTER TABLE "blind_reviews" ADD COLUMN     "drawn_as" "BlindDraw" NOT NULL,
ADD COLUMN     "first_answer" BOOLEAN,
ADD COLUMN     "skipped_by_ids" INTEGER[];
