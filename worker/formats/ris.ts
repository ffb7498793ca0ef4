/** The citation of a figure's version as RIS: a tag, two spaces, a hyphen and a space a line. */
import { inLanguage } from '../../data/model/figure.ts'
import { citedOf } from '../../web/pages/cite.ts'
import { wordsOf } from '../../web/words/index.ts'
import { WHOLE_PARAMS, type Format, type Subject } from './format.ts'

/** A field; a line break inside would begin another one. */
const line = (tag: string, value: string): string => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`

/** RIS has one tag for people and corporate bodies. A name keeps its comma: who splits it there and joins it again has the name. */
function recordOf({ site, figure, hash, address: { lang } }: Subject): string {
  const { title, publisher, publishers, date, version, url } = citedOf(site, figure, hash, lang)
  const { messages } = wordsOf(lang)
  return [
    line('TY', 'DATA'),
    ...(publishers.length ? publishers : [messages.site]).map((name) => line('AU', name)),
    line('TI', title),
    line('AB', inLanguage(figure.description, lang)),
    line('PB', messages.site),
    line('PY', date.slice(0, 4)),
    line('DA', date.replaceAll('-', '/')),
    line('ET', version),
    ...(publishers.length ? [] : [line('N1', publisher)]),
    line('LA', lang),
    line('UR', url),
    'ER  - \r\n',
  ].join('')
}

export const ris: Format = {
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  encoder: 2,
  kind: 'data',
  isAbout: true,
  params: WHOLE_PARAMS,
  showsRelease: false,
  render: recordOf,
}
