/** Line drawings on a field of 16 × 16, by what they stand for. */
export const ICONS = {
  list: 'M2 3H14V13H2ZM6 3V13',
  side: 'M2 3H14V13H2ZM10 3V13',
  columns: 'M2 3H14V13H2ZM6 3V13M10 3V13',
  back: 'M13.5 8H2.5M7 3.5L2.5 8L7 12.5',
  forward: 'M2.5 8H13.5M9 3.5L13.5 8L9 12.5',
  commands: 'M2.5 4L6.5 8L2.5 12M8 12H13.5',
  settings:
    'M2 4.5H8.3M11.7 4.5H14M10 2.8A1.7 1.7 0 1 1 9.99 2.8ZM2 11.5H4.3M7.7 11.5H14M6 9.8A1.7 1.7 0 1 1 5.99 9.8Z',
  help: 'M8 1.5A6.5 6.5 0 1 1 7.99 1.5ZM6 6.4C6 3.7 10 3.7 10 6.4C10 7.9 8 7.8 8 9.4M8 11.3V12',
  close: 'M4 4L12 12M12 4L4 12',
  more: 'M2.8 8H3.2M7.8 8H8.2M12.8 8H13.2',
  folder: 'M1.5 3.5H6L7.5 5.5H14.5V13H1.5Z',
  sample: 'M3 1.5H10L13 4.5V14.5H3ZM10 1.5V4.5H13M5.5 7.5H10.5M5.5 10H10.5M5.5 12.5H8.5',
  drop: 'M8 1.5V9M4.8 6L8 9.2L11.2 6M2 10.5V14H14V10.5',
  overlaps: 'M2 2H10V10H2ZM6 6H14V14H6Z',
  marks: 'M3 14V2H13L10.5 5.5L13 9H3',
  desk: 'M2.5 13.5L3.5 10L11 2.5L13.5 5L6 12.5ZM9 4.5L11.5 7',
  details: 'M8 1.5A6.5 6.5 0 1 1 7.99 1.5ZM8 7V12M8 4V5',
  outline: 'M2 3.5H14M4.5 8H14M7 12.5H14'
} as const

export type IconName = keyof typeof ICONS
