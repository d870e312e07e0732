import { DatabaseSync } from 'node:sqlite'

/** An open catalog database. Only files under `library/catalog` name `node:sqlite`. */
export type Database = DatabaseSync

/** Opens (and creates) a database file; `:memory:` for one that is not kept. */
export function openDatabase(file: string): Database {
  return new DatabaseSync(file)
}
