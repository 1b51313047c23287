-- The register of one municipality. Times are milliseconds since 1970 (UTC) and come in as arguments,
-- never from the database. AUTOINCREMENT everywhere a key is shown to people: a key is never reused.
-- Nothing that can be computed is stored here, except the full-text index.

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The organisation chart.
CREATE TABLE unit (
  unit_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id     INTEGER REFERENCES unit (unit_id),
  sign          TEXT NOT NULL,
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL, -- folded, to sort by
  kind          TEXT NOT NULL CHECK (kind IN ('town', 'division', 'department', 'team')),
  leaving_share REAL CHECK (leaving_share BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE application (
  application_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name     TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, -- folded: two spellings of one name are one application
  aliases  TEXT NOT NULL,        -- one per line
  kind     TEXT NOT NULL CHECK (kind IN ('specialist', 'dms', 'shared', 'office', 'other')),
  purpose  TEXT NOT NULL
) STRICT;

-- No row means: not surveyed.
CREATE TABLE interface (
  from_id INTEGER NOT NULL REFERENCES application (application_id),
  to_id   INTEGER NOT NULL REFERENCES application (application_id),
  state   TEXT NOT NULL CHECK (state IN ('exists', 'available', 'missing')),
  note    TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id),
  CHECK (from_id <> to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interface_to ON interface (to_id);

-- Names of people stand here and nowhere in the log, so that erasing a person leaves the chain intact.
CREATE TABLE account (
  account_id    INTEGER PRIMARY KEY AUTOINCREMENT,
  login         TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('reader', 'process-owner', 'analyst', 'coordinator', 'administrator')),
  scope_id      INTEGER REFERENCES unit (unit_id),
  password_hash TEXT NOT NULL, -- argon2id, PHC string
  disabled      INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX account_scope ON account (scope_id);

-- Only the SHA-256 of the secret: whoever reads a backup cannot take over a session.
CREATE TABLE session (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES account (account_id),
  created_at  INTEGER NOT NULL,
  seen_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account_id);

CREATE TABLE token (
  token_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id   INTEGER NOT NULL REFERENCES account (account_id),
  name         TEXT NOT NULL,
  secret_hash  TEXT NOT NULL UNIQUE,
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at   INTEGER
) STRICT;
CREATE INDEX token_account ON token (account_id);

-- Also for logins that do not exist: they must not behave differently. The name is hashed, because people
-- type passwords into the wrong field.
CREATE TABLE sign_in_failure (
  sign_in_failure_id INTEGER PRIMARY KEY,
  login_hash TEXT NOT NULL,
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_failure_login ON sign_in_failure (login_hash, at);
CREATE INDEX sign_in_failure_at ON sign_in_failure (at);

-- What people said about a process: the canonical text of each field. NULL: not surveyed; '-': does not apply.
-- The columns are named and ordered as the fields of the profile.
CREATE TABLE process (
  process_id       INTEGER PRIMARY KEY AUTOINCREMENT,
  number           TEXT NOT NULL CHECK (number <> ''),
  name             TEXT NOT NULL CHECK (name <> ''),
  summary          TEXT,
  unit_id          INTEGER REFERENCES unit (unit_id),
  owner_role       TEXT,
  steward          TEXT,
  category         TEXT,
  "trigger"        TEXT,
  result           TEXT,
  cases_per_year   TEXT,
  handling_minutes TEXT,
  lead_time_days   TEXT,
  channels_in      TEXT,
  channels_out     TEXT,
  applications     TEXT,
  legal_basis      TEXT,
  discretion       TEXT,
  personal_data    TEXT,
  tags             TEXT,
  status           TEXT NOT NULL,
  review_date      TEXT,
  revision         INTEGER NOT NULL,
  changed_at       INTEGER NOT NULL,
  deleted_at       INTEGER,       -- set: gone from the lists, history stays
  number_key       TEXT NOT NULL, -- folded, digits padded: '2' before '10'
  name_key         TEXT NOT NULL, -- folded
  -- To sort by; a figure is 'value;year;quality', so its number is what a cast reads.
  cases   REAL GENERATED ALWAYS AS (CASE WHEN cases_per_year <> '-' THEN CAST(cases_per_year AS REAL) END) VIRTUAL,
  minutes REAL GENERATED ALWAYS AS (CASE WHEN handling_minutes <> '-' THEN CAST(handling_minutes AS REAL) END) VIRTUAL,
  -- Number of answered fields of those that count for completeness; a test compares it with domain::completeness.
  answered INTEGER GENERATED ALWAYS AS (
    (summary IS NOT NULL) + (unit_id IS NOT NULL) + (owner_role IS NOT NULL) + (steward IS NOT NULL)
    + (category IS NOT NULL) + ("trigger" IS NOT NULL) + (result IS NOT NULL) + (cases_per_year IS NOT NULL)
    + (handling_minutes IS NOT NULL) + (lead_time_days IS NOT NULL) + (channels_in IS NOT NULL)
    + (channels_out IS NOT NULL) + (applications IS NOT NULL) + (legal_basis IS NOT NULL)
    + (discretion IS NOT NULL) + (personal_data IS NOT NULL) + (review_date IS NOT NULL)) VIRTUAL
) STRICT;
-- The number of a deleted process may be given again.
CREATE UNIQUE INDEX process_number ON process (number) WHERE deleted_at IS NULL;
CREATE INDEX process_unit ON process (unit_id);
CREATE INDEX process_number_key ON process (number_key, process_id) WHERE deleted_at IS NULL;
CREATE INDEX process_name_key ON process (name_key, process_id) WHERE deleted_at IS NULL;
CREATE INDEX process_changed ON process (changed_at) WHERE deleted_at IS NULL;

-- process.applications again, as keys: to filter by, and so that no application vanishes while in use.
CREATE TABLE process_application (
  process_id     INTEGER NOT NULL REFERENCES process (process_id),
  application_id INTEGER NOT NULL REFERENCES application (application_id),
  PRIMARY KEY (process_id, application_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX process_application_application ON process_application (application_id);

CREATE TABLE revision (
  process_id INTEGER NOT NULL REFERENCES process (process_id),
  number     INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  at         INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (process_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_account ON revision (account_id);

CREATE TABLE field_change (
  process_id INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  field      TEXT NOT NULL,
  before     TEXT,
  after      TEXT,
  PRIMARY KEY (process_id, number, field),
  FOREIGN KEY (process_id, number) REFERENCES revision (process_id, number)
) STRICT, WITHOUT ROWID;

-- The bytes as they came, for ever.
CREATE TABLE diagram (
  diagram_id INTEGER PRIMARY KEY AUTOINCREMENT,
  process_id INTEGER NOT NULL REFERENCES process (process_id),
  number     INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('as-is', 'to-be')),
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  note       TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  at         INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  bytes      BLOB NOT NULL, -- last, so that lists do not walk over it
  UNIQUE (process_id, number)
) STRICT;
CREATE INDEX diagram_account ON diagram (account_id);
CREATE TRIGGER diagram_is_immutable BEFORE UPDATE ON diagram
BEGIN
  SELECT RAISE(ABORT, 'a stored diagram never changes');
END;

-- Verdicts on findings; the newest row of a key holds, the others are its history.
CREATE TABLE judgement (
  judgement_id INTEGER PRIMARY KEY AUTOINCREMENT,
  process_id INTEGER NOT NULL REFERENCES process (process_id),
  key        TEXT NOT NULL, -- key of the finding, survives versions of the diagram
  verdict    TEXT NOT NULL CHECK (verdict IN ('confirmed', 'dismissed', 'wanted', 'required-by-law', 'resolved')),
  reason     TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX judgement_key ON judgement (process_id, key, judgement_id);
CREATE INDEX judgement_account ON judgement (account_id);

-- Answers to the Leitfragen; the newest row of a question holds. value NULL: taken back.
CREATE TABLE answer (
  answer_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  process_id INTEGER NOT NULL REFERENCES process (process_id),
  question   TEXT NOT NULL,
  value      INTEGER CHECK (value BETWEEN 0 AND 4),
  reason     TEXT NOT NULL,
  source     TEXT NOT NULL CHECK (source IN ('proposal', 'person')),
  version    INTEGER NOT NULL, -- of the set of questions
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_question ON answer (process_id, question, answer_id);
CREATE INDEX answer_account ON answer (account_id);

-- Each set of weights that ever held; the newest holds.
CREATE TABLE weighting (
  weighting_id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  at         INTEGER NOT NULL
) STRICT;
CREATE INDEX weighting_account ON weighting (account_id);
CREATE TABLE weight (
  weighting_id INTEGER NOT NULL REFERENCES weighting (weighting_id),
  question_group INTEGER NOT NULL,
  value REAL NOT NULL CHECK (value >= 0),
  PRIMARY KEY (weighting_id, question_group)
) STRICT, WITHOUT ROWID;

-- The change feed and proof: hash = SHA-256(hash of the row before, this row). No names, no texts of people.
CREATE TABLE log (
  number     INTEGER PRIMARY KEY, -- without gaps
  account_id INTEGER REFERENCES account (account_id), -- NULL: the program itself
  at         INTEGER NOT NULL,
  action     TEXT NOT NULL,
  subject    TEXT NOT NULL,
  detail     TEXT NOT NULL,
  hash       TEXT NOT NULL
) STRICT;
CREATE INDEX log_account ON log (account_id);
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log never changes');
END;
CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log never changes');
END;

-- Folded text of each process (rowid = process_id): parts of compounds are found as substrings.
CREATE VIRTUAL TABLE search USING fts5 (profile, labels, tokenize = 'trigram');
-- What is erased must not stay in the index.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
