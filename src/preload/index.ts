import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CALLS, NOTICES, SHELL_CALLS, type Bridge } from '../shared/contract'

const calls: ReadonlySet<string> = new Set([...CALLS, ...SHELL_CALLS])
const notices: ReadonlySet<string> = new Set(NOTICES)

const bridge: Bridge = {
  call(name, args) {
    if (!calls.has(name)) return Promise.reject(new Error(`Cannot call "${name}": unknown name`))
    return ipcRenderer.invoke('call', name, args)
  },
  on(name, listener) {
    if (!notices.has(name)) throw new Error(`Cannot listen to "${name}": unknown name`)
    const channel = `notice:${name}`
    const handler = (_event: unknown, value: unknown): void => listener(value)
    ipcRenderer.on(channel, handler)
    return () => void ipcRenderer.removeListener(channel, handler)
  },
  drop(files) {
    // The paths go to the shell, which asks before it opens them; the page never sees them.
    const paths = files.map((file) => webUtils.getPathForFile(file as File))
    ipcRenderer.send(
      'drop',
      paths.filter((path) => path !== '')
    )
  }
}

contextBridge.exposeInMainWorld('bridge', bridge)
