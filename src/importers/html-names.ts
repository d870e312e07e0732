import { attribute, type Element } from './html-tree'

/*
 * What tags, roles, classes and ids tell of a part of a page. Site builders name parts alike all over the world, mostly in English,
 * so names are the best witness of what a part is for. Matched on whole words of the names ("relatedTopics" is "related topics").
 */

/** Tags that never hold the text of an article. */
const NEVER = new Set(
  (
    'script style noscript template head title link meta svg math canvas iframe object embed video audio track source map area ' +
    'button input select textarea option optgroup datalist progress meter nav dialog menu dd-menu frame frameset picture img'
  ).split(' ')
)

/** ARIA roles of page furniture. */
const ROLES = new Set(
  'navigation banner complementary contentinfo search dialog alertdialog menu menubar toolbar tablist tooltip form button alert status'.split(
    ' '
  )
)

const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Single words in class and id names that mark furniture. */
const FURNITURE_WORDS = words(`
  ad ads advert adverts advertisement advertising advertisment adsense sponsor sponsored sponsors promo promos promotion promoted
  share sharing shares sharebar sharethis addthis addtoany sociable social socials
  comment comments commentlist disqus respond kommentar kommentare commentaires comentarios reactions
  related relateds recirc recirculation recommended recommendation recommendations recommends outbrain taboola
  sidebar rail aside trending popular mostread toplist
  newsletter newsletters subscribe subscription signup cta donate donation
  breadcrumb breadcrumbs crumb crumbs pagination pager paging
  menu navbar navigation masthead footer colophon copyright toolbar tools
  cookie cookies consent gdpr popup modal overlay lightbox tooltip
  teaser teasers
  byline dateline timestamp tags taglist keywords topics hashtags
  rating ratings vote poll survey quiz
  login register
  credit credits
  hidden hide invisible visuallyhidden
  carousel slider swiper player rollover hover popover dropdown
  skip noprint printonly werbung anzeige publicidad publicite
`)

/** Neighbouring words in class and id names that mark furniture. */
const FURNITURE_PAIRS = words(`
  read-more read-also read-next more-on more-from more-news more-stories more-articles also-read see-also see-more up-next
  most-read most-popular most-viewed top-stories latest-news latest-stories trending-now you-may
  author-bio author-box author-info author-card author-profile about-author author-meta post-meta entry-meta article-meta
  article-footer post-footer entry-footer story-footer post-tags entry-tags article-tags tag-list tags-list tag-links cat-links
  article-info article-tools story-tools post-info
  post-navigation nav-links prev-next next-prev post-nav nav-below nav-previous nav-next
  sr-only screen-reader visually-hidden u-hidden is-hidden display-none
  sign-up call-to paid-content partner-content follow-us follow-me back-to
  print-only no-print jp-relatedposts wp-caption-dd live-ticker
  video-player image-credit photo-credit image-source
  site-header site-footer page-header page-footer global-header global-footer
`)

/** Words that mark a part as the article's own text, so that no word above counts against it. */
const BODY_PAIRS = words(`
  article-body article-text article-content articlebody story-body story-text story-content entry-content post-content post-body
  post-text body-text content-body body-content body-copy main-content page-content news-text news-body news-content
  text-body article-copy rich-text field-body single-content td-post-content cms-content article-paragraphs paragraph-content
  c-entry-content content-article detail-text text-content blog-content entry-body
`)

/** Shows on wider windows what is hidden on narrow ones. */
const SHOWN_WIDER = /^(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table)/

/**
 * Splits class and id names into lower-case words: `relatedTopics__box-2` → related, topics, box, 2. Names that say how a part looks
 * under a condition (`hover:underline`, `print:hidden`) tell nothing of what it is for and are left out.
 */
export function nameWords(element: Element): string[] {
  const id = attribute(element, 'id')
  let names = `${attribute(element, 'class')} ${isSlug(id) ? '' : id}`.slice(0, 400)
  if (names.includes(':')) {
    const all = names.split(/\s+/)
    const shown = all.some((name) => SHOWN_WIDER.test(name))
    names = all.filter((name) => !name.includes(':') && !(shown && name === 'hidden')).join(' ')
  }
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** Words of an id from which it is made of a heading's words: it says what the part is about. */
const SLUG_WORDS = 6

function isSlug(id: string): boolean {
  return id.length > SLUG_WORDS * 2 && id.split('-', SLUG_WORDS).length >= SLUG_WORDS
}

/**
 * Words for boxes around furniture and text alike: page builders call any part a widget, pages that ask for payment wrap what is paid
 * for, galleries may be the article.
 */
const BOX_WORDS = words('widget widgets paywall regwall piano gallery slideshow video videos')

/** Words that mark readers' comments and lists of other articles, which may hold more text than the article. */
const STRONG_WORDS = words(`
  comment comments commentlist disqus respond kommentar kommentare commentaires comentarios related relateds recommended
  recommendations outbrain taboola trending cookie cookies consent onetrust gdpr ccpa
`)

/**
 * What a part of the page is for, as far as its tag, role and names tell. `never` holds no reading text; `foreign` is other people's
 * or other articles' text, or hidden; `furniture` is named as such, which holds unless the page's text itself is in it; `box` is
 * named after what may be furniture or text.
 */
export type Purpose = 'never' | 'foreign' | 'furniture' | 'box' | 'body' | 'unknown'

/** Returns what an element's own tag, role, style and names say. O(length of its names). */
export function purposeOf(element: Element): Purpose {
  if (NEVER.has(element.tag)) return 'never'
  if (isHidden(element)) return 'foreign'
  const itemprop = attribute(element, 'itemprop').toLowerCase()
  if (itemprop === 'articlebody' || itemprop === 'reviewbody') return 'body'
  if (element.tag === 'aside') return 'foreign'
  if (element.tag === 'footer') return 'furniture'
  if (ROLES.has(attribute(element, 'role').toLowerCase())) return 'furniture'
  if (
    element.tag === 'body' ||
    element.tag === 'html' ||
    element.tag === 'article' ||
    element.tag === 'main'
  )
    return 'unknown'
  const names = nameWords(element)
  // Posts of social media that an article quotes are part of it.
  if (names.includes('embed') || names.includes('tweet')) return 'unknown'
  let furniture = false
  let foreign = false
  let box = false
  for (const [i, word] of names.entries()) {
    const pair = `${word}-${names[i + 1] ?? ''}`
    if (BODY_PAIRS.has(pair) || word === 'articlebody') return 'body'
    if (STRONG_WORDS.has(word)) foreign = true
    if (BOX_WORDS.has(word)) box = true
    if (FURNITURE_WORDS.has(word) || FURNITURE_PAIRS.has(pair)) furniture = true
  }
  if (foreign) return 'foreign'
  if (furniture) return 'furniture'
  return box ? 'box' : 'unknown'
}

/** Says whether the page itself keeps the element from being seen. */
export function isHidden(element: Element): boolean {
  if (element.attributes.has('hidden')) return true
  const style = element.attributes.get('style')
  return (
    style !== undefined && /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden/i.test(style)
  )
}
