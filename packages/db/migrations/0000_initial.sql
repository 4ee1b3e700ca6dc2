CREATE TABLE "city" (
	"id" text PRIMARY KEY NOT NULL,
	"country_id" text NOT NULL,
	"type" text NOT NULL,
	"region" text,
	"geonames_id" integer,
	"latitude" double precision,
	"longitude" double precision,
	"population" integer,
	"population_year" integer,
	"population_source" text,
	"languages" jsonb NOT NULL,
	"urbanisation" integer,
	"pathway" text,
	"website" text,
	CONSTRAINT "city_geonames_id_unique" UNIQUE("geonames_id")
);
--> statement-breakpoint
CREATE TABLE "component" (
	"id" text PRIMARY KEY NOT NULL,
	"what_it_does" jsonb,
	"enabling_conditions" jsonb,
	"lessons" jsonb
);
--> statement-breakpoint
CREATE TABLE "concept" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme" text NOT NULL,
	"key" text NOT NULL,
	"broader" text,
	"position" integer NOT NULL,
	"labels" jsonb NOT NULL,
	"synonyms" jsonb NOT NULL,
	"definition" text,
	"mappings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concept_scheme" (
	"key" text PRIMARY KEY NOT NULL,
	"labels" jsonb NOT NULL,
	"definition" text,
	"sources" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultative_body" (
	"id" text PRIMARY KEY NOT NULL,
	"city_id" text,
	"country_id" text,
	"founded" text,
	"ended" text,
	"composition" jsonb,
	"powers" jsonb
);
--> statement-breakpoint
CREATE TABLE "country" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"languages" jsonb NOT NULL,
	"governance_type" text,
	"latitude" double precision,
	"longitude" double precision,
	CONSTRAINT "country_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb,
	"content_language" text NOT NULL,
	"licence" text NOT NULL,
	"coverage" text NOT NULL,
	"provenance" jsonb NOT NULL,
	"sources" jsonb NOT NULL,
	"identifiers" jsonb NOT NULL,
	"alternative_names" jsonb NOT NULL,
	"last_confirmed_at" date,
	"confirmation_due_at" date,
	"sort_key" text NOT NULL,
	"content_hash" text NOT NULL,
	"seed_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_concept" (
	"entry_id" text NOT NULL,
	"field" text NOT NULL,
	"concept_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "entry_concept_entry_id_field_concept_id_pk" PRIMARY KEY("entry_id","field","concept_id")
);
--> statement-breakpoint
CREATE TABLE "entry_link" (
	"from_id" text NOT NULL,
	"field" text NOT NULL,
	"to_id" text NOT NULL,
	"position" integer NOT NULL,
	"detail" jsonb,
	CONSTRAINT "entry_link_from_id_field_position_pk" PRIMARY KEY("from_id","field","position")
);
--> statement-breakpoint
CREATE TABLE "slug_redirect" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"entry_id" text NOT NULL,
	CONSTRAINT "slug_redirect_kind_slug_pk" PRIMARY KEY("kind","slug")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" text PRIMARY KEY NOT NULL,
	"start" text,
	"end" text,
	"start_time" text,
	"end_time" text,
	"venue" text,
	"city_id" text,
	"organiser_id" text,
	"network_id" text,
	"agenda" jsonb NOT NULL,
	"website" text
);
--> statement-breakpoint
CREATE TABLE "competence" (
	"entry_id" text NOT NULL,
	"position" integer NOT NULL,
	"policy_area_id" text NOT NULL,
	"holder" text NOT NULL,
	"note" text,
	"year" integer,
	"source" jsonb NOT NULL,
	CONSTRAINT "competence_entry_id_position_pk" PRIMARY KEY("entry_id","position")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"entry_id" text NOT NULL,
	"position" integer NOT NULL,
	"indicator_id" text NOT NULL,
	"value" double precision,
	"text" text,
	"unit" text,
	"year" integer,
	"definition" text,
	"source" jsonb NOT NULL,
	CONSTRAINT "figure_entry_id_position_pk" PRIMARY KEY("entry_id","position")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"framework_id" text NOT NULL,
	"position" integer NOT NULL,
	"subject_id" text NOT NULL,
	"label" text,
	"date" text,
	"by" text,
	"overall" double precision,
	"scores" jsonb NOT NULL,
	"source" jsonb NOT NULL,
	CONSTRAINT "assessment_framework_id_position_pk" PRIMARY KEY("framework_id","position")
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"framework_id" text NOT NULL,
	"position" integer NOT NULL,
	"subject_id" text NOT NULL,
	"item" text,
	"since" text,
	"status" text NOT NULL,
	"note" text,
	"source" jsonb,
	CONSTRAINT "commitment_framework_id_position_pk" PRIMARY KEY("framework_id","position")
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text,
	"organisation_id" text,
	"owner" text,
	"adopted" text,
	"ended" text
);
--> statement-breakpoint
CREATE TABLE "framework_item" (
	"framework_id" text NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"parent" text,
	"type" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"policy_areas" jsonb NOT NULL,
	"scored" boolean NOT NULL,
	CONSTRAINT "framework_item_framework_id_position_pk" PRIMARY KEY("framework_id","position")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"network_id" text NOT NULL,
	"position" integer NOT NULL,
	"member_id" text NOT NULL,
	"role" text NOT NULL,
	"since" text,
	"until" text,
	"note" text,
	"source" jsonb,
	CONSTRAINT "membership_network_id_position_pk" PRIMARY KEY("network_id","position")
);
--> statement-breakpoint
CREATE TABLE "network" (
	"id" text PRIMARY KEY NOT NULL,
	"acronym" text,
	"parent_id" text,
	"secretariat_id" text,
	"owner" text,
	"country_id" text,
	"founded" text,
	"ended" text,
	"website" text,
	"member_counts" jsonb NOT NULL,
	"workplan" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"acronym" text,
	"city_id" text,
	"country_id" text,
	"website" text
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entry_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"entry_id" text NOT NULL,
	"entry_kind" text NOT NULL,
	"event" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice" (
	"id" text PRIMARY KEY NOT NULL,
	"strapline" jsonb,
	"challenge" jsonb,
	"objectives" jsonb,
	"solution" jsonb NOT NULL,
	"difficulties" jsonb,
	"lead_organisation_id" text,
	"staff_band" text,
	"staff_note" text,
	"volunteers" text,
	"city_id" text,
	"country_id" text,
	"territory" text,
	"start" text,
	"end" text,
	"stage" text,
	"participation_how" jsonb,
	"budget_band" text,
	"budget_note" text,
	"currency" text,
	"funding_note" text,
	"legal_basis" jsonb,
	"results" jsonb NOT NULL,
	"not_measured" boolean NOT NULL,
	"evidence_level" integer NOT NULL,
	"evaluations" jsonb NOT NULL,
	"preconditions" jsonb NOT NULL,
	"success_factors" jsonb,
	"offers" jsonb NOT NULL,
	"contact" jsonb,
	"media" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" text PRIMARY KEY NOT NULL,
	"acronym" text,
	"lead_organisation_id" text,
	"status" text,
	"start" text,
	"end" text,
	"budget" double precision,
	"currency" text,
	"budget_note" text,
	"funding_note" text,
	"languages" jsonb NOT NULL,
	"results" jsonb,
	"website" text
);
--> statement-breakpoint
CREATE TABLE "resource" (
	"id" text PRIMARY KEY NOT NULL,
	"authors" jsonb NOT NULL,
	"publisher" text,
	"organisation_id" text,
	"network_id" text,
	"published" text,
	"url" text
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"id" text PRIMARY KEY NOT NULL,
	"host_city_id" text,
	"host_country_id" text,
	"host_name" text,
	"peer_names" jsonb NOT NULL,
	"network_id" text,
	"framework_id" text,
	"programme" text,
	"start" text,
	"end" text,
	"question" jsonb,
	"outcome" jsonb,
	"recommendations" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "city" ADD CONSTRAINT "city_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city" ADD CONSTRAINT "city_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "component" ADD CONSTRAINT "component_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept" ADD CONSTRAINT "concept_scheme_concept_scheme_key_fk" FOREIGN KEY ("scheme") REFERENCES "public"."concept_scheme"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept" ADD CONSTRAINT "concept_broader_concept_id_fk" FOREIGN KEY ("broader") REFERENCES "public"."concept"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultative_body" ADD CONSTRAINT "consultative_body_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultative_body" ADD CONSTRAINT "consultative_body_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultative_body" ADD CONSTRAINT "consultative_body_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country" ADD CONSTRAINT "country_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_concept" ADD CONSTRAINT "entry_concept_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_concept" ADD CONSTRAINT "entry_concept_concept_id_concept_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concept"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_link" ADD CONSTRAINT "entry_link_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_link" ADD CONSTRAINT "entry_link_to_id_entry_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slug_redirect" ADD CONSTRAINT "slug_redirect_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_organiser_id_organisation_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence" ADD CONSTRAINT "competence_policy_area_id_concept_id_fk" FOREIGN KEY ("policy_area_id") REFERENCES "public"."concept"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_indicator_id_concept_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."concept"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_subject_id_entry_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_subject_id_entry_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_entry_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network" ADD CONSTRAINT "network_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network" ADD CONSTRAINT "network_parent_id_network_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network" ADD CONSTRAINT "network_secretariat_id_organisation_id_fk" FOREIGN KEY ("secretariat_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network" ADD CONSTRAINT "network_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_lead_organisation_id_organisation_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_country_id_country_id_fk" FOREIGN KEY ("country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_lead_organisation_id_organisation_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_id_entry_id_fk" FOREIGN KEY ("id") REFERENCES "public"."entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_host_city_id_city_id_fk" FOREIGN KEY ("host_city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_host_country_id_country_id_fk" FOREIGN KEY ("host_country_id") REFERENCES "public"."country"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_country" ON "city" USING btree ("country_id");--> statement-breakpoint
CREATE INDEX "concept_scheme_position" ON "concept" USING btree ("scheme","position");--> statement-breakpoint
CREATE INDEX "consultative_body_city" ON "consultative_body" USING btree ("city_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_kind_slug" ON "entry" USING btree ("kind","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_provenance" ON "entry" USING btree (("provenance" ->> 'system'),("provenance" ->> 'id'));--> statement-breakpoint
CREATE INDEX "entry_kind_sort" ON "entry" USING btree ("kind","state","sort_key" COLLATE "C","id");--> statement-breakpoint
CREATE INDEX "entry_updated" ON "entry" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "entry_concept_concept" ON "entry_concept" USING btree ("concept_id","field");--> statement-breakpoint
CREATE INDEX "entry_link_to" ON "entry_link" USING btree ("to_id","field");--> statement-breakpoint
CREATE INDEX "event_city" ON "event" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "event_network" ON "event" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "figure_indicator" ON "figure" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "assessment_subject" ON "assessment" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "commitment_subject" ON "commitment" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_item_key" ON "framework_item" USING btree ("framework_id","key");--> statement-breakpoint
CREATE INDEX "membership_member" ON "membership" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "network_parent" ON "network" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "organisation_city" ON "organisation" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "audit_entry" ON "audit" USING btree ("entry_id","seq");--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "practice_city" ON "practice" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "practice_country" ON "practice" USING btree ("country_id");--> statement-breakpoint
CREATE INDEX "practice_lead_organisation" ON "practice" USING btree ("lead_organisation_id");--> statement-breakpoint
CREATE INDEX "project_lead_organisation" ON "project" USING btree ("lead_organisation_id");--> statement-breakpoint
CREATE INDEX "resource_network" ON "resource" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "visit_host_city" ON "visit" USING btree ("host_city_id");--> statement-breakpoint
CREATE INDEX "visit_network" ON "visit" USING btree ("network_id");