/**
 * An index for each order of the list, so that a page is read where it stands and not sorted out of all articles, and one for the
 * counts of folders.
 */
export const ORDERS = `
  CREATE INDEX articles_by_published ON articles (published, id) WHERE current = 1;
  CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, id) WHERE current = 1;
  CREATE INDEX articles_by_publisher ON articles (publisher COLLATE NOCASE, id) WHERE current = 1;
  CREATE INDEX articles_by_words ON articles (words, id) WHERE current = 1;
  CREATE INDEX files_by_place ON files (folder, sub_folder, id) WHERE state <> 'gone';
`
