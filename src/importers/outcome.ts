import type { ImportedDocument, ImportResult, Problem, ProblemCode } from './importer'

/** The reason why a file, or one part of it, gives no document. Caught inside the importers' room; it never leaves `import`. */
export class ImportFailure extends Error {
  override name = 'ImportFailure'
  readonly code: ProblemCode
  readonly where: string

  constructor(code: ProblemCode, detail: string, where = '') {
    super(detail)
    this.code = code
    this.where = where
  }
}

/** Most characters of a technical detail; longer ones are hostile text, not explanations. */
const MAX_DETAIL = 200

/** Returns a problem; `detail` is cut to a length fit for a list. */
export function problem(
  severity: Problem['severity'],
  code: ProblemCode,
  detail: string,
  where = ''
): Problem {
  return { severity, code, where: clip(where), detail: clip(detail) }
}

/** Returns the result of a file out of which nothing came. */
export function refused(code: ProblemCode, detail: string, where = ''): ImportResult {
  return { documents: [], problems: [problem('error', code, detail, where)] }
}

/**
 * Runs an importer's work and turns whatever it throws into a result without documents.
 *
 * Parsers are third parties' code and meet hostile bytes, so anything they throw, stack overflows included, means that the file
 * is damaged; `what` names the format in the detail.
 */
export async function guarded(
  what: string,
  work: () => Promise<ImportResult> | ImportResult
): Promise<ImportResult> {
  try {
    return await work()
  } catch (error) {
    const found = asProblem(error, what)
    return { documents: [], problems: [found] }
  }
}

/** Returns the error problem that a thrown value stands for. */
export function asProblem(error: unknown, what: string, where = ''): Problem {
  if (error instanceof ImportFailure)
    return problem('error', error.code, error.message, error.where === '' ? where : error.where)
  const detail = error instanceof Error ? error.message : 'thrown value is no error'
  return problem('error', 'damaged', `${what}: ${detail}`, where)
}

/** Returns a result with the documents that have no error; of the others only the problems are kept, for the file. */
export function onlyReadable(documents: readonly ImportedDocument[]): ImportResult {
  const failed = (document: ImportedDocument): boolean =>
    document.problems.some((found) => found.severity === 'error')
  return {
    documents: documents.filter((document) => !failed(document)),
    problems: documents.filter(failed).flatMap((document) => document.problems)
  }
}

/** Gives every document an entry of its own: repeated names get ` (2)`, ` (3)` … in order. */
export function withUniqueEntries(documents: readonly ImportedDocument[]): ImportedDocument[] {
  const seen = new Map<string, number>()
  const taken = new Set(documents.map((document) => document.entry))
  return documents.map((document) => {
    let count = (seen.get(document.entry) ?? 0) + 1
    let entry = document.entry
    if (count > 1) {
      while (taken.has(`${document.entry} (${count})`)) count++
      entry = `${document.entry} (${count})`
      taken.add(entry)
    }
    seen.set(document.entry, count)
    return entry === document.entry ? document : { ...document, entry }
  })
}

function clip(text: string): string {
  const flat = text.toWellFormed().replace(/\s+/g, ' ')
  return flat.length <= MAX_DETAIL ? flat : `${flat.slice(0, MAX_DETAIL - 1)}…`
}
