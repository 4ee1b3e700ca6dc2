CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run" text,
	"locked_until" timestamp (3) with time zone,
	"again" boolean DEFAULT false NOT NULL,
	"last_error" text,
	"failed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letter_choice" (
	"member_id" text PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"stop_secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"about" text NOT NULL,
	"key" text NOT NULL,
	"entry_id" text,
	"title" jsonb,
	"path" text,
	"watch_id" text,
	"detail" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"target" text NOT NULL,
	"search" jsonb,
	"name" text DEFAULT '' NOT NULL,
	"letters" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "stop_url" text;--> statement-breakpoint
ALTER TABLE "letter_choice" ADD CONSTRAINT "letter_choice_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "job_once" ON "job" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("due_at") WHERE "job"."failed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once" ON "notification" USING btree ("member_id","key");--> statement-breakpoint
CREATE INDEX "notification_member" ON "notification" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_open" ON "notification" USING btree ("member_id") WHERE "notification"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "watch_once" ON "watch" USING btree ("member_id","target");--> statement-breakpoint
CREATE INDEX "watch_target" ON "watch" USING btree ("target");