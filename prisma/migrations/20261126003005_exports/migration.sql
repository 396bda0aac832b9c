-- CreateEnum
CREATE TYPE "ExportContent" AS ENUM ('complaint', 'followup', 'lost', 'calls', 'day', 'source', 'metric');

-- CreateEnum
CREATE TYPE "ExportColumns" AS ENUM ('main', 'all', 'ids');

-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('csv', 'xlsx');

-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "ExportFailure" AS ENUM ('too_big', 'gave_up');

-- CreateTable
CREATE TABLE "exports" (
    "id" SERIAL NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "content" "ExportContent" NOT NULL,
    "columns" "ExportColumns",
    "format" "ExportFormat" NOT NULL,
    "language" TEXT NOT NULL,
    "days" SMALLINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "is_masked" BOOLEAN NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'queued',
    "failure" "ExportFailure",
    "total_rows" INTEGER NOT NULL,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER,
    "sha256" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_chunks" (
    "export_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_chunks_pkey" PRIMARY KEY ("export_id","number")
);

-- CreateIndex
CREATE INDEX "exports_requested_by_id_id_idx" ON "exports"("requested_by_id", "id");

-- CreateIndex
CREATE INDEX "exports_state_expires_at_idx" ON "exports"("state", "expires_at");

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_chunks" ADD CONSTRAINT "export_chunks_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "exports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

-- One at a time: whoever taps again, or does not wait, does not fill the queue.
CREATE UNIQUE INDEX "exports_one_open" ON "exports" ("requested_by_id") WHERE "state" IN ('queued', 'running');

-- Files are compressed already, or read once: no second compression.
ALTER TABLE "export_chunks" ALTER COLUMN "content" SET STORAGE EXTERNAL;
