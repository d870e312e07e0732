import type { StatementSync } from 'node:sqlite'
import type { Database } from './database'

/** Statements of one database, each compiled once. */
export class Statements {
  readonly #db: Database
  readonly #known = new Map<string, StatementSync>()

  constructor(db: Database) {
    this.#db = db
  }

  of(text: string): StatementSync {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const statement = this.#db.prepare(text)
    this.#known.set(text, statement)
    return statement
  }
}
