/** What the reader chose. Kept by main in electron-store; every field has a default, unknown ones are dropped. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'sepia' | 'dark'
  readonly readingFont: 'serif' | 'sans'
  /** Reading text in CSS pixels, 12…32. */
  readonly readingSize: number
  /** Line height as a factor, 1.2…2.2. */
  readonly readingLeading: number
  /** Column width in ch, 40…100. */
  readonly readingWidth: number
  readonly marks: 'off' | 'strong' | 'all'
  /** Marks (letters) that are switched off one by one. */
  readonly hiddenMarks: readonly string[]
  /** Globs of files that are not imported, relative to the opened folder. */
  readonly ignore: readonly string[]
  /** Files above this size are listed as a problem, in MB, 1…1024. */
  readonly sizeLimitMb: number
  readonly globalShortcut: boolean
  /** Shortcut per command id, where it differs from the default. */
  readonly keys: Readonly<Record<string, string>>
  /** External links may be opened in the browser after a question. */
  readonly allowLinks: boolean
  /** First-run notes that were put away. */
  readonly dismissed: readonly string[]
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  readingFont: 'serif',
  readingSize: 18,
  readingLeading: 1.6,
  readingWidth: 65,
  marks: 'all',
  hiddenMarks: ['P'],
  ignore: ['**/node_modules/**', '**/.*', '**/.*/**'],
  sizeLimitMb: 64,
  globalShortcut: false,
  keys: {},
  allowLinks: false,
  dismissed: []
}
