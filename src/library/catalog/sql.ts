import type { Database, ReadableDb, WritableDb } from './database'

type Value = null | number | string | Uint8Array

/** A statement with its values, which are always bound and never part of the text. */
export class Sql {
  readonly text: string
  readonly values: readonly Value[]

  constructor(text: string, values: readonly Value[]) {
    this.text = text
    this.values = values
  }
}

/** Returns a statement; `${value}` becomes a bound parameter, `${sql`…`}` a part of the statement. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Value | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: Value[] = []
  parts.forEach((part, i) => {
    if (part instanceof Sql) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[i + 1] ?? ''
  })
  return new Sql(text, values)
}

type Prepared = ReturnType<Database['prepare']>
const prepared = new WeakMap<Pick<Database, 'prepare'>, Map<string, Prepared>>()

/** Returns the statement of a text, compiled once for each database: compiling costs more than most statements. */
export function prepare(db: Pick<Database, 'prepare'>, text: string): Prepared {
  let known = prepared.get(db)
  if (known === undefined) prepared.set(db, (known = new Map<string, Prepared>()))
  let statement = known.get(text)
  if (statement === undefined) known.set(text, (statement = db.prepare(text)))
  return statement
}

/** Returns every row. `Row` spells the columns as SQLite gives them; the caller names them in the statement. */
export function all<Row>(db: ReadableDb, statement: Sql): Row[] {
  return prepare(db, statement.text).all(...statement.values) as Row[]
}

/** Returns the first row. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the row, as for `all`
export function first<Row>(db: ReadableDb, statement: Sql): Row | undefined {
  return prepare(db, statement.text).get(...statement.values) as Row | undefined
}

/** How many rows were ever changed over this connection: nothing has changed as long as it is the same. */
export const changesOf = (db: ReadableDb): number => count(db, sql`SELECT total_changes()`)

/** Returns the number in the first column of the only row (`SELECT count(*) …`). */
export function count(db: ReadableDb, statement: Sql): number {
  const row = first<Record<string, number>>(db, statement)
  return row === undefined ? 0 : (Object.values(row)[0] ?? 0)
}

/** Runs a statement that writes; returns how many rows it changed and the id it gave. */
export function run(db: WritableDb, statement: Sql): { changes: number; id: number } {
  const done = prepare(db, statement.text).run(...statement.values)
  return { changes: Number(done.changes), id: Number(done.lastInsertRowid) }
}
