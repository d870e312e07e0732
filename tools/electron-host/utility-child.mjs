// Imported before the app's module in a utility process: gives it `process.parentPort`, as Electron does. Plain JavaScript, because
// it also has to load where code generation is switched off, and quickly.
import { EventEmitter } from 'node:events'

const port = Object.assign(new EventEmitter(), {
  postMessage(data) {
    if (process.connected) process.send({ data })
  },
  start: () => undefined,
  pause: () => undefined
})

function listen() {
  process.on('message', ({ data }) => port.emit('message', { data, ports: [] }))
  process.on('disconnect', () => process.exit(0))
}

// Node hands out what has arrived as soon as anyone listens: so only when the app's module does.
port.once('newListener', () => queueMicrotask(listen))

Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
