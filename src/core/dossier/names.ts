import type { Category, ThreadRelation } from '../claims/claim'

/** Categories as a reader meets them in a dossier or on the command line; JSON and CSV keep the keys. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  UNVERIFIED: 'could not be verified',
  UNCONFIRMED: 'not confirmed',
  DISPUTED: 'disputed',
  ALLEGED: 'alleged',
  ANONYMOUS: 'source not named',
  UNCLEAR: 'left open',
  PARTY: 'said by a side',
  MEDIA: 'relayed',
  HEDGED: 'hedged',
  ONRECORD: 'on record',
  CONFIRMED: 'confirmed',
  PLAIN: 'in the outlet’s own voice'
}

/** How a wording stands to the first one of its thread. */
export const RELATION_NAMES: Readonly<Record<ThreadRelation, string>> = {
  first: 'first in the library',
  'same-wording': 'same wording',
  'other-words': 'other words',
  update: 'update',
  'number-differs': 'number differs',
  'verb-changed': 'verb changed',
  'status-changed': 'status changed',
  conflict: 'conflict'
}
