import type { ArticleHeader } from '../../../../shared/shapes'
import type { ArticleId } from '../../../../core/article/article'
import type { Decision } from '../../../../shared/decision'
import { citationOf } from '../../lib/citation'
import { keysOf } from '../../lib/commands'
import { plural } from '../../lib/format'
import { keyLabel } from '../../lib/keys'
import type { CommandId } from '../../../../shared/commands'
import { comparedIn } from '../../lib/state/navigation.svelte'
import type { Desk } from '../../lib/state/desk.svelte'
import type { MenuItem } from '../../lib/ui/Menu.svelte'

/** Reports that are laid beside one another at most. */
const MAX_COMPARED = 20

/** What a menu on a row is about: the selection when the row belongs to it, else the row alone. */
function aboutRow(desk: Desk, row: ArticleHeader) {
  const { selected, articles } = desk.library
  const ids = selected.has(row.id) ? [...selected] : [row.id]
  const known = articles.present.filter(({ id }) => ids.includes(id))
  return {
    row,
    ids,
    tags: [...new Set(known.flatMap(({ tags }) => tags ?? []))],
    starred: known.every(({ starred }) => starred),
    read: known.every(({ read }) => read)
  }
}

/** What can be done with articles of the list. */
export function articleMenu(desk: Desk, row: ArticleHeader): MenuItem[] {
  const about = aboutRow(desk, row)
  const { ids, starred, read } = about
  const one = ids.length === 1
  const { place } = desk.navigation
  const open = place.view === 'read' && place.article !== row.id ? place.article : undefined
  const besides = comparedIn(place)
  const guard = (task: () => Promise<unknown>) => () => void desk.trouble.guard(task)
  const key = (id: CommandId): string | undefined => {
    const [first] = keysOf(id, desk.settings.current.keys)
    return first === undefined ? undefined : keyLabel(first, desk.isMac)
  }
  return [
    { id: 'open', label: 'Open', key: 'Enter', run: () => desk.read(row.id) },
    {
      id: 'open-aside',
      label: 'Open in a new tab',
      run: () => desk.readAside(row.id, undefined, true)
    },
    ...(one
      ? [
          {
            id: 'compare-open',
            label: 'Compare with the open article',
            disabled: open === undefined,
            group: true as const,
            run: () => open !== undefined && desk.compareAll([open, row.id])
          },
          {
            id: 'compare-with',
            label: 'Compare with…',
            run: () => desk.panels.ask('partner', about)
          }
        ]
      : [
          {
            id: 'compare-selected',
            label: `Compare these ${ids.length}`,
            key: key('compare-selected'),
            group: true as const,
            run: () => desk.compareAll(ids.slice(0, MAX_COMPARED))
          }
        ]),
    ...(besides === undefined || besides.includes(row.id) || besides.length >= MAX_COMPARED
      ? []
      : [
          {
            id: 'compare-add',
            label: 'Add to the open comparison',
            run: () => desk.compareAll([...besides, row.id])
          }
        ]),
    ...(row.cluster === undefined
      ? []
      : [
          {
            id: 'cluster',
            label: 'Only its cluster',
            run: guard(() => desk.library.show({ cluster: row.cluster ?? 0 }))
          }
        ]),
    {
      id: 'star',
      label: starred ? 'Remove the star' : 'Star',
      group: true,
      run: guard(() =>
        decideAll(desk, ids, (article) => ({ kind: 'star', article, starred: !starred }))
      )
    },
    {
      id: 'read',
      label: read ? 'Mark as not read' : 'Mark as read',
      run: guard(() => decideAll(desk, ids, (article) => ({ kind: 'read', article, read: !read })))
    },
    { id: 'tag', label: 'Tag…', run: () => desk.panels.ask('tag-these', about) },
    {
      id: 'cite',
      label: 'Copy with citation',
      group: true,
      run: guard(() => copyCitations(desk, ids))
    },
    {
      id: 'reveal',
      label: 'Show the file in its folder',
      disabled: !one,
      run: guard(() => desk.api.revealArticle(row.id))
    }
  ]
}

/** Decides the same of several articles; one step to undo. */
export async function decideAll(
  desk: Desk,
  ids: readonly ArticleId[],
  make: (id: ArticleId) => Decision
): Promise<void> {
  await desk.decisions.decide(...ids.map(make))
  await desk.notebook.refresh()
  desk.announcer.say(`${plural(ids.length, 'article')} changed. Undo takes it back.`)
}

async function copyCitations(desk: Desk, ids: readonly ArticleId[]): Promise<void> {
  const lines: string[] = []
  for (const id of ids) lines.push(citationOf(await desk.api.article(id)))
  await desk.api.copyText(lines.join('\n'))
  desk.announcer.say(`Copied: ${plural(ids.length, 'citation')}`)
}
