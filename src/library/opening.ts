import { openCatalog, unsealCatalog, type Opened } from './catalog/catalog'
import { isDamage } from './catalog/database'
import { compose, type Parts } from './parts'

type Options = Parameters<typeof compose>[1]
type OpenedParts = Opened & { readonly parts: Parts }

/**
 * Opens the catalog and every stage. A catalog that is as it was closed is not read through first; when damage is met in it all the
 * same, it is opened once more with all of it read, which keeps the damaged one aside.
 */
export function openSound(options: Options): OpenedParts {
  try {
    return openStages(options)
  } catch (error) {
    if (options.dataDir === null || !isDamage(error)) throw error
    unsealCatalog(options.dataDir)
    return openStages(options)
  }
}

function openStages(options: Options): OpenedParts {
  const opened = openCatalog(options.dataDir)
  const parts = compose(opened.db, options)
  try {
    parts.shelf.restore()
    parts.backlog.open()
    return { ...opened, parts }
  } catch (error) {
    parts.decisions.close()
    opened.db.close()
    throw error
  }
}
