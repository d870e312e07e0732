/** Where a command stands in the native menu. */
export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'article' | 'compare' | 'help'

/**
 * One thing the reader can do. The native menu, the shortcuts, the shortcut sheet and the command palette all read this list.
 *
 * A key is written like an Electron accelerator: `CmdOrCtrl+Shift+F`, `Alt+Left`, `F7`, `J`.
 */
export interface CommandEntry {
  readonly id: string
  readonly title: string
  readonly menu: MenuName
  /** Default key; absent when the command has none. */
  readonly key?: string
  /** Further keys that do the same. */
  readonly also?: readonly string[]
  /** Keys that do it too where nothing is typed: in a text field they are the field's own. Not to be changed. */
  readonly textKeys?: readonly string[]
  /** Opens a group in the menu: a separating line stands before it. */
  readonly group?: true
}

const list = [
  { id: 'open-folder', title: 'Open folder…', menu: 'file', key: 'CmdOrCtrl+O' },
  { id: 'open-sample', title: 'Open the sample folder', menu: 'file' },
  { id: 'rescan', title: 'Read the folders again', menu: 'file', key: 'F5', group: true },
  { id: 'pause-import', title: 'Pause or go on reading files', menu: 'file' },
  { id: 'cancel-import', title: 'Stop reading files', menu: 'file' },
  { id: 'rebuild', title: 'Build overlaps, marks and index anew', menu: 'file' },
  {
    id: 'export-comparison-markdown',
    title: 'Export the comparison as Markdown…',
    menu: 'file',
    group: true
  },
  { id: 'export-comparison-html', title: 'Export the comparison as HTML…', menu: 'file' },
  { id: 'export-dossier', title: 'Export a dossier…', menu: 'file' },
  { id: 'export-desk', title: 'Save notes and verdicts as a file…', menu: 'file' },
  { id: 'print', title: 'Print…', menu: 'file', key: 'CmdOrCtrl+P' },
  { id: 'save-pdf', title: 'Save what is shown as PDF…', menu: 'file' },
  { id: 'close-tab', title: 'Close the tab', menu: 'file', key: 'CmdOrCtrl+W', group: true },
  { id: 'reopen-tab', title: 'Open the closed tab again', menu: 'file', key: 'CmdOrCtrl+Shift+T' },
  { id: 'settings', title: 'Settings…', menu: 'file', key: 'CmdOrCtrl+,', group: true },

  {
    id: 'undo-decision',
    title: 'Undo the last note, verdict or correction',
    menu: 'edit',
    textKeys: ['CmdOrCtrl+Z']
  },
  {
    id: 'redo-decision',
    title: 'Do again what was undone',
    menu: 'edit',
    textKeys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y']
  },
  {
    id: 'search',
    title: 'Search the library',
    menu: 'edit',
    key: 'CmdOrCtrl+Shift+F',
    group: true
  },
  { id: 'search-title', title: 'Jump to a title', menu: 'edit', key: 'CmdOrCtrl+K' },
  { id: 'search-selection', title: 'Search for the selection', menu: 'edit', key: 'CmdOrCtrl+E' },
  { id: 'save-search', title: 'Keep this search', menu: 'edit' },
  { id: 'find', title: 'Find in the article', menu: 'edit', key: 'CmdOrCtrl+F', group: true },
  { id: 'find-next', title: 'Find next', menu: 'edit', key: 'F3', also: ['CmdOrCtrl+G'] },
  {
    id: 'find-previous',
    title: 'Find previous',
    menu: 'edit',
    key: 'Shift+F3',
    also: ['CmdOrCtrl+Shift+G']
  },
  {
    id: 'copy-citation',
    title: 'Copy with citation',
    menu: 'edit',
    key: 'CmdOrCtrl+Shift+C',
    group: true
  },

  { id: 'view-read', title: 'Read', menu: 'view', key: 'CmdOrCtrl+1' },
  { id: 'view-compare', title: 'Compare', menu: 'view', key: 'CmdOrCtrl+2' },
  { id: 'view-claims', title: 'Claims', menu: 'view', key: 'CmdOrCtrl+3' },
  { id: 'view-sources', title: 'Sources', menu: 'view', key: 'CmdOrCtrl+4' },
  { id: 'view-threads', title: 'Threads', menu: 'view', key: 'CmdOrCtrl+5' },
  { id: 'view-clusters', title: 'Clusters', menu: 'view', key: 'CmdOrCtrl+6' },
  { id: 'view-map', title: 'Map', menu: 'view', key: 'CmdOrCtrl+Shift+M' },
  { id: 'view-problems', title: 'Problems', menu: 'view', key: 'CmdOrCtrl+7' },
  { id: 'view-decisions', title: 'Corrections', menu: 'view', key: 'CmdOrCtrl+8' },
  { id: 'view-numbers', title: 'Numbers of this event', menu: 'view' },
  { id: 'view-notes', title: 'Notes', menu: 'view', key: 'CmdOrCtrl+9' },
  {
    id: 'toggle-left',
    title: 'Show or hide the list',
    menu: 'view',
    key: 'CmdOrCtrl+B',
    group: true
  },
  {
    id: 'toggle-right',
    title: 'Show or hide the side panel',
    menu: 'view',
    key: 'CmdOrCtrl+Shift+B'
  },
  { id: 'marks-off', title: 'Marks: none', menu: 'view', group: true },
  { id: 'marks-strong', title: 'Marks: strong ones', menu: 'view' },
  { id: 'marks-all', title: 'Marks: all', menu: 'view' },
  { id: 'marks-cycle', title: 'Marks: next level', menu: 'view', key: 'L' },
  { id: 'theme-system', title: 'Colours of the system', menu: 'view', group: true },
  { id: 'theme-light', title: 'Light', menu: 'view' },
  { id: 'theme-sepia', title: 'Sepia', menu: 'view' },
  { id: 'theme-dark', title: 'Dark', menu: 'view' },
  {
    id: 'zoom-in',
    title: 'Larger',
    menu: 'view',
    key: 'CmdOrCtrl+=',
    also: ['CmdOrCtrl+Plus'],
    group: true
  },
  { id: 'zoom-out', title: 'Smaller', menu: 'view', key: 'CmdOrCtrl+-' },
  { id: 'zoom-reset', title: 'Normal size', menu: 'view', key: 'CmdOrCtrl+0' },
  { id: 'toggle-fullscreen', title: 'Full screen', menu: 'view', key: 'F11' },

  { id: 'back', title: 'Back', menu: 'go', key: 'Alt+Left' },
  { id: 'forward', title: 'Forward', menu: 'go', key: 'Alt+Right' },
  { id: 'next-article', title: 'Next article', menu: 'go', key: 'J', also: ['N'], group: true },
  { id: 'previous-article', title: 'Previous article', menu: 'go', key: 'K', also: ['P'] },
  {
    id: 'open-in-tab',
    title: 'Open in a new tab',
    menu: 'go',
    key: 'CmdOrCtrl+Enter',
    group: true
  },
  { id: 'next-tab', title: 'Next tab', menu: 'go', key: 'Ctrl+Tab' },
  { id: 'previous-tab', title: 'Previous tab', menu: 'go', key: 'Ctrl+Shift+Tab' },
  { id: 'next-hit', title: 'Next hit', menu: 'go', key: 'F4', group: true },
  { id: 'previous-hit', title: 'Previous hit', menu: 'go', key: 'Shift+F4' },
  { id: 'next-mark', title: 'Next mark', menu: 'go', key: ']' },
  { id: 'previous-mark', title: 'Previous mark', menu: 'go', key: '[' },
  { id: 'next-pane', title: 'Next part of the window', menu: 'go', key: 'F6', group: true },
  { id: 'previous-pane', title: 'Previous part of the window', menu: 'go', key: 'Shift+F6' },

  {
    id: 'toggle-original',
    title: 'Saved page or text',
    menu: 'article',
    key: 'CmdOrCtrl+U',
    also: ['V']
  },
  { id: 'toggle-furniture', title: 'Show or fold page furniture', menu: 'article', key: 'F' },
  {
    id: 'furniture-everywhere',
    title: 'The selected line is page furniture, wherever it stands',
    menu: 'article',
    key: 'Shift+F'
  },
  {
    id: 'furniture-here',
    title: 'The selected line is page furniture in this report only',
    menu: 'article'
  },
  { id: 'toggle-order', title: 'Turn the order of live entries', menu: 'article', key: 'O' },
  { id: 'highlight', title: 'Highlight the selection', menu: 'article', key: 'H', group: true },
  { id: 'note', title: 'Write a note…', menu: 'article', key: 'Shift+H' },
  { id: 'star', title: 'Star or unstar', menu: 'article', key: 'S' },
  { id: 'toggle-read', title: 'Read or not read', menu: 'article', key: 'M' },
  { id: 'tags', title: 'Tags…', menu: 'article', key: 'T' },
  { id: 'verdict-1', title: 'Verdict: confirmed', menu: 'article', key: '1', group: true },
  { id: 'verdict-2', title: 'Verdict: probable', menu: 'article', key: '2' },
  { id: 'verdict-3', title: 'Verdict: possible', menu: 'article', key: '3' },
  { id: 'verdict-4', title: 'Verdict: doubtful', menu: 'article', key: '4' },
  { id: 'verdict-5', title: 'Verdict: improbable', menu: 'article', key: '5' },
  { id: 'verdict-6', title: 'Verdict: can’t be judged', menu: 'article', key: '6' },
  { id: 'show-desk', title: 'Desk', menu: 'article', group: true },
  { id: 'show-outline', title: 'Outline', menu: 'article' },
  { id: 'show-overlaps', title: 'Overlaps', menu: 'article' },
  { id: 'show-details', title: 'Details', menu: 'article' },
  { id: 'reveal', title: 'Show the file in its folder', menu: 'article', group: true },
  { id: 'open-link', title: 'Open the address in the browser…', menu: 'article' },

  { id: 'compare-selected', title: 'Compare the selected articles', menu: 'compare', key: 'D' },
  { id: 'read-beside', title: 'Read two side by side', menu: 'compare', key: 'CmdOrCtrl+D' },
  {
    id: 'toggle-linked-scroll',
    title: 'Scroll both sides together or alone',
    menu: 'compare',
    key: 'Shift+L'
  },
  { id: 'compare-clipboard', title: 'Compare with the clipboard', menu: 'compare' },
  { id: 'compare-selection', title: 'Compare two selections', menu: 'compare', key: 'Shift+D' },
  {
    id: 'next-change',
    title: 'Next change',
    menu: 'compare',
    key: 'F7',
    also: ['Alt+Down'],
    group: true
  },
  {
    id: 'previous-change',
    title: 'Previous change',
    menu: 'compare',
    key: 'Shift+F7',
    also: ['Alt+Up']
  },
  { id: 'swap-sides', title: 'Swap the sides', menu: 'compare', key: 'X', group: true },
  { id: 'toggle-inline', title: 'One column or two', menu: 'compare', key: 'I' },
  { id: 'toggle-changes-only', title: 'Changes only', menu: 'compare', key: 'C' },
  { id: 'toggle-minor', title: 'Show minor differences', menu: 'compare', key: 'U' },

  { id: 'palette', title: 'All commands…', menu: 'help', key: 'CmdOrCtrl+Shift+P' },
  { id: 'shortcuts', title: 'Keyboard shortcuts', menu: 'help', key: '?' },
  { id: 'help', title: 'What the marks mean', menu: 'help', key: 'F1' },
  { id: 'about', title: 'About Briefing Reader', menu: 'help', group: true }
] as const satisfies readonly CommandEntry[]

export type CommandId = (typeof list)[number]['id']

/** Every command in menu order. */
export const COMMANDS: readonly (CommandEntry & { readonly id: CommandId })[] = list

/** Names of the menus in their order. */
export const MENUS: Readonly<Record<MenuName, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  article: 'Article',
  compare: 'Compare',
  help: 'Help'
}

/**
 * Says whether a key may be registered with the system. Single letters and signs may not: they would fire while the reader types,
 * so the menu shows them without registering them and the window listens itself.
 */
export function isMenuKey(key: string): boolean {
  return /^(?:CmdOrCtrl|Ctrl|Alt)\+|^(?:Shift\+)?F\d{1,2}$/.test(key)
}
