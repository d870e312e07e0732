import type { Protocol } from 'electron'
import { only } from './unavailable.ts'

type Handler = Parameters<Protocol['handle']>[1]

/** Schemes the app declared; the handler is there once `protocol.handle` gave it. */
const schemes = new Map<string, Handler | undefined>()

export const protocol = only('protocol', {
  registerSchemesAsPrivileged(list) {
    for (const { scheme } of list) if (!schemes.has(scheme)) schemes.set(scheme, undefined)
  },
  handle(scheme, handler) {
    if (schemes.get(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    schemes.set(scheme, handler)
  },
  unhandle(scheme) {
    schemes.set(scheme, undefined)
  },
  isProtocolHandled: (scheme) => schemes.get(scheme) !== undefined
} satisfies Partial<Protocol>)

/** Names of the schemes that the app declared. */
export const schemeNames = (): readonly string[] => [...schemes.keys()]

export function handlerOf(url: string): Handler | undefined {
  return schemes.get(url.slice(0, url.indexOf(':')))
}

/** Address of the app as Chromium loads it: app://main/x → http://main.app.localhost/x. Others stay as they are. */
export function toChromium(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  const [, scheme = '', host = '', rest = ''] = parts ?? []
  if (!schemes.has(scheme)) return url
  return `http://${host || '_'}.${scheme}.localhost${rest || '/'}`
}

/** The reverse of `toChromium`. */
export function fromChromium(url: string): string {
  const parts = /^http:\/\/([^/?#:]+)\.([a-z0-9+-]+)\.localhost([/?#].*)?$/is.exec(url)
  const [, host = '', scheme = '', rest = '/'] = parts ?? []
  if (!schemes.has(scheme)) return url
  return `${scheme}://${host === '_' ? '' : host}${rest}`
}

/** Origin as Electron names it: app://main, also for schemes that URL calls opaque. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null'
  const { origin, protocol: scheme, host } = new URL(url)
  return origin === 'null' && host !== '' ? `${scheme}//${host}` : origin
}

/** A content security policy that names the app's schemes, in the addresses Chromium sees. */
export function policyForChromium(policy: string): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+-]*):(\/\/[^\s;]*)?(?=$|[\s;])/gi,
    (all, before: string, scheme: string) =>
      schemes.has(scheme) ? `${before}http://*.${scheme}.localhost` : all
  )
}
