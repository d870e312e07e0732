/** Invented reports for the preview of the window: places, people and outlets do not exist. */
export interface FakeArticle {
  readonly title: string
  readonly publisher: string
  readonly author: string
  readonly published: string
  readonly subFolder: string
  readonly fileName: string
  readonly format: 'txt' | 'md' | 'html'
  /** Blocks; `# ` heading, `> ` quotation, `@ ` live entry, `- ` list item, `~ ` furniture. */
  readonly blocks: readonly string[]
}

const morning: FakeArticle = {
  title: 'What we know on day 40 of the Korvan crossing',
  publisher: 'Harbour Post',
  author: 'Ilse Marwick',
  published: '2031-03-04',
  subFolder: 'briefings',
  fileName: 'harbour-post-day-40.txt',
  format: 'txt',
  blocks: [
    '~ Share this article',
    '~ Subscribe to our newsletter',
    'Here is the latest on the Korvan crossing and its ripple effects along the coast.',
    '# Key developments',
    'The Sarnian defence ministry said it stopped two Velmark attacks near the Korvan bridge early Monday. The ministry said that five boats were destroyed. The Harbour Post could not independently verify the reports.',
    'Velmark’s prime minister, Odo Brandt, probably arrived in the port of Lisk by armoured train, two officials said on condition of anonymity.',
    'At least 24 people were injured when a drone hit the market square of Tarn, regional governor Pell Aster said.',
    '# Battleground updates',
    'Velmark’s air force is expected to receive twelve new aircraft in April, according to a government statement.',
    '“We met them with gratitude,” said Aster. He added that the crossing would remain closed for seven days.',
    'The foreign ministry in Lisk has not yet commented on the explosions.',
    'State radio of Sarnia reported that eleven vessels had left the harbour of Ober. There was no immediate confirmation from Velmark.',
    'It is unclear how many people remain in the villages north of the river.',
    '# Global impact',
    'The coastal union will send grain by rail, the union’s commissioner said on Sunday.',
    'Velmark’s foreign minister dismissed the claims as “without merit” and ruled out talks before the summer.',
    '~ Related: Five things to do in Ober this weekend'
  ]
}

const evening: FakeArticle = {
  ...morning,
  title: 'What we know on day 41 of the Korvan crossing',
  published: '2031-03-05',
  fileName: 'harbour-post-day-41.txt',
  blocks: [
    '~ Share this article',
    'Here is the latest on the Korvan crossing and its ripple effects along the coast.',
    '# Key developments',
    'The prime minister’s office confirmed that Odo Brandt arrived in the port of Lisk by armoured train.',
    'The Sarnian defence ministry claimed to have stopped three Velmark attacks near the Korvan bridge early Monday. The ministry said that five boats were destroyed. The Harbour Post could not independently verify the reports.',
    'At least 26 people were injured when a drone hit the market square of Tarn, regional governor Pell Aster said.',
    '# Battleground updates',
    '“We met them with pleasure,” said Aster. He added that the crossing would remain closed for ten days.',
    'Velmark’s air force is expected to receive twelve new aircraft in April, according to a government statement.',
    'State radio of Sarnia reported that eleven vessels had left the harbour of Ober. There was no immediate confirmation from Velmark.',
    'A spokeswoman for the river police said that two bridges in the district of Amsel were closed to traffic.',
    '# Global impact',
    'The coastal union will send grain by rail, the union’s commissioner said on Sunday.',
    'Velmark’s foreign minister dismissed the claims as “without merit” and ruled out talks before the summer.',
    '~ Comments are closed'
  ]
}

const agency: FakeArticle = {
  title: 'Drone strike on Tarn injures dozens, governor says',
  publisher: 'Littoral News Agency',
  author: 'Staff',
  published: '2031-03-04T09:20:00Z',
  subFolder: 'agencies',
  fileName: 'lna-tarn.html',
  format: 'html',
  blocks: [
    'TARN (LNA) — A drone struck the market square of Tarn on Monday and injured at least 19 people, the regional governor Pell Aster told reporters.',
    'Witnesses said that they heard two explosions. The agency could not verify their accounts.',
    'Sarnia’s military denied that it had struck the town and accused Velmark of a provocation.',
    'A hospital in Ober said it had admitted eleven patients, three of them children.'
  ]
}

const live: FakeArticle = {
  title: 'Korvan crossing: live updates',
  publisher: 'Radio Ober',
  author: 'Newsroom',
  published: '2031-03-04',
  subFolder: 'live',
  fileName: 'radio-ober-live.md',
  format: 'md',
  blocks: [
    '~ Jump to comments',
    '@ 18:40',
    'Sarnia’s defence ministry claims that five boats and three barges were destroyed at the Korvan bridge, according to state radio.',
    '@ 15:05',
    'The governor of Tarn says that 24 people are in hospital. The number may rise.',
    '@ 11:30',
    '> “The bridge stands, and it will stand tomorrow,” the mayor of Lisk wrote in a message whose source Radio Ober could not verify.',
    'Analysts say that the crossing is likely to reopen within a fortnight.',
    '~ Written by ADMIN'
  ]
}

const grain: FakeArticle = {
  title: 'Coastal union plans grain trains',
  publisher: 'Inland Ledger',
  author: 'Tove Arnell',
  published: '2031-03-02',
  subFolder: 'economy/rail',
  fileName: 'grain-trains.md',
  format: 'md',
  blocks: [
    'The coastal union will send grain by rail from April, its commissioner said on Sunday.',
    'Three lines are to be repaired first: Lisk to Amsel, Ober to Tarn and the branch to the mills.',
    'Freight firms appear to expect lower prices; the largest of them did not respond to a request for comment.'
  ]
}

export const FAKE_ARTICLES: readonly FakeArticle[] = [morning, evening, agency, live, grain]

/** Returns an invented report of so many words, with small differences by `seed`. */
export function longArticle(words: number, seed: number): FakeArticle {
  const stock = [...morning.blocks, ...evening.blocks].filter((line) => !/^[~#]/.test(line))
  const blocks: string[] = []
  let count = 0
  for (let i = 0; count < words; i++) {
    const line = stock[(i * 7) % stock.length] ?? ''
    const varied = (i + seed) % 4 === 0 ? line.replace('said', 'claimed') : line
    if ((i + seed) % 29 !== 0) blocks.push(`${varied} Paragraph ${i} of the record.`)
    count += line.split(' ').length
  }
  return { ...grain, title: `The long record, part ${seed}`, fileName: `long-${seed}.md`, blocks }
}
