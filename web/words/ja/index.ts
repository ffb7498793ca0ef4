/** 日本語。Units and qualifiers follow Japanese usage: 超・近く・以上 stand after the number. */
import { inLanguage, type Source } from '../../../data/model/figure.ts'
import type { MessageKey } from '../en/index.ts'
import { grouped } from '../number.ts'
import type { Words } from '../words.ts'
import { columns, pages, problem, rights } from './pages.ts'

function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return edtf.endsWith('~') ? `${words}頃` : words
}

const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)}〜${point(to)}`
}

const messages: Record<MessageKey, string> = {
  site: 'Supply Lines',
  dashboard: 'ホーム',
  takeData: 'データを入手',
  version: '版',
  published: '公開',
  evidence: '根拠',
  checks: '出典との照合',
  claim: '論考の記述',
  base: '母数',
  'verdict-confirmed': '出典で確認できた。',
  'verdict-differs': '出典の内容と異なる。',
  'verdict-narrower': '出典ではもっと限られた話。',
  'verdict-not-found': '出典に見当たらない。',
  'verdict-not-checked': '確かめられなかった。',
  population: '対象',
  read: '確認範囲',
  unit: '単位',
  'status-final': '',
  'status-provisional': '暫定値',
  'status-revised': '改定値',
  'status-superseded': '旧値',
  'status-derived': '算出値',
  'status-inferred': '推定',
  colon: '：',
  embed: '埋め込み',
  repliesLine: '回答：{items}。',
  notReported: '記載なし',
  missing: 'データなし',
  ofAsked: '{asked}社中{n}社が回答',
  replies: '{n}社が回答',
  repliesNotReported: '回答数は記載なし',
  table: '表',
  tableOf: '図のもとになった数字',
  chart: '図',
  chartType: '図の種類',
  'chart-headline': '見出しの数字',
  'chart-dots': '点',
  'chart-lines': '折れ線',
  'chart-columns': '縦棒',
  'chart-bars': '横棒',
  choose: '表示する範囲を選ぶ',
  readHelp: '左右の矢印キー：前後の値へ。上下：別の系列へ。Home・End：最初と最後。Esc：終了。?：この説明。',
  readChart: '図の値を一つずつ読む',
  sortBy: '{name}で並べ替え',
  from: '開始',
  to: '終了',
  show: '表示する',
  reset: 'すべての表示に戻す',
  sourceLine: '出典：{sources}。',
  totalLine: '{name}(図にはない)：{values}。',
  sharedScale: '目盛りはすべての図で共通。',
  withinOf: '「{name}」の内数',
  emptySelection: 'この条件に当てはまる公表値はない。',
  columnName: '名称',
  columnTime: '年',
  columnValue: '値',
  columnReplies: '回答数',
  highest: '最大は{name}の{value}({time})。',
  lowest: '最小は{name}の{value}({time})。',
  latest: '直近は{items}。',
  describeSeries: '{measure}({unit})の{chart}。{names}、{from}年から{to}年まで。',
  describePoints: '線で結ばない点の図。{items}。',
  describeClaim: '論考：{claim}。出典：{checks}。',
  describeClaimOnly: '論考：{claim}。並べて示せる出典の数字はない。',
  titleView: '{measure}：{names}、{times}',
  titleViewNoTime: '{measure}：{names}',
  manyNames: '{all}のうち{count}',
  allNames: '全{all}件',
}

export const ja: Words = {
  code: 'ja',
  name: '日本語',
  units: {
    percent: { shift: 0, before: '', after: '%', axis: '%', printed: '%' },
    'percent-of-gdp': { shift: 0, before: '', after: '%', axis: '%(GDP比)', printed: 'GDP比%' },
    'usd-million': { shift: -2, before: '', after: '億ドル', axis: '億ドル', printed: '100万ドル' },
    usd: { shift: -8, before: '', after: '億ドル', axis: '億ドル', printed: 'ドル' },
    'jpy-100-million': { shift: 0, before: '', after: '億円', axis: '億円', printed: '億円' },
  },
  qualifiers: {
    exact: { before: '', after: '' },
    about: { before: '約', after: '' },
    nearly: { before: '', after: '近く' },
    'more-than': { before: '', after: '超' },
    'at-least': { before: '', after: '以上' },
    'less-than': { before: '', after: '未満' },
    'at-most': { before: '', after: '以下' },
    between: { before: '', after: '' },
    only: { before: 'わずか', after: '' },
  },
  rights,
  columns,
  messages,
  number: grouped,
  range: '〜',
  date,
  bounds: (lower, upper) => (lower === null ? (upper === null ? 'その前後' : `${upper}より下`) : lower === upper ? `ちょうど${lower}` : upper === null ? `${lower}以上` : `${lower}から${upper}`),
  comma: '、',
  space: '',
  list: (items) => items.join('、'),
  citation: (c) => `${c.publisher}「${c.title}」Supply Lines、${date(c.date)}、版${c.version}。${c.url}`,
  source: (source: Source) => `${inLanguage(source.publisher, 'ja')}、${date(source.date)}`,
  pages,
  problem,
}
