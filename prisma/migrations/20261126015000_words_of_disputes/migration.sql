-- A dispute that is erased with its call takes what was written in it along: the words are about the call.
CREATE FUNCTION "score_disputes_take_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "notes" AS n WHERE n."id" IN (OLD."note_id", OLD."decision_note_id")
    AND NOT EXISTS (SELECT 1 FROM "problem_messages" AS m WHERE m."note_id" = n."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "score_disputes_take_words" AFTER DELETE ON "score_disputes"
  FOR EACH ROW EXECUTE FUNCTION "score_disputes_take_words"();
