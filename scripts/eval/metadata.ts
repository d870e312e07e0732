import { bodyText, importPages } from './extraction'

/** Prints predictions for the set in `dir` (its folder `pages`): `{ id: { title, authors, date, text } }`. */
export async function predict(dir: string): Promise<void> {
  const predictions: Record<string, unknown> = {}
  for await (const [id, document] of importPages(dir)) {
    const { title, authors, published } = document.metadata
    predictions[id] = {
      title: title.value,
      authors: authors?.value ?? [],
      date: published?.value.slice(0, 10) ?? '',
      text: bodyText(document)
    }
  }
  process.stdout.write(JSON.stringify(predictions))
}
