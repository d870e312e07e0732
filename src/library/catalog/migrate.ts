import { FailureError } from '../../shared/failure'
import { transaction, type WritableDb } from './database'
import { GROUND } from './migrations/0001-ground'
import { ORDERS } from './migrations/0002-orders'
import { count, sql } from './sql'

/** Forward only; the position + 1 is the version that a step leads to. */
export const CATALOG_STEPS: readonly string[] = [GROUND, ORDERS]

/**
 * Brings a database to the newest version, schema and version number in one transaction.
 *
 * @throws FailureError `library-not-open` when a newer program made it
 */
export function migrate(db: WritableDb, steps: readonly string[]): void {
  const version = count(db, sql`PRAGMA user_version`)
  if (version > steps.length) {
    const detail = `made by a newer version (${String(version)} > ${String(steps.length)})`
    throw new FailureError({ code: 'library-not-open', detail })
  }
  if (version === steps.length) return
  transaction(db, () => {
    for (const step of steps.slice(version)) db.exec(step)
    db.exec(`PRAGMA user_version = ${String(steps.length)}`)
  })
}
