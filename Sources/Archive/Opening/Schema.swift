import GRDB

/// The form of the database; `docs/HISTORY.md` says what each column holds.
///
/// A form, once released, is never changed: a new one is a new migration and a higher ``version``.
enum Schema {
  /// What `PRAGMA user_version` says of a database in this form.
  static let version = 4
  /// What `PRAGMA application_id` says of every archive: "weir".
  static let applicationID = 0x7765_6972

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: conversations)
      try db.execute(sql: messages)
      try db.execute(sql: search)
      try db.execute(sql: rest)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { db in try db.execute(sql: second + "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { db in try db.execute(sql: third + "PRAGMA user_version = 3") }
    migrator.registerMigration("4") { db in try db.execute(sql: fourth + "PRAGMA user_version = 4")
    }
    return migrator
  }

  private static let conversations = """
    CREATE TABLE conversation (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL DEFAULT '',
      title_source TEXT NOT NULL DEFAULT 'first',
      created INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      system TEXT,
      pinned INTEGER NOT NULL DEFAULT 0,
      archived INTEGER NOT NULL DEFAULT 0,
      forked_from TEXT,
      origin TEXT UNIQUE,
      view TEXT,
      revision INTEGER NOT NULL
    );
    CREATE INDEX conversation_order ON conversation (pinned, updated, number);
    CREATE INDEX conversation_revision ON conversation (revision);
    CREATE TABLE tag (
      conversation INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (conversation, place)
    ) WITHOUT ROWID;
    CREATE INDEX tag_name ON tag (name);
    """

  private static let messages = """
    CREATE TABLE message (
      key INTEGER PRIMARY KEY,
      conversation INTEGER NOT NULL REFERENCES conversation (number) ON DELETE CASCADE,
      parent INTEGER,
      role TEXT NOT NULL,
      created INTEGER NOT NULL,
      pruned INTEGER NOT NULL DEFAULT 0,
      hidden INTEGER NOT NULL DEFAULT 0,
      writer TEXT,
      preset TEXT,
      model TEXT,
      reported_model TEXT,
      ending TEXT,
      finish_reason TEXT,
      error TEXT,
      sent_ns INTEGER,
      first_delta_ns INTEGER,
      ended_ns INTEGER,
      has_usage INTEGER NOT NULL DEFAULT 0,
      prompt_tokens INTEGER,
      completion_tokens INTEGER,
      reasoning_tokens INTEGER,
      cached_tokens INTEGER,
      given_bytes INTEGER NOT NULL DEFAULT 0,
      edited INTEGER NOT NULL DEFAULT 0,
      content TEXT NOT NULL,
      reasoning TEXT,
      refusal TEXT,
      tool_calls TEXT,
      notices TEXT,
      server_timings TEXT,
      connection TEXT,
      snapshot TEXT,
      log_probs TEXT,
      marks BLOB
    );
    CREATE INDEX message_conversation ON message (conversation, hidden, key);
    CREATE INDEX message_parent ON message (parent) WHERE parent IS NOT NULL;
    CREATE INDEX message_pruned ON message (conversation) WHERE pruned;
    CREATE INDEX message_writer ON message (conversation) WHERE writer IS NOT NULL;
    CREATE INDEX message_prompt ON message (key) WHERE role = 'user';
    CREATE TABLE attachment (
      message INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      format TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (message, place)
    );
    CREATE TABLE piece (
      number INTEGER PRIMARY KEY,
      message INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
      content TEXT NOT NULL,
      reasoning TEXT NOT NULL,
      refusal TEXT NOT NULL,
      marks BLOB
    );
    CREATE INDEX piece_message ON piece (message);
    """

  /// A reply that still streams, whose `writer` is set, is not indexed: its text changes four times a second.
  private static let search = """
    CREATE VIRTUAL TABLE message_fts USING fts5 (
      content, content = 'message', content_rowid = 'key',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );
    CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.writer IS NULL BEGIN
      INSERT INTO message_fts (rowid, content) VALUES (new.key, new.content);
    END;
    CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.writer IS NULL BEGIN
      INSERT INTO message_fts (message_fts, rowid, content) VALUES ('delete', old.key, old.content);
    END;
    CREATE TRIGGER message_unindexed AFTER UPDATE OF content, writer ON message
    WHEN old.writer IS NULL AND (old.content <> new.content OR new.writer IS NOT NULL) BEGIN
      INSERT INTO message_fts (message_fts, rowid, content) VALUES ('delete', old.key, old.content);
    END;
    CREATE TRIGGER message_indexed AFTER UPDATE OF content, writer ON message
    WHEN new.writer IS NULL AND (old.content <> new.content OR old.writer IS NOT NULL) BEGIN
      INSERT INTO message_fts (rowid, content) VALUES (new.key, new.content);
    END;
    """

  /// What watching another weir and erasing go by; what was written before counts as known, and nothing as erased.
  private static let second = """
    ALTER TABLE message ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX message_revision ON message (conversation, revision);
    ALTER TABLE clock ADD COLUMN erasing INTEGER NOT NULL DEFAULT 0;
    """

  /// Votes, and how an answer was asked for beside others.
  private static let third = """
    CREATE TABLE vote (
      message INTEGER NOT NULL REFERENCES message (key) ON DELETE CASCADE,
      judge TEXT NOT NULL,
      rubric TEXT NOT NULL,
      created INTEGER NOT NULL,
      verdict TEXT NOT NULL,
      winner INTEGER,
      blind INTEGER NOT NULL,
      note TEXT NOT NULL,
      reasons TEXT,
      answers TEXT NOT NULL,
      PRIMARY KEY (message, judge, rubric)
    ) WITHOUT ROWID;
    ALTER TABLE message ADD COLUMN asked TEXT;
    """

  /// What went over the wire; `size` is that of `raw`, so that the index tells how much is kept without a look at it.
  private static let fourth = """
    CREATE TABLE recording (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      message INTEGER NOT NULL UNIQUE REFERENCES message (key) ON DELETE CASCADE,
      outline BLOB NOT NULL,
      raw BLOB,
      size INTEGER NOT NULL
    );
    CREATE INDEX recording_raw ON recording (number, size) WHERE size > 0;
    """

  private static let rest = """
    CREATE TABLE saved_prompt (name TEXT PRIMARY KEY, text TEXT NOT NULL, updated INTEGER NOT NULL);
    CREATE TABLE removed (id TEXT PRIMARY KEY, revision INTEGER NOT NULL);
    CREATE INDEX removed_revision ON removed (revision);
    CREATE TABLE clock (revision INTEGER NOT NULL);
    INSERT INTO clock (revision) VALUES (0);
    CREATE VIEW message_text AS
    SELECT conversation.number AS number, conversation.title AS title, message.key AS key,
      message.parent AS parent, message.role AS role,
      datetime(message.created / 1000, 'unixepoch') AS created, message.preset AS preset,
      message.model AS model, message.ending AS ending,
      message.content || coalesce((SELECT group_concat(content, '') FROM
        (SELECT content FROM piece WHERE piece.message = message.key ORDER BY number)), '') AS content
    FROM message JOIN conversation ON conversation.number = message.conversation
    WHERE NOT message.hidden;
    """
}
