/** Every figure is held against its sources by a test here, and how many rows and numbers there are is known. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { values } from './reading.ts'

/** Rows of each figure, and those of them that have a number. */
const COUNTS: Readonly<Record<string, readonly [rows: number, numbers: number]>> = {
  'asean-trade': [24, 24],
  'chrb-zero': [2, 2],
  'fdi-2023-by-host': [21, 21],
  'fdi-by-source': [114, 114],
  'fdi-by-source-2012-2014': [48, 48],
  'fdi-inflows-gdp': [275, 275],
  'fdi-inflows-usd': [271, 271],
  'gdp-real': [550, 550],
  'goods-child-forced-labour': [105, 0],
  'guidance-wanted': [2, 2],
  'hrdd-reach': [2, 2],
  'japan-fdi-asean': [39, 39],
  'jetro-europe-hrdd': [4, 4],
  'keidanren-ungp': [2, 2],
  'meti-survey-2021': [7, 7],
  'monitoring-scope': [5, 5],
  'nikkei-sdgs-2022': [4, 4],
  openness: [756, 756],
  'policy-by-size': [3, 3],
  'risk-concerns': [4, 4],
  screening: [3, 3],
  'seeing-risk': [3, 3],
  'sme-hrdd': [12, 12],
  'sme-importance': [12, 12],
  'sme-policy': [9, 9],
  timeline: [64, 0],
  'toyokeizai-hrdd': [3, 3],
  'trust-in-powers': [20, 20],
  'uflpa-by-fiscal-year': [4, 4],
  'uflpa-by-origin': [10, 8],
  'uflpa-entity-list': [4, 4],
  'uflpa-shipments': [20, 20],
  'who-was-asked': [5, 5],
  'why-no-due-diligence': [2, 2],
}

const FIGURES = readdirSync(join(import.meta.dirname, '../../../data/figures'))
const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts') && file !== 'all.test.ts')
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))

describe.each(FIGURES)('%s', (id) => {
  it('has as many rows and numbers as were counted', () => {
    const rows = values(id)
    expect([rows.length, rows.filter((row) => row['value'] || row['lower']).length]).toEqual(COUNTS[id])
  })

  it('is compared with the transcription of its sources', () => {
    expect(tests.filter((test) => test.includes(`'${id}'`)).length).toBeGreaterThan(0)
  })
})

it('counts every figure that there is, all in all', () => {
  expect(Object.keys(COUNTS).toSorted()).toEqual(FIGURES.toSorted())
  const sum = (index: 0 | 1) => Object.values(COUNTS).reduce((so, counts) => so + counts[index], 0)
  expect([sum(0), sum(1)]).toEqual([2409, 2238])
})
