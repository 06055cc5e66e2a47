CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"display_name" text NOT NULL,
	"username" text,
	"phone_hash" text,
	"phone_encrypted" text,
	"phone_masked" text,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamp with time zone NOT NULL,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"totp_secret_encrypted" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"privacy_version" text,
	"privacy_accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "account_status" CHECK ("account"."status" in ('active', 'suspended', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "account_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "account_claim_status" CHECK ("account_claim"."status" in ('pending', 'confirmed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('trainee', 'institution_admin', 'provider_staff', 'district_officer', 'city_officer', 'system_admin', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"membership_id" uuid
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"lesson_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"minutes_credited" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"late_reason" text,
	CONSTRAINT "attendance_lesson_id_enrolment_id_pk" PRIMARY KEY("lesson_id","enrolment_id"),
	CONSTRAINT "attendance_mark" CHECK ("attendance"."mark" in ('present', 'late', 'leave', 'absent')),
	CONSTRAINT "attendance_minutes" CHECK ("attendance"."minutes_credited" >= 0)
);
--> statement-breakpoint
CREATE TABLE "certificate_counter" (
	"letter" text NOT NULL,
	"district_code" char(6) NOT NULL,
	"year" integer NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "certificate_counter_letter_district_code_year_pk" PRIMARY KEY("letter","district_code","year")
);
--> statement-breakpoint
CREATE TABLE "closing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"decision_due_on" date NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	CONSTRAINT "closing_kind" CHECK ("closing"."kind" in ('main', 'supplementary')),
	CONSTRAINT "closing_status" CHECK ("closing"."status" in ('submitted', 'approved', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "completion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"closing_id" uuid,
	"category" text NOT NULL,
	"counts_toward_plan" boolean NOT NULL,
	"is_pre_service" boolean NOT NULL,
	"institution_id" uuid,
	"district_code" char(6),
	"operator_type" text,
	"completed_on" date NOT NULL,
	"theory_minutes" integer NOT NULL,
	"practice_minutes" integer NOT NULL,
	"evidence" jsonb NOT NULL,
	"evidence_hash" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "completion_status" CHECK ("completion"."status" in ('valid', 'revoked', 'voided')),
	CONSTRAINT "completion_category" CHECK ("completion"."category" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "completion_operator_type" CHECK ("completion"."operator_type" in ('community', 'employer', 'kindergarten_class', 'kindergarten_site_converted', 'private', 'public', 'family_site', 'service_centre'))
);
--> statement-breakpoint
CREATE TABLE "completion_certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"completion_id" uuid NOT NULL,
	"number" text NOT NULL,
	"public_code" text NOT NULL,
	"issued_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text
);
--> statement-breakpoint
CREATE TABLE "completion_entry" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"completion_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"delta" integer NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"folded_at" timestamp with time zone,
	CONSTRAINT "completion_entry_kind" CHECK ("completion_entry"."kind" in ('completed', 'revoked', 'voided')),
	CONSTRAINT "completion_entry_delta" CHECK ("completion_entry"."delta" = case when "completion_entry"."kind" = 'completed' then 1 else -1 end)
);
--> statement-breakpoint
CREATE TABLE "score" (
	"enrolment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"points" numeric(4, 1) NOT NULL,
	"assessed_on" date NOT NULL,
	"assessor" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "score_enrolment_id_kind_pk" PRIMARY KEY("enrolment_id","kind"),
	CONSTRAINT "score_kind" CHECK ("score"."kind" in ('theory', 'practical', 'theory_retest', 'practical_retest')),
	CONSTRAINT "score_points" CHECK ("score"."points" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "course" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"title" text NOT NULL,
	"categories" text[] NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"delivery" text NOT NULL,
	"status" text NOT NULL,
	"outline_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"pass_rule" jsonb NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"current_syllabus_id" uuid,
	"published_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"decision_due_on" date,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "course_status" CHECK ("course"."status" in ('draft', 'submitted', 'approved', 'returned', 'published', 'archived')),
	CONSTRAINT "course_delivery" CHECK ("course"."delivery" in ('on_site', 'online', 'blended')),
	CONSTRAINT "course_categories" CHECK ("course"."categories" <@ array['principal', 'caregiver', 'health_staff', 'other']::text[]),
	CONSTRAINT "course_has_category" CHECK (cardinality("course"."categories") > 0)
);
--> statement-breakpoint
CREATE TABLE "course_attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "course_module" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"outline_module_code" text,
	"theory_minutes" integer NOT NULL,
	"practice_minutes" integer NOT NULL,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "course_module_minutes" CHECK ("course_module"."theory_minutes" >= 0 and "course_module"."practice_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"version" integer NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"document_no" text,
	"source" text NOT NULL,
	"theory_minutes" integer NOT NULL,
	"practice_minutes" integer NOT NULL,
	"effective_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "outline_category" CHECK ("outline"."category" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "outline_source" CHECK ("outline"."source" in ('official', 'proposed'))
);
--> statement-breakpoint
CREATE TABLE "outline_module" (
	"id" uuid PRIMARY KEY NOT NULL,
	"outline_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"theory_minutes" integer NOT NULL,
	"practice_minutes" integer NOT NULL,
	"topics" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "syllabus_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"search_text" text GENERATED ALWAYS AS (lower(normalize(coalesce(content->>'title', '') || ' ' || coalesce(content->>'audience', '') || ' ' || coalesce(content->>'summary', '') || ' ' || jsonb_path_query_array(content, '$.modules[*].title')::text || ' ' || jsonb_path_query_array(content, '$.modules[*].topics[*]')::text, NFKC))) STORED NOT NULL,
	"title" text GENERATED ALWAYS AS (content->>'title') STORED NOT NULL,
	"delivery" text GENERATED ALWAYS AS (content->>'delivery') STORED NOT NULL,
	"categories" jsonb GENERATED ALWAYS AS (content->'categories') STORED NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"approved_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text NOT NULL,
	"category" text NOT NULL,
	"role" text,
	"is_pre_service" boolean NOT NULL,
	"institution_id" uuid,
	"district_code" char(6),
	"operator_type" text,
	"institution_answer" text NOT NULL,
	"institution_answer_due_on" date,
	"institution_answered_at" timestamp with time zone,
	"institution_answered_by" uuid,
	"nominated_by" uuid,
	"queue_place" integer,
	"offered_at" timestamp with time zone,
	"offer_expires_at" timestamp with time zone,
	"needs_lodging" boolean DEFAULT false NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolment_status" CHECK ("enrolment"."status" in ('applied', 'approved', 'waitlisted', 'offered', 'lapsed', 'declined', 'rejected', 'withdrawn', 'voided', 'attending', 'passed', 'failed', 'absent')),
	CONSTRAINT "enrolment_category" CHECK ("enrolment"."category" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "enrolment_role" CHECK ("enrolment"."role" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "enrolment_operator_type" CHECK ("enrolment"."operator_type" in ('community', 'employer', 'kindergarten_class', 'kindergarten_site_converted', 'private', 'public', 'family_site', 'service_centre')),
	CONSTRAINT "enrolment_institution_answer" CHECK ("enrolment"."institution_answer" in ('not_needed', 'pending', 'confirmed', 'refused', 'silent')),
	CONSTRAINT "enrolment_offer" CHECK ("enrolment"."status" <> 'offered' or "enrolment"."offer_expires_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "dispatcher_cursor" (
	"id" integer PRIMARY KEY NOT NULL,
	"txid" "xid8" NOT NULL,
	"seq" bigint NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text,
	"organisation_id" uuid,
	"data" jsonb NOT NULL,
	"request_id" text,
	"at" timestamp with time zone NOT NULL,
	"txid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "event_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "job_receipt" (
	"event_id" uuid NOT NULL,
	"job_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_receipt_event_id_job_name_pk" PRIMARY KEY("event_id","job_name")
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_name" text NOT NULL,
	"event_id" uuid,
	"attempt" integer NOT NULL,
	"worker_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "job_worker" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"backend" text NOT NULL,
	"queue" jsonb NOT NULL,
	"lag_ms" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"document_no" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"is_closed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "plan_period_days" CHECK ("plan_period"."ends_on" is null or "plan_period"."ends_on" >= "plan_period"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "recount" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"rows_counted" integer DEFAULT 0 NOT NULL,
	"differences" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recount_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recount_id" uuid NOT NULL,
	"period_id" uuid,
	"metric" text,
	"kind" text NOT NULL,
	"completion_id" uuid,
	"enrolment_id" uuid,
	"cell" jsonb,
	"tallied" bigint,
	"recounted" bigint
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"period_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"district" text NOT NULL,
	"month" text NOT NULL,
	"operator_type" text NOT NULL,
	"person_times" integer NOT NULL,
	"persons" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tally_period_id_metric_district_month_operator_type_pk" PRIMARY KEY("period_id","metric","district","month","operator_type"),
	CONSTRAINT "tally_not_negative" CHECK ("tally"."person_times" >= 0 and "tally"."persons" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tally_person" (
	"period_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"district" text NOT NULL,
	"month" text NOT NULL,
	"operator_type" text NOT NULL,
	"person_id" uuid NOT NULL,
	"times" integer NOT NULL,
	"last_move" integer NOT NULL,
	CONSTRAINT "tally_person_period_id_metric_district_month_operator_type_person_id_pk" PRIMARY KEY("period_id","metric","district","month","operator_type","person_id")
);
--> statement-breakpoint
CREATE TABLE "tally_state" (
	"period_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"under_check" boolean DEFAULT false NOT NULL,
	CONSTRAINT "tally_state_period_id_metric_pk" PRIMARY KEY("period_id","metric")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"metric" text NOT NULL,
	"district_code" char(6),
	"value" numeric(12, 2),
	"unit" text NOT NULL,
	"clause" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"counting_rule" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "target_metric" CHECK ("target"."metric" in ('principal_person_times', 'caregiver_person_times')),
	CONSTRAINT "target_counting_rule" CHECK ("target"."counting_rule" in ('person_times_2023'))
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"params" jsonb NOT NULL,
	"link" text,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notification_once" UNIQUE NULLS NOT DISTINCT("event_id","kind","person_id","organisation_id"),
	CONSTRAINT "notification_kind" CHECK ("notification"."kind" in ('enrolment_received', 'enrolment_confirmation_asked', 'enrolment_confirmed', 'enrolment_approved', 'enrolment_rejected', 'enrolment_waitlisted', 'enrolment_offered', 'enrolment_offer_accepted', 'enrolment_offer_lapsed', 'enrolment_waiting_ended', 'enrolment_withdrawn', 'enrolment_voided', 'nominated', 'lesson_moved', 'lesson_cancelled', 'class_moved', 'class_cancelled', 'minimum_decision', 'course_submitted', 'course_approved', 'course_returned', 'closing_submitted', 'closing_approved', 'closing_returned', 'training_passed', 'training_not_passed', 'completion_certificate_issued', 'completion_certificate_revoked', 'completion_voided', 'organisation_applied', 'organisation_approved', 'organisation_returned', 'account_issued', 'account_claim_asked', 'account_claim_decided', 'password_reset', 'registration_repeated', 'recount_differs'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notification_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"recipient_encrypted" text NOT NULL,
	"recipient_masked" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "outbox_channel" CHECK ("outbox"."channel" in ('inbox', 'sms', 'mail')),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "district" (
	"code" char(6) PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"district_group" text NOT NULL,
	"sort" integer NOT NULL,
	"is_admin_division" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"uscc" char(18),
	"legal_nature" text,
	"site_no" integer DEFAULT 1 NOT NULL,
	"district_code" char(6),
	"status" text NOT NULL,
	"categories" text[] DEFAULT '{}'::text[] NOT NULL,
	"operator_type" text,
	"filing_status" text,
	"filed_on" date,
	"address" text,
	"contact_name" text,
	"contact_phone" text,
	"contact_email" text,
	"application_note" text,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organisation_kind" CHECK ("organisation"."kind" in ('commission_city', 'commission_district', 'institution', 'college', 'service_centre', 'mch_centre', 'operations')),
	CONSTRAINT "organisation_status" CHECK ("organisation"."status" in ('applied', 'approved', 'returned', 'suspended')),
	CONSTRAINT "organisation_legal_nature" CHECK ("organisation"."legal_nature" in ('public_institution', 'social_service_org', 'enterprise', 'individual_business', 'other')),
	CONSTRAINT "organisation_operator_type" CHECK ("organisation"."operator_type" in ('community', 'employer', 'kindergarten_class', 'kindergarten_site_converted', 'private', 'public', 'family_site', 'service_centre')),
	CONSTRAINT "organisation_filing_status" CHECK ("organisation"."filing_status" in ('not_filed', 'filed', 'changed_pending', 'cancelled', 'licensed')),
	CONSTRAINT "organisation_categories" CHECK ("organisation"."categories" <@ array['principal', 'caregiver', 'health_staff', 'other']::text[])
);
--> statement-breakpoint
CREATE TABLE "engagement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"role" text NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date,
	"on_post" boolean DEFAULT true NOT NULL,
	"is_full_time" boolean DEFAULT true NOT NULL,
	"is_intern" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "engagement_role" CHECK ("engagement"."role" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "engagement_period" CHECK ("engagement"."end_on" is null or "engagement"."end_on" > "engagement"."start_on")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"id_type" text NOT NULL,
	"id_number_encrypted" text NOT NULL,
	"id_number_hash" text NOT NULL,
	"id_number_masked" text NOT NULL,
	"phone_encrypted" text,
	"phone_hash" text,
	"phone_masked" text,
	"gender" text,
	"born_on" date,
	"ethnicity" text,
	"education" text,
	"field_of_study" text,
	"work_started_on" date,
	"is_pre_service" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "person_id_type" CHECK ("person"."id_type" in ('resident_id', 'residence_permit', 'hk_macao_permit', 'taiwan_permit', 'foreign_permanent', 'passport')),
	CONSTRAINT "person_gender" CHECK ("person"."gender" in ('male', 'female')),
	CONSTRAINT "person_education" CHECK ("person"."education" in ('junior_secondary', 'senior_secondary', 'secondary_vocational', 'associate', 'bachelor', 'master', 'doctor'))
);
--> statement-breakpoint
CREATE TABLE "lesson" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"kind" text NOT NULL,
	"module_code" text,
	"title" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"lecturer" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"change_reason" text,
	CONSTRAINT "lesson_kind" CHECK ("lesson"."kind" in ('theory', 'practice')),
	CONSTRAINT "lesson_status" CHECK ("lesson"."status" in ('scheduled', 'cancelled')),
	CONSTRAINT "lesson_times" CHECK ("lesson"."ends_at" > "lesson"."starts_at" and "lesson"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "training_class" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"syllabus_version_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"district_code" char(6),
	"code" text NOT NULL,
	"term" text DEFAULT '' NOT NULL,
	"delivery" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"meeting_link" text,
	"capacity" integer NOT NULL,
	"minimum_size" integer DEFAULT 1 NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"waiting_count" integer DEFAULT 0 NOT NULL,
	"last_queue_place" integer DEFAULT 0 NOT NULL,
	"enrol_from_on" date NOT NULL,
	"enrol_until_on" date NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"counts_toward_plan" boolean DEFAULT true NOT NULL,
	"free_withdrawal" boolean DEFAULT false NOT NULL,
	"minimum_decision" text,
	"minimum_decision_due_on" date,
	"change_reason" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "training_class_status" CHECK ("training_class"."status" in ('planned', 'enrolling', 'full', 'in_progress', 'assessing', 'closing_review', 'closed', 'cancelled')),
	CONSTRAINT "training_class_delivery" CHECK ("training_class"."delivery" in ('on_site', 'online', 'blended')),
	CONSTRAINT "training_class_minimum_decision" CHECK ("training_class"."minimum_decision" in ('pending', 'proceed', 'extend', 'cancel')),
	CONSTRAINT "training_class_seats" CHECK ("training_class"."seats_taken" between 0 and "training_class"."capacity"),
	CONSTRAINT "training_class_capacity" CHECK ("training_class"."capacity" between 1 and 2000 and "training_class"."minimum_size" between 1 and "training_class"."capacity"),
	CONSTRAINT "training_class_days" CHECK ("training_class"."ends_on" >= "training_class"."starts_on" and "training_class"."enrol_until_on" >= "training_class"."enrol_from_on")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_claim" ADD CONSTRAINT "account_claim_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_claim" ADD CONSTRAINT "account_claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_lesson_id_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing" ADD CONSTRAINT "closing_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_closing_id_closing_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."closing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_certificate" ADD CONSTRAINT "completion_certificate_completion_id_completion_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_entry" ADD CONSTRAINT "completion_entry_completion_id_completion_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_provider_id_organisation_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_current_syllabus_id_syllabus_version_id_fk" FOREIGN KEY ("current_syllabus_id") REFERENCES "public"."syllabus_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_attachment" ADD CONSTRAINT "course_attachment_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_module" ADD CONSTRAINT "course_module_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outline_module" ADD CONSTRAINT "outline_module_outline_id_outline_id_fk" FOREIGN KEY ("outline_id") REFERENCES "public"."outline"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "syllabus_version" ADD CONSTRAINT "syllabus_version_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recount_difference" ADD CONSTRAINT "recount_difference_recount_id_recount_id_fk" FOREIGN KEY ("recount_id") REFERENCES "public"."recount"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally" ADD CONSTRAINT "tally_period_id_plan_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."plan_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_state" ADD CONSTRAINT "tally_state_period_id_plan_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."plan_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_period_id_plan_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."plan_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_notification_id_notification_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notification"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_class" ADD CONSTRAINT "training_class_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_class" ADD CONSTRAINT "training_class_syllabus_version_id_syllabus_version_id_fk" FOREIGN KEY ("syllabus_version_id") REFERENCES "public"."syllabus_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_class" ADD CONSTRAINT "training_class_provider_id_organisation_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_class" ADD CONSTRAINT "training_class_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_person" ON "account" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_username" ON "account" USING btree (lower("username"));--> statement-breakpoint
CREATE UNIQUE INDEX "account_phone_hash" ON "account" USING btree ("phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "account_claim_open" ON "account_claim" USING btree ("account_id","person_id") WHERE "account_claim"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "membership_live" ON "membership" USING btree ("account_id","organisation_id","role") WHERE "membership"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "membership_organisation" ON "membership" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "password_history_account" ON "password_history" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "attendance_enrolment" ON "attendance" USING btree ("enrolment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "closing_open" ON "closing" USING btree ("class_id") WHERE "closing"."status" = 'submitted';--> statement-breakpoint
CREATE INDEX "closing_class" ON "closing" USING btree ("class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_person_class" ON "completion" USING btree ("person_id","class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_enrolment" ON "completion" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "completion_rows" ON "completion" USING btree ("category","completed_on","district_code");--> statement-breakpoint
CREATE INDEX "completion_class" ON "completion" USING btree ("class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_certificate_completion" ON "completion_certificate" USING btree ("completion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_certificate_number" ON "completion_certificate" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_certificate_public_code" ON "completion_certificate" USING btree ("public_code");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_entry_once" ON "completion_entry" USING btree ("completion_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_entry_taken_back" ON "completion_entry" USING btree ("completion_id") WHERE "completion_entry"."delta" < 0;--> statement-breakpoint
CREATE INDEX "completion_entry_unfolded" ON "completion_entry" USING btree ("seq") WHERE "completion_entry"."folded_at" is null;--> statement-breakpoint
CREATE INDEX "course_provider" ON "course" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "course_status_index" ON "course" USING btree ("status");--> statement-breakpoint
CREATE INDEX "course_attachment_course" ON "course_attachment" USING btree ("course_id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_module_code" ON "course_module" USING btree ("course_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "outline_category_version" ON "outline" USING btree ("category","version");--> statement-breakpoint
CREATE UNIQUE INDEX "outline_module_code" ON "outline_module" USING btree ("outline_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "syllabus_version_number" ON "syllabus_version" USING btree ("course_id","version");--> statement-breakpoint
CREATE INDEX "syllabus_version_search" ON "syllabus_version" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_live" ON "enrolment" USING btree ("class_id","person_id") WHERE "enrolment"."status" in ('applied', 'offered', 'approved', 'attending', 'waitlisted', 'passed', 'failed', 'absent');--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_queue_place" ON "enrolment" USING btree ("class_id","queue_place");--> statement-breakpoint
CREATE INDEX "enrolment_person" ON "enrolment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "enrolment_class_status" ON "enrolment" USING btree ("class_id","status");--> statement-breakpoint
CREATE INDEX "enrolment_offer_expiry" ON "enrolment" USING btree ("offer_expires_at") WHERE "enrolment"."status" = 'offered';--> statement-breakpoint
CREATE INDEX "enrolment_institution" ON "enrolment" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "event_order" ON "event" USING btree ("txid","seq");--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "event_name" ON "event" USING btree ("name","at");--> statement-breakpoint
CREATE INDEX "job_run_name" ON "job_run" USING btree ("job_name","started_at");--> statement-breakpoint
CREATE INDEX "job_run_outcome" ON "job_run" USING btree ("outcome","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_period_code" ON "plan_period" USING btree ("code");--> statement-breakpoint
CREATE INDEX "recount_started" ON "recount" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "recount_difference_recount" ON "recount_difference" USING btree ("recount_id");--> statement-breakpoint
CREATE INDEX "tally_all_operators" ON "tally" USING btree ("period_id","metric") WHERE "tally"."operator_type" = '*';--> statement-breakpoint
CREATE UNIQUE INDEX "target_scope" ON "target" USING btree ("period_id","metric","district_code");--> statement-breakpoint
CREATE UNIQUE INDEX "target_city" ON "target" USING btree ("period_id","metric") WHERE "target"."district_code" is null;--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_organisation" ON "notification" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("notification_id","channel");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_uscc_site" ON "organisation" USING btree ("uscc","site_no") WHERE "organisation"."uscc" is not null and "organisation"."kind" = 'institution';--> statement-breakpoint
CREATE INDEX "organisation_kind_district" ON "organisation" USING btree ("kind","district_code");--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_open" ON "engagement" USING btree ("person_id","institution_id","role") WHERE "engagement"."end_on" is null;--> statement-breakpoint
CREATE INDEX "engagement_institution" ON "engagement" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "engagement_person" ON "engagement" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_id_number_hash" ON "person" USING btree ("id_number_hash");--> statement-breakpoint
CREATE INDEX "person_phone_hash" ON "person" USING btree ("phone_hash");--> statement-breakpoint
CREATE INDEX "lesson_class" ON "lesson" USING btree ("class_id","starts_at");--> statement-breakpoint
CREATE INDEX "lesson_held_on" ON "lesson" USING btree ("held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "training_class_code" ON "training_class" USING btree ("code");--> statement-breakpoint
CREATE INDEX "training_class_course" ON "training_class" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "training_class_provider" ON "training_class" USING btree ("provider_id","status");--> statement-breakpoint
CREATE INDEX "training_class_open" ON "training_class" USING btree ("enrol_until_on") WHERE "training_class"."status" in ('planned', 'enrolling', 'full');