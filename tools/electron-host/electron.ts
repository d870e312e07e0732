// What `electron` means to the app's main process: the part of Electron's API that the app uses, over Chromium.
import type * as Electron from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { clipboard, globalShortcut, net, powerMonitor, screen, shell } from './system.ts'
import { only } from './unavailable.ts'
import { utilityProcess } from './utility-process.ts'
import { allWebContents } from './web-contents.ts'

const webContents = only('webContents', {
  getAllWebContents: allWebContents,
  fromId: (id: number) => BrowserWindow.fromId(id)?.webContents
})

const electron = only('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
  // Asked for by code that runs in both processes; absent in the main process, as in Electron.
  contextBridge: undefined,
  ipcRenderer: undefined
} satisfies Partial<Record<keyof typeof Electron, unknown>>)

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
  electron as default,
  // What require('electron') answers.
  electron as 'module.exports'
}
