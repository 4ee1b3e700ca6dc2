CREATE TABLE "consent" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "profile" (
	"member_id" text PRIMARY KEY NOT NULL,
	"position" text NOT NULL,
	"languages" jsonb NOT NULL,
	"expertise" jsonb NOT NULL,
	"offers" jsonb NOT NULL,
	"visibility" jsonb NOT NULL,
	"sort_key" text NOT NULL,
	"position_key" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "affiliation" DROP CONSTRAINT "affiliation_member_id_entry_id_function_pk";--> statement-breakpoint
ALTER TABLE "affiliation" ADD COLUMN "id" text PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "affiliation" ADD COLUMN "position" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "member_id" text;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_member" ON "consent" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "profile_sort" ON "profile" USING btree ("sort_key" COLLATE "C","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "affiliation_once" ON "affiliation" USING btree ("member_id","entry_id","function");--> statement-breakpoint
CREATE INDEX "audit_member" ON "audit" USING btree ("member_id","seq");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor","seq");