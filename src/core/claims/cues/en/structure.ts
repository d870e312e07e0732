/* Lines that are no prose: by-lines, credits, notices, lead-ins. Own list; patterns read a whole sentence in lower case. */

/** A sentence that is part of the page, not of the report. */
export const STRUCTURE: readonly RegExp[] = [
  /^(?:by|written by|posted by|story by|reported by|edited by|photos? by)[: ] ?[\p{L}\d .,'’/&@-]{0,120}(?<!\.)$/u,
  /^(?:image|images|source|sources|credit|photo|picture|video|via): ?[\p{L}\d .,'’/&@-]{0,120}$/u,
  /^(?!.*\b(?:not|unable|able|was|were|has|have|had|the|that|these|those|could|cannot|conflicting|there|no)\b)[\p{L} .,'’-]{2,120} (?:reported from|reports from|reported this (?:story|article)) [\p{L} .,'’-]{2,80}\.?$/u,
  /\b(?:contributed to this (?:report|story|article|post)|contributed reporting|additional reporting by|compiled by staff|all rights reserved|may not be published|live coverage has ended)\b/,
  /^\(?(?:reporting by|additional reporting by|writing by|editing by|compiled by|sign up|subscribe|read (?:the full|more|also|the rest)|click here|follow us|share (?:it|this)|see also|related(?: articles?)?:|advertisement|check out our|for the latest (?:updates|news)|here's (?:the latest|what (?:to|you need to) know)|what to know|key developments|leave a (?:reply|comment)|required fields|your email|terms of (?:use|service)|privacy policy|get our|download (?:the|our) app|join the conversation)\b.{0,140}$/,
  /^(?:disclosure|disclaimer|correction|editor's note|note to readers)\b ?:/,
  /^(?:©|\(c\)|copyright)/,
  /\b(?:we|it|this site|\w+) may (?:earn|receive) (?:an? )?(?:\w+ )?commission\b|\baffiliate links?\b/,
  /^(?:file|handout|archive|library|stock) (?:photo|photograph|picture|image|footage)\b.{0,120}$/,
  /^(?:abstract|full text|summary|photo|video|watch|live|update|updated|updates?|published|posted|last (?:modified|updated))\b[.: ]?[\d\p{L} :,/.-]{0,40}$/u,
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}$/,
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?$/
]

/** A line that only says that somebody speaks next. */
export const LEAD_IN =
  /^(?:[\p{L}\d .,'’&-]{2,90}) (?:also )?(?:said|says|reports?|reported|added|wrote|writes|adds|told [\p{L} ]{2,30}):$/u
/** Lines that part the items of a live page. */
export const SEPARATOR =
  /^(?:[-–—*_=#• ]{3,}|update on|main event|share it|share|\d{1,2}[:.]\d{2}\b.{0,12})$/
/** A heading that opens a live-blog entry. */
export const ENTRY_TIME = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?\b ?[:–—-]/
