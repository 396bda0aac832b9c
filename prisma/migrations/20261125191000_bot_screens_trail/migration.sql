-- CreateIndex
CREATE INDEX "bot_screens_trail_idx" ON "bot_screens" USING GIN ("trail");
