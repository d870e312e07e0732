import { describe, expect, test } from 'vitest'
import type { ArticleId } from '../../src/core/article/article'
import { Articles } from '../../src/library/articles'
import { openCatalog } from '../../src/library/catalog/catalog'
import { correctionsOf } from '../../src/library/corrections'
import { plantCatalog } from '../support/plant-catalog'
import { tempDir } from './support'

/** More articles than are kept in memory. */
const MANY = 300

describe('articles as they are to be read', () => {
  test('repeated lines of an article are looked for once, until rows change', () => {
    const dataDir = tempDir()
    plantCatalog(dataDir, MANY)
    const { db } = openCatalog(dataDir)
    const looked: ArticleId[] = []
    const articles = new Articles(db, {
      corrections: () => correctionsOf([]),
      repeated: ({ id }) => {
        looked.push(id)
        return new Map([[0, 'repeated-line']])
      }
    })
    const readAll = () => {
      for (let id = 1; id <= MANY; id++) articles.get(id)
    }
    readAll()
    expect(looked).toHaveLength(MANY)
    readAll()
    expect(looked).toHaveLength(MANY)
    expect(articles.get(1)?.blocks[0]?.furniture).toBe('repeated-line')
    articles.forget()
    articles.get(1)
    expect(looked).toHaveLength(MANY + 1)
    db.close()
  })
})
