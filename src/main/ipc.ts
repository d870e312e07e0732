import { ipcMain, type WebContents } from 'electron'
import * as v from 'valibot'
import type { LibraryApi, ShellApi } from '../shared/contract'
import type { Failure } from '../shared/failure'
import { FailureError } from '../shared/failure'
import { failed, success, type Result } from '../shared/result'
import { reportBug } from './log'
import { CALL_ARGUMENTS, SHELL_ARGUMENTS } from './schemas'
import { isOurPage } from './security'

const SCHEMAS: ReadonlyMap<string, v.GenericSchema> = new Map(
  Object.entries({ ...CALL_ARGUMENTS, ...SHELL_ARGUMENTS })
)

/** What the window's messages reach. */
export interface Served {
  readonly library: LibraryApi
  readonly shell: ShellApi
  /** Told of files that were dropped on the window, as absolute paths; it asks the user before anything is opened. */
  dropped(paths: readonly string[]): void
  window(): WebContents | undefined
}

/** Answers the window's calls: sender checked, name allow-listed, arguments validated, every outcome a `Result`. */
export function serve(served: Served): void {
  const methods = new Map<string, (...args: never[]) => Promise<unknown>>([
    ...methodsOf(served.library, Object.keys(CALL_ARGUMENTS)),
    ...methodsOf(served.shell, Object.keys(SHELL_ARGUMENTS))
  ])
  ipcMain.handle('call', async (event, name: unknown, args: unknown): Promise<Result<unknown>> => {
    const contents = served.window()
    if (contents !== event.sender || !isOurPage(event.sender, event.senderFrame))
      return failed({ code: 'bad-arguments', call: 'call', detail: 'unknown sender' })
    return answer(methods, String(name), args)
  })
  ipcMain.on('drop', (event, paths: unknown) => {
    if (served.window() !== event.sender || !isOurPage(event.sender, event.senderFrame)) return
    const parsed = v.safeParse(v.pipe(v.array(v.string()), v.maxLength(100)), paths)
    if (parsed.success) served.dropped(parsed.output)
  })
}

async function answer(
  methods: ReadonlyMap<string, (...args: never[]) => Promise<unknown>>,
  name: string,
  args: unknown
): Promise<Result<unknown>> {
  const method = methods.get(name)
  const schema = SCHEMAS.get(name)
  if (method === undefined || schema === undefined)
    return failed({ code: 'bad-arguments', call: name, detail: 'unknown call' })
  const parsed = v.safeParse(schema, args)
  if (!parsed.success)
    return failed({ code: 'bad-arguments', call: name, detail: parsed.issues[0].message })
  try {
    // The schema has just checked that these are the method's parameters.
    return success(await method(...(parsed.output as never[])))
  } catch (error) {
    return failed(toFailure(error, name))
  }
}

function toFailure(error: unknown, call: string): Failure {
  if (error instanceof FailureError) return error.failure
  // Settings are written by a store that passes on what the system says.
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return { code: 'disk-full' }
  return { code: 'internal', ref: reportBug(error, call) }
}

function methodsOf(
  api: LibraryApi | ShellApi,
  names: readonly string[]
): [string, (...args: never[]) => Promise<unknown>][] {
  // The name lists are checked against the contract where the schemas are written.
  const byName = api as unknown as Record<string, (...args: never[]) => Promise<unknown>>
  return names.flatMap((name) => {
    const method = byName[name]
    return method === undefined ? [] : [[name, method]]
  })
}
