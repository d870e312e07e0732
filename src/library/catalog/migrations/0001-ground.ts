/**
 * Ground tables. `files.path` holds raw bytes relative to the folder, `/` between parts: names need not be text.
 * `files.stamp` is size, times and inode in one; `files.state` says what stands with the file.
 */
export const GROUND = `
  CREATE TABLE folders (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    path        BLOB NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('tree', 'files')),
    enabled     INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
    unavailable INTEGER NOT NULL DEFAULT 0 CHECK (unavailable IN (0, 1)),
    leaving     INTEGER NOT NULL DEFAULT 0 CHECK (leaving IN (0, 1)),
    root        TEXT NOT NULL DEFAULT '',
    UNIQUE (path, kind)
  ) STRICT;

  CREATE TABLE files (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    folder     INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path       BLOB NOT NULL,
    sub_folder TEXT NOT NULL,
    name       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('pending', 'done', 'missing', 'gone')),
    stamp      TEXT NOT NULL,
    inode      TEXT NOT NULL,
    size       INTEGER NOT NULL,
    hash       TEXT NOT NULL DEFAULT '',
    gone_at    TEXT NOT NULL DEFAULT '',
    UNIQUE (folder, path)
  ) STRICT;
  CREATE INDEX files_by_state ON files (state, id);
  CREATE INDEX files_by_hash ON files (hash) WHERE hash <> '';
  CREATE INDEX files_by_inode ON files (inode);

  CREATE TABLE articles (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    file         INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    entry        TEXT NOT NULL,
    current      INTEGER NOT NULL CHECK (current IN (0, 1)),
    imported     TEXT NOT NULL,
    format       TEXT NOT NULL,
    title        TEXT NOT NULL,
    authors      TEXT NOT NULL,
    publisher    TEXT,
    published    TEXT,
    saved        TEXT,
    language     TEXT,
    tags         TEXT NOT NULL,
    words        INTEGER NOT NULL,
    content_hash TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX articles_current ON articles (file, entry) WHERE current = 1;
  CREATE INDEX articles_by_file ON articles (file, entry, id);
  CREATE INDEX articles_by_content ON articles (content_hash);

  CREATE TABLE texts (
    article  INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    text     TEXT NOT NULL,
    blocks   TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;

  CREATE TABLE problems (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    file     INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    article  INTEGER REFERENCES articles (id) ON DELETE CASCADE,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
    code     TEXT NOT NULL,
    place    TEXT NOT NULL,
    detail   TEXT NOT NULL
  ) STRICT;
  CREATE INDEX problems_by_file ON problems (file);
  CREATE INDEX problems_by_article ON problems (article) WHERE article IS NOT NULL;

  CREATE TABLE deaths (
    hash  TEXT PRIMARY KEY,
    count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE stages (
    stage   TEXT PRIMARY KEY,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE derived (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    stage   TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (stage, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX derived_by_article ON derived (article);
`
