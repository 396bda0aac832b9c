-- CreateIndex
CREATE INDEX "call_promises_kept_by_call_idx" ON "call_promises"("kept_by_call");
