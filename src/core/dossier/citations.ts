import { CREDIBILITY, documentsById, type Dossier, type DossierDocument } from './dossier'
import { machineTags } from './machine-tags'

/** Returns the documents as CSL-JSON, for citation managers. */
export function dossierToCsl({ documents }: Dossier): string {
  return `${JSON.stringify(documents.map(cslItem), undefined, 2)}\n`
}

function cslItem(document: DossierDocument): unknown {
  const { id, title, authors, publisher, published, saved, url, language } = document
  const issued = dateParts(published)
  const accessed = dateParts(saved)
  return {
    id,
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(publisher !== undefined && { 'container-title': publisher }),
    ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
    ...(accessed.length > 0 && { accessed: { 'date-parts': [accessed] } }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    note: `SHA-256 of the text: ${document.textSha256}`
  }
}

/** Year, month and day of an ISO date, as far as they are given. */
function dateParts(date: string | undefined): number[] {
  const [given] = /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? '') ?? []
  return given?.split('-').map(Number) ?? []
}

/** Returns the documents as BibTeX (`@misc`, which every style knows). */
export function dossierToBibtex({ documents }: Dossier): string {
  return documents.map(bibtexEntry).join('\n')
}

function bibtexEntry(document: DossierDocument): string {
  const { id, title, authors, publisher, published, saved, url, language } = document
  const [year, month, day] = dateParts(published)
  const fields: [string, string | undefined][] = [
    ['title', `{${bibtex(title)}}`],
    // Braces keep a name whole: what is a first name and what an organisation is not known.
    ['author', authors.map((name) => `{${bibtex(name)}}`).join(' and ')],
    ['howpublished', publisher === undefined ? undefined : bibtex(publisher)],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : String(month)],
    ['day', day === undefined ? undefined : String(day)],
    ['url', url?.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', saved?.slice(0, 10)],
    ['language', language === undefined ? undefined : bibtex(language)],
    ['note', `SHA-256 of the text: ${document.textSha256}`]
  ]
  const given = fields.filter(([, value]) => value !== undefined && value !== '')
  const lines = given.map(([name, value]) => `  ${name} = {${value ?? ''}}`)
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`
}

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
}

/** Returns text that stands for itself in BibTeX; braces must be paired there, so they are left out. */
function bibtex(text: string): string {
  return text
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\\~^#$%&_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`)
}

/** Kinds of sources that are people; all others are organisations. */
const PEOPLE: ReadonlySet<string> = new Set(['person', 'official', 'party-politician', 'unnamed'])

/**
 * Returns the claims on which the reader gave a verdict as JSON-LD (schema.org ClaimReview). The app itself reviews nothing.
 *
 * Ratings run from 1 (improbable) to 5 (confirmed), the other way round than the Admiralty scale; what can't be judged has words only.
 */
export function dossierToClaimReview(dossier: Dossier): string {
  const documents = documentsById(dossier)
  const reviews = dossier.claims.flatMap(({ id, quotation, source, verdict }) => {
    if (verdict === undefined) return []
    const document = documents.get(quotation.document)
    const { credibility, comment, decided } = verdict
    return [
      {
        '@type': 'ClaimReview',
        '@id': `urn:briefing-reader:claim:${quotation.sha256}`,
        identifier: id,
        claimReviewed: quotation.exact,
        datePublished: decided.slice(0, 10),
        author: { '@type': 'Person', name: 'the reader' },
        ...(comment !== '' && { reviewBody: comment }),
        keywords: machineTags({ ...(source && { source }), verdict }),
        itemReviewed: {
          '@type': 'Claim',
          ...(source && {
            author: {
              '@type': PEOPLE.has(source.type) ? 'Person' : 'Organization',
              name: source.name
            }
          }),
          ...(document && { appearance: appearance(document) })
        },
        reviewRating: {
          '@type': 'Rating',
          ...(credibility < 6 && {
            ratingValue: 6 - credibility,
            bestRating: 5,
            worstRating: 1
          }),
          alternateName: CREDIBILITY[credibility]
        }
      }
    ]
  })
  const graph = { '@context': 'https://schema.org', '@graph': reviews }
  return `${JSON.stringify(graph, undefined, 2)}\n`
}

function appearance(document: DossierDocument): unknown {
  const { title, url, published, publisher, textSha256 } = document
  return {
    '@type': 'NewsArticle',
    headline: title,
    ...(url !== undefined && { url }),
    ...(published !== undefined && { datePublished: published }),
    ...(publisher !== undefined && {
      publisher: { '@type': 'Organization', name: publisher }
    }),
    identifier: `urn:sha256:${textSha256}`
  }
}
