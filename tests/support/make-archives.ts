import type { Fixture } from './make-fixtures'
import { writeZip, type EntryToWrite } from './write-zip'

const CONTAINER: EntryToWrite = {
  name: 'META-INF/container.xml',
  content:
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
}
const MIMETYPE: EntryToWrite = { name: 'mimetype', content: 'application/epub+zip', stored: true }

function opf(manifest: string, spine: string, extra = ''): EntryToWrite {
  return {
    name: 'OEBPS/content.opf',
    content:
      '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Reading list, week 5</dc:title><dc:creator>Reading List Binder</dc:creator>' +
      `<dc:language>en</dc:language><dc:date>2024-02-02</dc:date>${extra}</metadata><manifest>${manifest}</manifest><spine>${spine}</spine></package>`
  }
}

function chapter(name: string, title: string, body: string): EntryToWrite {
  return {
    name: `OEBPS/${name}`,
    content: `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${body}</body></html>`
  }
}

const FERRY = chapter(
  'ferry report.xhtml',
  'Ferry inquiry',
  '<h1>Ferry inquiry hears of “quiet fog”</h1><p class="byline">By Ada Marsh</p><p>The captain told the inquiry that the fog had come ' +
    'down without a sound and left him four minutes to turn.</p><h2>Radar log</h2><p>The radar was restarted twice in the hour before the ' +
    'accident. Why it was restarted is not yet known.</p><ul><li>First at 05:10</li><li>Then at 05:44</li></ul>'
)
const PIER = chapter(
  'pier.xhtml',
  'Pier lease',
  '<h1>Café on the pier to close</h1><p>The café at the end of the pier will close in April after forty years, its owner Ines Falk ' +
    'told the Gazette. The lease ran out in the winter.</p><blockquote><p>“We were not asked.”</p></blockquote>'
)

const collection = writeZip([
  MIMETYPE,
  CONTAINER,
  opf(
    '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" ' +
      'media-type="application/xhtml+xml" properties="nav"/><item id="a" href="ferry%20report.xhtml" media-type="application/xhtml+xml"/>' +
      '<item id="b" href="pier.xhtml" media-type="application/xhtml+xml"/><item id="p" href="x.png" media-type="image/png"/>',
    '<itemref idref="cover"/><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/>'
  ),
  chapter('cover.xhtml', 'Cover', '<img src="x.png" alt=""/>'),
  {
    name: 'OEBPS/nav.xhtml',
    content:
      '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="ferry%20report.xhtml#start">Ferry inquiry hears of “quiet fog”</a></li>' +
      '<li><a href="pier.xhtml">Café on the pier to close</a></li></ol></nav></body></html>'
  },
  FERRY,
  PIER
])

const oldBook = writeZip([
  MIMETYPE,
  CONTAINER,
  opf(
    '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="b" href="pier.xhtml" media-type="application/xhtml+xml"/>',
    '<itemref idref="b"/>',
    '<dc:source>https://gazette.marrowbay.example/pier</dc:source><dc:publisher>Marrow Bay Gazette</dc:publisher>'
  ),
  {
    name: 'OEBPS/toc.ncx',
    content:
      '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>The pier café</text></navLabel>' +
      '<content src="pier.xhtml"/></navPoint></navMap></ncx>'
  },
  PIER
])

const brokenChapter = writeZip([
  MIMETYPE,
  CONTAINER,
  opf(
    '<item id="a" href="ferry%20report.xhtml" media-type="application/xhtml+xml"/><item id="b" href="pier.xhtml" media-type="application/xhtml+xml"/>',
    '<itemref idref="a"/><itemref idref="b"/>'
  ),
  { ...FERRY, statedCrc: 1 },
  PIER
])

const lockedBook = writeZip([
  MIMETYPE,
  CONTAINER,
  {
    name: 'META-INF/encryption.xml',
    content:
      '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>' +
      '<enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData><enc:CipherReference URI="OEBPS/pier.xhtml"/>' +
      '</enc:CipherData></enc:EncryptedData></encryption>'
  },
  opf(
    '<item id="b" href="pier.xhtml" media-type="application/xhtml+xml"/>',
    '<itemref idref="b"/>'
  ),
  { ...PIER, content: Buffer.from('4f2a9c00ff17', 'hex') }
])

export const books: readonly Fixture[] = [
  ['epub-collection', 'epub', collection],
  ['epub-old', 'epub', oldBook],
  ['epub-broken-chapter', 'epub', brokenChapter],
  ['epub-broken-cut', 'epub', collection.subarray(0, 900)],
  ['epub-broken-locked', 'epub', lockedBook],
  ['epub-broken-no-container', 'epub', writeZip([MIMETYPE, PIER])]
]

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS: EntryToWrite = {
  name: '_rels/.rels',
  content:
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
}
const STYLES: EntryToWrite = {
  name: 'word/styles.xml',
  content:
    `<w:styles ${WORD}><w:style w:styleId="Nadpis1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>` +
    '<w:style w:styleId="Mine"><w:name w:val="mine"/><w:basedOn w:val="Nadpis1"/></w:style></w:styles>'
}
const CORE: EntryToWrite = {
  name: 'docProps/core.xml',
  content:
    '<cp:coreProperties xmlns:cp="urn:core" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">' +
    '<dc:title>Tides and tables</dc:title><dc:creator>Otto Hale; Ines Falk</dc:creator><dcterms:created>2024-01-30T09:00:00Z</dcterms:created>' +
    '<dcterms:modified>2024-02-01T10:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>'
}

const p = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

function wordBody(content: string): EntryToWrite {
  return {
    name: 'word/document.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${content}</w:body></w:document>`
  }
}

const report = writeZip([
  { name: '[Content_Types].xml', content: '<Types/>' },
  RELATIONS,
  STYLES,
  CORE,
  wordBody(
    p('Tides and tables', 'Titel') +
      p('What went wrong', 'Mine') +
      '<w:p><w:r><w:t xml:space="preserve">For seven days the tables posted at </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Halvik</w:t></w:r>' +
      '<w:r><w:t xml:space="preserve"> were those of another year.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' +
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Two boats ran aground.</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>Nobody noticed. </w:delText></w:r></w:del><w:ins><w:r><w:t>One pilot noticed.</w:t></w:r></w:ins></w:p>' +
      '<w:tbl><w:tr><w:tc>' +
      p('Gauge') +
      '</w:tc><w:tc>' +
      p('Level') +
      '</w:tc></w:tr><w:tr><w:tc>' +
      p('North') +
      '</w:tc><w:tc>' +
      p('4.1 m') +
      '</w:tc></w:tr></w:tbl>' +
      p('“I wrote it in the log.”', 'Quote')
  ),
  {
    name: 'word/footnotes.xml',
    content: `<w:footnotes ${WORD}>${p('A footnote that stays away.')}</w:footnotes>`
  }
])

export const documents: readonly Fixture[] = [
  ['docx-report', 'docx', report],
  [
    'docx-bare',
    'docx',
    writeZip([wordBody(p('A heading without styles', 'Heading2') + p('And a paragraph under it.'))])
  ],
  [
    'docx-broken-xml',
    'docx',
    writeZip([
      RELATIONS,
      wordBody(p('The first paragraph is sound.') + '<w:p><w:r><w:t>The second is cut')
    ])
  ],
  ['docx-broken-empty', 'docx', writeZip([RELATIONS, wordBody('<w:p/>')])]
]

export const archives: readonly Fixture[] = [
  ['unsupported-zip', 'zip', writeZip([{ name: 'notes/one.txt', content: 'The ferry was late.' }])],
  [
    'unsupported-odt',
    'odt',
    writeZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }
    ])
  ],
  ['unsupported-broken-slip', 'zip', writeZip([{ name: '../../outside.txt', content: 'out' }])],
  [
    'unsupported-broken-link',
    'zip',
    writeZip([{ name: 'link', content: '/etc/hostname', stored: true, mode: 0o120777 }])
  ]
]
