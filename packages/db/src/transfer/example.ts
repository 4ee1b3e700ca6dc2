import type { TestDatabase } from '../testing.ts'

/** Tables of a test that use every kind of column and reference, and content that is easily damaged on the way. */
export const EXAMPLE = [
  `CREATE TABLE node (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint REFERENCES node,
    "Odd ""name" text,
    amount numeric(30, 10), ratio float8, small real, big bigint, yes boolean, day date, at timestamptz, local timestamp,
    span interval, json jsonb, raw json, texts text[], numbers bigint[], bytes bytea, code varchar(8), fixed char(4), uid uuid,
    twice text GENERATED ALWAYS AS ("Odd ""name" || "Odd ""name") STORED)`,
  `CREATE TABLE "Weird table" (a text NOT NULL, b int NOT NULL, node bigint NOT NULL REFERENCES node, PRIMARY KEY (b, a))`,
  'CREATE TABLE keyless (serial serial, text text)',
  `CREATE TABLE left_side (id int PRIMARY KEY, other int)`,
  `CREATE TABLE right_side (id int PRIMARY KEY, other int NOT NULL REFERENCES left_side)`,
  'ALTER TABLE left_side ADD FOREIGN KEY (other) REFERENCES right_side',
  `CREATE TABLE outbox (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id())`,
  'CREATE TABLE empty (id int PRIMARY KEY)',
]

const FILL = [
  // The second refers to the third, which comes later.
  `INSERT INTO node OVERRIDING SYSTEM VALUE VALUES
    (1, NULL, E'quote " back\\\\ tab\\t newline\\n \\r žółć 🏙 \\u2028', 12345678901234567890.0123456789, 0.1, 0.1,
     9223372036854775807, true, '0044-03-15 BC', '2026-02-03 04:05:06.123456+05:30', '1999-12-31 23:59:59.999999',
     '1 year 2 mons -3 days 04:05:06.789', '{"n": 12345678901234567890.5, "s": "\\u00e9\\"", "a": [null, {}]}', '{"b" : 1,  "a":1}',
     ARRAY['a,b', 'c"d', '', NULL, 'NULL', '{}', E'\\\\'], ARRAY[1, NULL, -9223372036854775808], '\\x00ff0a5c', 'abc', 'ab',
     '00000000-0000-4000-8000-000000000000')`,
  `INSERT INTO node (id, parent, "Odd ""name", ratio, small, at, texts, bytes) OVERRIDING SYSTEM VALUE VALUES
    (2, 3, '', 'NaN', '-Infinity', 'infinity', '{}', ''), (3, 1, 'null', 1e-300, 3.4e38, '-infinity', '{{a,b},{c,d}}', NULL)`,
  `INSERT INTO node ("Odd ""name", big) OVERRIDING USER VALUE
    SELECT repeat(md5(n::text), n % 40), n FROM generate_series(1, 1200) n`,
  `DELETE FROM node WHERE big = 1200`,
  `INSERT INTO "Weird table" SELECT 'k' || n % 7, n, 1 FROM generate_series(1, 30) n`,
  `INSERT INTO keyless (text) VALUES ('one'), (NULL), ('one')`,
  'INSERT INTO left_side VALUES (1, NULL)',
  'INSERT INTO right_side VALUES (1, 1)',
  'UPDATE left_side SET other = 1',
  'INSERT INTO outbox DEFAULT VALUES',
]

/** Fills the example's tables. */
export async function fillExample(database: TestDatabase): Promise<void> {
  await database.exclusive(30_000, async (connection) => {
    await connection.query('SELECT setval($1, 10)', ['node_id_seq'])
    for (const statement of FILL) await connection.query(statement)
  })
}

/** Everything in the example's tables and sequences as text, to be compared. */
export async function dumpExample(database: TestDatabase): Promise<string[]> {
  return await database.exclusive(30_000, async (connection) => {
    await connection.query("SET TimeZone = 'UTC'")
    const dump: string[] = []
    const select = async (sql: string): Promise<void> => {
      const { rows } = await connection.query(sql)
      dump.push(...rows.map((row) => JSON.stringify(row)))
    }
    await select('SELECT n::text AS node FROM node n ORDER BY id')
    await select('SELECT w::text AS weird FROM "Weird table" w ORDER BY b, a')
    await select('SELECT k::text AS keyless FROM keyless k ORDER BY serial')
    await select('SELECT l::text AS l, r::text AS r FROM left_side l JOIN right_side r ON r.other = l.id')
    await select('SELECT seq FROM outbox')
    await select('SELECT last_value, is_called FROM node_id_seq')
    await select('SELECT last_value, is_called FROM keyless_serial_seq')
    await select('SELECT last_value, is_called FROM outbox_seq_seq')
    return dump
  })
}
