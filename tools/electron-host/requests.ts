import type { OnBeforeRequestListenerDetails } from 'electron'
import type { Session } from './cdp.ts'
import { ignore } from './chromium.ts'
import { fromChromium, handlerOf, policyForChromium } from './protocol.ts'
import { hostSession } from './session.ts'

/** A request that Chromium holds back until it is answered. */
export interface HeldRequest {
  readonly requestId: string
  readonly resourceType: string
  readonly frameId: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Record<string, string>
    readonly postDataEntries?: readonly { readonly bytes?: string }[]
  }
}

type Refusal = 'Aborted' | 'BlockedByClient' | 'Failed'

const RESOURCE_TYPES: Record<string, OnBeforeRequestListenerDetails['resourceType']> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket'
}

/** Answers a request as Electron's network would: the app's fence first, then the app's scheme handler, then the network. */
export async function answerRequest(
  session: Session,
  held: HeldRequest,
  options: { readonly webContentsId: number; readonly isMainFrame: boolean }
): Promise<void> {
  const { requestId } = held
  const refuse = (errorReason: Refusal) =>
    session.send('Fetch.failRequest', { requestId, errorReason })
  const url = fromChromium(held.request.url)
  try {
    const verdict = await hostSession.judge(detailsOf(held, url, options))
    const handler = handlerOf(url)
    if (verdict.cancel) await refuse('BlockedByClient')
    else if (handler) await fulfil(session, requestId, await handler(toRequest(held, url)))
    else await session.send('Fetch.continueRequest', { requestId })
  } catch (error) {
    // The page may be gone before its answer is ready.
    if (!/closed|detached|ended|Invalid InterceptionId/i.test(String(error)))
      console.error(`Cannot answer ${url}: ${String(error)}`)
    await refuse('Failed').catch(ignore)
  }
}

function detailsOf(
  { requestId, resourceType, request }: HeldRequest,
  url: string,
  { webContentsId, isMainFrame }: { readonly webContentsId: number; readonly isMainFrame: boolean }
): OnBeforeRequestListenerDetails {
  const type = RESOURCE_TYPES[resourceType] ?? 'other'
  return {
    id: Number.parseInt(requestId.replace(/\D/g, ''), 10),
    url,
    method: request.method,
    webContentsId,
    resourceType: type === 'mainFrame' && !isMainFrame ? 'subFrame' : type,
    referrer: request.headers['Referer'] ?? '',
    timestamp: Date.now(),
    uploadData: []
  }
}

function toRequest({ request }: HeldRequest, url: string): Request {
  const { method, headers, postDataEntries = [] } = request
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) })
}

async function fulfil(session: Session, requestId: string, response: Response): Promise<void> {
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? policyForChromium(value) : value
  }))
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body
  })
}
