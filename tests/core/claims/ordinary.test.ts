import { describe, expect, test } from 'vitest'
import { detectClaims } from '../../../src/core/claims/detect'
import { toCanonical } from '../../../src/core/text/canonical'
import type { ImportedBlock } from '../../../src/core/text/canonical'

/* Wordings of ordinary reports, each beside one that only looks like it. Invented words. */

const marks = (...paragraphs: readonly string[]) =>
  detectClaims(toCanonical(paragraphs.map((text): ImportedBlock => ({ text, role: 'paragraph' }))))
    .marks
const last = (...paragraphs: readonly string[]) => marks(...paragraphs).at(-1)
const categoriesOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.categories ?? []
const sourceOf = (...paragraphs: readonly string[]) => last(...paragraphs)?.source?.name

describe('an outlet that no list has', () => {
  test.each([
    ['Dorvel Kurs, a Sundhavn newspaper, reported that the mill would close.', 'Dorvel Kurs'],
    ['Orbel Beat, an online magazine based in Tarsk, said the mill had closed.', 'Orbel Beat'],
    ['The weekly El Pilar was the first to report that the mill had closed.', 'weekly El Pilar'],
    ['Local newspaper El Faro del Mar said the mill had closed.', 'El Faro del Mar'],
    ['The semi-official Sahra news agency said the mill had closed.', 'Sahra'],
    [
      'The cabinet, chaired by the emir, set aside 40 million for homes, the Dorvel News Agency (DNA) reported.',
      'DNA'
    ]
  ])('%s', (sentence, name) => {
    expect(categoriesOf(sentence)).toContain('MEDIA')
    expect(sourceOf(sentence)).toContain(name)
  })

  test.each([
    'Jan Venn, a magazine editor, said the mill had closed.',
    'Orla Venn, the founder of an online magazine, said the mill had closed.',
    'Dorvel Ltd, a maker of newspapers, said the mill had closed.',
    'Credit rating agency Volmer said the mill had closed.',
    'The July contract gained 8%, according to price agency Petrin.',
    'Jan Venn was the first to report for duty.'
  ])('none: %s', (sentence) => {
    expect(categoriesOf(sentence)).not.toContain('MEDIA')
  })
})

describe('who has a name and who has none', () => {
  test.each([
    ['Another survivor, fisherman Halid Venn, recalled seeing the crew jump.', 'Halid Venn'],
    ['A local mediator, retired judge Alan Venn, said he had called both sides.', 'Alan Venn']
  ])('a trade before a name: %s', (sentence, name) => {
    expect(categoriesOf(sentence)).not.toContain('ANONYMOUS')
    expect(sourceOf(sentence)).toBe(name)
  })

  test.each([
    'Another driver, whose brother Jan Venn was hurt, said the road was icy.',
    'The bank cut rates, according to an official with knowledge of the plan.',
    'The bank cut rates, according to a lawyer with knowledge of the plan.',
    'Rovers want £35m plus add-ons, according to sources close to the talks.',
    'Most experts consider a war unlikely.'
  ])('no name: %s', (sentence) => {
    expect(last(sentence)).toMatchObject({ highlight: true, severity: 3 })
    expect(categoriesOf(sentence)).toContain('ANONYMOUS')
    expect(last(sentence)?.source).toBeDefined()
  })

  test.each([
    'Drivers at a picket line said they were prepared to stay out until May.',
    'One of the drivers said: “Ask me after Easter.”',
    'Several MPs said privately that they had long expected to lose.'
  ])('a view of people without a name is no claim: %s', (sentence) => {
    expect(last(sentence)?.highlight).toBe(false)
  })

  test('what happened to people is whoever’s who tells it, what they say is theirs', () => {
    expect(
      categoriesOf('The aviation office says the crew of the plane reported a strong vibration.')
    ).not.toContain('ANONYMOUS')
    expect(
      categoriesOf(
        'The ministry said it knew nothing, but one of his relatives told AFP he was safe.'
      )
    ).toContain('ANONYMOUS')
    expect(
      categoriesOf('Orla Venn says inquiries are under way into six people close to her party.')
    ).not.toContain('ANONYMOUS')
  })

  test('a trade stands for who has just spoken, a body does not', () => {
    expect(
      sourceOf(
        '“We are fine,” said Jess Coyle. “The wedding is on,” the dance teacher told her fans.'
      )
    ).toBe('Jess Coyle')
    expect(
      sourceOf('“We are fine,” said Jess Coyle. The coast guard said the boat had sunk.')
    ).not.toBe('Jess Coyle')
  })
})

describe('cues', () => {
  test.each([
    ['The actor has left his wife, it is claimed.', 'ALLEGED'],
    ['The party claims its own tally puts Venn ahead.', 'ALLEGED'],
    ['The Harbour Times has not seen the list and could not confirm its existence.', 'UNVERIFIED'],
    ['Testing everyone could lead to needless operations, says Orla Venn, a doctor.', 'HEDGED']
  ] as const)('%s', (sentence, category) => {
    expect(categoriesOf(sentence)).toContain(category)
  })

  test.each([
    ['The claim is settled, and the widow was paid.', 'ALLEGED'],
    [
      'The office confirmed that it had received a complaint but said it had opened no case.',
      'ALLEGED'
    ],
    ['Orla Venn said the soldiers had left the post without explanation.', 'UNCONFIRMED'],
    ['The Harbour Times could not independently verify the differing figures.', 'DISPUTED']
  ] as const)('not: %s', (sentence, category) => {
    expect(categoriesOf(sentence)).not.toContain(category)
  })
})

describe('what one side says', () => {
  test.each([
    ['through counsel', 'Jan Venn said through his lawyer that he had taken no part in the award.'],
    ['beside a view', 'Prosecutor Maja Bel told the judges that the clerks had used code words.'],
    [
      'counsel, behind a position',
      'The defence lawyer, Jan Venn, called the case “revenge” and said the tapes had been made without a warrant.'
    ],
    [
      'a firm, by the rules',
      'Orbel Foods said its contracts had been booked in line with accounting rules.'
    ],
    [
      'the accused, behind his denial',
      'Jan Venn denies wrongdoing. In a telephone conversation, he said that he had been paid for studies and had never met her brother.'
    ],
    [
      'what a side has not done',
      'The opposition accused the government of selling out the valley. Prime Minister Imre Rao rejected the charge. The cabinet met on Monday in the capital. He said his government had made no concession on the valley.'
    ]
  ])('%s', (_, text) => {
    expect(categoriesOf(text)).toContain('PARTY')
  })

  test.each([
    [
      'a deed of its own',
      'Orbel Mines denied the claim. It said it had suspended work and sent 60 staff to help.'
    ],
    [
      'those who study, for whomever',
      'Customers sued the network Nimbus over the outage. Petra Wolff, a researcher at the security firm Holdfast, says the firm concealed the leak.'
    ],
    [
      'those who record abuses',
      'Amina Dorou of the rights group Open Hand said soldiers had abandoned the post two days before the raid.'
    ],
    [
      'a mission of a union of states',
      'The African Union observer mission says voting opened late at a third of the stations, in some cases by hours.'
    ],
    [
      'a centre that denied a rumour, of the weather',
      'The rain broke a record, according to the National Centre of Meteorology. The NCM denied that its flights had caused it. Fog will not form overnight, the NCM said.'
    ],
    [
      'what nobody knows yet',
      'The firm denied the charge. It said it had not yet been told of the case.'
    ]
  ])('not: %s', (_, text) => {
    expect(categoriesOf(text)).not.toContain('PARTY')
  })
})

describe('what a line covers', () => {
  test('nobody has claimed responsibility: what police tell stays on record', () => {
    const [told] = marks(
      'Police say two people were shot dead outside a school. No group has claimed responsibility.'
    )
    expect(told?.highlight).toBe(false)
  })

  test('a denial answers what was told right before it', () => {
    const [told] = marks(
      'The fisherman Halid Venn recalled seeing crew members jump. The operator, Orbel Lines, denied that the crew had abandoned the ship.'
    )
    expect(told?.deniedBy).toEqual([1])
  })
})
