import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron'
import { spawn } from 'node:child_process'
import { only, unavailable } from './unavailable.ts'

/** What a dialog program printed, line by line; undefined when the reader cancelled. */
type Answer = readonly string[] | undefined

/** Electron's dialogs take (options) or (window, options). */
function optionsOf<T extends object>(args: readonly unknown[]): T {
  return (args.at(-1) ?? {}) as T
}

function zenity(args: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let printed = ''
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
    child.on('error', () => {
      reject(new Error('Cannot show a dialog: install zenity, or drop the folder on the window'))
    })
    child.on('close', (code) => {
      resolve(code === 0 ? printed.split('\n').filter((line) => line !== '') : undefined)
    })
  })
}

const titled = (title: string | undefined) => (title === undefined ? [] : [`--title=${title}`])
const startingAt = (path: string | undefined) => (path === undefined ? [] : [`--filename=${path}`])

async function showOpenDialog(...args: unknown[]) {
  const { title, defaultPath, properties = [] } = optionsOf<OpenDialogOptions>(args)
  const answer = await zenity([
    '--file-selection',
    ...titled(title),
    ...startingAt(defaultPath),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : [])
  ])
  return { canceled: answer === undefined, filePaths: [...(answer ?? [])] }
}

async function showSaveDialog(...args: unknown[]) {
  const { title, defaultPath } = optionsOf<SaveDialogOptions>(args)
  const answer = await zenity([
    '--file-selection',
    '--save',
    ...titled(title),
    ...startingAt(defaultPath)
  ])
  return { canceled: answer === undefined, filePath: answer?.[0] ?? '' }
}

/** The last button is the question's "no" when there is no cancel button; the others are offered as extra buttons. */
async function showMessageBox(...args: unknown[]) {
  const options = optionsOf<MessageBoxOptions>(args)
  const { title, message, detail = '', buttons = ['OK'], defaultId = 0 } = options
  const cancelId = options.cancelId ?? buttons.length - 1
  const text = detail === '' ? message : `${message}\n\n${detail}`
  const extra = buttons.filter((_, id) => id !== defaultId && id !== cancelId)
  const answer = await zenity([
    buttons.length === 1 ? '--info' : '--question',
    '--no-markup',
    ...titled(title),
    `--text=${text}`,
    `--ok-label=${buttons[defaultId] ?? 'OK'}`,
    ...(buttons.length === 1 ? [] : [`--cancel-label=${buttons[cancelId] ?? 'Cancel'}`]),
    ...extra.map((button) => `--extra-button=${button}`)
  ])
  const chosen = buttons.indexOf(answer?.[0] ?? '')
  const pressed = answer === undefined ? cancelId : defaultId
  return { response: chosen >= 0 ? chosen : pressed, checkboxChecked: false }
}

export const dialog = only('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox(title, content) {
    console.error(`${title}: ${content}`)
    zenity(['--error', '--no-markup', `--title=${title}`, `--text=${content}`]).catch(
      () => undefined
    )
  },
  showOpenDialogSync: () => unavailable('dialog.showOpenDialogSync')
} satisfies Partial<Dialog>)
