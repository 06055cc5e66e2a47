CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"content" integer NOT NULL,
	"teaching" integer NOT NULL,
	"organisation" integer NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	CONSTRAINT "feedback_points" CHECK ("feedback"."content" between 1 and 5 and "feedback"."teaching" between 1 and 5 and "feedback"."organisation" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "feedback_given" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"given_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_lecturer" (
	"feedback_id" uuid NOT NULL,
	"lecturer_id" uuid NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "feedback_lecturer_feedback_id_lecturer_id_pk" PRIMARY KEY("feedback_id","lecturer_id"),
	CONSTRAINT "feedback_lecturer_points" CHECK ("feedback_lecturer"."points" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "finding_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"returned_at" timestamp with time zone,
	"returned_by" uuid,
	"return_reason" text
);
--> statement-breakpoint
CREATE TABLE "guidance_checklist" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"status" text NOT NULL,
	"in_force_from_on" date NOT NULL,
	"items" jsonb NOT NULL,
	"is_official" boolean DEFAULT false NOT NULL,
	"document_no" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	CONSTRAINT "guidance_checklist_status" CHECK ("guidance_checklist"."status" in ('draft', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "guidance_finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"item_code" text,
	"weight" text NOT NULL,
	"statement" text NOT NULL,
	"mend_by_on" date NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	"overdue_told_at" timestamp with time zone,
	CONSTRAINT "guidance_finding_weight" CHECK ("guidance_finding"."weight" in ('minor', 'serious')),
	CONSTRAINT "guidance_finding_status" CHECK ("guidance_finding"."status" in ('open', 'answered', 'mended', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "guidance_photo" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"finding_id" uuid,
	"answer_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"stored_as" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "guidance_visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"district_code" char(6) NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"planned_on" date NOT NULL,
	"visitor_id" uuid,
	"visitor_name" text DEFAULT '' NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"checklist_id" uuid,
	"follows_id" uuid,
	"is_announced" boolean DEFAULT true NOT NULL,
	"visited_on" date,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"met_with" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"recorded_by" uuid,
	"record_sha256" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"reason" text,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "guidance_visit_kind" CHECK ("guidance_visit"."kind" in ('routine', 'follow_up', 'special')),
	CONSTRAINT "guidance_visit_status" CHECK ("guidance_visit"."status" in ('planned', 'recorded', 'closed', 'cancelled')),
	CONSTRAINT "guidance_visit_recorded" CHECK ("guidance_visit"."status" in ('planned', 'cancelled') or ("guidance_visit"."visited_on" is not null and "guidance_visit"."recorded_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "health_care_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recount_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"measure" text NOT NULL,
	"institution_id" uuid,
	"scope" text,
	"kept" integer NOT NULL,
	"recounted" integer NOT NULL,
	CONSTRAINT "health_care_difference_measure" CHECK ("health_care_difference"."measure" in ('in_time', 'in_grace', 'late', 'waiting', 'overdue', 'institutions', 'covered', 'required', 'trained'))
);
--> statement-breakpoint
CREATE TABLE "health_care_dirty" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health_care_reminder" (
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"reminded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "health_care_reminder_institution_id_kind_due_on_pk" PRIMARY KEY("institution_id","kind","due_on")
);
--> statement-breakpoint
CREATE TABLE "health_care_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"in_force_from_on" date NOT NULL,
	"new_since_on" date NOT NULL,
	"minimum_staff" integer NOT NULL,
	"children_per_full_time" integer NOT NULL,
	"grace_days" integer NOT NULL,
	"replacement_days" integer NOT NULL,
	"certificate_months" integer,
	"is_official" boolean DEFAULT false NOT NULL,
	"document_no" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	CONSTRAINT "health_care_rule_status" CHECK ("health_care_rule"."status" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "health_care_rule_numbers" CHECK ("health_care_rule"."minimum_staff" >= 1 and "health_care_rule"."children_per_full_time" >= 1 and "health_care_rule"."grace_days" >= 0 and "health_care_rule"."replacement_days" >= 0 and "health_care_rule"."certificate_months" > 0)
);
--> statement-breakpoint
CREATE TABLE "health_care_segment" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"district_code" char(6) NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"standing" text NOT NULL,
	"required" integer NOT NULL,
	"required_full_time" integer NOT NULL,
	"trained" integer NOT NULL,
	"trained_full_time" integer NOT NULL,
	"filed_on" date NOT NULL,
	"due_on" date NOT NULL,
	"due_reason" text NOT NULL,
	"rule_id" uuid NOT NULL,
	CONSTRAINT "health_care_segment_standing" CHECK ("health_care_segment"."standing" in ('in_time', 'in_grace', 'late', 'waiting', 'overdue')),
	CONSTRAINT "health_care_segment_reason" CHECK ("health_care_segment"."due_reason" in ('filed', 'staff_left', 'certificate_ended', 'capacity_raised')),
	CONSTRAINT "health_care_segment_days" CHECK ("health_care_segment"."until_on" is null or "health_care_segment"."until_on" > "health_care_segment"."from_on")
);
--> statement-breakpoint
CREATE TABLE "health_care_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"under_check" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "health_care_step" (
	"scope" text NOT NULL,
	"standing" text NOT NULL,
	"grain" text NOT NULL,
	"on_day" date NOT NULL,
	"institutions" integer NOT NULL,
	CONSTRAINT "health_care_step_scope_grain_on_day_standing_pk" PRIMARY KEY("scope","grain","on_day","standing")
);
--> statement-breakpoint
CREATE TABLE "institution_capacity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"capacity" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "institution_capacity_number" CHECK ("institution_capacity"."capacity" >= 0),
	CONSTRAINT "institution_capacity_days" CHECK ("institution_capacity"."until_on" is null or "institution_capacity"."until_on" > "institution_capacity"."from_on")
);
--> statement-breakpoint
CREATE TABLE "lecturer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid,
	"organisation_id" uuid,
	"district_code" char(6),
	"employer" text DEFAULT '' NOT NULL,
	"fields" text[] NOT NULL,
	"qualification" text NOT NULL,
	"status" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"approved_from_on" date,
	"approved_until_on" date,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	"renewal_asked_at" timestamp with time zone,
	"reminded_of_on" date,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "lecturer_kind" CHECK ("lecturer"."kind" in ('lecturer', 'expert')),
	CONSTRAINT "lecturer_status" CHECK ("lecturer"."status" in ('submitted', 'approved', 'returned', 'withdrawn')),
	CONSTRAINT "lecturer_fields" CHECK ("lecturer"."fields" <@ array['law_and_ethics', 'child_development', 'care_and_feeding', 'health_care', 'safety', 'management', 'early_learning', 'family_guidance']::text[]),
	CONSTRAINT "lecturer_has_field" CHECK (cardinality("lecturer"."fields") > 0),
	CONSTRAINT "lecturer_approval" CHECK ("lecturer"."status" <> 'approved' or ("lecturer"."approved_from_on" is not null and "lecturer"."approved_until_on" >= "lecturer"."approved_from_on"))
);
--> statement-breakpoint
CREATE TABLE "cooperation_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"college_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"number" text NOT NULL,
	"scopes" text[] NOT NULL,
	"signed_on" date NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"status" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"file_name" text,
	"file_media_type" text,
	"file_bytes" integer,
	"file_sha256" text,
	"file_stored_as" text,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"ended_on" date,
	"renews_id" uuid,
	"import_id" uuid,
	CONSTRAINT "cooperation_agreement_status" CHECK ("cooperation_agreement"."status" in ('proposed', 'confirmed', 'declined', 'ended')),
	CONSTRAINT "cooperation_agreement_scopes" CHECK ("cooperation_agreement"."scopes" <@ array['standards', 'courses', 'teacher_practice', 'placements', 'employment']::text[]),
	CONSTRAINT "cooperation_agreement_days" CHECK ("cooperation_agreement"."until_on" >= "cooperation_agreement"."from_on" and cardinality("cooperation_agreement"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "funnel_cell" (
	"college" text NOT NULL,
	"year" text NOT NULL,
	"students" integer NOT NULL,
	"x_certified" integer NOT NULL,
	"placed" integer NOT NULL,
	"engaged" integer NOT NULL,
	"stayed" integer NOT NULL,
	CONSTRAINT "funnel_cell_college_year_pk" PRIMARY KEY("college","year")
);
--> statement-breakpoint
CREATE TABLE "funnel_difference" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recount_id" uuid NOT NULL,
	"student_id" uuid,
	"college" text,
	"year" text,
	"stage" text NOT NULL,
	"kept" text,
	"recounted" text,
	CONSTRAINT "funnel_difference_stage" CHECK ("funnel_difference"."stage" in ('student', 'x_certificate', 'placement', 'engaged', 'stayed'))
);
--> statement-breakpoint
CREATE TABLE "funnel_dirty" (
	"seq" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funnel_dirty_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funnel_row" (
	"student_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"college_id" uuid NOT NULL,
	"major_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"x_certified_on" date,
	"placed_on" date,
	"engaged_on" date,
	"stayed_on" date,
	"next_on" date,
	"refreshed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "funnel_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"under_check" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "integrated_enterprise" (
	"id" uuid PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"status" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"document_no" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "integrated_enterprise_status" CHECK ("integrated_enterprise"."status" in ('cultivating', 'certified')),
	CONSTRAINT "integrated_enterprise_days" CHECK ("integrated_enterprise"."until_on" is null or "integrated_enterprise"."until_on" > "integrated_enterprise"."from_on")
);
--> statement-breakpoint
CREATE TABLE "major" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"level" text NOT NULL,
	"childcare_related" boolean NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "major_level" CHECK ("major"."level" in ('secondary_vocational', 'higher_vocational', 'vocational_bachelor', 'bachelor', 'technician'))
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"student_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"college_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"hours_per_day" numeric(3, 1),
	"agreement_no" text NOT NULL,
	"agreement_signed_on" date,
	"guardian_consent" boolean DEFAULT false NOT NULL,
	"insurance_no" text DEFAULT '' NOT NULL,
	"insured_until_on" date,
	"college_mentor" text NOT NULL,
	"institution_mentor" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"engagement_id" uuid,
	"converted_engagement_id" uuid,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"college_points" numeric(4, 1),
	"institution_points" numeric(4, 1),
	"result" text,
	"college_assessment" text DEFAULT '' NOT NULL,
	"institution_assessment" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone,
	"ended_on" date,
	"import_id" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "placement_kind" CHECK ("placement"."kind" in ('orientation', 'post')),
	CONSTRAINT "placement_role" CHECK ("placement"."role" in ('principal', 'caregiver', 'health_staff', 'other')),
	CONSTRAINT "placement_status" CHECK ("placement"."status" in ('proposed', 'accepted', 'declined', 'finished', 'broken_off')),
	CONSTRAINT "placement_result" CHECK ("placement"."result" in ('excellent', 'good', 'pass', 'fail')),
	CONSTRAINT "placement_days" CHECK ("placement"."until_on" >= "placement"."from_on" and "placement"."hours_per_day" between 0.5 and 24),
	CONSTRAINT "placement_ends" CHECK (("placement"."status" <> 'finished' or "placement"."result" is not null) and ("placement"."status" <> 'broken_off' or "placement"."ended_on" is not null)),
	CONSTRAINT "placement_points" CHECK ("placement"."college_points" between 0 and 100 and "placement"."institution_points" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "placement_log" (
	"placement_id" uuid NOT NULL,
	"day" date NOT NULL,
	"minutes" integer NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "placement_log_placement_id_day_pk" PRIMARY KEY("placement_id","day"),
	CONSTRAINT "placement_log_minutes" CHECK ("placement_log"."minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "placement_week" (
	"placement_id" uuid NOT NULL,
	"week_on" date NOT NULL,
	"college_note" text DEFAULT '' NOT NULL,
	"college_checked_at" timestamp with time zone,
	"college_checked_by" uuid,
	"institution_note" text DEFAULT '' NOT NULL,
	"institution_checked_at" timestamp with time zone,
	"institution_checked_by" uuid,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "placement_week_placement_id_week_on_pk" PRIMARY KEY("placement_id","week_on")
);
--> statement-breakpoint
CREATE TABLE "programme_course" (
	"point_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"linked_by" uuid,
	CONSTRAINT "programme_course_point_id_course_id_pk" PRIMARY KEY("point_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "programme_point" (
	"id" uuid PRIMARY KEY NOT NULL,
	"college_id" uuid NOT NULL,
	"major_id" uuid NOT NULL,
	"status" text NOT NULL,
	"filed_on" date,
	"document_no" text DEFAULT '' NOT NULL,
	"ended_on" date,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"return_reason" text,
	"remark" text DEFAULT '' NOT NULL,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "programme_point_status" CHECK ("programme_point"."status" in ('planned', 'filed', 'ended')),
	CONSTRAINT "programme_point_filed" CHECK ("programme_point"."status" <> 'filed' or "programme_point"."filed_on" is not null),
	CONSTRAINT "programme_point_ended" CHECK ("programme_point"."status" <> 'ended' or "programme_point"."ended_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "programme_year" (
	"point_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"planned_intake" integer NOT NULL,
	"actual_intake" integer,
	"graduates" integer,
	"import_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "programme_year_point_id_year_pk" PRIMARY KEY("point_id","year"),
	CONSTRAINT "programme_year_numbers" CHECK ("programme_year"."year" between 2000 and 2100 and "programme_year"."planned_intake" >= 0 and "programme_year"."actual_intake" >= 0 and "programme_year"."graduates" >= 0)
);
--> statement-breakpoint
CREATE TABLE "student" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"college_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"student_no" text NOT NULL,
	"class_name" text DEFAULT '' NOT NULL,
	"enrolled_on" date NOT NULL,
	"status" text NOT NULL,
	"ended_on" date,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "student_status" CHECK ("student"."status" in ('studying', 'graduated', 'left')),
	CONSTRAINT "student_ended" CHECK (("student"."status" = 'studying') = ("student"."ended_on" is null))
);
--> statement-breakpoint
CREATE TABLE "teacher_practice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"college_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"teacher_name" text NOT NULL,
	"person_id" uuid,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"days" integer NOT NULL,
	"topic" text NOT NULL,
	"status" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"reason" text,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "teacher_practice_status" CHECK ("teacher_practice"."status" in ('planned', 'done', 'cancelled')),
	CONSTRAINT "teacher_practice_days" CHECK ("teacher_practice"."until_on" >= "teacher_practice"."from_on" and "teacher_practice"."days" between 1 and 366)
);
--> statement-breakpoint
ALTER TABLE "certificate" DROP CONSTRAINT "certificate_family";--> statement-breakpoint
ALTER TABLE "certificate_issuer" DROP CONSTRAINT "certificate_issuer_family";--> statement-breakpoint
ALTER TABLE "certificate_lookup" DROP CONSTRAINT "certificate_lookup_family";--> statement-breakpoint
ALTER TABLE "target" DROP CONSTRAINT "target_metric";--> statement-breakpoint
ALTER TABLE "target" DROP CONSTRAINT "target_counting_rule";--> statement-breakpoint
ALTER TABLE "import_run" DROP CONSTRAINT "import_run_kind";--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind";--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "title_series" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "title_level" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "completion_id" uuid;--> statement-breakpoint
ALTER TABLE "lesson" ADD COLUMN "lecturer_id" uuid;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_given" ADD CONSTRAINT "feedback_given_class_id_training_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."training_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_lecturer" ADD CONSTRAINT "feedback_lecturer_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_lecturer" ADD CONSTRAINT "feedback_lecturer_lecturer_id_lecturer_id_fk" FOREIGN KEY ("lecturer_id") REFERENCES "public"."lecturer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_answer" ADD CONSTRAINT "finding_answer_finding_id_guidance_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."guidance_finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_finding" ADD CONSTRAINT "guidance_finding_visit_id_guidance_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."guidance_visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_finding" ADD CONSTRAINT "guidance_finding_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_photo" ADD CONSTRAINT "guidance_photo_visit_id_guidance_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."guidance_visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_photo" ADD CONSTRAINT "guidance_photo_finding_id_guidance_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."guidance_finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_photo" ADD CONSTRAINT "guidance_photo_answer_id_finding_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."finding_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_visit" ADD CONSTRAINT "guidance_visit_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_visit" ADD CONSTRAINT "guidance_visit_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_visit" ADD CONSTRAINT "guidance_visit_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_visit" ADD CONSTRAINT "guidance_visit_checklist_id_guidance_checklist_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."guidance_checklist"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_care_difference" ADD CONSTRAINT "health_care_difference_recount_id_recount_id_fk" FOREIGN KEY ("recount_id") REFERENCES "public"."recount"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_care_segment" ADD CONSTRAINT "health_care_segment_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_care_segment" ADD CONSTRAINT "health_care_segment_rule_id_health_care_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."health_care_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_capacity" ADD CONSTRAINT "institution_capacity_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecturer" ADD CONSTRAINT "lecturer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecturer" ADD CONSTRAINT "lecturer_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lecturer" ADD CONSTRAINT "lecturer_district_code_district_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."district"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperation_agreement" ADD CONSTRAINT "cooperation_agreement_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperation_agreement" ADD CONSTRAINT "cooperation_agreement_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funnel_difference" ADD CONSTRAINT "funnel_difference_recount_id_recount_id_fk" FOREIGN KEY ("recount_id") REFERENCES "public"."recount"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrated_enterprise" ADD CONSTRAINT "integrated_enterprise_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_student_id_student_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."student"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_converted_engagement_id_engagement_id_fk" FOREIGN KEY ("converted_engagement_id") REFERENCES "public"."engagement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_log" ADD CONSTRAINT "placement_log_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_week" ADD CONSTRAINT "placement_week_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_course" ADD CONSTRAINT "programme_course_point_id_programme_point_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."programme_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_course" ADD CONSTRAINT "programme_course_course_id_course_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_point" ADD CONSTRAINT "programme_point_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_point" ADD CONSTRAINT "programme_point_major_id_major_id_fk" FOREIGN KEY ("major_id") REFERENCES "public"."major"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_point_id_programme_point_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."programme_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student" ADD CONSTRAINT "student_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student" ADD CONSTRAINT "student_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "student" ADD CONSTRAINT "student_point_id_programme_point_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."programme_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teacher_practice" ADD CONSTRAINT "teacher_practice_college_id_organisation_id_fk" FOREIGN KEY ("college_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teacher_practice" ADD CONSTRAINT "teacher_practice_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teacher_practice" ADD CONSTRAINT "teacher_practice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_class" ON "feedback" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "feedback_given_class" ON "feedback_given" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "feedback_lecturer_lecturer" ON "feedback_lecturer" USING btree ("lecturer_id");--> statement-breakpoint
CREATE INDEX "finding_answer_finding" ON "finding_answer" USING btree ("finding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guidance_checklist_version" ON "guidance_checklist" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "guidance_checklist_in_force" ON "guidance_checklist" USING btree ("in_force_from_on") WHERE "guidance_checklist"."status" = 'published';--> statement-breakpoint
CREATE INDEX "guidance_finding_visit" ON "guidance_finding" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "guidance_finding_institution" ON "guidance_finding" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "guidance_finding_due" ON "guidance_finding" USING btree ("mend_by_on") WHERE "guidance_finding"."status" in ('open', 'answered');--> statement-breakpoint
CREATE INDEX "guidance_photo_visit" ON "guidance_photo" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "guidance_visit_institution" ON "guidance_visit" USING btree ("institution_id","planned_on");--> statement-breakpoint
CREATE INDEX "guidance_visit_district" ON "guidance_visit" USING btree ("district_code","status","planned_on");--> statement-breakpoint
CREATE INDEX "guidance_visit_organisation" ON "guidance_visit" USING btree ("organisation_id","status","planned_on");--> statement-breakpoint
CREATE INDEX "guidance_visit_follows" ON "guidance_visit" USING btree ("follows_id") WHERE "guidance_visit"."follows_id" is not null;--> statement-breakpoint
CREATE INDEX "health_care_difference_recount" ON "health_care_difference" USING btree ("recount_id");--> statement-breakpoint
CREATE UNIQUE INDEX "health_care_rule_version" ON "health_care_rule" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "health_care_rule_in_force" ON "health_care_rule" USING btree ("in_force_from_on") WHERE "health_care_rule"."status" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "health_care_segment_from" ON "health_care_segment" USING btree ("institution_id","from_on");--> statement-breakpoint
CREATE INDEX "health_care_segment_district" ON "health_care_segment" USING btree ("district_code","standing","from_on");--> statement-breakpoint
CREATE INDEX "health_care_segment_due" ON "health_care_segment" USING btree ("due_on") WHERE "health_care_segment"."standing" in ('waiting', 'overdue');--> statement-breakpoint
CREATE UNIQUE INDEX "institution_capacity_from" ON "institution_capacity" USING btree ("institution_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "institution_capacity_open" ON "institution_capacity" USING btree ("institution_id") WHERE "institution_capacity"."until_on" is null;--> statement-breakpoint
CREATE INDEX "lecturer_organisation" ON "lecturer" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE INDEX "lecturer_district" ON "lecturer" USING btree ("district_code","status");--> statement-breakpoint
CREATE INDEX "lecturer_person" ON "lecturer" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cooperation_agreement_number" ON "cooperation_agreement" USING btree ("college_id","number");--> statement-breakpoint
CREATE INDEX "cooperation_agreement_institution" ON "cooperation_agreement" USING btree ("institution_id","status");--> statement-breakpoint
CREATE INDEX "funnel_difference_recount" ON "funnel_difference" USING btree ("recount_id");--> statement-breakpoint
CREATE INDEX "funnel_row_college" ON "funnel_row" USING btree ("college_id","year","student_id");--> statement-breakpoint
CREATE INDEX "funnel_row_year" ON "funnel_row" USING btree ("year","student_id");--> statement-breakpoint
CREATE INDEX "funnel_row_person" ON "funnel_row" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "funnel_row_next" ON "funnel_row" USING btree ("next_on") WHERE "funnel_row"."next_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "integrated_enterprise_open" ON "integrated_enterprise" USING btree ("institution_id") WHERE "integrated_enterprise"."until_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "major_name" ON "major" USING btree ("level","name_zh");--> statement-breakpoint
CREATE UNIQUE INDEX "major_code" ON "major" USING btree ("level","code");--> statement-breakpoint
CREATE UNIQUE INDEX "placement_agreement" ON "placement" USING btree ("college_id","agreement_no");--> statement-breakpoint
CREATE INDEX "placement_student" ON "placement" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "placement_person" ON "placement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "placement_college" ON "placement" USING btree ("college_id","status","from_on");--> statement-breakpoint
CREATE INDEX "placement_institution" ON "placement" USING btree ("institution_id","status","from_on");--> statement-breakpoint
CREATE INDEX "placement_days" ON "placement" USING btree ("from_on");--> statement-breakpoint
CREATE INDEX "placement_engagement" ON "placement" USING btree ("engagement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "programme_point_pair" ON "programme_point" USING btree ("college_id","major_id");--> statement-breakpoint
CREATE UNIQUE INDEX "student_number" ON "student" USING btree ("college_id","student_no");--> statement-breakpoint
CREATE UNIQUE INDEX "student_point" ON "student" USING btree ("person_id","point_id");--> statement-breakpoint
CREATE INDEX "student_college" ON "student" USING btree ("college_id","enrolled_on");--> statement-breakpoint
CREATE UNIQUE INDEX "teacher_practice_once" ON "teacher_practice" USING btree ("college_id","institution_id","teacher_name","from_on");--> statement-breakpoint
CREATE INDEX "teacher_practice_institution" ON "teacher_practice" USING btree ("institution_id");--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_lecturer_id_lecturer_id_fk" FOREIGN KEY ("lecturer_id") REFERENCES "public"."lecturer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_professional_title" ON "certificate" USING btree ("person_id") WHERE "certificate"."family" = 'professional_title';--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_completion" ON "certificate" USING btree ("completion_id") WHERE "certificate"."completion_id" is not null and "certificate"."status" = 'verified';--> statement-breakpoint
CREATE INDEX "lesson_lecturer" ON "lesson" USING btree ("lecturer_id","held_on") WHERE "lesson"."lecturer_id" is not null;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_title_series" CHECK ("certificate"."title_series" in ('health', 'nursing', 'education', 'vocational_teaching', 'research', 'other'));--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_title_level" CHECK ("certificate"."title_level" in ('technician', 'assistant', 'intermediate', 'associate_senior', 'senior'));--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_title" CHECK (("certificate"."family" = 'professional_title') = ("certificate"."title_series" is not null and "certificate"."title_level" is not null));--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_family" CHECK ("certificate"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid', 'professional_title'));--> statement-breakpoint
ALTER TABLE "certificate_issuer" ADD CONSTRAINT "certificate_issuer_family" CHECK ("certificate_issuer"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid', 'professional_title'));--> statement-breakpoint
ALTER TABLE "certificate_lookup" ADD CONSTRAINT "certificate_lookup_family" CHECK ("certificate_lookup"."family" in ('hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate', 'teacher_qualification', 'nurse_license', 'physician_license', 'health_certificate', 'health_care_training', 'post_training', 'training_completion', 'special_ability', 'commercial_training', 'childcare_teacher_license', 'security_guard', 'first_aid', 'professional_title'));--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_metric" CHECK ("target"."metric" in ('principal_person_times', 'caregiver_person_times', 'caregiver_certified_rate', 'programme_points', 'health_care_coverage'));--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_counting_rule" CHECK ("target"."counting_rule" in ('person_times_2023', 'certified_standard', 'programme_points_enrolling', 'health_care_new_institutions'));--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_kind" CHECK ("import_run"."kind" in ('institutions', 'rosters', 'certificates', 'completions', 'x_results', 'students', 'lecturers', 'placements', 'visits', 'majors', 'programme_points', 'agreements', 'teacher_practice', 'enterprises'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind" CHECK ("notification"."kind" in ('enrolment_received', 'enrolment_confirmation_asked', 'enrolment_confirmed', 'enrolment_approved', 'enrolment_rejected', 'enrolment_waitlisted', 'enrolment_offered', 'enrolment_offer_accepted', 'enrolment_offer_lapsed', 'enrolment_waiting_ended', 'enrolment_withdrawn', 'enrolment_voided', 'nominated', 'lesson_moved', 'lesson_cancelled', 'class_moved', 'class_cancelled', 'minimum_decision', 'course_submitted', 'course_approved', 'course_returned', 'closing_submitted', 'closing_approved', 'closing_returned', 'feedback_asked', 'training_passed', 'training_not_passed', 'completion_certificate_issued', 'completion_certificate_revoked', 'completion_voided', 'post_training_issued', 'post_training_revoked', 'health_care_certified', 'health_care_begun', 'health_care_near', 'health_care_overdue', 'sitting_registered', 'sitting_withdrawn', 'sitting_moved', 'sitting_cancelled', 'sitting_passed', 'sitting_not_passed', 'sitting_absent', 'sitting_results', 'appeal_opened', 'appeal_upheld', 'appeal_rejected', 'x_certificate_issued', 'x_batch_issued', 'organisation_applied', 'organisation_approved', 'organisation_returned', 'institution_change_proposed', 'institution_change_accepted', 'institution_change_returned', 'institution_moved', 'institution_merged', 'account_issued', 'account_claim_asked', 'account_claim_decided', 'password_reset', 'registration_repeated', 'recount_differs', 'staff_entered', 'staff_changed', 'staff_ended', 'post_claim_asked', 'post_claim_confirmed', 'post_claim_refused', 'post_claim_escalated', 'engagement_disputed', 'dispute_accepted', 'dispute_rejected', 'dispute_withdrawn', 'dispute_escalated', 'roster_confirm_soon', 'roster_confirm_due', 'roster_stale', 'double_roster_raised', 'double_roster_settled', 'double_roster_decided', 'placement_proposed', 'placement_accepted', 'placement_declined', 'placement_broken_off', 'placement_extended', 'placement_weeks_waiting', 'placement_assessment_asked', 'placement_assessed', 'placement_finished', 'placement_taken_on', 'person_merged', 'lecturer_proposed', 'lecturer_renewal_asked', 'lecturer_approved', 'lecturer_returned', 'lecturer_withdrawn', 'lecturer_lapsing', 'certificate_entered', 'certificate_verified', 'certificate_rejected', 'certificate_revoked', 'certificate_expiring', 'certificate_expired', 'staff_certificates_expiring', 'import_finished', 'import_undone', 'visit_planned', 'visit_moved', 'visit_cancelled', 'visit_recorded', 'finding_answered', 'finding_returned', 'finding_mended', 'finding_extended', 'finding_withdrawn', 'finding_overdue', 'point_waiting', 'point_confirmed', 'point_returned', 'agreement_proposed', 'agreement_confirmed', 'agreement_declined', 'agreement_ended'));