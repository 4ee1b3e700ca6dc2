import { HansaError } from '@hansa/domain/errors'

/** Another process has the data folder open. */
export class DataDirLocked extends HansaError {
  readonly pid: number | null
  constructor(dataDir: string, pid: number | null) {
    const who = pid === null ? 'another process' : `process ${pid}`
    super(
      'DATA_DIR_LOCKED',
      `The data folder ${dataDir} is in use by ${who}; stop that one first, or set DATA_DIR to another folder.`,
    )
    this.pid = pid
  }
}

/** The data folder cannot be created or written. */
export class DataDirUnwritable extends HansaError {
  constructor(dataDir: string, cause: unknown) {
    const why = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    super(
      'DATA_DIR_UNWRITABLE',
      `The data folder ${dataDir} cannot be written${why}; give this user write access, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

/** The data folder was written by another PostgreSQL major version. */
export class DataDirOtherVersion extends HansaError {
  constructor(dataDir: string, found: string, expected: string) {
    super(
      'DATA_DIR_OTHER_VERSION',
      `The data folder ${dataDir} was written by PostgreSQL ${found} and this release reads ${expected}; export it with the release that wrote it, then import the file into an empty folder (docs/operations.md, "Upgrade").`,
    )
  }
}

/** The data folder holds something that is not a complete database. */
export class DataDirUnusable extends HansaError {
  constructor(dataDir: string, reason: string) {
    super(
      'DATA_DIR_UNUSABLE',
      `The database in ${dataDir} cannot be opened: ${reason}; restore it from a backup, or move the folder away to start empty.`,
    )
  }
}

/** The outer connection was used inside a transaction: on one session it would wait for itself for ever. */
export class OuterConnectionInTransaction extends HansaError {
  constructor() {
    super(
      'OUTER_CONNECTION_IN_TRANSACTION',
      'The outer database connection was used inside a transaction; pass the transaction (tx) to what runs inside it.',
    )
  }
}

/** The transaction could not be committed because one of its statements had failed. */
export class TransactionAborted extends HansaError {
  constructor() {
    super(
      'TRANSACTION_ABORTED',
      'The transaction was rolled back because one of its statements failed and the failure was ignored.',
    )
  }
}

/** The database was migrated by a newer release than this one. */
export class DatabaseNewer extends HansaError {
  constructor(unknown: number) {
    super(
      'DATABASE_NEWER',
      `The database was written by a newer release (${unknown} of its migrations are unknown here); start that release, or restore a backup made before the upgrade.`,
    )
  }
}

/** An export file cannot be imported; `line` counts from 1, null when the fault is not in one line. */
export class ImportRefused extends HansaError {
  readonly line: number | null
  constructor(line: number | null, message: string, options?: ErrorOptions) {
    super('IMPORT_REFUSED', line === null ? message : `Line ${line}: ${message}`, options)
    this.line = line
  }
}
