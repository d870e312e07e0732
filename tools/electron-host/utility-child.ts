// Imported before the app's module in a utility process: gives it `process.parentPort`, as Electron does.
import { EventEmitter } from 'node:events'
import type { Parcel } from './utility-process.ts'

const port = Object.assign(new EventEmitter(), {
  postMessage(data: unknown) {
    if (process.connected) process.send?.({ data } satisfies Parcel)
  },
  start: () => undefined,
  pause: () => undefined
})

const listen = () => {
  process.on('message', ({ data }: Parcel) => port.emit('message', { data, ports: [] }))
  process.on('disconnect', () => process.exit(0))
}

// Node hands out what has arrived as soon as anyone listens: so only when the app's module does.
port.once('newListener', () => queueMicrotask(listen))

Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
