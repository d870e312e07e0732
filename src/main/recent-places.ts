import {
  app,
  Menu,
  type JumpListCategory,
  type JumpListItem,
  type MenuItemConstructorOptions
} from 'electron'
import { basename } from 'node:path'

/** A folder that was opened before. */
export interface RecentPlace {
  readonly id: string
  /** Its path. */
  readonly name: string
}

/** Tasks that Windows shows at most; further ones are cut off by the system. */
const MAX_TASKS = 10
/** Longest argument that Windows takes for a task, in UTF-16 code units. */
const MAX_ARGUMENT = 250

/** Offers the folders that were opened before where the system keeps such lists: Windows' jump list, macOS' dock menu. */
export function offerRecent(
  recent: readonly RecentPlace[],
  open: (id: string) => void,
  platform: NodeJS.Platform = process.platform
): void {
  if (platform === 'win32') app.setJumpList(jumpList(recent, process.execPath))
  if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(dockMenu(recent, open)))
}

/** The jump list: one task for each folder that starts the app with its path; a running window takes it over. */
export function jumpList(recent: readonly RecentPlace[], program: string): JumpListCategory[] {
  const items = recent
    .filter(({ name }) => name.length < MAX_ARGUMENT && !name.includes('"'))
    .slice(0, MAX_TASKS)
    .map(({ name }): JumpListItem => ({
      type: 'task',
      program,
      args: `"${name}"`,
      title: basename(name) || name,
      description: name,
      iconPath: program,
      iconIndex: 0
    }))
  return items.length === 0 ? [] : [{ type: 'custom', name: 'Opened before', items }]
}

/** The menu of the dock's icon. */
export function dockMenu(
  recent: readonly RecentPlace[],
  open: (id: string) => void
): MenuItemConstructorOptions[] {
  return recent.slice(0, MAX_TASKS).map(({ id, name }) => ({
    label: basename(name) || name,
    click: () => open(id)
  }))
}
