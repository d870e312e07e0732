import { dialog, type BrowserWindow } from 'electron'

/** Asks for folders; empty when cancelled. */
export async function askForFolders(window: BrowserWindow): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Open folder of saved articles',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'multiSelections']
  })
  return answer.canceled ? [] : answer.filePaths
}

/** Asks for the folder that a copy of the notes is kept in; undefined when cancelled. */
export async function askForSidecar(window: BrowserWindow): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Keep a copy of notes and verdicts in a folder',
    buttonLabel: 'Keep it here',
    properties: ['openDirectory', 'createDirectory']
  })
  return answer.canceled ? undefined : answer.filePaths[0]
}

/** Asks whether dropped folders or files may be opened, naming every path. */
export async function askToOpenDropped(
  window: BrowserWindow,
  paths: readonly string[]
): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    message: paths.length === 1 ? 'Open this in the library?' : `Open these ${paths.length} items?`,
    detail: paths.slice(0, 20).join('\n'),
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1
  })
  return answer.response === 0
}

/** Asks whether an address may be opened in the browser, showing it whole. */
export async function askToOpenLink(window: BrowserWindow, address: string): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address in your browser?',
    detail: `${address}\n\nYour browser will connect to the network. Briefing Reader itself stays offline.`,
    buttons: ['Open in browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1
  })
  return answer.response === 0
}

/** Asks where to save; undefined when cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  suggestedName: string
): Promise<string | undefined> {
  const answer = await dialog.showSaveDialog(window, { defaultPath: safeFileName(suggestedName) })
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

/** Tells of something that keeps the app from starting. */
export function tellOfTrouble(title: string, text: string): void {
  dialog.showErrorBox(title, text)
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Longest file name that every file system takes, in UTF-8 bytes, with room for an extension. */
const MAX_NAME_BYTES = 120

/** Returns a file name without folders, control and direction characters, reserved names or trailing dots. */
export function safeFileName(name: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  let stem = name
    .slice(0, name.length - extension.length)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} ._,()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  while (Buffer.byteLength(stem) > MAX_NAME_BYTES) stem = stem.slice(0, -1).toWellFormed()
  if (stem === '' || RESERVED.test(stem)) stem = `report ${stem}`.trim()
  return stem + extension
}
