import { Menu, type MenuItemConstructorOptions } from 'electron'
import { COMMANDS, isMenuKey, MENUS, type CommandId, type MenuName } from '../shared/commands'

/** What the menu does: commands go to the window, which knows what they mean where it stands. */
export interface MenuActions {
  run(id: CommandId): void
  openRecent(id: string): void
  clearRecent(): void
}

/** Builds the application menu from the one list of commands. Pure data, so that it can be tested without a window. */
export function menuTemplate(
  platform: NodeJS.Platform,
  recent: readonly { readonly id: string; readonly name: string }[],
  actions: MenuActions
): MenuItemConstructorOptions[] {
  const menus = (Object.keys(MENUS) as MenuName[]).map((menu) => ({
    label: MENUS[menu],
    id: `menu-${menu}`,
    submenu: [
      ...(menu === 'edit' ? editRoles() : []),
      ...commandsOf(menu, actions),
      ...(menu === 'file' ? fileEnd(platform, recent, actions) : [])
    ]
  }))
  // macOS wants the app's own menu first and a Window menu before Help.
  if (platform === 'darwin') {
    menus.splice(menus.length - 1, 0, {
      label: 'Window',
      id: 'menu-window',
      submenu: windowRoles()
    })
    return [{ role: 'appMenu' }, ...menus]
  }
  return menus
}

/** Sets the application menu. */
export function setMenu(
  recent: readonly { readonly id: string; readonly name: string }[],
  actions: MenuActions
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, recent, actions)))
}

function commandsOf(menu: MenuName, actions: MenuActions): MenuItemConstructorOptions[] {
  return COMMANDS.filter((command) => command.menu === menu).flatMap((command) => {
    const item: MenuItemConstructorOptions = {
      id: command.id,
      label: command.title,
      click: () => actions.run(command.id)
    }
    if (command.key !== undefined) {
      item.accelerator = command.key
      item.registerAccelerator = isMenuKey(command.key)
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
  recent: readonly { readonly id: string; readonly name: string }[],
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
