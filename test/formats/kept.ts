/** One small figure that never changes: the files of its version are kept in test/kept, byte for byte. */
import type { Figure } from '../../data/model/figure.ts'
import { nameOf, rowOf, sample } from '../web/sample.ts'

const both = (en: string, ja: string) => ({ en, ja })

const share = (group: string, value: string, more: Parameters<typeof rowOf>[0]) => rowOf({ group, answer: 'yes', value, published: '2021-11-30', ...more })

export const KEPT: Figure = sample({
  id: 'kept', shape: 'shares', section: 'kept', published: '2026-11-23', asOf: '2023-02', charts: ['dots'],
  title: both('More than half answered “yes”', '半数超が「はい」と回答した'), measure: both('Answers', '回答'), subtitle: both('Two surveys', '二つの調査'),
  description: both('Shares of two populations.', '二つの対象の割合。'),
  names: { large: { ...nameOf('large'), name: both('Large companies', '大企業') }, small: { ...nameOf('small'), name: both('Small companies, "SMEs"', '中小企業') } },
  answers: { yes: both('yes', 'はい') }, notes: { n1: both('=1 is no formula', '=1は式ではない') },
  rows: [
    share('large', '51.0', { qualifier: 'more-than', lower: '51.0', upper: '100', as_printed: 'over', n: '760', evidence: 'survey', source: 's1' }),
    share('small', '10', { qualifier: 'about', as_printed: '約', status: 'provisional', evidence: 'survey', source: 's2', note: 'n1' }),
  ],
  evidence: {
    survey: {
      kind: 'survey', population: both('Companies', '企業'), asker: both('A ministry', '省'), asked: { value: '2786', qualifier: 'exact' }, n: { value: '760', qualifier: 'exact' },
      sampling: 'not-reported', mode: null, weighting: null, question: both('Whether it is done', '実施しているか'), fieldwork: '2021-09-03/2021-10-14', published: '2021-11-30',
      vintage: null, source: 's1', basis: null,
    },
  },
  sources: {
    s1: { id: 's1', publisher: both('A ministry', '省'), title: 'Results', lang: 'en', date: '2021-11-30', url: 'https://example.org/1', no_url: null, copy: '', read: 'in-part', rights: 'CC-BY-4.0' },
    s2: { id: 's2', publisher: both('A newspaper, Tokyo', '新聞'), title: '調査', lang: 'ja', date: '', url: null, no_url: 'gone', copy: '', read: 'not-read', rights: 'facts-cited' },
  },
  caveats: [{ text: both('Two populations.', '対象は二つ。'), applies_to: null }], comparability: [],
  changes: [{ date: '2026-11-23', kind: 'first', note: both('First.', '初版。') }],
})
