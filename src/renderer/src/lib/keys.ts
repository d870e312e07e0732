/** The part of a keyboard event that matters. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
  '+': 'Plus'
}

/**
 * Writes a key press the way commands do (`CmdOrCtrl+Shift+F`), or empty for a modifier alone.
 *
 * Shift is left out for signs (`?`), which on their keyboard may need it or not.
 */
export function keyName(press: KeyPress, mac: boolean): string {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead'].includes(press.key)) return ''
  // Tabs are switched with the Control key on every system.
  if (press.key === 'Tab')
    return press.ctrlKey ? `Ctrl+${press.shiftKey ? 'Shift+' : ''}Tab` : 'Tab'
  const main = mac ? press.metaKey : press.ctrlKey
  const base = baseName(press)
  const sign = base.length === 1 && !/[A-Z0-9]/.test(base)
  return [main && 'CmdOrCtrl', press.altKey && 'Alt', press.shiftKey && !sign && 'Shift', base]
    .filter((part) => part !== false)
    .join('+')
}

function baseName(press: KeyPress): string {
  const named = NAMES[press.key]
  if (named !== undefined) return named
  // Alt and Shift change what a letter key types; the physical key stays.
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  if (letter !== undefined && (press.altKey || press.key.length !== 1)) return letter
  return press.key.length === 1 ? press.key.toUpperCase() : press.key
}

/** Whether a key works while the reader types: only with a modifier or as a function key. */
export function worksWhileTyping(name: string): boolean {
  return /^(?:CmdOrCtrl|Ctrl|Alt)\+|^(?:Shift\+)?F\d{1,2}$/.test(name)
}

/** The key as people read it: `Ctrl+Shift+F`, `⇧⌘F`. */
export function keyLabel(name: string, mac: boolean): string {
  if (!mac) return name.replace('CmdOrCtrl', 'Ctrl').replace('Plus', '+')
  return name
    .replace('CmdOrCtrl+', '⌘')
    .replace('Shift+', '⇧')
    .replace('Alt+', '⌥')
    .replace('Plus', '+')
}
