CREATE TABLE "confirmation_reminder" (
	"entry_id" text NOT NULL,
	"due_on" date NOT NULL,
	"offset_days" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"member_ids" jsonb NOT NULL,
	CONSTRAINT "confirmation_reminder_entry_id_due_on_offset_days_pk" PRIMARY KEY("entry_id","due_on","offset_days")
);
--> statement-breakpoint
CREATE TABLE "entry_redirect" (
	"from_id" text PRIMARY KEY NOT NULL,
	"to_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_rule" (
	"network_id" text PRIMARY KEY NOT NULL,
	"checklist" jsonb NOT NULL,
	"confirm_months" integer NOT NULL,
	"confirm_months_ended" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"field" text NOT NULL,
	"text" text NOT NULL,
	"suggestion" jsonb,
	"state" text DEFAULT 'open' NOT NULL,
	"replies" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb NOT NULL,
	"recommendation" text,
	"text" text DEFAULT '' NOT NULL,
	"given_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"base" jsonb,
	"title" jsonb,
	"title_key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"checklist" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"publish_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "revision_change" (
	"revision_id" text NOT NULL,
	"version" integer NOT NULL,
	"member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	CONSTRAINT "revision_change_revision_id_version_pk" PRIMARY KEY("revision_id","version")
);
--> statement-breakpoint
CREATE TABLE "revision_step" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revision_step_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" text NOT NULL,
	"revision_id" text,
	"step" text NOT NULL,
	"from" text,
	"to" text,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"acting_for" text,
	"reason" text,
	"other_id" text,
	"publish_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "featured_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "confirmation_reminder" ADD CONSTRAINT "confirmation_reminder_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redirect" ADD CONSTRAINT "entry_redirect_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_redirect" ADD CONSTRAINT "entry_redirect_to_id_entry_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_rule" ADD CONSTRAINT "network_rule_network_id_network_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."network"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_settled_by_member_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_member_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_step" ADD CONSTRAINT "revision_step_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_step" ADD CONSTRAINT "revision_step_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_step" ADD CONSTRAINT "revision_step_acting_for_entry_id_fk" FOREIGN KEY ("acting_for") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_redirect_to" ON "entry_redirect" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "remark_revision" ON "remark" USING btree ("revision_id","created_at");--> statement-breakpoint
CREATE INDEX "remark_creator" ON "remark" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "review_once" ON "review" USING btree ("revision_id","reviewer_id");--> statement-breakpoint
CREATE INDEX "review_reviewer" ON "review" USING btree ("reviewer_id","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_open" ON "revision" USING btree ("entry_id") WHERE "revision"."state" in ('draft', 'submitted', 'in_review', 'changes_requested', 'accepted');--> statement-breakpoint
CREATE INDEX "revision_entry" ON "revision" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "revision_queue" ON "revision" USING btree ("state","since","id");--> statement-breakpoint
CREATE INDEX "revision_creator" ON "revision" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "revision_publish_at" ON "revision" USING btree ("publish_at");--> statement-breakpoint
CREATE INDEX "revision_change_member" ON "revision_change" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "revision_step_entry" ON "revision_step" USING btree ("entry_id","seq");--> statement-breakpoint
CREATE INDEX "revision_step_revision" ON "revision_step" USING btree ("revision_id","seq");--> statement-breakpoint
CREATE INDEX "revision_step_actor" ON "revision_step" USING btree ("actor");--> statement-breakpoint
-- What was done on the way of an entry is only ever added to, as the audit trail is.
CREATE FUNCTION "revision_step_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The steps of revisions are only ever added to.' USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "revision_step_no_change" BEFORE UPDATE OR DELETE OR TRUNCATE ON "revision_step" FOR EACH STATEMENT EXECUTE FUNCTION "revision_step_refuse_change"();
