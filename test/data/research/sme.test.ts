/** The SME White Paper of 2025: an independent reading of its three tables equals the figures, value by value. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts, sorted, table, values, withOriginals, words } from './reading.ts'

const published = facts('sme-white-paper.csv')
const GROUPS: Readonly<Record<string, string>> = { smes: 'all', medium: 'medium', small: 'small' }
const ANSWERS: Readonly<Record<string, string>> = { 'own-only': 'own_company_only' }

/** The published row of ours: `sme25_imp_all_very_important`. */
const idOf = (topic: string, row: Record<string, string | undefined>) =>
  `sme25_${topic}_${GROUPS[row['group'] ?? '']}_${ANSWERS[row['answer'] ?? ''] ?? (row['answer'] ?? '').replaceAll('-', '_')}`

const figures = [['sme-importance', 'imp', 12], ['sme-policy', 'policy', 9], ['sme-hrdd', 'hrdd', 12]] as const

describe.each(figures)('%s', (figure, topic, count) => {
  const theirs = published.filter((row) => row['id']?.startsWith(`sme25_${topic}_`))
  const { defaults, evidence } = words(figure)
  const line = (id: string, value = '', qualifier = '', status = '', n = '') => [id, value, qualifier || 'exact', status || 'final', n].join(' ')
  const nOf = (id = '') => {
    const n = evidence[id]?.n
    return typeof n === 'object' ? n.value : ''
  }

  it(`has its ${count} values, digit for digit, with qualifier, status and replies`, () => {
    expect(theirs).toHaveLength(count)
    const ours = values(figure).map((row) => line(idOf(topic, row), row['value'], row['qualifier'] ?? defaults['qualifier'], row['status'] ?? defaults['status'], nOf(row['evidence'])))
    expect(sorted(ours)).toEqual(sorted(theirs.map((row) => line(row['id'] ?? '', row['value'], row['qualifier'], row['status'], row['n']))))
  })

  it('gives each group the evidence of its own replies; all of them are the medium-sized and the small', () => {
    for (const row of values(figure)) expect(row['evidence']).toBe(row['group'])
    expect(Number(nOf('medium')) + Number(nOf('small'))).toBe(Number(nOf('smes')))
  })
})

describe('sme-hrdd', () => {
  const { derived } = words('sme-hrdd')

  it('derives its first answer from the three printed values of each group', () => {
    expect(derived).toHaveLength(3)
    const printed = ['smes', 'medium', 'small'].map((group) => values('sme-hrdd').filter((row) => row['group'] === group && row['answer'] !== 'both').map((row) => row['value']))
    expect(derived.map(({ inputs }) => inputs.map(({ value }) => value))).toEqual(printed)
    for (const own of printed) expect(Math.round((100 - own.reduce((sum, value) => sum + Number(value), 0)) * 10) / 10).toBe(3.2)
  })

  it('is another measure than the share among the five surveys, which counts the first two answers', () => {
    const share = (answer: string) => Number(values('sme-hrdd').find((row) => row['group'] === 'smes' && row['answer'] === answer)?.['value'])
    const five = Number(values('who-was-asked').find((row) => row['group'] === 'sme-2025')?.['value'])
    expect(Math.round((share('both') + share('own-only')) * 10) / 10).toBe(five)
    expect(share('own-only')).toBe(10.6)
  })
})

withOriginals('was copied from the table as it is', (originals) => {
  const source = [...table(join(originals, 'survey/figures.csv'))].filter((row) => row['id']?.startsWith('sme25_'))
  const status = (text = '') => (text === 'derived' ? text : text.includes('inferred') ? 'inferred' : '')
  const replies = (text = '') => /^[\d,]+/.exec(text)?.[0].replace(',', '') ?? ''
  expect([...published].map((row) => Object.values(row).join('|')))
    .toEqual(source.map((row) => [row['id'], row['value'], row['qualifier'], replies(row['n']), status(row['status'])].join('|')))
})
