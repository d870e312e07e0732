import { randomUUID } from 'node:crypto'
import { protocol } from 'electron'
import { APP_ORIGIN, ORIGINALS, PAGE_SCHEME, PRINTS } from './security'

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
  `frame-ancestors ${APP_ORIGIN.replace(/\/\/.*/, '')}`,
  'sandbox'
].join('; ')

/** Pages that wait to be printed, by the last part of their address. */
const toPrint = new Map<string, string>()

/** Offers a page for one printing; returns its address and how to take it back. */
export function offerPage(html: string): { readonly address: string; withdraw(): void } {
  const name = randomUUID()
  toPrint.set(name, html)
  return { address: `${PRINTS}${name}`, withdraw: () => void toPrint.delete(name) }
}

/** Answers `page:` addresses: saved pages by the number of their article, pages to print by their name. Never by a path. */
export function servePages(originalPage: (article: number) => Promise<string>): void {
  protocol.handle(PAGE_SCHEME, async ({ url }) => {
    const print = url.startsWith(PRINTS) ? toPrint.get(url.slice(PRINTS.length)) : undefined
    if (print !== undefined) return answer(200, print)
    const article = /^\d{1,15}$/.exec(url.startsWith(ORIGINALS) ? url.slice(ORIGINALS.length) : '')
    if (article === null) return answer(404, NO_PAGE)
    try {
      return answer(200, await originalPage(Number(article[0])))
    } catch {
      // Every refusal looks the same here; the window offers the text instead.
      return answer(404, NO_PAGE)
    }
  })
}

const NO_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8">
<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 3rem }</style>
<p>The page can’t be shown: its file is gone, has changed, or can’t be read now. The text that was kept of it is still there.</p>`

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
