CREATE TABLE "entry_import" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"network_id" text,
	"publish" boolean DEFAULT false NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"columns" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"obstacles" jsonb NOT NULL,
	"work_token" text,
	"work_until" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "import_change" (
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"entry_id" text NOT NULL,
	"kind" text NOT NULL,
	"row" integer NOT NULL,
	"about" text NOT NULL,
	"after" jsonb NOT NULL,
	"after_hash" text NOT NULL,
	"before" jsonb,
	"before_hash" text,
	"before_state" text,
	"state" text,
	CONSTRAINT "import_change_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"import_id" text NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"verdict" text,
	"about" text DEFAULT '' NOT NULL,
	"reasons" jsonb NOT NULL,
	"entry_id" text,
	CONSTRAINT "import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
ALTER TABLE "entry_import" ADD CONSTRAINT "entry_import_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_import_id_entry_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."entry_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_entry_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."entry_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_import_network" ON "entry_import" USING btree ("network_id","created_at");--> statement-breakpoint
CREATE INDEX "entry_import_creator" ON "entry_import" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "import_change_entry" ON "import_change" USING btree ("import_id","entry_id");--> statement-breakpoint
CREATE INDEX "import_row_verdict" ON "import_row" USING btree ("import_id","verdict","row");