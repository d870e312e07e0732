import { BrowserWindow, type PrintToPDFOptions } from 'electron'
import { offerPage } from './pages'

/** Paper and margins are the page's own (`@page`); tags and outline keep the PDF readable by assistive technology. */
const OPTIONS: PrintToPDFOptions = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true
}

/** Returns the PDF of what a window shows, as its print style sheet lays it out. */
export function windowToPdf(window: BrowserWindow): Promise<Uint8Array> {
  return window.webContents.printToPDF(OPTIONS)
}

/** Returns the PDF of an HTML page, laid out in a window that nobody sees and that runs no script. */
export async function htmlToPdf(html: string): Promise<Uint8Array> {
  const page = offerPage(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      javascript: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false
    }
  })
  try {
    await window.loadURL(page.address)
    return await windowToPdf(window)
  } finally {
    page.withdraw()
    window.destroy()
  }
}
