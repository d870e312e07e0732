import type { Progress } from '../shared/shapes'
import type { Failure } from '../shared/failure'

/** Where a command writes: answers to standard output, everything else to the error stream. */
export class Output {
  readonly json: boolean
  readonly #out: NodeJS.WritableStream
  readonly #err: NodeJS.WritableStream & { readonly isTTY?: boolean }
  #lastPhase = ''

  constructor(
    json: boolean,
    streams: {
      out: NodeJS.WritableStream
      err: NodeJS.WritableStream & { readonly isTTY?: boolean }
    }
  ) {
    this.json = json
    this.#out = streams.out
    this.#err = streams.err
  }

  /** Writes one answer: a JSON document on one line under `--json`, else the lines that `text` makes of it. */
  answer<T>(value: T, text: (value: T) => readonly string[]): void {
    const lines = this.json ? [JSON.stringify(value)] : text(value)
    for (const line of lines) this.#out.write(`${line}\n`)
  }

  /** Writes a document as it is. */
  raw(text: string): void {
    this.#out.write(text)
  }

  /** Writes a line for people. */
  note(line: string): void {
    this.#err.write(`${line}\n`)
  }

  /** Shows progress: a line that is written over on a terminal, one line per phase elsewhere. */
  progress({ phase, done, total, unreadable, current }: Progress): void {
    if (phase === 'idle' || phase === 'cancelled') {
      if (this.#err.isTTY === true && this.#lastPhase !== '') this.#err.write('\r\u001B[K')
      this.#lastPhase = ''
      return
    }
    const bad = unreadable > 0 ? `, ${String(unreadable)} unreadable` : ''
    if (this.#err.isTTY === true)
      this.#err.write(
        `\r\u001B[K${phase} ${String(done)} of ${String(total)}${bad}  ${printable(current)}`
      )
    else if (phase !== this.#lastPhase) this.note(`${phase} …`)
    this.#lastPhase = phase
  }
}

/** Control characters drive a terminal; in titles and names they are shown as signs instead. */
// eslint-disable-next-line no-control-regex -- such characters are what it looks for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** Returns text that is safe to print on a terminal. */
export function printable(text: string): string {
  return text.replace(CONTROLS, '\uFFFD')
}

/** Returns a share as a whole percentage. */
export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`
}

/** Returns a failure as a sentence. */
export function sentence(failure: Failure): string {
  switch (failure.code) {
    case 'article-not-found':
      return `There is no article ${String(failure.article)}.`
    case 'folder-not-found':
      return `There is no folder ${String(failure.folder)}.`
    case 'folder-not-readable':
      return `“${printable(failure.name)}” can’t be read.`
    case 'folder-already-open':
      return `“${printable(failure.name)}” is open already.`
    case 'too-many-articles':
      return `At most ${String(failure.limit)} articles can be compared at once.`
    case 'bad-arguments':
      return `Wrong arguments for ${failure.call}: ${failure.detail}.`
    case 'library-not-open':
      return `The library can’t be opened: ${failure.detail}.`
    case 'library-damaged':
      return `The library was damaged; the damaged file is kept as “${failure.kept}”.`
    case 'disk-full':
      return 'The disk is full.'
    case 'cancelled':
      return 'Cancelled.'
    case 'not-writable':
      return `“${printable(failure.name)}” can’t be written.`
    case 'copy-not-kept':
      return `The copy of the notes can’t be kept: ${failure.detail}`
    case 'not-found':
      return `Not found: ${printable(failure.what)}.`
    case 'internal':
      return `Something went wrong inside (${failure.ref}).`
  }
}
