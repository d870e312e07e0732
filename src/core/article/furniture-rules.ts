/** Ids of the rules that tell page furniture, shown to readers beside folded lines. */
export type FurnitureRule =
  | 'share-button'
  | 'live-button'
  | 'comment-form'
  | 'form'
  | 'advertisement'
  | 'rating'
  | 'source-link'
  | 'disclaimer'
  | 'copyright'
  | 'newsletter'
  | 'pointer'
  | 'list-heading'
  | 'related-headline'
  | 'navigation'
  | 'breadcrumb'
  | 'page-title'
  | 'tags'
  | 'player'
  | 'contact'
  | 'image-credit'
  | 'no-words'
  | 'header-line'
  | 'link-line'
  | 'date-line'
  | 'menu'
  | 'stray-word'
  | 'repeated-line'
  | 'repeated-block'
  | 'reader'

/** A pattern for whole lines. Patterns see the line folded (lower case, plain apostrophes) and squeezed. */
export interface LineRule {
  readonly id: FurnitureRule
  /** Lines with more words are never meant; keeps patterns off sentences that only begin alike. */
  readonly maxWords: number
  readonly pattern: RegExp
}

/** Whole lines of one rule: any of the alternatives, with marks around it. */
function lines(id: FurnitureRule, maxWords: number, alternatives: string): LineRule {
  const any = alternatives.trim().replace(/\s*\n\s*/g, '|')
  return {
    id,
    maxWords,
    pattern: new RegExp(`^[-–—*•·|[(\\s]{0,4}(?:${any})[-–—*•·|\\])\\s.:!…]{0,4}$`, 'u')
  }
}

/**
 * Line patterns, the first that fits names the rule. Each alternative stands for lines seen on pages of several publishers; a rest
 * after a fixed beginning is `.{0,n}`, so that matching stays linear.
 */
export const LINE_RULES: readonly LineRule[] = [
  lines(
    'share-button',
    12,
    `
    share(?: it| this| article| story| this (?:article|story|post|page|with).{0,40}| on .{0,30}| via .{0,20}| options)?
    (?:tweet|pin|print|email|save|copy|gift|listen|bookmark|follow|like|unlike)(?: it| this| article| link| story| topic)?
    (?:link )?copied(?: to clipboard)?!?
    follow (?:us|me|along)\\b.{0,60}
    (?:teilen|merken|drucken|kommentieren|vorlesen|compartir|imprimir|guardar|partager|imprimer|condividi|stampa|compartilhar|udostepnij|paylas|del artikkel|delen)(?: .{0,20})?
    click to share.{0,40}
    read (?:or|and) share this (?:article|story|post|page).{0,60}
    add .{0,40} on google
    (?:send|mail|print) to .{0,20}
    \\d{0,6} ?shares?
    a link has been (?:sent|posted) to your .{0,60}
    check out this (?:story|article|video) on .{0,80}
  `
  ),
  // The message that a share button would send: title, standfirst, address.
  lines(
    'share-button',
    90,
    `
    .{3,500} check out this (?:story|article|video) on \\S{3,60}:? https?:.{0,160}
  `
  ),
  lines(
    'live-button',
    4,
    `
    update on
    (?:main|key) events?(?: \\(\\d+\\))?
    (?:pinned|newest|oldest)(?: first)?
    (?:show|filter by) key events.{0,20}
    most recent
    please turn on javascript.{0,40}
  `
  ),
  lines(
    'comment-form',
    40,
    `
    leave (?:a|your) (?:reply|comment).{0,40}
    your email address will not be published.{0,60}
    required fields are marked.{0,10}
    (?:please )?enter your (?:comment|name|email|e-mail).{0,30}
    save my name, e-?mail.{0,100}
    (?:post|add|write|view|show|hide|read|see)(?: a| all| your| the)?(?: \\d{1,6})? comments?
    cancel reply
    what do you think\\?
    what are your thoughts\\?
    tell us what you think.{0,20}
    \\d{0,6} ?comments?(?: \\(\\d{1,6}\\)| \\d{1,6}| off| on .{0,80})?
    no comments(?: yet)?
    be the first to comment.{0,30}
    join the (?:conversation|discussion|debate).{0,20}
    (?:log|sign) in to (?:comment|reply|post|leave).{0,40}
    you must be logged in to .{0,40}
    giphy app key not set.{0,60}
    this site uses akismet.{0,100}
    comments are closed.{0,40}
    notify me of .{0,60}
    (?:kommentare?|commentaires?|comentarios?|commenti|reacties|yorumlar|komentarze)(?: \\(?\\d{1,6}\\)?)?
    (?:to )?(?:find out|learn|read|know) more about (?:\\w{1,20} )?comment(?:ing|s)\\b.{0,80}
    (?:please )?(?:read|see|review|follow|respect) (?:the|our) (?:\\w{1,20} )?(?:comment(?:ing|s)?|conversation|community) (?:guidelines|rules|policy|standards|faqs?)\\b.{0,60}
    you have entered an incorrect email address.{0,10}
    current ye@r.{0,10}
  `
  ),
  lines(
    'form',
    16,
    `
    enter (?:a |an |your )?(?:city|town|zip|post(?:al)? ?code|location|address)\\b.{0,60}
    your weather is set to\\b.{0,100}
    (?:change|set|use) (?:your|my) (?:current )?location.{0,40}
    accuweather(?:\\.com)?(?: .{0,30})?
    you are (?:signed|logged) in as\\b.{0,40}
    (?:log|sign) in (?:using|with) your .{0,30}
    you have permission to edit this .{0,20}
    (?:tip ?x? ?)?make a text selection to .{0,40}
    congratulations!
    edit
    (?:purchase|order)s?:? (?:order )?(?:a )?reprints?.{0,20}
    please make sure all (?:the )?provided information is .{0,20}
    post to (?:facebook|twitter|linkedin|x)
    cancel ?send
    posted!
    currently receiving \\d{1,4} of \\d{1,4} .{0,60}
  `
  ),
  lines(
    'advertisement',
    14,
    `
    advert(?:isement|isements|s)?
    ad(?:s|vertising)?
    (?:sponsored|promoted|paid|partner)(?: content| post| by .{0,40}| links?)?
    (?:article|story|content|text) continues (?:below|after).{0,40}
    (?:anzeige|werbung|publicite|publicidad|pubblicita|publicidade|reklam[ae]?|annons|advertentie|mainos|reclame)
    scroll (?:down )?(?:to continue|for more).{0,40}
    this (?:advertisement|ad) has not loaded.{0,60}
    remove ads.{0,20}
    (?:we (?:may )?(?:earn|receive)|this (?:post|article) (?:may )?contains?) .{0,30}(?:commission|affiliate).{0,60}
  `
  ),
  lines(
    'rating',
    10,
    `
    rate this (?:post|article|item|page).{0,20}
    \\d{0,5} ?votes?(?:, average.{0,30})?
    (?:rating|votes?): .{0,20}
    was this (?:article|page|post) (?:helpful|useful)\\??.{0,20}
    (?:total )?\\d{1,6} views?
  `
  ),
  lines(
    'source-link',
    12,
    `
    source link
    (?:go to |read |view |see )?(?:the )?(?:original|full) (?:source|article|story|post|report)(?: here| at .{0,40}| on .{0,40})?
    read (?:the )?(?:full|original) (?:article|story|post) (?:here|at|on) .{0,40}
    (?:article|news|content|original) source(?: link)?
    (?:the )?post .{1,80} (?:first )?appeared first on .{0,40}
  `
  ),
  lines(
    'disclaimer',
    80,
    `
    denial of responsibility.{0,600}
    .{0,60}is an automatic aggregator .{0,600}
    dmca.{0,40}
    all trademarks belong to their .{0,300}
    (?:this|the) (?:story|article|news|post|content) has (?:not been|been) .{0,20}(?:edited|published|sourced|created) .{0,200}(?:feed|agency|staff)
    this is an? (?:unedited|auto-?generated|syndicated).{0,300}
    warning! all rights .{0,200}
  `
  ),
  lines(
    'copyright',
    70,
    `
    (?:©|\\(c\\)|copyright\\b).{0,300}
    .{0,80}all rights reserved.{0,200}
    this (?:material|document|content|site) (?:may not be|is subject to|is protected by).{0,400}
    (?:may not be|no part may be) (?:published|reproduced|rewritten).{0,300}
    alle rechte vorbehalten.{0,60}
  `
  ),
  lines(
    'newsletter',
    45,
    `
    (?:sign|signing) up (?:for|to|now|here|today)\\b.{0,200}
    (?:subscribe|subscription|subscribers?)(?: now| today| here| to .{0,200}| for .{0,100})?
    (?:get|receive) .{0,100}(?:in|to) your (?:inbox|email).{0,100}
    .{0,60}(?:our|the|free|daily|weekly|your) newsletters?\\b.{0,30}
    .{0,60}delivered (?:straight |directly )?to your inbox.{0,60}
    (?:download|get|install) (?:our|the) .{0,40}\\bapp\\b.{0,60}
    click here to (?:get|subscribe|sign|download|join|read|watch|see)\\b.{0,80}
    (?:be the first to know|never miss (?:a|an) .{0,40})
    thank you for (?:subscri|signing).{0,60}
    (?:newsletters?|e-?mail|email address)
    (?:join|support) (?:us|our|now|today|monthly)\\b.{0,40}
    (?:donate|give)(?: now| today| monthly| one time)?
    get unlimited (?:digital )?access\\b.{0,150}
    try (?:one|1|your first) (?:month|week|year) (?:for|free)\\b.{0,40}
    print subscriber\\?.{0,30}
    get (?:the )?(?:\\w{1,20} ){0,3}(?:news )?headlines
    (?:you can )?unsubscribe .{0,60}
    (?:abonnez|inscrivez)-vous.{0,100}
    (?:jetzt |hier )?(?:abonnieren|anmelden|registrieren).{0,40}
    suscribete.{0,80}
  `
  ),
  lines(
    'list-heading',
    9,
    `
    (?:most|more) (?:popular|read|viewed|commented|shared|recent|watched|discussed)(?: .{0,40})?
    (?:recent|popular|latest|related|recommended|featured|other|similar|more|top|trending) (?:posts?|articles?|stories|news|topics|content|videos?|reading|links|headlines|reads|coverage|from .{0,40}|on .{0,40}|in .{0,40})(?: .{0,20})?
    (?:trending|recommended|related|popular|latest|featured)(?: now| today| for you| to this| from .{0,40}| in .{0,40})?
    you (?:may|might|could) (?:also |)(?:like|be interested in|want to read|have missed|enjoy).{0,20}
    (?:other|more) (?:topics|stories|articles|news) you (?:might|may) (?:also )?like
    (?:read|see|watch|explore|discover)(?: also| more| next| further)
    also read
    (?:read )?more (?:from|on|about|in|by) .{1,50}
    (?:editors?'?s?|our|top) (?:picks?|choice)
    (?:don'?t miss|must (?:read|watch|see)|up next|what to read next|in other news|useful reading|further reading|in case you missed it|keep reading|explore more)
    (?:mehr zum thema|lesen sie auch|das konnte sie auch interessieren|auch interessant|meistgelesen|lire aussi|a lire aussi|sur le meme sujet|lea tambien|te puede interesar|noticias relacionadas|leggi anche|leia (?:tambem|mais)|lees ook|les ogsa|las ocksa|ilgili haberler|czytaj takze|zobacz takze)
    (?:topics?|tags?|categor(?:y|ies)|filed under|read more about|more about)
  `
  ),
  lines(
    'pointer',
    30,
    `
    (?:read more|read also|also read|see also|see more|related(?: article| story)?|more|watch(?: now| live| more)?|don'?t miss|recommended|trending|must read|listen|explore|read next|read|learn more)\\s?[:>»|-] .{3,200}
    (?:lesen sie (?:auch|hier|mehr)|lire aussi|a lire|lea (?:mas|tambien)|leggi anche|leia mais|lees ook|les ogsa|haberin devami|mehr dazu|siehe auch|czytaj (?:tez|takze|wiecej))\\s?[:>»-]? .{0,200}
    (?:read|see|find out|learn|discover|show|view|load|click(?: here)?(?: for| to (?:read|see|view))?) (?:more|all|less)(?: .{0,40})?
    continue reading(?: .{0,60})?
    read (?:on|in) (?:omnivore|readwise|pocket)
    read original
    (?:click|tap) here(?: .{0,60})?
    (?:view|see|show) (?:all|more|\\d{1,3} more)(?: .{0,40})?
    (?:mehr|weiterlesen|mehr erfahren|lire la suite|leer mas|leggi tutto)
  `
  ),
  lines(
    'player',
    8,
    `
    image \\d{1,3} of ?/? ?\\d{1,3}
    \\d{1,3} ?/ ?\\d{1,3}
    \\d{1,3} of \\d{1,3}
    (?:caption|close|open|expand|enlarge|previous|next|loading|slideshow|gallery|replay|autoplay|mute|unmute|fullscreen|pause|play|menu|toggle|dismiss|accept|cancel|continue|ok)(?: (?:caption|image|photo|video|gallery|slide|menu|this image))?
    (?:hide|toggle|show) caption
    (?:play|watch)(?: (?:video|now|live|clip|again))?(?: \\d{1,2}:\\d{2})?
    (?:this )?(?:video|slideshow|audio|site) (?:requires|is unavailable|could not be|can not be).{0,40}
    (?:your browser does not support|an error occurred|javascript is).{0,60}
    view (?:gallery|image|photos?|full ?screen|larger?.{0,20})
    modal trigger
    scroll down (?:for|to (?:see|watch)) (?:the )?videos?
    (?:video|photos?|audio|image|images)
    \\d{1,2}:\\d{2} ?(?:/ ?\\d{1,2}:\\d{2}|min|minutes)?(?: read)?
    \\d{1,3} ?min(?:ute)?s?(?: read| lesezeit)?
    (?:reading time|lesezeit|temps de lecture)\\b.{0,20}
    (?:bild|foto) (?:vergrossern|offnen|schliessen)
  `
  ),
  lines(
    'date-line',
    8,
    `
    (?:updated?|posted|published):? \\d{1,3} (?:min(?:ute)?s?|h(?:ou)?rs?|days?) ago
    \\d{1,3} (?:mins?|hrs?) ago
  `
  ),
  lines(
    'contact',
    40,
    `
    have (?:a|an|any) (?:tip|story|news tip|idea)\\b.{0,200}
    (?:got|know) (?:a|an|something).{0,20}(?:tip|story)\\b.{0,120}
    follow (?:him|her|them|@?\\w{1,30}|\\w{1,20} \\w{1,20}) (?:on|at) (?:twitter|facebook|instagram|x|mastodon|bluesky|threads|linkedin|telegram)\\b.{0,120}
    .{0,60}(?:may|can) be (?:reached|contacted) at .{0,160}
    (?:e-?mail|contact|write to|reach|call) .{0,60}(?:@|\\bat )[\\w.@ -]{3,80}
    contact (?:us|the (?:author|reporter|editor|writer|newsroom))\\b.{0,60}
    (?:view|see) (?:all|more|author).{0,20}(?:posts?|articles?|stories)(?: by .{0,40})?
    view (?:author )?(?:profile|bio|archive).{0,20}
    more (?:by|from) (?:this|the same) author
    about the (?:author|writer|editor)s?
    (?:send|submit) (?:us )?(?:a |your )?(?:news tip|tip|correction|photos?).{0,60}
    (?:report|see|spot) (?:a|an) (?:typo|error|mistake|correction)\\b.{0,60}
  `
  ),
  lines(
    'tags',
    40,
    `
    (?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|tagged(?: in| with)?|schlagworte|themen|etiquetas|mots-cles|labels|in this article)\\s?:.{0,300}
    posted (?:in|under) .{0,60}
    #[\\p{L}\\p{N}_]{2,40}(?: #[\\p{L}\\p{N}_]{2,40}){0,20}
  `
  ),
  lines(
    'navigation',
    8,
    `
    (?:skip|jump) to .{0,30}
    (?:home|homepage|menu|search|log in|login|sign in|sign up|register|sign out|log out|account|my account|profile|back|back to .{0,30}|next|prev|previous|contact|contact us|about|about us|our team|help|faq|sitemap|site index|feedback|advertise.{0,20}|careers|cookie settings|privacy settings|manage .{0,30})
    (?:privacy|cookie) (?:policy|notice|settings|preferences|statement|overview)(?: .{0,60})?
    terms (?:of|and|&) .{0,30}
    (?:next|previous|older|newer) (?:article|post|story|page|entry|entries|posts)(?: .{0,60})?
    (?:accessibility|legal|impressum|datenschutz|agb|kontakt|newsletter|startseite|accueil|inicio)(?: .{0,20})?
    (?:footer|site|main|primary|secondary) (?:navigation|menu)
    (?:choose|select) (?:your )?(?:language|edition|country|region)
    this site is protected by recaptcha.{0,60}
    see all
    us & canada
    powered by .{0,40}
  `
  )
]

/** Rules after which a text is over, or a list of other articles begins. */
export const END_RULES: ReadonlySet<FurnitureRule> = new Set<FurnitureRule>([
  'source-link',
  'comment-form',
  'list-heading',
  'disclaimer'
])

/** Names of places to share to; a line of nothing else is a row of buttons. */
export const SHARE_WORDS: ReadonlySet<string> = new Set(
  (
    'facebook twitter x whatsapp linkedin reddit telegram pinterest email e-mail mail print tumblr flipboard pocket viber messenger vk ' +
    'copy link share tweet bluesky threads mastodon instagram youtube line google google+ xing skype digg stumbleupon mix odnoklassniki ' +
    'tiktok rss more comment comments save gift'
  ).split(' ')
)
