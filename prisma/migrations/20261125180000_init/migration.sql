-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('record', 'lead_no_record', 'info_only', 'refusal', 'cancel', 'reschedule', 'complaint', 'spam', 'technical', 'missed', 'non_target');

-- CreateEnum
CREATE TYPE "ChurnLevel" AS ENUM ('low', 'medium', 'high', 'critical');

-- CreateEnum
CREATE TYPE "CalcProfile" AS ENUM ('default', 'night', 'weekend');

-- CreateEnum
CREATE TYPE "FollowupReason" AS ENUM ('client_thinks', 'client_asked_callback', 'clinic_promised', 'no_slots', 'price', 'dropped_call', 'complaint_open');

-- CreateEnum
CREATE TYPE "LossReason" AS ENUM ('price', 'time', 'competitor', 'trust', 'not_relevant', 'operator_error', 'unknown');

-- CreateEnum
CREATE TYPE "RulesetState" AS ENUM ('shadow', 'active', 'retired');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('operator', 'marketing', 'admin', 'superadmin', 'supreme_dev');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('newcomer', 'requested', 'active', 'rejected', 'blocked');

-- CreateEnum
CREATE TYPE "AssignmentKind" AS ENUM ('callback', 'review', 'training');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('open', 'accepted', 'in_progress', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "AssignmentResult" AS ENUM ('booked', 'refused', 'thinking', 'other');

-- CreateEnum
CREATE TYPE "CallMarkKind" AS ENUM ('listened', 'priority_review');

-- CreateEnum
CREATE TYPE "ActionOutcome" AS ENUM ('done', 'denied', 'failed');

-- CreateTable
CREATE TABLE "calls" (
    "history_id" BIGINT NOT NULL,
    "call_date" TIMESTAMPTZ(3) NOT NULL,
    "direction" "Direction" NOT NULL,
    "await_sec" INTEGER,
    "talk_duration" INTEGER,
    "operator" TEXT,
    "source" TEXT,
    "recording_url" TEXT,
    "client_phone_encrypted" BYTEA,
    "client_phone_hash" BYTEA,
    "client_phone_last4" TEXT,
    "upstream" JSONB,
    "content_hash" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("history_id")
);

-- CreateTable
CREATE TABLE "call_transcripts" (
    "history_id" BIGINT NOT NULL,
    "turns" JSONB NOT NULL,

    CONSTRAINT "call_transcripts_pkey" PRIMARY KEY ("history_id")
);

-- CreateTable
CREATE TABLE "call_scores" (
    "history_id" BIGINT NOT NULL,
    "lm_version_tag" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "call_date" TIMESTAMPTZ(3) NOT NULL,
    "operator" TEXT,
    "calc_profile" "CalcProfile" NOT NULL,
    "valid_dialogue" BOOLEAN NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "is_target" BOOLEAN,
    "response_speed_score" SMALLINT,
    "talk_time_efficiency" SMALLINT,
    "queue_impact_index" SMALLINT,
    "conversion_score" SMALLINT,
    "lost_opportunity_score" SMALLINT,
    "cross_sell_potential" SMALLINT,
    "checklist_coverage_ratio" SMALLINT,
    "normalized_call_score" SMALLINT,
    "script_risk_index" SMALLINT,
    "churn_risk_level" "ChurnLevel",
    "churn_risk_score" SMALLINT,
    "complaint_risk_flag" BOOLEAN,
    "complaint_risk_score" SMALLINT,
    "followup_needed_flag" BOOLEAN,
    "followup_reason" "FollowupReason",
    "followup_due_at" TIMESTAMPTZ(3),
    "loss_reason" "LossReason",
    "conversion_prob_forecast" DOUBLE PRECISION,
    "second_call_prob" DOUBLE PRECISION,
    "complaint_prob" DOUBLE PRECISION,
    "gates" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "ruled_out" JSONB NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_scores_pkey" PRIMARY KEY ("history_id","lm_version_tag")
);

-- CreateTable
CREATE TABLE "lm_rulesets" (
    "tag" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "state" "RulesetState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lm_rulesets_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "call_marks" (
    "history_id" BIGINT NOT NULL,
    "kind" "CallMarkKind" NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_marks_pkey" PRIMARY KEY ("history_id","kind","user_id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" SERIAL NOT NULL,
    "history_id" BIGINT NOT NULL,
    "kind" "AssignmentKind" NOT NULL,
    "state" "AssignmentState" NOT NULL DEFAULT 'open',
    "owner_id" INTEGER NOT NULL,
    "given_by_id" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "result" "AssignmentResult",
    "verified_by_call" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT,
    "username" TEXT,
    "role" "Role",
    "status" "UserStatus" NOT NULL DEFAULT 'newcomer',
    "operator_code" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_action_logs" (
    "seq" BIGINT NOT NULL,
    "message_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" INTEGER,
    "actor_role" "Role",
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "history_id" BIGINT,
    "outcome" "ActionOutcome" NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "admin_action_logs_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "daily_rollups" (
    "day" DATE NOT NULL,
    "operator" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "without_transcript" INTEGER NOT NULL,
    "valid_dialogues" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "target_calls" INTEGER NOT NULL,
    "records" INTEGER NOT NULL,
    "complaint_red" INTEGER NOT NULL,
    "complaint_yellow" INTEGER NOT NULL,
    "followup_needed" INTEGER NOT NULL,
    "lost_red" INTEGER NOT NULL,
    "churn_high" INTEGER NOT NULL,
    "cross_sell" INTEGER NOT NULL,
    "quality_sum" INTEGER NOT NULL,
    "quality_calls" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "daily_rollups_pkey" PRIMARY KEY ("day","operator")
);

-- CreateTable
CREATE TABLE "dirty_rollup_days" (
    "day" DATE NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dirty_rollup_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "message_id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_send_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processed_messages" (
    "queue" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "processed_messages_pkey" PRIMARY KEY ("queue","message_id")
);

-- CreateTable
CREATE TABLE "pending_inputs" (
    "chat_id" BIGINT NOT NULL,
    "request" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pending_inputs_pkey" PRIMARY KEY ("chat_id")
);

-- CreateTable
CREATE TABLE "telegram_files" (
    "history_id" BIGINT NOT NULL,
    "bot_id" BIGINT NOT NULL,
    "file_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "telegram_files_pkey" PRIMARY KEY ("history_id","bot_id")
);

-- CreateTable
CREATE TABLE "service_instances" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "metrics" JSONB NOT NULL,

    CONSTRAINT "service_instances_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calls_call_date_history_id_idx" ON "calls"("call_date", "history_id");

-- CreateIndex
CREATE INDEX "calls_client_phone_hash_idx" ON "calls"("client_phone_hash");

-- CreateIndex
CREATE INDEX "call_scores_call_date_idx" ON "call_scores"("call_date");

-- CreateIndex
CREATE INDEX "assignments_owner_id_state_due_at_id_idx" ON "assignments"("owner_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "assignments_given_by_id_state_due_at_id_idx" ON "assignments"("given_by_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "assignments_state_due_at_id_idx" ON "assignments"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "assignments_history_id_idx" ON "assignments"("history_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_telegram_id_key" ON "users"("telegram_id");

-- CreateIndex
CREATE INDEX "users_status_role_idx" ON "users"("status", "role");

-- CreateIndex
CREATE UNIQUE INDEX "admin_action_logs_message_id_key" ON "admin_action_logs"("message_id");

-- CreateIndex
CREATE INDEX "admin_action_logs_actor_id_seq_idx" ON "admin_action_logs"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "admin_action_logs_history_id_seq_idx" ON "admin_action_logs"("history_id", "seq");

-- CreateIndex
CREATE INDEX "admin_action_logs_subject_kind_subject_id_seq_idx" ON "admin_action_logs"("subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "outbox_priority_next_send_at_id_idx" ON "outbox"("priority", "next_send_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_id_queue_key" ON "outbox"("message_id", "queue");

-- CreateIndex
CREATE INDEX "processed_messages_processed_at_idx" ON "processed_messages"("processed_at");

-- CreateIndex
CREATE INDEX "service_instances_seen_at_idx" ON "service_instances"("seen_at");

-- AddForeignKey
ALTER TABLE "call_transcripts" ADD CONSTRAINT "call_transcripts_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_scores" ADD CONSTRAINT "call_scores_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_marks" ADD CONSTRAINT "call_marks_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_marks" ADD CONSTRAINT "call_marks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_history_id_fkey" FOREIGN KEY ("history_id") REFERENCES "calls"("history_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------------

-- A call has at most one current score.
CREATE UNIQUE INDEX "call_scores_one_current" ON "call_scores" ("history_id") WHERE "is_current";

-- The lists: a period of one indicator's calls is read without touching the rest of the table.
CREATE INDEX "call_scores_complaint_list" ON "call_scores" ("call_date", "complaint_risk_score") WHERE "is_current" AND "complaint_risk_flag";
CREATE INDEX "call_scores_followup_list" ON "call_scores" ("call_date", "lost_opportunity_score") WHERE "is_current" AND "followup_needed_flag";
CREATE INDEX "call_scores_lost_list" ON "call_scores" ("call_date", "lost_opportunity_score") WHERE "is_current" AND "lost_opportunity_score" >= 40;
CREATE INDEX "call_scores_operator_list" ON "call_scores" ("operator", "call_date") WHERE "is_current";

-- One call is at most once in one kind of open work: two admins cannot both give it away.
CREATE UNIQUE INDEX "assignments_one_open" ON "assignments" ("history_id", "kind") WHERE "state" IN ('open', 'accepted', 'in_progress');
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_closed_at" CHECK (("state" IN ('done', 'failed', 'cancelled')) = ("closed_at" IS NOT NULL));

-- Access follows from status: nobody acts without a role.
ALTER TABLE "users" ADD CONSTRAINT "users_active_has_role" CHECK ("status" <> 'active' OR "role" IS NOT NULL);

ALTER TABLE "calls" ADD CONSTRAINT "calls_seconds" CHECK ("await_sec" >= 0 AND "talk_duration" >= 0);
ALTER TABLE "call_scores" ADD CONSTRAINT "call_scores_ranges" CHECK (
  "response_speed_score" BETWEEN 1 AND 5
  AND "talk_time_efficiency" BETWEEN 0 AND 100 AND "queue_impact_index" BETWEEN 0 AND 100
  AND "conversion_score" BETWEEN 0 AND 100 AND "lost_opportunity_score" BETWEEN 0 AND 100
  AND "cross_sell_potential" BETWEEN 0 AND 100 AND "checklist_coverage_ratio" BETWEEN 0 AND 100
  AND "normalized_call_score" BETWEEN 0 AND 100 AND "script_risk_index" BETWEEN 0 AND 100
  AND "churn_risk_score" BETWEEN 0 AND 100 AND "complaint_risk_score" BETWEEN 0 AND 100
  AND "conversion_prob_forecast" BETWEEN 0 AND 1 AND "second_call_prob" BETWEEN 0 AND 1 AND "complaint_prob" BETWEEN 0 AND 1
);

-- The log is append-only, for everybody, the owner of the table included.
CREATE FUNCTION "refuse_log_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'admin_action_logs is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "admin_action_logs_append_only" BEFORE UPDATE OR DELETE ON "admin_action_logs"
  FOR EACH ROW EXECUTE FUNCTION "refuse_log_change"();
CREATE TRIGGER "admin_action_logs_no_truncate" BEFORE TRUNCATE ON "admin_action_logs"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_log_change"();
-- Also under session_replication_role = replica, which skips ordinary triggers.
ALTER TABLE "admin_action_logs" ENABLE ALWAYS TRIGGER "admin_action_logs_append_only";
ALTER TABLE "admin_action_logs" ENABLE ALWAYS TRIGGER "admin_action_logs_no_truncate";

-- Rows of these tables live for milliseconds: dead ones are swept before they slow the relay down.
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
