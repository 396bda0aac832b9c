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
CREATE INDEX "metric_rollups_day_idx" ON "metric_rollups"("day");

-- CreateIndex
CREATE INDEX "metric_histograms_day_idx" ON "metric_histograms"("day");

-- The days that are rolled up already are counted again, with the new tables.
INSERT INTO "dirty_rollup_days" ("day") SELECT DISTINCT "day" FROM "daily_rollups" ON CONFLICT DO NOTHING;
