import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { APP_CSP, PAGE_SCHEME } from './security'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** To be called before the app is ready: the fewest privileges that a page with module scripts needs. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    // Pages that are not ours: no storage, no fetch, no service worker.
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } }
  ])
}

/** Answers `app://main/…` from the built renderer folder and nothing outside it. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(url.pathname)))
    const type = TYPES[extname(file)]
    if (url.host !== 'main' || type === undefined || !file.startsWith(folder + sep))
      return answer(404)
    try {
      return answer(200, await readFile(file), type)
    } catch {
      return answer(404)
    }
  })
}

function answer(status: number, body?: Buffer<ArrayBuffer>, type = 'text/plain'): Response {
  return new Response(body ?? null, {
    status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': APP_CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-DNS-Prefetch-Control': 'off'
    }
  })
}
