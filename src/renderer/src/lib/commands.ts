import { COMMANDS } from '../../../shared/commands'
import type { CommandEntry, CommandId } from '../../../shared/commands'
import type { ArticleId } from '../../../core/article/article'
import type { Desk } from './state/desk.svelte'
import { comparedIn, type Place } from './state/navigation.svelte'
import { citationOf } from './citation'
import { focusView, openInTab, stepArticle, stepHit, stepPane, stepTab } from './steps'
import {
  exportDesk,
  highlight,
  judge,
  markFurniture,
  markRead,
  star,
  turn,
  writeNote
} from '../views/desk/desk-commands'

/** What a command does. Absent `when` means that it can always be run. */
interface Action {
  readonly run: (desk: Desk) => unknown
  readonly when?: (desk: Desk) => boolean
}

const hasArticle = (desk: Desk): boolean =>
  desk.navigation.place.view === 'read' && desk.reader.view !== undefined
/** The card of a mark is open. */
const hasMark = (desk: Desk): boolean => hasArticle(desk) && desk.reader.active !== undefined
const comparing = (desk: Desk): boolean =>
  desk.navigation.place.view === 'compare' && desk.compare.comparison !== undefined
/** Two or more reports stand beside each other. */
const besides = (desk: Desk): boolean =>
  comparing(desk) || (desk.navigation.place.view === 'collate' && desk.collate.view !== undefined)
const hasTabs = (desk: Desk): boolean => desk.navigation.tabs.length > 1
const searching = (desk: Desk): boolean => desk.search.isActive && desk.search.hits.length > 0

const ACTIONS: Readonly<Record<CommandId, Action>> = {
  'open-folder': { run: (desk) => desk.api.chooseFolder() },
  'open-sample': { run: (desk) => desk.api.openSample() },
  rescan: { run: (desk) => desk.api.rescan() },
  'pause-import': {
    run: async (desk) => {
      await desk.api.pauseImport(!desk.library.status.paused)
      await desk.library.refresh()
    },
    when: (desk) => desk.library.isBusy || desk.library.status.paused
  },
  'cancel-import': { run: (desk) => desk.api.cancelImport(), when: (desk) => desk.library.isBusy },
  rebuild: { run: (desk) => desk.api.rebuild() },
  'export-comparison-markdown': { run: (desk) => exportComparison(desk, 'md'), when: comparing },
  'export-comparison-html': { run: (desk) => exportComparison(desk, 'html'), when: comparing },
  'export-dossier': { run: (desk) => (desk.panels.dialog = 'dossier') },
  'export-desk': { run: exportDesk },
  print: { run: (desk) => desk.api.shellCommand('print') },
  'save-pdf': {
    run: async (desk) => {
      const name = desk.reader.view?.header.title ?? 'page'
      if (await desk.api.savePagePdf(`${name.slice(0, 80)}.pdf`)) desk.announcer.say('PDF saved')
    }
  },
  settings: { run: (desk) => show(desk, { view: 'settings' }) },

  'undo-decision': {
    run: (desk) => turn(desk, 'undo'),
    when: (desk) => desk.decisions.canUndo
  },
  'redo-decision': {
    run: (desk) => turn(desk, 'redo'),
    when: (desk) => desk.decisions.canRedo
  },
  search: { run: (desk) => (desk.panels.searchCall = selectionCall()) },
  'search-title': { run: (desk) => (desk.panels.searchCall = { text: 'title:' }) },
  'search-selection': {
    run: (desk) => (desk.panels.searchCall = { text: `"${selectedText()}"` }),
    when: () => selectedText() !== ''
  },
  'save-search': { run: (desk) => desk.search.toggleSaved(), when: (desk) => desk.search.isActive },
  find: { run: (desk) => desk.reader.openFind(), when: hasArticle },
  'find-next': { run: (desk) => desk.reader.findStep(1), when: hasArticle },
  'find-previous': { run: (desk) => desk.reader.findStep(-1), when: hasArticle },
  'copy-citation': { run: copyCitation, when: hasArticle },

  'view-read': {
    run: (desk) => {
      const place = desk.navigation.last('read')
      const row = desk.library.articles.row(desk.library.active)
      if (place) return show(desk, place)
      if (row === undefined) return undefined
      desk.read(row.id)
      return focusView()
    }
  },
  'view-compare': {
    run: (desk) => {
      const place = desk.navigation.last('compare', 'collate')
      if (place) return show(desk, place)
      compareSelected(desk)
      return undefined
    }
  },
  'view-claims': { run: (desk) => show(desk, { view: 'claims' }) },
  'view-sources': { run: (desk) => show(desk, { view: 'sources' }) },
  'view-threads': { run: (desk) => show(desk, { view: 'threads' }) },
  'view-clusters': { run: (desk) => show(desk, { view: 'clusters' }) },
  'view-map': {
    run: (desk) => show(desk, desk.navigation.last('map') ?? { view: 'map', part: 'time' })
  },
  'view-problems': { run: (desk) => show(desk, { view: 'problems' }) },
  'view-decisions': { run: (desk) => show(desk, { view: 'decisions' }) },
  'view-numbers': {
    run: (desk) =>
      withArticle(desk, (article) => {
        desk.navigation.go({ view: 'numbers', article })
      }),
    when: (desk) => desk.reader.view !== undefined
  },
  'view-notes': { run: (desk) => show(desk, { view: 'notes' }) },
  'toggle-left': { run: (desk) => (desk.panels.left = !desk.panels.left) },
  'toggle-right': { run: (desk) => (desk.panels.right = !desk.panels.right) },
  'marks-off': { run: (desk) => setMarks(desk, 'off') },
  'marks-strong': { run: (desk) => setMarks(desk, 'strong') },
  'marks-all': { run: (desk) => setMarks(desk, 'all') },
  'marks-cycle': {
    run: (desk) => setMarks(desk, NEXT_LEVEL[desk.settings.current.marks])
  },
  'theme-system': { run: (desk) => desk.settings.change({ theme: 'system' }) },
  'theme-light': { run: (desk) => desk.settings.change({ theme: 'light' }) },
  'theme-sepia': { run: (desk) => desk.settings.change({ theme: 'sepia' }) },
  'theme-dark': { run: (desk) => desk.settings.change({ theme: 'dark' }) },
  'zoom-in': { run: (desk) => desk.api.shellCommand('zoom-in') },
  'zoom-out': { run: (desk) => desk.api.shellCommand('zoom-out') },
  'zoom-reset': { run: (desk) => desk.api.shellCommand('zoom-reset') },
  'toggle-fullscreen': { run: (desk) => desk.api.shellCommand('toggle-fullscreen') },

  'close-tab': {
    run: (desk) => (desk.navigation.close() ? undefined : desk.api.shellCommand('close-window'))
  },
  'reopen-tab': {
    run: (desk) => desk.navigation.reopen(),
    when: (desk) => desk.navigation.canReopen
  },
  'open-in-tab': { run: openInTab },
  'next-tab': { run: (desk) => stepTab(desk, 1), when: hasTabs },
  'previous-tab': { run: (desk) => stepTab(desk, -1), when: hasTabs },
  back: { run: (desk) => desk.navigation.back(), when: (desk) => desk.navigation.canGoBack },
  forward: {
    run: (desk) => desk.navigation.forward(),
    when: (desk) => desk.navigation.canGoForward
  },
  'next-article': { run: (desk) => stepArticle(desk, 1) },
  'previous-article': { run: (desk) => stepArticle(desk, -1) },
  'next-hit': { run: (desk) => stepHit(desk, 1), when: searching },
  'previous-hit': { run: (desk) => stepHit(desk, -1), when: searching },
  'next-mark': { run: (desk) => desk.reader.stepMark(1), when: hasArticle },
  'previous-mark': { run: (desk) => desk.reader.stepMark(-1), when: hasArticle },
  'next-pane': { run: () => stepPane(1) },
  'previous-pane': { run: () => stepPane(-1) },

  'toggle-original': {
    run: (desk) => {
      desk.reader.originalShown = !desk.reader.originalShown
      desk.announcer.say(desk.reader.originalShown ? 'Saved page' : 'Text')
    },
    when: (desk) => hasArticle(desk) && desk.reader.hasOriginal
  },
  'toggle-furniture': {
    run: (desk) => (desk.reader.furnitureShown = !desk.reader.furnitureShown),
    when: hasArticle
  },
  'furniture-everywhere': { run: (desk) => markFurniture(desk, 'everywhere'), when: hasArticle },
  'furniture-here': { run: (desk) => markFurniture(desk, 'here'), when: hasArticle },
  'toggle-order': {
    run: (desk) => (desk.reader.oldestFirst = !desk.reader.oldestFirst),
    when: (desk) => hasArticle(desk) && desk.reader.isLive
  },
  highlight: { run: highlight, when: hasArticle },
  note: { run: (desk) => writeNote(desk), when: hasArticle },
  star: { run: star, when: hasArticle },
  'toggle-read': { run: markRead, when: hasArticle },
  tags: { run: (desk) => (desk.panels.dialog = 'tags'), when: hasArticle },
  'verdict-1': { run: (desk) => judge(desk, 1), when: hasMark },
  'verdict-2': { run: (desk) => judge(desk, 2), when: hasMark },
  'verdict-3': { run: (desk) => judge(desk, 3), when: hasMark },
  'verdict-4': { run: (desk) => judge(desk, 4), when: hasMark },
  'verdict-5': { run: (desk) => judge(desk, 5), when: hasMark },
  'verdict-6': { run: (desk) => judge(desk, 6), when: hasMark },
  'show-desk': { run: (desk) => desk.panels.showTab('desk'), when: hasArticle },
  'show-outline': { run: (desk) => desk.panels.showTab('outline'), when: hasArticle },
  'show-overlaps': { run: (desk) => desk.panels.showTab('overlaps'), when: hasArticle },
  'show-details': { run: (desk) => desk.panels.showTab('details'), when: hasArticle },
  reveal: {
    run: (desk) => withArticle(desk, (id) => desk.api.revealArticle(id)),
    when: hasArticle
  },
  'open-link': {
    run: (desk) =>
      withArticle(desk, async (id) => {
        if (!(await desk.api.openLink(id))) {
          desk.announcer.say(
            'The address was not opened. Opening addresses can be allowed in the settings.'
          )
        }
      }),
    when: (desk) => hasArticle(desk) && desk.reader.view?.metadata.url !== undefined
  },

  'compare-selected': { run: compareSelected },
  'read-beside': { run: readBeside },
  'toggle-linked-scroll': {
    run: (desk) => {
      desk.beside.link(!desk.beside.linked)
      desk.announcer.say(
        desk.beside.linked ? 'Both sides scroll together' : 'Each side scrolls alone'
      )
    },
    when: (desk) => desk.navigation.place.view === 'beside'
  },
  'compare-clipboard': {
    run: (desk) =>
      withArticle(desk, async (a) => {
        const text = await desk.api.readClipboard()
        if (text.trim() === '') desk.announcer.say('The clipboard holds no text')
        else desk.compareSides(a, { title: 'Clipboard', text })
      }),
    when: hasArticle
  },
  'compare-selection': {
    run: compareSelection,
    when: (desk) => hasArticle(desk) && selectedText() !== ''
  },
  'next-change': { run: (desk) => stepChange(desk, 1), when: besides },
  'previous-change': { run: (desk) => stepChange(desk, -1), when: besides },
  'swap-sides': {
    run: (desk) => {
      const place = desk.navigation.place
      if (place.view !== 'compare') return
      desk.compareSides(place.b, place.a)
      desk.announcer.say('Sides swapped')
    },
    when: (desk) => desk.navigation.place.view === 'compare'
  },
  'toggle-inline': { run: (desk) => (desk.compare.inline = !desk.compare.inline), when: comparing },
  'toggle-changes-only': {
    run: (desk) => desk.compare.show(desk.compare.filter === 'changes' ? 'all' : 'changes'),
    when: comparing
  },
  'toggle-minor': { run: (desk) => desk.compare.toggleMinor(), when: comparing },

  palette: { run: (desk) => (desk.panels.dialog = 'palette') },
  shortcuts: { run: (desk) => (desk.panels.dialog = 'shortcuts') },
  help: { run: (desk) => show(desk, { view: 'help' }) },
  about: { run: (desk) => desk.api.shellCommand('about') }
}

const NEXT_LEVEL = { off: 'strong', strong: 'all', all: 'off' } as const
const LEVEL_NAMES = { off: 'no marks', strong: 'strong marks', all: 'all marks' } as const

/** Whether a command does something now. */
export function canRun(id: CommandId, desk: Desk): boolean {
  return ACTIONS[id].when?.(desk) ?? true
}

/** Runs a command if it can be run; failures go to the bar of the window. Answers whether it was run. */
export function runCommand(id: CommandId, desk: Desk): boolean {
  if (!canRun(id, desk)) return false
  void desk.trouble.guard(async () => {
    await ACTIONS[id].run(desk)
  })
  return true
}

/** Whether a name that came from the menu is one of ours. */
export const isCommand = (id: string): id is CommandId => Object.hasOwn(ACTIONS, id)

/** The keys of a command: the reader's own, else the default and its alternatives; and those that it has where nothing is typed. */
export function keysOf(id: CommandId, own: Readonly<Record<string, string>>): readonly string[] {
  const entry = COMMANDS.find((command) => command.id === id)
  return entry === undefined ? [] : keysOfEntry(entry, own)
}

function keysOfEntry(entry: CommandEntry, own: Readonly<Record<string, string>>): string[] {
  const changed = own[entry.id]
  const keys = changed === undefined ? [entry.key, ...(entry.also ?? [])] : [changed]
  return [...keys, ...textKeysOf(entry)].flatMap((key) =>
    key === undefined || key === '' ? [] : [key]
  )
}

const textKeysOf = (entry: CommandEntry): readonly string[] => entry.textKeys ?? []

/** The command that a key stands for; while text is typed, some keys are the text's own. */
export function commandOfKey(
  key: string,
  own: Readonly<Record<string, string>>,
  typing = false
): CommandId | undefined {
  return COMMANDS.find(
    (command) =>
      keysOfEntry(command, own).includes(key) && !(typing && textKeysOf(command).includes(key))
  )?.id
}

async function exportComparison(desk: Desk, format: 'md' | 'html'): Promise<void> {
  const place = desk.navigation.place
  if (place.view !== 'compare') return
  const text = await desk.api.exportComparison(place.a, place.b, format)
  if (await desk.api.saveText(`comparison.${format}`, text)) desk.announcer.say('Comparison saved')
}

function stepChange(desk: Desk, direction: 1 | -1): void {
  const state = desk.navigation.place.view === 'collate' ? desk.collate : desk.compare
  desk.announcer.say(state.step(direction))
}

/** The first selection is kept; the second one is compared with it. */
function compareSelection(desk: Desk): void {
  const text = document.getSelection()?.toString().trim() ?? ''
  const title = desk.reader.view?.header.title ?? ''
  const first = desk.compare.kept
  if (text === '') return
  if (first === undefined) {
    desk.compare.kept = { title: `Selection from “${title}”`, text }
    desk.announcer.say(
      'Selection kept. Select another passage, here or elsewhere, and choose the command again.'
    )
    return
  }
  desk.compare.kept = undefined
  desk.compareSides(first, { title: `Selection from “${title}”`, text })
}

function setMarks(desk: Desk, marks: 'off' | 'strong' | 'all'): Promise<void> {
  desk.announcer.say(`Showing ${LEVEL_NAMES[marks]}`)
  return desk.settings.change({ marks })
}

async function withArticle(desk: Desk, task: (id: number) => Promise<void> | void): Promise<void> {
  const id = desk.reader.view?.header.id
  if (id !== undefined) await task(id)
}

/** Articles that a command about two or more is meant for: the selected ones; one alone is put beside the one that is read. */
export function chosenArticles(desk: Desk): readonly ArticleId[] {
  const place = desk.navigation.place
  const chosen = [...desk.library.selected]
  const reading = place.view === 'read' ? place.article : undefined
  return chosen.length === 1 && reading !== undefined && chosen[0] !== reading
    ? [reading, ...chosen]
    : chosen
}

function readBeside(desk: Desk): void {
  const place = desk.navigation.place
  const [a, b] = place.view === 'compare' ? (comparedIn(place) ?? []) : chosenArticles(desk)
  if (a === undefined || b === undefined) {
    desk.announcer.say(
      'Select another article to read beside this one: Space or Ctrl and click in the list'
    )
    return
  }
  desk.panels.uncover()
  desk.navigation.go({ view: 'beside', a, b })
}

/** Goes to a place by its name; the keyboard goes with it. */
function show(desk: Desk, place: Place): Promise<void> {
  desk.navigation.go(place)
  return focusView()
}

function compareSelected(desk: Desk): void {
  const articles = chosenArticles(desk)
  if (articles.length < 2) {
    desk.announcer.say(
      'Select two or more articles to compare: Space or Ctrl and click in the list'
    )
    return
  }
  desk.compareAll(articles)
}

function selectedText(): string {
  return document.getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? ''
}

/** Longest selection that goes into the search box, in characters; more is hardly meant as a query. */
const MAX_SELECTION = 200

function selectionCall(): { text?: string } {
  const text = selectedText()
  return text === '' || text.length > MAX_SELECTION ? {} : { text: `"${text}"` }
}

async function copyCitation(desk: Desk): Promise<void> {
  const view = desk.reader.view
  if (view === undefined) return
  await desk.api.copyText(citationOf(view, selectedText()))
  desk.announcer.say('Copied with citation')
}
