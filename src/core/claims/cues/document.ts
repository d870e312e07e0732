import { ENGLISH_RULES } from './en/rules'
import type { CueRule } from './rule'

/** Returns the rules as Markdown: what each tells, and a sentence that it marks and one that it leaves alone. */
export function rulesDocument(): string {
  const parts = [
    '# Rules',
    'Written by `scripts/rules-doc.ts` from `src/core/claims/cues/`; change the data, not this page. What the categories mean and how ' +
      'sources and scopes are found stands in [claims.md](claims.md).'
  ]
  for (const set of ENGLISH_RULES) {
    parts.push(`## ${set.title}`, `Provenance: ${set.provenance}`, table(set.rules))
  }
  parts.push(
    '## Rules without a wording',
    [
      '| rule | tells |',
      '| --- | --- |',
      '| `party/side` | A side in the matter says it: by the actor registry, the topic of the item and what is said. |',
      '| `party/after-denial` | A party goes on after its denial. |',
      '| `disputed/contradicts` | Another source says, with "not", what one said shortly before. |',
      '| `disputed/reply` | Whoever was just accused says something else of it. |',
      '| `media/relay` | Another outlet, agency or channel reports it. |',
      '| `anonymous/described` | People are described and not named. |',
      '| `onrecord/named` | A named or institutional source speaks in its remit or of its own acts. |',
      '| `carried/quotation` | A quotation goes on; its speaker was named before or after. |'
    ].join('\n')
  )
  return `${parts.join('\n\n')}\n`
}

function table(rules: readonly CueRule[]): string {
  const rows = rules.map(
    (rule) => `| \`${rule.id}\` | ${cell(rule.tells)} | ${cell(rule.yes)} | ${cell(rule.no)} |`
  )
  return ['| rule | tells | marks | leaves alone |', '| --- | --- | --- | --- |', ...rows].join(
    '\n'
  )
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
