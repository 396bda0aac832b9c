-- CreateTable
CREATE TABLE "bot_screens" (
    "chat_id" BIGINT NOT NULL,
    "message_id" INTEGER NOT NULL,
    "trail" TEXT[],
    "waiting_for" TEXT,
    "waiting_since" TIMESTAMPTZ(3),
    "late_told" BOOLEAN NOT NULL DEFAULT false,
    "last_action" TEXT,
    "last_action_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bot_screens_pkey" PRIMARY KEY ("chat_id","message_id")
);

-- CreateIndex
CREATE INDEX "bot_screens_waiting_since_idx" ON "bot_screens"("waiting_since");

-- CreateIndex
CREATE INDEX "bot_screens_updated_at_idx" ON "bot_screens"("updated_at");
