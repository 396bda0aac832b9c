-- Words that were typed and never sent are deleted again and again: each deletion looks here for what names them.
CREATE INDEX "assignments_note" ON "assignments"("note_id") WHERE "note_id" IS NOT NULL;
CREATE INDEX "assignments_reason_note" ON "assignments"("reason_note_id") WHERE "reason_note_id" IS NOT NULL;
CREATE INDEX "compensations_note" ON "compensations"("note_id") WHERE "note_id" IS NOT NULL;
CREATE INDEX "compensations_decision_note" ON "compensations"("decision_note_id") WHERE "decision_note_id" IS NOT NULL;
