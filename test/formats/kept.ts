/** One small figure that never changes, with everything in it that a figure may have: the files of its version are kept in test/kept, byte for byte. */
import type { Figure } from '../../data/model/figure.ts'
import { nameOf, rowOf, sample } from '../web/sample.ts'

const both = (en: string, ja: string) => ({ en, ja })

const share = (group: string, value: string, more: Parameters<typeof rowOf>[0]) => rowOf({ group, answer: 'yes', value, published: '2021-11-30', ...more })

export const KEPT: Figure = sample({
  id: 'kept', shape: 'shares', section: 'kept', published: '2026-11-23', asOf: '2023-02', charts: ['dots'],
  title: both('More than half answered “yes”', '半数超が「はい」と回答した'), measure: both('Answers', '回答'), subtitle: both('Two surveys', '二つの調査'),
  description: both('Shares of two populations.', '二つの対象の割合。'),
  names: {
    large: nameOf('large', { name: both('Large companies', '大企業'), short: both('Large', '大'), detail: both('1,000 and more', '1000人以上'), as_printed: '大企業(1000人以上)', colour: 'japan' }),
    small: nameOf('small', { name: both('Small companies, "SMEs"', '中小企業'), within: 'all' }), all: nameOf('all', { name: both('All', '全体'), aggregate: true }),
  },
  highlight: ['large'], centre: 'yes',
  answers: { yes: both('yes', 'はい'), no: both('no', 'いいえ') }, notes: { n1: both('=1 is no formula', '=1は式ではない') },
  rows: [
    share('large', '51.0', { qualifier: 'more-than', lower: '51.0', upper: '100', as_printed: 'over', n: '760', evidence: 'survey', source: 's1' }),
    share('large', '40', { answer: 'no', n: '760', evidence: 'survey', source: 's1', status: 'derived' }),
    share('all', '48.5', { qualifier: 'between', lower: '48', upper: '49', evidence: 'figures', source: 's1', as_printed: '48～49' }),
    share('small', '10', { qualifier: 'about', as_printed: '約', status: 'provisional', evidence: 'survey', source: 's2', note: 'n1' }),
  ],
  evidence: {
    survey: {
      kind: 'survey', population: both('Companies', '企業'), asker: both('A ministry', '省'), sponsor: both('A council', '会議'), frame: both('Listed companies', '上場企業'), language: both('Japanese', '日本語'), asked: { value: '2786', qualifier: 'exact' }, n: { value: '760', qualifier: 'exact' },
      sampling: 'not-reported', mode: null, weighting: null, question: both('Whether it is done', '実施しているか'), fieldwork: '2021-09-03/2021-10-14', published: '2021-11-30',
      vintage: null, source: 's1', basis: 'publisher',
    },
    figures: {
      kind: 'statistic', population: both('Companies', '企業'), asker: both('An office', '局'), asked: null, n: null, sampling: null, mode: null, weighting: null,
      question: null, fieldwork: null, published: '2021', vintage: '2021-12', source: 's1', basis: null,
    },
    disclosed: {
      kind: 'survey', population: both('People', '個人'), asker: both('A pollster', '調査会社'), sponsor: both('A newspaper', '新聞社'), asked: null, n: null, frame: null,
      sampling: 'volunteer', recruitment: both('By an advertisement', '広告による'), mode: both('Online', 'インターネット'), weighting: null, question: null, language: null,
      processing: both('Doubles were taken out', '重複を除いた'), fieldwork: null, published: '2022', vintage: null, source: 's2', basis: null,
    },
  },
  sources: {
    s1: { id: 's1', publisher: both('A ministry', '省'), title: 'Results', lang: 'en', date: '2021-11-30', url: 'https://example.org/1', no_url: null, copy: '', read: 'in-part', rights: 'CC-BY-4.0' },
    s2: { id: 's2', publisher: both('A newspaper, Tokyo', '新聞'), title: '調査', lang: 'ja', date: '', url: null, no_url: 'gone', copy: '', read: 'not-read', rights: 'facts-cited' },
  },
  caveats: [{ text: both('Two populations.', '対象は二つ。'), applies_to: null }, { text: both('Small ones alone.', '中小企業のみ。'), applies_to: ['small'] }],
  comparability: [{ reason: 'same-asker-same-question', allows: ['join'], of: ['large', 'small'], why: both('One question', '同じ設問') }],
  checks: [{ claim: 'large', verdict: 'not-found', finding: both('It says otherwise.', '別の値を示す。'), reason: both('Not to be had.', '入手できない。'), observations: ['small'] }],
  totals: [{ total: 'all', parts: ['large', 'small'], tolerance: '0.5' }],
  derived: [{ of: 'large.no', formula: '100 - a', inputs: [{ name: 'a', text: both('Yes', 'はい'), value: '60', status: 'final' }] }],
  not_drawn: [{ of: ['all'], time: null, why: both('Not a population.', '対象ではない。') }],
  changes: [{ date: '2026-11-23', kind: 'first', note: both('First.', '初版。') }, { date: '2026-11-24', kind: 'correction', note: both('One number.', '数値一つ。') }],
})
