/** The judge of the guide's calls: it reads what programs print, sees what differs, and says what it could not run. */
import { describe, expect, it } from 'vitest'
import { askedIn, faultsOfReading, guideBy, isPrinted } from '../judges/guide.ts'
import { boxOf, csvOf, frameOf, listOf, strOf } from '../judges/printed.ts'
import { queriesIn, RUNNERS } from '../judges/programs.ts'
import { serveBodies } from './bodies.ts'

const CELLS = [
  { series: 'BRN', time: '2023', value: -0.3705, decimals: 4 },
  { series: 'IDN', time: '2024', value: 1.73651, decimals: 5 },
]
const sent = { title: 'A', rows: CELLS }

const R = `'data.frame':	2 obs. of  3 variables:
 $ series     : chr  "BRN" "IDN"
 $ time       : int  2023 2024
 $ value      : num  -0.37 1.737
`

const PANDAS = `            series  time    value
0  Brunei or so on  2023 -0.37050
1        Indonesia  2024  1.73651
`

const LONG = `   series  ...     value
0       A  ...       NaN
1       B  ...  0.142857
..    ...  ...       ...
68      C  ...  9.714286
69      D  ...       NaN

[70 rows x 4 columns]
`

const NODE = `┌─────────┬────────┬────────┬─────────┐
│ (index) │ series │ time   │ value   │
├─────────┼────────┼────────┼─────────┤
│ 0       │ 'BRN'  │ '2023' │ -0.3705 │
│ 1       │ 'IDN'  │ '2024' │ 1.73651 │
└─────────┴────────┴────────┴─────────┘
A citation. 2024
`

const DUCKDB = `┌─────────────┬─────────┬─────────┐
│ series_name │  time   │  value  │
│   varchar   │ varchar │ double  │
├─────────────┼─────────┼─────────┤
│ Brunei      │ 2023    │ -0.3705 │
│ Brunei      │ 2024    │    NULL │
│   ·         │  ·      │     ·   │
│ Indonesia   │ 2024    │ 1.73651 │
├─────────────┴─────────┴─────────┤
│ 52 rows (3 shown)     3 columns │
└─────────────────────────────────┘
`

const STATA = `. list series time value

     +-------------------------+
     | series   time     value |
     |-------------------------|
  1. |    BRN   2023    -.3705 |
  2. |    IDN   2024   1.73651 |
     +-------------------------+
`

describe('what is printed is read', () => {
  const whole = { rows: 2, columns: ['series', 'time', 'value'], isWhole: true }
  const some = { ...whole, isWhole: false }
  it.each([
    ['of R', strOf(R), { ...whole, values: ['-0.37', '1.737'] }],
    ['of pandas', frameOf(PANDAS), { ...some, values: ['-0.37050', '1.73651'] }],
    ['of pandas, long and wide', frameOf(LONG), { ...some, rows: 70, columns: ['series', 'value'], values: ['NaN', '0.142857'] }],
    ['of Node', boxOf(NODE), { ...some, values: ['-0.3705', '1.73651'] }],
    ['of DuckDB', boxOf(DUCKDB), { ...some, rows: 52, columns: ['series_name', 'time', 'value'], values: ['-0.3705', 'NULL'] }],
    ['of Stata', listOf(`(3 vars, 2 obs)\n${STATA}`), { ...some, values: ['-.3705', '1.73651'] }],
    ['of curl', csvOf('series,time,value\r\nBRN,2023,-0.3705\r\n"IDN",2024,\r\n', true), { ...whole, values: ['-0.3705', ''] }],
  ])('%s', (_, reading, is) => {
    expect(reading).toEqual(is)
  })

  it('and an error is no table', () => {
    for (const read of [strOf, frameOf, boxOf, listOf]) expect(faultsOfReading('u', read('Error: 404\n'), sent)).not.toEqual([])
  })

  it('queries are taken from a call for Python', () => {
    const call = 'import duckdb\n\nduckdb.sql("SET a = true")\nduckdb.sql("""\n  SELECT 1\n""").show()'
    expect(queriesIn(call)).toBe('SET a = true;\n\n  SELECT 1\n;\n')
  })
})

describe('a reading', () => {
  it('is as sent by as many digits as are printed', () => {
    expect([strOf(R), frameOf(PANDAS), boxOf(NODE)].flatMap((reading) => faultsOfReading('u', reading, sent))).toEqual([])
    const printed = ['1.737', '1.7e0', '1.736', 'NaN', ''].map((text) => isPrinted(text, 1.73651))
    expect(printed).toEqual([true, true, false, false, false])
    expect(['NA', '0'].map((text) => isPrinted(text, null))).toEqual([true, false])
    expect(['123', '1.23e+02'].map((text) => isPrinted(text, 123.4))).toEqual([true, true])
  })

  it.each([
    ['in rows', CELLS.slice(0, 1), /2 rows for 1/],
    ['in columns', CELLS.map((row) => ({ ...row, n: 1 })), /columns series,time,value for series,time,value,n/],
    ['in a value', CELLS.map((row) => ({ ...row, value: 1.73651 })), /value 1: -0.37 for 1.73651/],
    ['in a gap', CELLS.map((row) => ({ ...row, value: null })), /value 1: -0.37 for null/],
  ])('differs %s', (_, rows, fault) => {
    expect(faultsOfReading('u', strOf(R), { ...sent, rows }).join()).toMatch(fault)
  })
})

const { bodies, site } = serveBodies()

describe('the guide', () => {
  const judge = guideBy({ javascript: RUNNERS.javascript, sheets: RUNNERS.sheets })
  const TABLE = "const { rows } = await (await fetch('ADDRESS')).json()\nconsole.table(rows)"
  const page = (path: string, code = TABLE): string => {
    const text = code.replace('ADDRESS', site().origin + path).replaceAll('&', '&amp;')
    return `<!doctype html><title>g</title><pre><code id="call-javascript">${text}</code></pre>`
  }
  const part = '/ja/figures/a@1.json?select=BRN~IDN&time=2020..'

  it('has its calls run as they are printed, and compared with the part that they ask for', async () => {
    bodies.set('/ja/guide', page(part)).set(part, JSON.stringify(sent))
    const [node, sheets] = await judge(site('ja'))
    expect(node).toMatchObject({ name: 'guide, Node', missing: null, faults: [] })
    expect(node?.read).toEqual([`${site().origin}/ja/guide#call-javascript: 2 rows, 4 columns, 2 values; the JSON has 2 rows`])
    expect(sheets).toMatchObject({ read: [], faults: [], missing: expect.stringMatching(/^Google Sheets .* is missing$/) })
  })

  it.each([
    ['a call that prints less', part, "console.table((await (await fetch('ADDRESS')).json()).rows.slice(1))", /1 rows for 2/],
    ['a call that fails', '/ja/figures/a@1.json', TABLE, /Error: .*node/],
    ['no call', part, '', /no call$/],
    ['a call of another site', part, 'await fetch("https://a.example/a.json")', /: https:\/\/a\.example\/a\.json$/],
  ])('differs by %s', async (_, path, code, fault) => {
    bodies.set('/ja/guide', page(path, code)).set(part, JSON.stringify(sent))
    const [node] = await judge(site('ja'))
    expect(node?.faults.join()).toMatch(fault)
  })

  it('asks for the file that is named last, or for what a query selects', () => {
    const elsewhere = { origin: 'http://s', figures: [], languages: [] }
    const asked = (text: string): string => askedIn(elsewhere, { lang: 'ja', where: '', text })
    expect(asked("curl 'http://s/ja/figures/a@1.csv'\ncurl 'http://s/ja/figures/a.csv'")).toBe('http://s/ja/figures/a.csv')
    const query = "FROM read_parquet('http://s/ja/figures.parquet')\nWHERE figure = 'a' AND series IN ('B', 'C')"
    expect(asked(query)).toBe('http://s/ja/figures/a.json?select=B~C')
  })
})
