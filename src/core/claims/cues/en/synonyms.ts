/*
 * Words that different newsrooms use for one thing, as classes; the first word stands for all. Own list, kept to words that
 * replace each other in rewritten reports. Comparison is by stem, so one form of each is enough.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['kill', 'dead', 'die', 'death', 'fatality', 'slain', 'fatal'],
  ['injure', 'wound', 'hurt', 'injury', 'hospitalize'],
  [
    'destroy',
    'shoot',
    'down',
    'shot',
    'intercept',
    'repel',
    'thwart',
    'stop',
    'foil',
    'neutralize'
  ],
  ['drone', 'uav', 'uavs', 'quadcopter'],
  ['boat', 'usv', 'usvs', 'vessel', 'ship', 'craft'],
  ['unmanned', 'uncrewed', 'unpiloted'],
  [
    'attack',
    'strike',
    'assault',
    'raid',
    'hit',
    'struck',
    'airstrike',
    'bombard',
    'shell',
    'target'
  ],
  ['explosion', 'blast', 'explode', 'detonate', 'bang'],
  ['damage', 'ruin', 'wreck'],
  ['weapon', 'arms', 'weaponry', 'munition', 'ammunition', 'arm'],
  ['talk', 'negotiate', 'discuss', 'negotiation', 'discussion', 'conversation'],
  ['meet', 'meeting', 'summit', 'met'],
  ['visit', 'trip', 'tour', 'travel'],
  ['accept', 'agree', 'agreed'],
  ['soldier', 'troop', 'serviceman', 'military'],
  ['area', 'region', 'oblast', 'province', 'district'],
  ['export', 'transfer', 'deliver', 'supply', 'provide', 'send', 'sell'],
  ['violate', 'breach', 'violation'],
  ['plan', 'intend', 'prepare'],
  ['factory', 'plant', 'work', 'works'],
  ['arrest', 'detain', 'detention'],
  ['police', 'officer'],
  ['fire', 'blaze'],
  ['thank', 'gratitude', 'appreciate', 'praise'],
  ['support', 'back', 'backing'],
  ['request', 'ask', 'invite', 'invitation']
]
