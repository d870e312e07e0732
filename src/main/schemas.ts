import * as v from 'valibot'
import { decisionSchema } from '../library/decision-schema'
import type { Calls, ShellCalls } from '../shared/contract'

const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const limit = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
/** Words that a reader types; longer ones are refused before anything looks at them. */
const typed = v.pipe(v.string(), v.maxLength(10_000))
/** A sentence or line quoted from a report. */
const quoted = v.pipe(v.string(), v.maxLength(100_000))
/** A whole text: clipboard, export. */
const wholeText = v.pipe(v.string(), v.maxLength(20_000_000))
/** What the window keeps under one name. */
const keptJson = v.pipe(v.string(), v.maxLength(1_000_000))
const side = v.union([id, v.strictObject({ title: typed, text: wholeText })])
const page = { offset, limit: limit(200) }
const span = v.strictObject({ start: offset, end: offset })
const letter = v.picklist(['V', 'N', 'D', 'S', 'U', 'R', 'H', 'P'])
const decision = decisionSchema({ article: id, passage: span, words: quoted, name: typed })

const settingsChange = v.strictObject({
  theme: v.optional(v.picklist(['system', 'light', 'sepia', 'dark'])),
  readingFont: v.optional(v.picklist(['serif', 'sans'])),
  readingSize: v.optional(v.number()),
  readingLeading: v.optional(v.number()),
  readingWidth: v.optional(v.number()),
  marks: v.optional(v.picklist(['off', 'strong', 'all'])),
  hiddenMarks: v.optional(v.array(letter)),
  ignore: v.optional(v.pipe(v.array(typed), v.maxLength(500))),
  sizeLimitMb: v.optional(v.number()),
  globalShortcut: v.optional(v.boolean()),
  keys: v.optional(
    v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100)))
  ),
  allowLinks: v.optional(v.boolean()),
  dismissed: v.optional(v.pipe(v.array(typed), v.maxLength(500)))
})

const dossierParts = {
  articles: v.optional(v.pipe(v.array(id), v.maxLength(100_000))),
  claims: v.optional(
    v.pipe(v.array(v.strictObject({ article: id, sentence: span })), v.maxLength(100_000))
  ),
  threads: v.optional(v.pipe(v.array(typed), v.maxLength(10_000))),
  comparisons: v.optional(v.pipe(v.array(v.strictObject({ a: id, b: id })), v.maxLength(1000))),
  withoutNotes: v.optional(v.literal(true)),
  minSeverity: limit(4)
}
const fileName = v.pipe(v.string(), v.maxLength(500))
const none = v.strictTuple([])
const onlyPage = v.strictTuple([v.strictObject(page)])
const onlyId = v.strictTuple([id])

/** What the arguments of every library call must look like; a call without an entry does not compile. */
export const CALL_ARGUMENTS = {
  status: none,
  articles: v.strictTuple([
    v.strictObject({
      ...page,
      folder: v.optional(id),
      subFolder: v.optional(typed),
      filter: v.optional(typed),
      cluster: v.optional(id),
      sort: v.picklist(['title', 'publisher', 'published', 'words', 'claims', 'added']),
      descending: v.boolean()
    })
  ]),
  article: onlyId,
  search: v.strictTuple([
    v.strictObject({
      offset,
      limit: limit(100),
      text: typed,
      sort: v.picklist(['relevance', 'newest', 'oldest', 'claims']),
      facets: v.boolean()
    })
  ]),
  complete: v.strictTuple([typed, offset]),
  overlaps: onlyId,
  clusters: onlyPage,
  compare: v.strictTuple([side, side]),
  collate: v.strictTuple([v.pipe(v.array(id), v.minLength(1), v.maxLength(20))]),
  claims: onlyId,
  claimList: v.strictTuple([
    v.strictObject({
      ...page,
      article: v.optional(id),
      letter: v.optional(letter),
      source: v.optional(typed),
      filter: v.optional(typed),
      minSeverity: v.optional(limit(4)),
      sort: v.picklist(['weight', 'date', 'source', 'article'])
    })
  ]),
  threads: v.strictTuple([
    v.strictObject({
      ...page,
      article: v.optional(id),
      filter: v.optional(typed),
      thread: v.optional(typed),
      members: v.optional(limit(200))
    })
  ]),
  numbers: v.strictTuple([
    v.strictObject({ ...page, cluster: v.optional(id), article: v.optional(id) })
  ]),
  ledger: v.strictTuple([v.strictObject({ ...page, filter: v.optional(typed) })]),
  timeline: v.strictTuple([
    v.strictObject({
      ...page,
      order: v.picklist(['largest', 'newest']),
      filter: v.optional(typed)
    })
  ]),
  claimMatrix: v.strictTuple([v.strictObject({ ...page, cluster: id, firstReport: offset })]),
  descent: onlyId,
  problems: onlyPage,
  rescan: v.union([none, v.strictTuple([v.optional(id)])]),
  cancelImport: none,
  pauseImport: v.strictTuple([v.boolean()]),
  setFolderEnabled: v.strictTuple([id, v.boolean()]),
  forgetFolder: onlyId,
  rebuild: none,
  decide: v.strictTuple([decision]),
  undoDecision: onlyId,
  redoDecision: onlyId,
  decisions: onlyPage,
  desk: onlyId,
  notes: onlyPage,
  exportDesk: none,
  importDesk: v.strictTuple([wholeText]),
  dossier: v.strictTuple([
    v.strictObject({
      ...dossierParts,
      format: v.picklist(['json', 'md', 'html', 'csv', 'csl', 'bibtex', 'claimreview'])
    })
  ]),
  exportComparison: v.strictTuple([side, side, v.picklist(['md', 'html'])])
} satisfies Record<keyof Calls, v.GenericSchema>

/** The same for the shell's calls. */
export const SHELL_ARGUMENTS = {
  chooseFolder: none,
  recentFolders: none,
  openRecent: v.strictTuple([v.pipe(v.string(), v.maxLength(64))]),
  clearRecent: none,
  sidecar: none,
  chooseSidecar: none,
  dropSidecar: none,
  openSample: none,
  revealArticle: onlyId,
  revealProblem: onlyId,
  openLink: onlyId,
  copyText: v.strictTuple([wholeText]),
  readClipboard: none,
  saveText: v.strictTuple([fileName, wholeText]),
  saveDossierPdf: v.strictTuple([fileName, v.strictObject(dossierParts)]),
  savePagePdf: v.strictTuple([fileName]),
  kept: none,
  keep: v.strictTuple([v.pipe(v.string(), v.maxLength(64)), keptJson]),
  settings: none,
  changeSettings: v.strictTuple([settingsChange]),
  appInfo: none,
  shellCommand: v.strictTuple([
    v.picklist([
      'quit',
      'close-window',
      'toggle-fullscreen',
      'zoom-in',
      'zoom-out',
      'zoom-reset',
      'print',
      'about'
    ])
  ])
} satisfies Record<keyof ShellCalls, v.GenericSchema>
