import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  fromChromium,
  handlerOf,
  originOf,
  policyForChromium,
  protocol,
  toChromium
} from '../../tools/electron-host/protocol.ts'

beforeAll(() => {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app' }, { scheme: 'page' }])
})

describe('addresses', () => {
  test.each([
    ['app://main/index.html', 'http://main.app.localhost/index.html'],
    ['app://main/a%20b.js?x=1#y', 'http://main.app.localhost/a%20b.js?x=1#y'],
    ['page://12/', 'http://12.page.localhost/'],
    ['app:///x', 'http://_.app.localhost/x']
  ])('%s travels as %s and back', (ours, chromium) => {
    expect(toChromium(ours)).toBe(chromium)
    expect(fromChromium(chromium)).toBe(ours)
  })

  test.each([
    'https://example.org/a',
    'data:text/html,x',
    'http://localhost:5173/',
    'http://main.other.localhost/x',
    'http://main.app.localhost.example.org/',
    'about:blank',
    ''
  ])('%s stays as it is', (url) => {
    expect(toChromium(url)).toBe(url)
    expect(fromChromium(url)).toBe(url)
  })

  test('every path of the scheme survives the way there and back', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const url = `app://main/${path.slice(1)}?${query}`
        expect(fromChromium(toChromium(url))).toBe(url)
      })
    )
  })

  test('an origin is named as Electron names it', () => {
    expect(originOf('app://main/index.html')).toBe('app://main')
    expect(originOf('https://example.org:8443/x')).toBe('https://example.org:8443')
    expect(originOf('data:text/html,x')).toBe('null')
    expect(originOf('')).toBe('null')
  })
})

test('a policy names the schemes in the addresses that Chromium sees', () => {
  expect(policyForChromium("default-src 'self' app:; img-src app://main data: blob:")).toBe(
    "default-src 'self' http://*.app.localhost; img-src http://*.app.localhost data: blob:"
  )
})

test('a scheme is handled once it has a handler, and by one only', () => {
  expect(handlerOf('page://1/')).toBeUndefined()

  protocol.handle('page', () => new Response('x'))

  expect(handlerOf('page://1/')).toBeDefined()
  expect(protocol.isProtocolHandled('page')).toBe(true)
  expect(() => protocol.handle('page', () => new Response('y'))).toThrow('page')
})
