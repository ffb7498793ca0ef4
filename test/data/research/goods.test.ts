/** The list of goods made with child or forced labour: an independent reading of the published table equals the figure. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts, sorted, table, values, withOriginals } from './reading.ts'

const KINDS = { child: 'child', forced: 'forced', forced_child: 'forced-child', derived: 'derived' } as const

/** A good's code: its name in small letters, without what stands in brackets where nothing else has that name. */
const codeOf = (good = ''): string =>
  good.toLowerCase().replace('manioc/', '').replace('(green, soy, yellow)', '').replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')

describe('goods-child-forced-labour', () => {
  const published = facts('goods-child-forced-labour.csv')
  const ours = values('goods-child-forced-labour')
  const entries = ours.filter((row) => row['group'] !== '')
  const pairs = (rows: typeof entries) => new Set(rows.map((row) => `${row['series']} ${row['group']}`))

  it('has the 77 pairs of economy and good, each with the kinds the list gives it and no other', () => {
    expect(published).toHaveLength(77)
    expect(pairs(entries).size).toBe(77)
    expect(entries).toHaveLength(102)
    const flagged = published.flatMap((row) => Object.entries(KINDS).filter(([column]) => row[column] === 'Yes').map(([, kind]) => `${row['iso3']} ${codeOf(row['good'])} ${kind}`))
    expect(sorted(entries.map((row) => `${row['series']} ${row['group']} ${row['answer']}`))).toEqual(sorted(flagged))
  })

  it('has 64 pairs for child labour, 23 for forced labour, 10 for forced child labour and 5 derived', () => {
    const of = (kind: string) => entries.filter((row) => row['answer'] === kind).length
    expect(Object.values(KINDS).map(of)).toEqual([64, 23, 10, 5])
  })

  it('keeps the five derived goods apart: they have no other kind, and their input is from Indonesia', () => {
    const derived = published.filter((row) => row['derived'] === 'Yes')
    expect(derived.map((row) => [row['child'], row['forced'], row['forced_child'], row['derived_country']].join())).toEqual(Array(5).fill('No,No,No,Indonesia'))
    expect(published.filter((row) => row['child'] === 'No' && row['forced'] === 'No').map((row) => row['good'])).toEqual(derived.map((row) => row['good']))
    expect(entries.filter((row) => row['note'] === 'input').map((row) => row['answer'])).toEqual(Array(5).fill('derived'))
  })

  it('shows the three members of ASEAN that have no entry as such, and invents no entry for them', () => {
    expect(sorted([...new Set(published.map((row) => row['iso3'] ?? ''))])).toEqual(['IDN', 'KHM', 'MMR', 'MYS', 'PHL', 'THA', 'VNM'])
    expect(ours.filter((row) => row['group'] === '').map((row) => [row['series'], row['answer']].join())).toEqual(['BRN,', 'LAO,', 'SGP,'])
  })

  withOriginals('was copied from the table as it is', (originals) => {
    const source = table(join(originals, 'investment/dol_goods_child_forced_labor_asean_2022.csv'))
    const columns = ['iso3', 'good', 'child_labor', 'forced_labor', 'forced_child_labor', 'derived_labor_exploitation', 'derived_country']
    expect([...published].map((row) => Object.values(row).join('|'))).toEqual([...source].map((row) => columns.map((column) => row[column]).join('|')))
  })
})
