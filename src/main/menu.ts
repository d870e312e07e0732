import { Menu, type MenuItemConstructorOptions } from 'electron'
import {
  COMMANDS,
  isMenuKey,
  MENUS,
  type CommandEntry,
  type CommandId,
  type MenuName
} from '../shared/commands'
import type { RecentPlace } from './recent-places'

/** What the menu does: commands go to the window, which knows what they mean where it stands. */
export interface MenuActions {
  run(id: CommandId): void
  openRecent(id: string): void
  clearRecent(): void
}

/** What the menu shows beside the commands. */
export interface MenuState {
  readonly recent: readonly RecentPlace[]
  /** Keys that the reader chose, by command; empty for none. */
  readonly keys: Readonly<Record<string, string>>
}

/** Commands that macOS wants in the menu of the app. */
const APP_MENU: readonly CommandId[] = ['about', 'settings']

/** Builds the application menu from the one list of commands. Pure data, so that it can be tested without a window. */
export function menuTemplate(
  platform: NodeJS.Platform,
  { recent, keys }: MenuState,
  actions: MenuActions
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const commandsOf = (menu: MenuName) =>
    itemsOf(
      COMMANDS.filter(
        (command) => command.menu === menu && !(mac && APP_MENU.includes(command.id))
      ),
      keys,
      actions
    )
  const menus = (Object.keys(MENUS) as MenuName[]).map((menu) => ({
    label: MENUS[menu],
    id: `menu-${menu}`,
    submenu: [
      ...(menu === 'edit' ? editRoles() : []),
      ...commandsOf(menu),
      ...(menu === 'file' ? fileEnd(platform, recent, actions) : [])
    ]
  }))
  // macOS wants the app's own menu first and a Window menu before Help.
  if (mac) {
    menus.splice(menus.length - 1, 0, {
      label: 'Window',
      id: 'menu-window',
      submenu: windowRoles()
    })
    return [appMenu(keys, actions), ...menus]
  }
  return menus
}

/** Sets the application menu. */
export function setMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, state, actions)))
}

/** The first menu of macOS, with the settings where its users look for them. */
function appMenu(
  keys: Readonly<Record<string, string>>,
  actions: MenuActions
): MenuItemConstructorOptions {
  const [settings, about] = APP_MENU.toReversed().map((id) =>
    itemsOf(
      COMMANDS.filter((command) => command.id === id),
      keys,
      actions
    ).filter(({ type }) => type !== 'separator')
  )
  return {
    label: 'Briefing Reader',
    id: 'menu-app',
    submenu: [
      ...(about ?? []),
      { type: 'separator' },
      ...(settings ?? []),
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' }
    ]
  }
}

function itemsOf(
  commands: readonly (CommandEntry & { readonly id: CommandId })[],
  keys: Readonly<Record<string, string>>,
  actions: MenuActions
): MenuItemConstructorOptions[] {
  return commands.flatMap((command) => {
    const key = keys[command.id] ?? command.key ?? ''
    const item: MenuItemConstructorOptions = {
      id: command.id,
      label: command.title,
      click: () => actions.run(command.id)
    }
    if (key !== '') {
      item.accelerator = key
      item.registerAccelerator = isMenuKey(key)
    }
    return command.group === true ? [{ type: 'separator' }, item] : [item]
  })
}

function editRoles(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
    { type: 'separator' }
  ]
}

function windowRoles(): MenuItemConstructorOptions[] {
  return [{ role: 'minimize' }, { role: 'zoom' }, { type: 'separator' }, { role: 'front' }]
}

function fileEnd(
  platform: NodeJS.Platform,
  recent: readonly RecentPlace[],
  actions: MenuActions
): MenuItemConstructorOptions[] {
  const folders: MenuItemConstructorOptions[] = recent.map((folder) => ({
    label: folder.name,
    click: () => actions.openRecent(folder.id)
  }))
  const clear: MenuItemConstructorOptions = {
    id: 'clear-recent',
    label: 'Clear this list',
    enabled: recent.length > 0,
    click: () => actions.clearRecent()
  }
  const end: MenuItemConstructorOptions =
    platform === 'darwin'
      ? // Without Shift the key closes a tab.
        { role: 'close', accelerator: 'Shift+CmdOrCtrl+W' }
      : { id: 'quit', label: 'Quit', role: 'quit' }
  return [
    { type: 'separator' },
    { id: 'recent', label: 'Open recent', submenu: [...folders, { type: 'separator' }, clear] },
    { type: 'separator' },
    end
  ]
}
