import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, dirname, sep } from 'node:path'
import { app, clipboard, shell, type BrowserWindow } from 'electron'
import { writeAtomically } from '../library/atomic-write'
import type { FolderId, RecentFolder } from '../shared/shapes'
import type { ShellApi } from '../shared/contract'
import { FailureError } from '../shared/failure'
import type { Settings } from '../shared/settings'
import { askForFolders, askForSidecar, askToOpenLink, askWhereToSave } from './dialogs'
import type { LibraryClient } from './library-client'
import { htmlToPdf, windowToPdf } from './pdf'
import type { RecentPath, SettingsStore } from './settings'
import type { Sidecar } from './sidecar'
import type { WindowState } from './window-state'

/** Most text taken from the clipboard, in UTF-16 code units: a long article, not a dump. */
const MAX_CLIPBOARD = 4_000_000
const ZOOM_STEP = 0.5

/** What the shell needs to do its work. */
export interface ShellParts {
  readonly library: LibraryClient
  readonly store: SettingsStore
  readonly sidecar: Sidecar
  readonly windowState: WindowState
  /** Folder of the sample library that comes with the app. */
  readonly sample: string
  window(): BrowserWindow
  settingsChanged(settings: Settings): void
  recentChanged(): void
}

/** The shell's half of the contract, with the ways in that have no call: dropped files, the command line, a second start. */
export interface Shell extends ShellApi {
  /** Opens folders and files that a user named outside the window. */
  openPaths(paths: readonly string[]): Promise<readonly FolderId[]>
}

/** Makes the shell's calls. */
export function createShell(parts: ShellParts): Shell {
  const { library, store } = parts
  const openPaths = async (paths: readonly string[]): Promise<readonly FolderId[]> => {
    const opened = await library.openPaths(paths)
    for (const path of opened.folderPaths) {
      store.addRecent({ id: recentId(path), path })
      app.addRecentDocument(path)
    }
    parts.recentChanged()
    return opened.folders
  }
  return {
    openPaths,
    chooseFolder: async () => [...(await openPaths(await askForFolders(parts.window())))],
    recentFolders: () => Promise.resolve(store.recent.map(toRecentFolder)),
    openRecent: async (id) => {
      const known = store.recent.find((entry) => entry.id === id)
      if (known === undefined) throw new FailureError({ code: 'not-found', what: 'recent folder' })
      return (await openPaths([known.path]))[0] ?? null
    },
    clearRecent: () => {
      store.clearRecent()
      app.clearRecentDocuments()
      parts.recentChanged()
      return Promise.resolve()
    },
    sidecar: () => Promise.resolve(store.sidecar ? displayed(store.sidecar.folder) : null),
    chooseSidecar: async () => {
      const folder = await askForSidecar(parts.window())
      if (folder === undefined) return null
      await parts.sidecar.choose(folder)
      return displayed(folder)
    },
    dropSidecar: () => {
      parts.sidecar.drop()
      return Promise.resolve()
    },
    openSample: async () => {
      const [folder] = (await library.openPaths([parts.sample])).folders
      if (folder === undefined)
        throw new FailureError({ code: 'folder-not-readable', name: 'sample library' })
      return folder
    },
    revealArticle: async (id) => shell.showItemInFolder(await library.originalPath(id)),
    revealProblem: async (id) => shell.showItemInFolder(await library.problemPath(id)),
    openLink: async (id) => {
      const address = (await library.api.article(id)).metadata.url?.value
      if (!store.settings.allowLinks || address === undefined || !isWebAddress(address))
        return false
      if (!(await askToOpenLink(parts.window(), address))) return false
      await shell.openExternal(address)
      return true
    },
    copyText: async (text) => {
      await clipboard.writeText(text)
    },
    readClipboard: async () => (await clipboard.readText()).slice(0, MAX_CLIPBOARD),
    saveText: async (suggestedName, text) => {
      const file = await askWhereToSave(parts.window(), suggestedName)
      if (file === undefined) return false
      writeAtomically(file, text)
      return true
    },
    saveDossierPdf: async (suggestedName, request) => {
      const file = await askWhereToSave(parts.window(), suggestedName)
      if (file === undefined) return false
      const html = await library.api.dossier({ ...request, format: 'html' })
      writeAtomically(file, await library.sealPdf(await htmlToPdf(html)))
      return true
    },
    savePagePdf: async (suggestedName) => {
      const window = parts.window()
      const file = await askWhereToSave(window, suggestedName)
      if (file === undefined) return false
      writeAtomically(file, await windowToPdf(window))
      return true
    },
    kept: () => Promise.resolve(parts.windowState.kept),
    keep: (name, json) => {
      parts.windowState.keep(name, json)
      return Promise.resolve()
    },
    settings: () => Promise.resolve(store.settings),
    changeSettings: (change) => {
      const settings = store.change(change)
      parts.settingsChanged(settings)
      return Promise.resolve(settings)
    },
    appInfo: () =>
      Promise.resolve({
        version: app.getVersion(),
        engine: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
        platform:
          process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux'
      }),
    shellCommand: (id) => {
      const window = parts.window()
      const contents = window.webContents
      if (id === 'quit') app.quit()
      if (id === 'close-window') window.close()
      if (id === 'toggle-fullscreen') window.setFullScreen(!window.isFullScreen())
      if (id === 'zoom-in') contents.setZoomLevel(contents.getZoomLevel() + ZOOM_STEP)
      if (id === 'zoom-out') contents.setZoomLevel(contents.getZoomLevel() - ZOOM_STEP)
      if (id === 'zoom-reset') contents.setZoomLevel(0)
      if (id === 'print') contents.print({ silent: false, printBackground: true })
      if (id === 'about') app.showAboutPanel()
      return Promise.resolve()
    }
  }
}

/** Says whether an address may be handed to the browser: parsed, http or https, without a name and password in it. */
export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function recentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

function toRecentFolder(entry: RecentPath): RecentFolder {
  return { id: entry.id, name: basename(entry.path), display: displayed(dirname(entry.path)) }
}

/** A path as people read it: what lies in their own folder begins with `~`. */
function displayed(path: string): string {
  const home = homedir()
  return path === home || path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}
