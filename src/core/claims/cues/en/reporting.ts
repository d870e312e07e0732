/*
 * Verbs that introduce what someone says. Own compilation from common knowledge. The classes decide how far the outlet stands
 * behind the content.
 */

/** `say` is neutral; `relay` fits outlets; `claim` keeps a distance; `act` commits its speaker to a plan or position. */
type VerbClass =
  'say' | 'relay' | 'claim' | 'accuse' | 'deny' | 'confirm' | 'act' | 'think' | 'find'

const FORMS: Record<VerbClass, string> = {
  say:
    'say/says/said/saying tell/tells/told/telling add/adds/added/adding state/states/stated/stating note/notes/noted/noting ' +
    'explain/explains/explained/explaining announce/announces/announced/announcing declare/declares/declared/declaring ' +
    'remark/-/remarked/remarking comment/comments/commented/commenting continue/-/continued/- observe/observes/observed/- recall/recalls/recalled/recalling ' +
    'recount/recounts/recounted/recounting mention/mentions/mentioned/mentioning insist/insists/insisted/insisting ' +
    'argue/argues/argued/arguing stress/stresses/stressed/stressing emphasize/emphasizes/emphasized/emphasizing ' +
    'emphasise/emphasises/emphasised/emphasising reiterate/reiterates/reiterated/reiterating repeat/repeats/repeated/repeating affirm/affirms/affirmed/affirming ' +
    'reply/replies/replied/- respond/-/responded/- describe/describes/described/describing warn/warns/warned/warning ' +
    'write/writes/wrote/writing tweet/tweets/tweeted/tweeting post/-/posted/- inform/-/informed/- testify/testifies/testified/testifying ' +
    'maintain/maintains/maintained/maintaining contend/contends/contended/contending assert/asserts/asserted/asserting ' +
    'caution/cautions/cautioned/cautioning predict/predicts/predicted/predicting estimate/estimates/estimated/estimating assess/assesses/assessed/- ' +
    'proclaim/-/proclaimed/- caution/-/cautioned/- conclude/-/concluded/concluding specify/-/specified/specifying ' +
    'clarify/-/clarified/- elaborate/-/elaborated/- opine/-/opined/- brief/-/briefed/- boast/-/boasted/boasting ' +
    'complain/complains/complained/complaining lament/-/lamented/- refer/-/referred/referring characterize/-/characterized/- ' +
    'speak/-/spoke/- doubt/doubts/doubted/doubting wonder/wonders/wondered/wondering disclose/discloses/disclosed/disclosing imply/implies/implied/implying swear/swears/swore/swearing ' +
    'counter/-/countered/- retort/-/retorted/- muse/-/mused/- shout/-/shouted/- cry/-/cried/- confide/-/confided/- concur/-/concurred/- object/-/objected/- protest/-/protested/- ' +
    'remind/-/reminded/- underline/-/underlined/- underscore/-/underscored/- signal/-/signalled/- vent/-/vented/- hint/hints/hinted/- label/-/labeled/- identify/identifies/identified/- name/-/named/- hear/-/heard/- brand/-/branded/- point/-/pointed/pointing reckon/reckons/reckoned/- ' +
    'guess/-/guessed/- snap/-/snapped/- sigh/-/sighed/- whisper/-/whispered/- yell/-/yelled/- exclaim/-/exclaimed/- mutter/-/muttered/- ' +
    'rule/-/ruled/- hold/-/held/- determine/-/determined/- calculate/calculates/calculated/- project/-/projected/- anticipate/-/anticipated/- theorize/-/theorized/- theorise/-/theorised/- speculate/speculates/speculated/speculating ' +
    'attest/attests/attested/- certify/-/certified/- notify/-/notified/- assure/assures/assured/assuring reassure/-/reassured/- outline/-/outlined/- intimate/-/intimated/- insinuate/insinuates/insinuated/- profess/-/professed/- ' +
    'remember/remembers/remembered/- attribute/attributes/attributed/attributing ' +
    'venture/-/ventured/- volunteer/-/volunteered/- unveil/-/unveiled/- relate/-/related/-',
  relay:
    'report/reports/reported/reporting quote/quotes/quoted/quoting cite/cites/cited/citing understand/understands/-/- *publish/publishes/published/- *air/airs/aired/- *carry/carries/carried/- *run/runs/ran/- *print/prints/printed/-',
  claim:
    'claim/claims/claimed/claiming allege/alleges/alleged/alleging purport/-/purported/- suggest/suggests/suggested/suggesting',
  accuse: 'accuse/accuses/accused/accusing *charge/-/charged/- blame/blames/blamed/blaming',
  deny:
    'deny/denies/denied/denying dismiss/dismisses/dismissed/dismissing reject/rejects/rejected/rejecting refute/refutes/refuted/refuting ' +
    'dispute/disputes/disputed/disputing contradict/-/contradicted/-',
  confirm:
    'confirm/confirms/confirmed/confirming acknowledge/acknowledges/acknowledged/acknowledging admit/admits/admitted/admitting ' +
    'concede/concedes/conceded/conceding recognize/-/recognized/- verify/-/verified/-',
  act:
    'urge/urges/urged/urging condemn/condemns/condemned/condemning welcome/-/welcomed/- pledge/pledges/pledged/pledging ' +
    'promise/promises/promised/promising vow/vows/vowed/vowing threaten/threatens/threatened/threatening demand/demands/demanded/demanding ' +
    'praise/-/praised/praising criticize/-/criticized/criticizing criticise/-/criticised/criticising thank/-/thanked/thanking ' +
    'propose/proposes/proposed/proposing offer/-/offered/- apologize/-/apologized/- apologise/-/apologised/- rebuke/-/rebuked/- ' +
    'denounce/-/denounced/- appeal/-/appealed/- recommend/recommends/recommended/recommending advise/advises/advised/advising ' +
    'call/calls/called/calling express/-/expressed/expressing agree/agrees/agreed/- defend/defends/defended/defending invite/-/invited/- congratulate/-/congratulated/- ' +
    'grumble/-/grumbled/- gripe/-/griped/- fume/-/fumed/- enthuse/-/enthused/- gush/-/gushed/- brag/brags/bragged/bragging ask/asks/asked/- quip/quips/quipped/- joke/jokes/joked/joking',
  think:
    'believe/believes/believed/- think/thinks/thought/- expect/expects/expected/expecting fear/fears/feared/- forecast/forecasts/-/forecasting hope/hopes/hoped/- suspect/suspects/-/- consider/considers/considered/- deem/deems/deemed/-',
  find: 'judge/-/judged/- establish/establishes/established/- find/finds/found/finding show/shows/showed/showing reveal/reveals/revealed/revealing indicate/indicates/indicated/indicating'
}

/** One form of a reporting verb. */
export interface ReportingVerb {
  readonly form: string
  readonly lemma: string
  readonly verbClass: VerbClass
  /** `saying`: its subject is the subject of the clause before it. */
  readonly participle: boolean
  /** Base form: a verb only after a plural subject or a modal. */
  readonly base: boolean
}

/** Every form; the first class that lists a form wins. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = tabulate()

function tabulate(): Map<string, ReportingVerb> {
  const verbs = new Map<string, ReportingVerb>()
  for (const [verbClass, text] of Object.entries(FORMS)) {
    for (const entry of text.split(' ')) {
      const forms = entry.split('/')
      const lemma = forms[0]?.replace('*', '') ?? ''
      forms.forEach((form, i) => {
        // A star keeps the base form out: "air", "run" are other words.
        if (form === '-' || form.startsWith('*') || verbs.has(form)) return
        // `Object.entries` widens the key.
        const known = verbClass as VerbClass
        verbs.set(form, { form, lemma, verbClass: known, participle: i === 3, base: i === 0 })
      })
    }
  }
  return verbs
}

/** Forms that are nouns as well: they count as verbs only where a verb must stand. */
export const NOUNISH: ReadonlySet<string> = new Set(
  'tweets boasts name doubt doubts wonder wonders hint hints counter object protest signal cry forecast forecasts report reports claim claims state states note notes warning offer offers demand demands call calls comment post posts estimate show shows find finding findings charge estimates observes quote quotes cite hope hopes fear fears warns plan brief label brand saying suspect suspects joke dispute disputes promise promises appeal blame blames express point refer ask asks offer invite agree specify prints airs runs'.split(
    ' '
  )
)

/** Base forms that stand after a plural subject ("officials say"); others are commands, infinitives or nouns. */
export const PLURAL_FORMS: ReadonlySet<string> = new Set(
  'say claim report argue warn forecast believe deny insist suggest think expect fear tell write allege accuse blame estimate predict maintain contend agree add condemn urge demand call reject dismiss dispute describe confirm acknowledge doubt wonder speak complain show indicate reveal rule recall reckon note stress concede caution suspect consider recall remember attribute'.split(
    ' '
  )
)

/** Verbs that report speech only before "that" or after what was said: "she maintains a garden" is none. */
export const NEEDS_THAT: ReadonlySet<string> = new Set(
  'grumble gripe guess fume snap sigh whisper yell exclaim brag mutter rule hold determine calculate project anticipate theorize theorise speculate attest certify notify assure reassure outline intimate insinuate profess venture volunteer enthuse gush unveil relate charge remember attribute consider deem judge assess establish declare publish air carry run print maintain post estimate recognize verify observe offer invite find show reveal indicate recall conclude mention agree propose point express suggest defend understand identify name hear speak doubt wonder disclose imply swear counter retort muse shout cry confide concur object protest remind underline underscore signal vent hint repeat respond'.split(
    ' '
  )
)
