import { dossierToBibtex, dossierToClaimReview, dossierToCsl } from './citations'
import { dossierToCsv } from './csv'
import type { Dossier } from './dossier'
import { dossierToHtml } from './html'
import { machineTags, reliabilityTag } from './machine-tags'
import { dossierToMarkdown } from './markdown'

/** Returns the dossier as JSON: two spaces, keys in the order of the model; what the reader decided stands there as machine tags too. */
function dossierToJson(dossier: Dossier): string {
  const claims = dossier.claims.map((claim) => {
    const tags = machineTags(claim)
    return tags.length === 0 ? claim : { ...claim, machineTags: tags }
  })
  const grades = dossier.grades.map((grade) => ({
    ...grade,
    machineTags: [reliabilityTag(grade.reliability)]
  }))
  return `${JSON.stringify({ ...dossier, claims, grades }, undefined, 2)}\n`
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
