-- The audit trail is only ever added to. One single change is let through, and must be exactly this one: once a member was
-- erased, rows about her lose what they say of her, and rows of her own acts lose from where she acted.
CREATE FUNCTION "audit_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  redacted "audit";
BEGIN
  IF TG_OP = 'UPDATE' THEN
    redacted := OLD;
    IF EXISTS (SELECT FROM "member" WHERE "id" = OLD."entry_id" AND "state" = 'erased') THEN
      redacted."before" := NULL;
      redacted."after" := NULL;
      IF OLD."actor" = 'visitor' THEN redacted."origin" := NULL; END IF;
    END IF;
    IF EXISTS (SELECT FROM "member" WHERE "id" = OLD."actor" AND "state" = 'erased') THEN
      redacted."origin" := NULL;
    END IF;
    IF redacted IS DISTINCT FROM OLD AND NEW IS NOT DISTINCT FROM redacted THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'The audit trail is only ever added to.' USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_no_update" BEFORE UPDATE ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_refuse_change"();--> statement-breakpoint
CREATE TRIGGER "audit_no_removal" BEFORE DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse_change"();
