import { randomUUID } from 'node:crypto'
import { protocol } from 'electron'
import { APP_ORIGIN } from './security'

/** Addresses of pages that are not the app's own document: each has an opaque origin and runs nothing. */
export const PAGE_SCHEME = 'page'
const PRINT_ORIGIN = `${PAGE_SCHEME}://print`

/**
 * What such a page may do: be looked at. `sandbox` without a token takes scripts, forms, popups, navigation of the window and the
 * origin from it; nothing is loaded from anywhere, pictures and fonts come as data within the page.
 */
const PAGE_CSP = [
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${new URL(APP_ORIGIN).protocol}`,
  'sandbox'
].join('; ')

/** Pages that wait to be printed, by the last part of their address. */
const toPrint = new Map<string, string>()

/** Offers a page for one printing; returns its address and how to take it back. */
export function offerPage(html: string): { readonly address: string; withdraw(): void } {
  const name = randomUUID()
  toPrint.set(name, html)
  return {
    address: `${PRINT_ORIGIN}/${name}`,
    withdraw: () => void toPrint.delete(name)
  }
}

/** Says whether a page of this scheme may be loaded there: pages to print into a window of their own only. */
export function mayLoadPage(url: string, resourceType: string): boolean {
  return url.startsWith(`${PRINT_ORIGIN}/`) && resourceType === 'mainFrame'
}

/** Answers `page:` addresses. To be called once, when the app is ready. */
export function servePages(): void {
  protocol.handle(PAGE_SCHEME, (request) => {
    const { host, pathname } = new URL(request.url)
    const html = host === 'print' ? toPrint.get(pathname.slice(1)) : undefined
    return html === undefined ? answer(404, '') : answer(200, html)
  })
}

function answer(status: number, html: string): Response {
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': PAGE_CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-DNS-Prefetch-Control': 'off'
    }
  })
}
