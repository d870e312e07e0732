import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Connection, splitAtNul, type Message } from '../../tools/electron-host/cdp.ts'
import { secondClient } from '../../tools/electron-host/relay.ts'

/** A browser that answers each message with what `reply` makes of it. */
function connect(reply: (message: Message) => Message | undefined = () => undefined) {
  const toBrowser = new PassThrough()
  const fromBrowser = new PassThrough()
  const heard: Message[] = []
  const say = (message: Message) => fromBrowser.write(JSON.stringify(message) + '\0')
  splitAtNul(toBrowser, (text) => {
    const message = JSON.parse(text) as Message
    heard.push(message)
    const answer = reply(message)
    if (answer) say({ ...answer, ...(message.id === undefined ? {} : { id: message.id }) })
  })
  return { connection: new Connection(toBrowser, fromBrowser), heard, say, fromBrowser }
}

test('texts arrive whole however the stream cuts them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))),
      fc.integer({ min: 1, max: 9 }),
      async (texts, size) => {
        const stream = new PassThrough()
        const heard: string[] = []
        splitAtNul(stream, (text) => heard.push(text))
        const bytes = Buffer.from(texts.map((text) => text + '\0').join(''))
        for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size))
        stream.end()
        await new Promise((done) => stream.once('end', done))
        expect(heard).toEqual(texts)
      }
    ),
    { numRuns: 50 }
  )
})

test('an answer goes to its question, an error rejects with the method', async () => {
  const { connection } = connect(({ method }) =>
    method === 'Page.enable' ? { error: { message: 'no page' } } : { result: { product: 'x/1' } }
  )

  await expect(connection.root.send('Browser.getVersion')).resolves.toEqual({ product: 'x/1' })
  await expect(connection.root.send('Page.enable')).rejects.toThrow('Page.enable: no page')
})

test('events reach the session they name', async () => {
  const { connection, say } = connect()
  const onPage = vi.fn()
  const onRoot = vi.fn()
  connection.session('s1').on('Page.loadEventFired', onPage)
  connection.root.on('Page.loadEventFired', onRoot)

  say({ method: 'Page.loadEventFired', params: { timestamp: 1 }, sessionId: 's1' })
  await vi.waitFor(() => expect(onPage).toHaveBeenCalledWith({ timestamp: 1 }))

  expect(onRoot).not.toHaveBeenCalled()
})

test('what is asked of an ended browser is rejected', async () => {
  const { connection, fromBrowser } = connect()
  const asked = connection.root.send('Browser.getVersion')
  fromBrowser.destroy()

  await expect(asked).rejects.toThrow('has ended')
  await expect(connection.root.send('Browser.getVersion')).rejects.toThrow('has ended')
})

test('a second client has numbers and sessions of its own', async () => {
  const { connection, say, heard } = connect(({ method }) =>
    method === 'Target.attachToBrowserTarget' ? { result: { sessionId: 'top' } } : { result: {} }
  )
  const posted: (Message | null)[] = []
  const onRoot = vi.fn()
  connection.root.on('Target.attachedToTarget', onRoot)
  const send = await secondClient(connection, (message) => posted.push(message))

  send({ id: 7, method: 'Target.getTargets' })
  send({ id: 8, method: 'Browser.close' })
  say({ method: 'Target.attachedToTarget', params: { sessionId: 'p2' }, sessionId: 'top' })
  say({ method: 'Page.loadEventFired', params: {}, sessionId: 'p2' })
  say({ method: 'Page.loadEventFired', params: {}, sessionId: 'other' })
  await vi.waitFor(() => expect(posted).toHaveLength(4))

  expect(posted.map((message) => message?.id ?? message?.sessionId ?? message?.method)).toEqual(
    expect.arrayContaining([7, 8, 'p2', 'Target.attachedToTarget'])
  )
  expect(heard.find(({ method }) => method === 'Target.getTargets')?.sessionId).toBe('top')
  expect(heard.some(({ method }) => method === 'Browser.close')).toBe(false)
  expect(onRoot).not.toHaveBeenCalled()
})
