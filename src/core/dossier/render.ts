import { dossierToBibtex, dossierToClaimReview, dossierToCsl } from './citations'
import { dossierToCsv } from './csv'
import type { Dossier } from './dossier'
import { dossierToHtml } from './html'
import { dossierToMarkdown } from './markdown'

/** Returns the dossier as JSON: two spaces, keys in the order of the model. */
function dossierToJson(dossier: Dossier): string {
  return `${JSON.stringify(dossier, undefined, 2)}\n`
}

/** How a dossier is written in each format, without its seal. */
export const RENDERERS = {
  json: dossierToJson,
  md: dossierToMarkdown,
  html: dossierToHtml,
  csv: dossierToCsv,
  csl: dossierToCsl,
  bibtex: dossierToBibtex,
  claimreview: dossierToClaimReview
} satisfies Record<string, (dossier: Dossier) => string>
