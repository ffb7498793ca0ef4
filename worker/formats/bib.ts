/** The citation of a figure's version as BibTeX. */
import { citedOf } from '../../web/pages/cite.ts'
import { wordsOf } from '../../web/words/index.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'

/** What means something to TeX, or prints as something else in its oldest fonts, as `<` does. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '%': '\\%', '&': '\\&', $: '\\$', '#': '\\#', _: '\\_',
  '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}',
}

/** Text as TeX reads it: one line, nothing in it a command. Letters of any script stay as they are. */
export const escapeTex = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replace(/[\\{}%&$#_~^<>|]/g, (mark) => ESCAPES[mark] ?? mark)

/** A field whose letters keep their case. An address is not text: only what would end the field is escaped. */
const field = (name: string, value: string): string => `  ${name} = {${value}}`

function entryOf({ site, figure, hash, address: { lang } }: Subject): string {
  const { title, publisher, publishers, date, version, url } = citedOf(site, figure, hash, lang)
  const words = wordsOf(lang)
  const authors = (publishers.length ? publishers : [words.messages.site]).map((name) => `{${escapeTex(name)}}`)
  const fields = [
    field('author', authors.join(' and ')),
    field('title', `{${escapeTex(title)}}`),
    field('publisher', escapeTex(words.messages.site)),
    field('year', date.slice(0, 4)),
    field('date', date),
    field('version', version),
    ...(publishers.length ? [] : [field('note', escapeTex(publisher))]),
    field('url', url.replace(/[{}\\]/g, encodeURIComponent)),
    field('langid', { en: 'english', ja: 'japanese' }[lang] ?? lang),
  ]
  return `@misc{${figure.id}-${version},\n${fields.join(',\n')}\n}\n`
}

export const bib: Format = {
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  encoder: 1,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: entryOf,
}
