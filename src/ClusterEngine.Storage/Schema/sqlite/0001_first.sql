-- The first schema. The region leads every key, so that the same tables can be distributed by it on PostgreSQL.
-- Text is compared byte by byte (BINARY), instants are UTC text of one width ('2026-11-25T05:00:00.0000000Z') and
-- sort as such, enumerations are the design's words, documents are JSON that only the program reads.

-- What was applied when. Of the database, not of a region. The highest number stands in user_version too, which every
-- session compares with the program's; each migration sets it.
CREATE TABLE schema_migration (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    applied_at TEXT NOT NULL
) STRICT;

PRAGMA user_version = 1;

-- A tombstone is a row with deleted_at and nothing else of what the profile said.
CREATE TABLE profile (
    region       TEXT NOT NULL,
    id           TEXT NOT NULL,
    source       TEXT NOT NULL,
    source_id    TEXT NOT NULL,
    content_hash TEXT,
    document     TEXT,
    deleted_at   TEXT,
    PRIMARY KEY (region, id),
    UNIQUE (region, source, source_id),
    CHECK ((document IS NULL) = (deleted_at IS NOT NULL) AND (document IS NULL) = (content_hash IS NULL))
) STRICT;

CREATE TABLE profile_contact (
    region     TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    function   TEXT,
    email      TEXT,
    PRIMARY KEY (region, profile_id),
    FOREIGN KEY (region, profile_id) REFERENCES profile (region, id)
) STRICT;

CREATE TABLE facet (
    region     TEXT NOT NULL,
    id         TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    side       TEXT NOT NULL CHECK (side IN ('need', 'offer')),
    position   INTEGER NOT NULL,
    key        TEXT NOT NULL,
    category   TEXT,
    visibility TEXT NOT NULL,
    document   TEXT NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, profile_id, side, position),
    UNIQUE (region, profile_id, side, key),
    FOREIGN KEY (region, profile_id) REFERENCES profile (region, id)
) STRICT;

-- No foreign key to facet: vectors are written long after the facet was read, and it may be gone by then.
-- embedding: 32-bit floats, little-endian.
CREATE TABLE vector (
    region       TEXT NOT NULL,
    facet_id     TEXT NOT NULL,
    language     TEXT NOT NULL,
    model_id     TEXT NOT NULL,
    window_index INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    embedding    BLOB NOT NULL,
    PRIMARY KEY (region, facet_id, language, model_id, window_index)
) STRICT;

CREATE TABLE import_source (
    region      TEXT NOT NULL,
    source      TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    accepted    INTEGER NOT NULL,
    rejected    INTEGER NOT NULL,
    PRIMARY KEY (region, source)
) STRICT;

CREATE TABLE import_rejected (
    region   TEXT NOT NULL,
    source   TEXT NOT NULL,
    position INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    field    TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (region, source, position),
    FOREIGN KEY (region, source) REFERENCES import_source (region, source)
) STRICT;

CREATE TABLE run (
    region          TEXT NOT NULL,
    id              TEXT NOT NULL,
    settings_digest TEXT NOT NULL,
    model_id        TEXT NOT NULL,
    as_of           TEXT NOT NULL,
    input_digest    TEXT NOT NULL,
    week            TEXT NOT NULL,
    status          TEXT NOT NULL CHECK (status IN ('running', 'finished', 'incomplete')),
    counts          TEXT,
    slate           BLOB,
    PRIMARY KEY (region, id)
) STRICT;

-- A claim is an owner, a lease and the number of the attempt; done_at says that nothing is left to do.
CREATE TABLE run_range (
    region       TEXT NOT NULL,
    run_id       TEXT NOT NULL,
    range_index  INTEGER NOT NULL,
    first_need   INTEGER NOT NULL,
    need_count   INTEGER NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 0,
    owner        TEXT,
    leased_until TEXT,
    last_failure TEXT,
    done_at      TEXT,
    result       BLOB,
    PRIMARY KEY (region, run_id, range_index),
    FOREIGN KEY (region, run_id) REFERENCES run (region, id)
) STRICT;

CREATE TABLE verdict (
    region   TEXT NOT NULL,
    id       TEXT NOT NULL,
    need_id  TEXT NOT NULL,
    offer_id TEXT NOT NULL,
    said_by  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    reason   TEXT,
    said_at  TEXT NOT NULL,
    examined TEXT NOT NULL,
    note     TEXT,
    PRIMARY KEY (region, id)
) STRICT;

-- Version 0 is the week's draft; the others are published and frozen.
CREATE TABLE report (
    region       TEXT NOT NULL,
    week         TEXT NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 0),
    run_id       TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    published_at TEXT,
    PRIMARY KEY (region, week, version),
    CHECK ((version = 0) = (published_at IS NULL))
) STRICT;

CREATE TABLE report_file (
    region  TEXT NOT NULL,
    week    TEXT NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (region, week, version, name),
    FOREIGN KEY (region, week, version) REFERENCES report (region, week, version) ON UPDATE CASCADE
) STRICT;
