import type { Metadata } from '../article/article'
import { fold } from '../text/fold'
import { words } from '../text/segment'

/** Commonest small words of some languages. Own list. */
const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in a is that for it was on with as are by be this have from at not he his has'.split(
      ' '
    )
  ),
  de: new Set(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach'.split(
      ' '
    )
  ),
  fr: new Set(
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux'.split(
      ' '
    )
  ),
  es: new Set(
    'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha'.split(
      ' '
    )
  ),
  it: new Set(
    'di e il la che in un a per è una sono con non si da come le dei nel alla più anche del lo gli ha'.split(
      ' '
    )
  ),
  pt: new Set(
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das'.split(
      ' '
    )
  ),
  nl: new Set(
    'de van het een en in is dat op te zijn met voor niet aan er om ook als bij door naar hij maar'.split(
      ' '
    )
  ),
  pl: new Set(
    'w i na z do nie się że o jest to za od po jak przez dla oraz ale tym było są'.split(' ')
  ),
  sv: new Set(
    'och i att det som en på är av för med den till inte har de om ett han men var'.split(' ')
  ),
  ru: new Set('и в не на что с по как это он к из за для от о до также его было но'.split(' ')),
  uk: new Set('і в на не що з та до у як за про це його для від але під час що'.split(' '))
}
/** The languages of each small word. */
const LANGUAGES_OF = Map.groupBy(
  Object.entries(STOP_WORDS).flatMap(([language, stops]) =>
    [...stops].map((word) => ({ language, word }))
  ),
  ({ word }) => word
)
/** Words read for the guess. More make it surer and slower. */
const SAMPLE_WORDS = 400
/** Least words for a guess; shorter texts count as English. */
const MIN_WORDS = 20
/** Share of stop words from which a text of unknown language is English all the same. */
const MIN_ENGLISH = 0.18

/**
 * Returns the language that is not analysed, or undefined for English.
 *
 * Trusts the metadata; without it guesses from small words. Text of another script counts as `und`.
 */
export function otherLanguage(text: string, metadata?: Partial<Metadata>): string | undefined {
  const told = metadata?.language?.value.toLowerCase() ?? ''
  const base = told.split('-')[0] ?? told
  if (base === 'en') return undefined
  const guess = guessLanguage(text)
  // Templates often state a wrong language: an English text is analysed whatever its page says.
  if (guess === 'en') return undefined
  return told === '' ? guess : base
}

function guessLanguage(text: string): string {
  const spans = words(text.slice(0, SAMPLE_WORDS * 12)).slice(0, SAMPLE_WORDS)
  if (spans.length < MIN_WORDS) return 'en'
  const counts = new Map<string, number>()
  for (const span of spans) {
    const word = fold(text.slice(span.start, span.end))
    for (const { language } of LANGUAGES_OF.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [best = 'und', most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  if ((counts.get('en') ?? 0) / spans.length >= MIN_ENGLISH) return 'en'
  return most / spans.length < MIN_ENGLISH / 2 ? 'und' : best
}
