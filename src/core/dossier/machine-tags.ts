import type { Credibility, DossierClaim, Reliability } from './dossier'

/**
 * Returns what the reader decided of a claim as machine tags, which MISP and programs like it take.
 *
 * Source: the taxonomy `admiralty-scale` of misp-taxonomies.
 */
export function machineTags({
  source,
  verdict
}: Pick<DossierClaim, 'source' | 'verdict'>): string[] {
  return [
    ...(source?.reliability === undefined ? [] : [reliabilityTag(source.reliability)]),
    ...(verdict === undefined ? [] : [credibilityTag(verdict.credibility)])
  ]
}

/** Returns the machine tag of a grade: `admiralty-scale:source-reliability="b"`. */
export function reliabilityTag(grade: Reliability): string {
  return `admiralty-scale:source-reliability="${grade.toLowerCase()}"`
}

const credibilityTag = (credibility: Credibility): string =>
  `admiralty-scale:information-credibility="${String(credibility)}"`
