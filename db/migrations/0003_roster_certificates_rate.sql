CREATE TABLE "api_client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"key_prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by" uuid NOT NULL,
	"expires_on" date NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_reason" text,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_client_role" CHECK ("api_client"."role" in ('trainee', 'institution_admin', 'provider_staff', 'evaluator', 'district_officer', 'city_officer', 'system_admin', 'auditor')),
	CONSTRAINT "api_client_scopes" CHECK ("api_client"."scopes" <@ array['institutions:read', 'rate:read', 'certificates:check', 'roster:write', 'attendance:write', 'scores:write', 'results:write']::text[])
);
--> statement-breakpoint
CREATE TABLE "api_request" (
	"client_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_sha256" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_request_client_id_idempotency_key_pk" PRIMARY KEY("client_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"family" text NOT NULL,
	"occupation" text,
	"x_kind_id" uuid,
	"level" text,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL,
	"valid_until" date,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"submitted_by_organisation_id" uuid,
	"district_code" char(6),
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"rejected_at" timestamp with time zone,
	"revoked_on" date,
	"revoked_at" timestamp with time zone,
	"decision_reason" text,
	"replaces_id" uuid,
	"credit_bank_no" text,
	"import_id" uuid,
	"warnings" text[],
	"remark" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "certificate_family" CHECK ("certificate"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid')),
	CONSTRAINT "certificate_occupation" CHECK ("certificate"."occupation" in ('4-10-01-01', '4-10-01-02', '4-10-01-03', '4-14-01-03')),
	CONSTRAINT "certificate_level" CHECK ("certificate"."level" in ('5', '4', '3', '2', '1', 'T', 'S', 'junior', 'middle', 'senior')),
	CONSTRAINT "certificate_status" CHECK ("certificate"."status" in ('draft', 'submitted', 'verified', 'rejected', 'revoked')),
	CONSTRAINT "certificate_source" CHECK ("certificate"."source" in ('person', 'institution', 'import', 'issuer', 'system')),
	CONSTRAINT "certificate_days" CHECK ("certificate"."valid_until" is null or "certificate"."valid_until" >= "certificate"."issued_on"),
	CONSTRAINT "certificate_revoked" CHECK (("certificate"."status" = 'revoked') = ("certificate"."revoked_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "certificate_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"checked_on" date NOT NULL,
	"result" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "certificate_check_channel" CHECK ("certificate_check"."channel" in ('osta', 'x_platform', 'issuer', 'manual')),
	CONSTRAINT "certificate_check_result" CHECK ("certificate_check"."result" in ('genuine', 'not_found', 'differs', 'revoked_there'))
);
--> statement-breakpoint
CREATE TABLE "certificate_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"stored_as" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid,
	"consented_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "certificate_issuer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family" text NOT NULL,
	"name" text NOT NULL,
	"number_prefix" text,
	"query_url" text,
	"source" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "certificate_issuer_family" CHECK ("certificate_issuer"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid'))
);
--> statement-breakpoint
CREATE TABLE "certificate_lookup" (
	"family" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"channel" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "certificate_lookup_family" CHECK ("certificate_lookup"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid')),
	CONSTRAINT "certificate_lookup_channel" CHECK ("certificate_lookup"."channel" in ('osta', 'x_platform', 'issuer', 'manual'))
);
--> statement-breakpoint
CREATE TABLE "certificate_reminder" (
	"certificate_id" uuid NOT NULL,
	"threshold" integer NOT NULL,
	"valid_until" date NOT NULL,
	"event_id" uuid NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_reminder_certificate_id_threshold_valid_until_pk" PRIMARY KEY("certificate_id","threshold","valid_until")
);
--> statement-breakpoint
CREATE TABLE "counting_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"status" text NOT NULL,
	"in_force_from_on" date NOT NULL,
	"is_official" boolean DEFAULT false NOT NULL,
	"document_no" text DEFAULT '' NOT NULL,
	"clauses" jsonb NOT NULL,
	"require_valid_health_cert" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	CONSTRAINT "counting_rule_code" CHECK ("counting_rule"."code" in ('strict', 'standard', 'broad')),
	CONSTRAINT "counting_rule_status" CHECK ("counting_rule"."status" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "x_certificate_kind" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"organisation_id" uuid,
	"levels" text[] NOT NULL,
	"childcare_related" boolean NOT NULL,
	"number_prefix" text DEFAULT '' NOT NULL,
	"last_serial" integer DEFAULT 0 NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "x_certificate_kind_levels" CHECK ("x_certificate_kind"."levels" <@ array['junior', 'middle', 'senior']::text[])
);
--> statement-breakpoint
CREATE TABLE "post_training" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"category" text NOT NULL,
	"outline_id" uuid NOT NULL,
	"number" text NOT NULL,
	"public_code" text NOT NULL,
	"met_on" date NOT NULL,
	"issued_on" date NOT NULL,
	"district_code" char(6),
	"theory_minutes" integer NOT NULL,
	"practice_minutes" integer NOT NULL,
	"content" jsonb NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "post_training_category" CHECK ("post_training"."category" in ('principal', 'caregiver', 'health_staff', 'other'))
);
--> statement-breakpoint
CREATE TABLE "assessment_site" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"district_code" char(6) NOT NULL,
	"address" text NOT NULL,
	"host_id" uuid,
	"seats" integer NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_site_seats" CHECK ("assessment_site"."seats" > 0)
);
--> statement-breakpoint
CREATE TABLE "assessor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sitting_id" uuid NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "candidate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sitting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" text NOT NULL,
	"college_id" uuid,
	"status" text NOT NULL,
	"theory_points" numeric(4, 1),
	"practical_points" numeric(4, 1),
	"result_recorded_at" timestamp with time zone,
	"result_recorded_by" uuid,
	"assessor_taught_her" boolean DEFAULT false NOT NULL,
	"certificate_id" uuid,
	"credit_bank_no" text,
	"import_id" uuid,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" uuid,
	CONSTRAINT "candidate_status" CHECK ("candidate"."status" in ('registered', 'withdrawn', 'absent', 'passed', 'failed')),
	CONSTRAINT "candidate_points" CHECK ("candidate"."theory_points" between 0 and 100 and "candidate"."practical_points" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "result_appeal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"status" text NOT NULL,
	"answer_due_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	CONSTRAINT "result_appeal_status" CHECK ("result_appeal"."status" in ('open', 'upheld', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "sitting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"x_kind_id" uuid NOT NULL,
	"level" text NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"register_from_on" date NOT NULL,
	"register_until_on" date NOT NULL,
	"theory_on" date NOT NULL,
	"practical_on" date NOT NULL,
	"capacity" integer NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"last_candidate" integer DEFAULT 0 NOT NULL,
	"theory_pass" numeric(4, 1) NOT NULL,
	"practical_pass" numeric(4, 1) NOT NULL,
	"appeal_days" integer DEFAULT 7 NOT NULL,
	"appeal_until_on" date,
	"status" text NOT NULL,
	"reason" text,
	"results_published_at" timestamp with time zone,
	"results_published_by" uuid,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sitting_level" CHECK ("sitting"."level" in ('junior', 'middle', 'senior')),
	CONSTRAINT "sitting_status" CHECK ("sitting"."status" in ('open', 'results_entered', 'approved', 'cancelled')),
	CONSTRAINT "sitting_seats" CHECK ("sitting"."seats_taken" between 0 and "sitting"."capacity"),
	CONSTRAINT "sitting_days" CHECK ("sitting"."register_until_on" >= "sitting"."register_from_on")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"import_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"values" jsonb,
	"before" jsonb,
	"subject_id" uuid,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_row_import_id_row_no_pk" PRIMARY KEY("import_id","row_no"),
	CONSTRAINT "import_row_outcome" CHECK ("import_row"."outcome" in ('new', 'changed', 'same', 'conflict', 'error'))
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"stored_as" text NOT NULL,
	"organisation_id" uuid,
	"uploaded_by" uuid NOT NULL,
	"uploaded_role" text NOT NULL,
	"problem" jsonb,
	"layout" jsonb,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress_done" integer DEFAULT 0 NOT NULL,
	"progress_total" integer DEFAULT 0 NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"blocks" jsonb,
	"uploaded_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"committed_at" timestamp with time zone,
	"committed_by" uuid,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	"reason" text,
	CONSTRAINT "import_run_kind" CHECK ("import_run"."kind" in ('institutions', 'rosters', 'certificates', 'completions', 'x_results')),
	CONSTRAINT "import_run_status" CHECK ("import_run"."status" in ('uploaded', 'checking', 'checked', 'unreadable', 'committing', 'committed', 'undoing', 'undone', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "institution_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"status" text NOT NULL,
	"proposed" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"decision_due_on" date NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	CONSTRAINT "institution_change_status" CHECK ("institution_change"."status" in ('submitted', 'accepted', 'returned', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "institution_class" (
	"organisation_id" uuid NOT NULL,
	"care_group" text NOT NULL,
	"classes" integer NOT NULL,
	"places" integer NOT NULL,
	CONSTRAINT "institution_class_organisation_id_care_group_pk" PRIMARY KEY("organisation_id","care_group"),
	CONSTRAINT "institution_class_group" CHECK ("institution_class"."care_group" in ('infant', 'toddler_small', 'toddler_big', 'mixed')),
	CONSTRAINT "institution_class_numbers" CHECK ("institution_class"."classes" >= 1 and "institution_class"."places" >= 1)
);
--> statement-breakpoint
CREATE TABLE "institution_file" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"filing_no" text,
	"registrar_type" text,
	"is_profit" boolean,
	"legal_rep_name" text,
	"principal_person_id" uuid,
	"subdistrict" text,
	"service_types" text[] DEFAULT '{}'::text[] NOT NULL,
	"premises" text,
	"building_m_2" numeric(10, 2),
	"indoor_m_2" numeric(10, 2),
	"outdoor_m_2" numeric(10, 2),
	"capacity" integer DEFAULT 0 NOT NULL,
	"is_inclusive" boolean DEFAULT false NOT NULL,
	"inclusive_since" date,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"provides_meals" boolean DEFAULT false NOT NULL,
	"food_permit_until" date,
	"merged_into_id" uuid,
	"closed_on" date,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "institution_file_registrar" CHECK ("institution_file"."registrar_type" in ('staffing_office', 'civil_affairs', 'market_regulation')),
	CONSTRAINT "institution_file_premises" CHECK ("institution_file"."premises" in ('owned', 'leased')),
	CONSTRAINT "institution_file_services" CHECK ("institution_file"."service_types" <@ array['full_day', 'half_day', 'hourly', 'temporary']::text[]),
	CONSTRAINT "institution_file_capacity" CHECK ("institution_file"."capacity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "institution_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"filing_status" text NOT NULL,
	"operator_type" text NOT NULL,
	"district_code" char(6) NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "institution_period_filing" CHECK ("institution_period"."filing_status" in ('not_filed', 'filed', 'changed_pending', 'cancelled', 'licensed')),
	CONSTRAINT "institution_period_operator" CHECK ("institution_period"."operator_type" in ('community', 'employer', 'kindergarten_class', 'kindergarten_site_converted', 'private', 'public', 'family_site', 'service_centre')),
	CONSTRAINT "institution_period_days" CHECK ("institution_period"."until_on" is null or "institution_period"."until_on" > "institution_period"."from_on")
);
--> statement-breakpoint
CREATE TABLE "rate_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recount_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"measure" text NOT NULL,
	"person_id" uuid,
	"scope" text,
	"population" text,
	"operator_type" text,
	"kept" integer NOT NULL,
	"recounted" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_dirty" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"is_bulk" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_segment" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"district_code" text NOT NULL,
	"operator_type" text NOT NULL,
	"is_filed" boolean NOT NULL,
	"leads_filed" boolean NOT NULL,
	"leads_extended" boolean NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"strict_by" uuid,
	"standard_by" uuid,
	"broad_by" uuid,
	"strict_pending" uuid,
	"standard_pending" uuid,
	"broad_pending" uuid,
	"from_version" bigint NOT NULL,
	"until_version" bigint,
	CONSTRAINT "rate_segment_days" CHECK ("rate_segment"."until_on" is null or "rate_segment"."until_on" > "rate_segment"."from_on")
);
--> statement-breakpoint
CREATE TABLE "rate_snapshot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"as_of_on" date NOT NULL,
	"version" bigint NOT NULL,
	"rule_ids" jsonb NOT NULL,
	"cells_sha256" text NOT NULL,
	"people_sha256" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_snapshot_kind" CHECK ("rate_snapshot"."kind" in ('nightly', 'monthly'))
);
--> statement-breakpoint
CREATE TABLE "rate_snapshot_cell" (
	"snapshot_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"population" text NOT NULL,
	"operator_type" text NOT NULL,
	"persons" integer NOT NULL,
	"strict" integer NOT NULL,
	"standard" integer NOT NULL,
	"broad" integer NOT NULL,
	"strict_pending" integer NOT NULL,
	"standard_pending" integer NOT NULL,
	"broad_pending" integer NOT NULL,
	"institutions" integer NOT NULL,
	"fresh_institutions" integer NOT NULL,
	CONSTRAINT "rate_snapshot_cell_snapshot_id_population_operator_type_scope_pk" PRIMARY KEY("snapshot_id","population","operator_type","scope")
);
--> statement-breakpoint
CREATE TABLE "rate_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"under_check" boolean DEFAULT false NOT NULL,
	"rebuild_asked_at" timestamp with time zone,
	"rebuild_people" integer
);
--> statement-breakpoint
CREATE TABLE "rate_step" (
	"scope" text NOT NULL,
	"population" text NOT NULL,
	"operator_type" text NOT NULL,
	"grain" text NOT NULL,
	"on_day" date NOT NULL,
	"persons" integer NOT NULL,
	"strict" integer NOT NULL,
	"standard" integer NOT NULL,
	"broad" integer NOT NULL,
	"strict_pending" integer NOT NULL,
	"standard_pending" integer NOT NULL,
	"broad_pending" integer NOT NULL,
	CONSTRAINT "rate_step_population_operator_type_grain_scope_on_day_pk" PRIMARY KEY("population","operator_type","grain","scope","on_day")
);
--> statement-breakpoint
CREATE TABLE "double_roster" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"first_engagement_id" uuid NOT NULL,
	"second_engagement_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "double_roster_decision" CHECK ("double_roster"."decision" in ('both_real', 'one_ended', 'entry_wrong', 'affiliation_confirmed'))
);
--> statement-breakpoint
CREATE TABLE "engagement_dispute" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"statement" text NOT NULL,
	"status" text NOT NULL,
	"answer_due_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"escalated_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	CONSTRAINT "engagement_dispute_kind" CHECK ("engagement_dispute"."kind" in ('never_worked_here', 'left_earlier', 'wrong_role', 'wrong_dates', 'other')),
	CONSTRAINT "engagement_dispute_status" CHECK ("engagement_dispute"."status" in ('open', 'escalated', 'accepted', 'rejected', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "off_post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "off_post_days" CHECK ("off_post"."until_on" is null or "off_post"."until_on" > "off_post"."from_on")
);
--> statement-breakpoint
CREATE TABLE "person_document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"id_type" text NOT NULL,
	"id_number_encrypted" text NOT NULL,
	"id_number_hash" text NOT NULL,
	"id_number_masked" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_document_type" CHECK ("person_document"."id_type" in ('resident_id', 'residence_permit', 'hk_macao_permit', 'taiwan_permit', 'foreign_permanent', 'passport'))
);
--> statement-breakpoint
CREATE TABLE "person_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kept_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"role" text NOT NULL,
	"start_on" date NOT NULL,
	"is_full_time" boolean NOT NULL,
	"status" text NOT NULL,
	"answer_due_on" date NOT NULL,
	"engagement_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "post_claim_role" CHECK ("post_claim"."role" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "post_claim_status" CHECK ("post_claim"."status" in ('pending', 'confirmed', 'refused', 'withdrawn', 'escalated'))
);
--> statement-breakpoint
CREATE TABLE "roster_confirmation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"confirmed_on" date NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"staff" integer NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_reminder" (
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "roster_reminder_institution_id_kind_due_on_pk" PRIMARY KEY("institution_id","kind","due_on"),
	CONSTRAINT "roster_reminder_kind" CHECK ("roster_reminder"."kind" in ('soon', 'due', 'stale'))
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "membership" DROP CONSTRAINT "membership_role";--> statement-breakpoint
ALTER TABLE "target" DROP CONSTRAINT "target_metric";--> statement-breakpoint
ALTER TABLE "target" DROP CONSTRAINT "target_counting_rule";--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind";--> statement-breakpoint
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_kind";--> statement-breakpoint
ALTER TABLE "engagement" DROP CONSTRAINT "engagement_period";--> statement-breakpoint
ALTER TABLE "completion" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "course" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "recount" ADD COLUMN "of" text DEFAULT 'tally' NOT NULL;--> statement-breakpoint
ALTER TABLE "engagement" ADD COLUMN "is_main_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "engagement" ADD COLUMN "contract_until_on" date;--> statement-breakpoint
ALTER TABLE "engagement" ADD COLUMN "remark" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "engagement" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "health_cert_valid_until" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "background_checked_on" date;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "training_class" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_client_id_api_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."api_client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_x_kind_id_x_certificate_kind_id_fk" FOREIGN KEY ("x_kind_id") REFERENCES "public"."x_certificate_kind"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_submitted_by_organisation_id_organisation_id_fk" FOREIGN KEY ("submitted_by_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_check" ADD CONSTRAINT "certificate_check_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_check" ADD CONSTRAINT "certificate_check_file_id_certificate_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."certificate_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_file" ADD CONSTRAINT "certificate_file_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_reminder" ADD CONSTRAINT "certificate_reminder_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "x_certificate_kind" ADD CONSTRAINT "x_certificate_kind_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_training" ADD CONSTRAINT "post_training_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_training" ADD CONSTRAINT "post_training_outline_id_outline_id_fk" FOREIGN KEY ("outline_id") REFERENCES "public"."outline"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_training" ADD CONSTRAINT "post_training_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_site" ADD CONSTRAINT "assessment_site_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_site" ADD CONSTRAINT "assessment_site_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_site" ADD CONSTRAINT "assessment_site_host_id_organisation_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor" ADD CONSTRAINT "assessor_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor" ADD CONSTRAINT "assessor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_sitting_id_sitting_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sitting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_appeal" ADD CONSTRAINT "result_appeal_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_x_kind_id_x_certificate_kind_id_fk" FOREIGN KEY ("x_kind_id") REFERENCES "public"."x_certificate_kind"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_site_id_assessment_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."assessment_site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_import_run_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_change" ADD CONSTRAINT "institution_change_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_class" ADD CONSTRAINT "institution_class_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_file" ADD CONSTRAINT "institution_file_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_file" ADD CONSTRAINT "institution_file_principal_person_id_person_id_fk" FOREIGN KEY ("principal_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_file" ADD CONSTRAINT "institution_file_merged_into_id_organisation_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_period" ADD CONSTRAINT "institution_period_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_period" ADD CONSTRAINT "institution_period_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_difference" ADD CONSTRAINT "rate_difference_recount_id_recount_id_fk" FOREIGN KEY ("recount_id") REFERENCES "public"."recount"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_snapshot_cell" ADD CONSTRAINT "rate_snapshot_cell_snapshot_id_rate_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."rate_snapshot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_roster" ADD CONSTRAINT "double_roster_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_roster" ADD CONSTRAINT "double_roster_first_engagement_id_engagement_id_fk" FOREIGN KEY ("first_engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_roster" ADD CONSTRAINT "double_roster_second_engagement_id_engagement_id_fk" FOREIGN KEY ("second_engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_dispute" ADD CONSTRAINT "engagement_dispute_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_dispute" ADD CONSTRAINT "engagement_dispute_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_dispute" ADD CONSTRAINT "engagement_dispute_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "off_post" ADD CONSTRAINT "off_post_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_document" ADD CONSTRAINT "person_document_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_kept_id_person_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_merged_id_person_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_claim" ADD CONSTRAINT "post_claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_claim" ADD CONSTRAINT "post_claim_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_claim" ADD CONSTRAINT "post_claim_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_confirmation" ADD CONSTRAINT "roster_confirmation_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_reminder" ADD CONSTRAINT "roster_reminder_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_client_key" ON "api_client" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_client_organisation" ON "api_client" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "api_request_at" ON "api_request" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_standing" ON "certificate" USING btree ("family","number","person_id") WHERE "certificate"."status" in ('submitted', 'verified');--> statement-breakpoint
CREATE INDEX "certificate_number" ON "certificate" USING btree ("family","number");--> statement-breakpoint
CREATE INDEX "certificate_person" ON "certificate" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "certificate_queue" ON "certificate" USING btree ("district_code","submitted_at") WHERE "certificate"."status" = 'submitted';--> statement-breakpoint
CREATE INDEX "certificate_expiry" ON "certificate" USING btree ("valid_until") WHERE "certificate"."status" = 'verified' and "certificate"."valid_until" is not null;--> statement-breakpoint
CREATE INDEX "certificate_unscreened" ON "certificate" USING btree ("id") WHERE "certificate"."status" = 'submitted' and "certificate"."warnings" is null;--> statement-breakpoint
CREATE INDEX "certificate_import" ON "certificate" USING btree ("import_id") WHERE "certificate"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "certificate_check_certificate" ON "certificate_check" USING btree ("certificate_id");--> statement-breakpoint
CREATE INDEX "certificate_file_certificate" ON "certificate_file" USING btree ("certificate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_issuer_name" ON "certificate_issuer" USING btree ("family","name");--> statement-breakpoint
CREATE INDEX "certificate_reminder_event" ON "certificate_reminder" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "counting_rule_version" ON "counting_rule" USING btree ("code","version");--> statement-breakpoint
CREATE UNIQUE INDEX "counting_rule_in_force" ON "counting_rule" USING btree ("code","in_force_from_on") WHERE "counting_rule"."status" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "x_certificate_kind_name" ON "x_certificate_kind" USING btree ("name","issuer");--> statement-breakpoint
CREATE UNIQUE INDEX "x_certificate_kind_prefix" ON "x_certificate_kind" USING btree ("number_prefix") WHERE "x_certificate_kind"."number_prefix" <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "post_training_standing" ON "post_training" USING btree ("person_id","category") WHERE "post_training"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "post_training_number" ON "post_training" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "post_training_public_code" ON "post_training" USING btree ("public_code");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_site_name" ON "assessment_site" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "assessor_once" ON "assessor" USING btree ("sitting_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_live" ON "candidate" USING btree ("sitting_id","person_id") WHERE "candidate"."status" <> 'withdrawn';--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_number" ON "candidate" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_certificate" ON "candidate" USING btree ("certificate_id");--> statement-breakpoint
CREATE INDEX "candidate_person" ON "candidate" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "candidate_college" ON "candidate" USING btree ("college_id");--> statement-breakpoint
CREATE UNIQUE INDEX "result_appeal_once" ON "result_appeal" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "result_appeal_due" ON "result_appeal" USING btree ("answer_due_on") WHERE "result_appeal"."status" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "sitting_code" ON "sitting" USING btree ("code");--> statement-breakpoint
CREATE INDEX "sitting_organisation" ON "sitting" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE INDEX "sitting_register" ON "sitting" USING btree ("register_until_on");--> statement-breakpoint
CREATE INDEX "import_row_outcome_rows" ON "import_row" USING btree ("import_id","outcome","row_no");--> statement-breakpoint
CREATE INDEX "import_row_waiting" ON "import_row" USING btree ("import_id","row_no") WHERE "import_row"."applied_at" is null and "import_row"."outcome" in ('new', 'changed');--> statement-breakpoint
CREATE INDEX "import_run_organisation" ON "import_run" USING btree ("organisation_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "import_run_uploader" ON "import_run" USING btree ("uploaded_by","uploaded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "institution_change_open" ON "institution_change" USING btree ("institution_id") WHERE "institution_change"."status" = 'submitted';--> statement-breakpoint
CREATE INDEX "institution_change_institution" ON "institution_change" USING btree ("institution_id","submitted_at");--> statement-breakpoint
CREATE INDEX "institution_file_subdistrict" ON "institution_file" USING btree ("subdistrict");--> statement-breakpoint
CREATE UNIQUE INDEX "institution_period_from" ON "institution_period" USING btree ("institution_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "institution_period_open" ON "institution_period" USING btree ("institution_id") WHERE "institution_period"."until_on" is null;--> statement-breakpoint
CREATE INDEX "rate_difference_recount" ON "rate_difference" USING btree ("recount_id");--> statement-breakpoint
CREATE INDEX "rate_dirty_order" ON "rate_dirty" USING btree ("is_bulk","seq");--> statement-breakpoint
CREATE INDEX "rate_segment_person" ON "rate_segment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rate_segment_institution" ON "rate_segment" USING btree ("institution_id","from_on") WHERE "rate_segment"."until_version" is null;--> statement-breakpoint
CREATE INDEX "rate_segment_district" ON "rate_segment" USING btree ("district_code","from_on") WHERE "rate_segment"."until_version" is null;--> statement-breakpoint
CREATE INDEX "rate_segment_version" ON "rate_segment" USING btree ("until_version") WHERE "rate_segment"."until_version" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rate_snapshot_day" ON "rate_snapshot" USING btree ("kind","as_of_on");--> statement-breakpoint
CREATE UNIQUE INDEX "double_roster_pair" ON "double_roster" USING btree ("first_engagement_id","second_engagement_id") WHERE "double_roster"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "double_roster_open" ON "double_roster" USING btree ("raised_at") WHERE "double_roster"."decided_at" is null and "double_roster"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "double_roster_person" ON "double_roster" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_dispute_open" ON "engagement_dispute" USING btree ("engagement_id") WHERE "engagement_dispute"."status" in ('open', 'escalated');--> statement-breakpoint
CREATE INDEX "engagement_dispute_institution" ON "engagement_dispute" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "engagement_dispute_person" ON "engagement_dispute" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "off_post_engagement" ON "off_post" USING btree ("engagement_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "off_post_open" ON "off_post" USING btree ("engagement_id") WHERE "off_post"."until_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_document_hash" ON "person_document" USING btree ("id_number_hash");--> statement-breakpoint
CREATE INDEX "person_document_person" ON "person_document" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_merge_merged" ON "person_merge" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "person_merge_kept" ON "person_merge" USING btree ("kept_id");--> statement-breakpoint
CREATE UNIQUE INDEX "post_claim_open" ON "post_claim" USING btree ("person_id","institution_id","role") WHERE "post_claim"."status" in ('pending', 'escalated');--> statement-breakpoint
CREATE INDEX "post_claim_institution" ON "post_claim" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "post_claim_person" ON "post_claim" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_confirmation_once" ON "roster_confirmation" USING btree ("institution_id","confirmed_on","sha256");--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_person_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "engagement_main_post" ON "engagement" USING btree ("person_id") WHERE "engagement"."is_main_post" and "engagement"."end_on" is null;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_role" CHECK ("membership"."role" in ('trainee', 'institution_admin', 'provider_staff', 'evaluator', 'district_officer', 'city_officer', 'system_admin', 'auditor'));--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_metric" CHECK ("target"."metric" in ('principal_person_times', 'caregiver_person_times', 'caregiver_certified_rate'));--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_counting_rule" CHECK ("target"."counting_rule" in ('person_times_2023', 'certified_standard'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("notification"."kind" in ('enrolment_received', 'enrolment_confirmation_asked', 'enrolment_confirmed', 'enrolment_approved', 'enrolment_rejected', 'enrolment_waitlisted', 'enrolment_offered', 'enrolment_offer_accepted', 'enrolment_offer_lapsed', 'enrolment_waiting_ended', 'enrolment_withdrawn', 'enrolment_voided', 'nominated', 'lesson_moved', 'lesson_cancelled', 'class_moved', 'class_cancelled', 'minimum_decision', 'course_submitted', 'course_approved', 'course_returned', 'closing_submitted', 'closing_approved', 'closing_returned', 'training_passed', 'training_not_passed', 'completion_certificate_issued', 'completion_certificate_revoked', 'completion_voided', 'post_training_issued', 'post_training_revoked', 'sitting_registered', 'sitting_withdrawn', 'sitting_moved', 'sitting_cancelled', 'sitting_passed', 'sitting_not_passed', 'sitting_absent', 'sitting_results', 'appeal_opened', 'appeal_upheld', 'appeal_rejected', 'x_certificate_issued', 'x_batch_issued', 'organisation_applied', 'organisation_approved', 'organisation_returned', 'institution_change_proposed', 'institution_change_accepted', 'institution_change_returned', 'institution_moved', 'institution_merged', 'account_issued', 'account_claim_asked', 'account_claim_decided', 'password_reset', 'registration_repeated', 'recount_differs', 'staff_entered', 'staff_changed', 'staff_ended', 'post_claim_asked', 'post_claim_confirmed', 'post_claim_refused', 'post_claim_escalated', 'engagement_disputed', 'dispute_accepted', 'dispute_rejected', 'dispute_withdrawn', 'dispute_escalated', 'roster_confirm_soon', 'roster_confirm_due', 'roster_stale', 'double_roster_raised', 'double_roster_settled', 'double_roster_decided', 'person_merged', 'certificate_entered', 'certificate_verified', 'certificate_rejected', 'certificate_revoked', 'certificate_expiring', 'certificate_expired', 'staff_certificates_expiring'));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_kind" CHECK ("organisation"."kind" in ('commission_city', 'commission_district', 'institution', 'college', 'service_centre', 'mch_centre', 'evaluation_organisation', 'operations'));--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_period" CHECK ("engagement"."end_on" is null or "engagement"."end_on" >= "engagement"."start_on");