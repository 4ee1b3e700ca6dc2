CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"bytes" integer NOT NULL,
	"renditions" jsonb NOT NULL,
	"alternative_text" jsonb,
	"caption" jsonb,
	"rights_holder" text,
	"licence" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stored_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_entry" ON "attachment" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "attachment_creator" ON "attachment" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "attachment_state" ON "attachment" USING btree ("state","cleared_at");