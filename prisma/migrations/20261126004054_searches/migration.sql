-- DropIndex
DROP INDEX "calls_client_phone_hash_idx";

-- AlterTable
ALTER TABLE "call_transcripts" ADD COLUMN     "call_date" TIMESTAMPTZ(3),
ADD COLUMN     "operator" TEXT;

-- CreateTable
CREATE TABLE "searches" (
    "id" SERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "words" TEXT,
    "client_phone_hash" BYTEA,
    "client_phone_last4" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "searches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_links" (
    "token" TEXT NOT NULL,
    "history_id" BIGINT NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_links_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "searches_created_at_idx" ON "searches"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_links_history_id_key" ON "call_links"("history_id");

-- CreateIndex
CREATE INDEX "calls_client_phone_hash_call_date_history_id_idx" ON "calls"("client_phone_hash", "call_date", "history_id");

-- CreateIndex
CREATE INDEX "calls_operator_call_date_history_id_idx" ON "calls"("operator", "call_date", "history_id");

-- AddForeignKey
ALTER TABLE "searches" ADD CONSTRAINT "searches_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_links" ADD CONSTRAINT "call_links_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_links" ADD CONSTRAINT "call_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The words of a call with its time and operator, as one index can find them together. Days since 1970 (UTC) stand in
-- steps of 1, 8, 64 and 512, so that a stretch of time is one or two of them; the parser of words never makes one that
-- begins with @. services/bot-gateway/src/queries/search-words.ts asks in the same form.
CREATE FUNCTION "searchable_words"("turns" jsonb, "call_date" timestamptz, "operator" text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_to_tsvector('pg_catalog.russian', jsonb_path_query_array("turns", '$[*].text'), '["string"]')
    || array_to_tsvector(ARRAY[
      '@1:' || floor(extract(epoch FROM "call_date" - timestamptz '1970-01-01 00:00:00+00') / 86400)::text,
      '@8:' || floor(extract(epoch FROM "call_date" - timestamptz '1970-01-01 00:00:00+00') / 691200)::text,
      '@64:' || floor(extract(epoch FROM "call_date" - timestamptz '1970-01-01 00:00:00+00') / 5529600)::text,
      '@512:' || floor(extract(epoch FROM "call_date" - timestamptz '1970-01-01 00:00:00+00') / 44236800)::text,
      '@op:' || coalesce("operator", '')
    ]);

CREATE FUNCTION "call_transcripts_take_call"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT c."call_date", c."operator" INTO NEW."call_date", NEW."operator"
  FROM "calls" AS c WHERE c."history_id" = NEW."history_id";
  RETURN NEW;
END $$;
CREATE TRIGGER "call_transcripts_take_call" BEFORE INSERT OR UPDATE OF "turns" ON "call_transcripts"
  FOR EACH ROW EXECUTE FUNCTION "call_transcripts_take_call"();

CREATE FUNCTION "calls_tell_transcript"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "call_transcripts" SET "call_date" = NEW."call_date", "operator" = NEW."operator"
  WHERE "history_id" = NEW."history_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "calls_tell_transcript" AFTER UPDATE OF "call_date", "operator" ON "calls"
  FOR EACH ROW WHEN (OLD."call_date" <> NEW."call_date" OR OLD."operator" IS DISTINCT FROM NEW."operator")
  EXECUTE FUNCTION "calls_tell_transcript"();

UPDATE "call_transcripts" AS t SET "call_date" = c."call_date", "operator" = c."operator"
FROM "calls" AS c WHERE c."history_id" = t."history_id";

-- New calls gather in a list of at most 1 MB, which every search reads through, before they are sorted in.
CREATE INDEX "call_transcripts_words" ON "call_transcripts"
  USING gin ("searchable_words"("turns", "call_date", "operator")) WITH (gin_pending_list_limit = 1024);
