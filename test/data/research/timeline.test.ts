/** Every event of the timeline is one of the list that was gathered, with its date as precise, its kind, its actors and all its sources. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cells, facts, originals, sorted, table, values } from './reading.ts'

const published = facts('events.csv')
const ours = values('timeline')
const sources = table(join(import.meta.dirname, '../../../data/sources.csv'))
const gathered = facts('event-sources.csv')

const KINDS: Readonly<Record<string, string>> = {
  law: 'law', 'law proposal': 'proposal', 'trade measure': 'proposal', 'national action plan': 'plan',
  'international standard': 'guidance', guidelines: 'guidance', process: 'guidance', strategy: 'guidance', decision: 'guidance',
  agreement: 'agreement', 'task force': 'agreement', partnership: 'agreement', initiative: 'agreement',
  statement: 'statement', announcement: 'statement', dialogue: 'statement', event: 'statement', summit: 'statement',
  survey: 'report', report: 'report', 'data release': 'report',
}

/** Our codes of who acted, by the words of the list; the committee and the minister are their government's and ministry's. */
const ACTORS: Readonly<Record<string, string>> = {
  AMEICC: 'AMEICC', ASEAN: 'ASEAN', Australia: 'AUS', Canada: 'CAN', ERIA: 'ERIA', 'European Union': 'EU', FPCI: 'FPCI', France: 'FRA',
  G7: 'G7', Germany: 'DEU', 'Government of Japan': 'JPN', 'Government of Japan (Inter-Ministerial Committee)': 'JPN',
  'Government of Japan inter-ministerial committee': 'JPN', ILO: 'ILO', 'IPEF partners': 'IPEF',
  'IPEF partners (first five: Fiji, India, Japan, Singapore, US)': 'IPEF', Indonesia: 'IDN', JETRO: 'JETRO', Japan: 'JPN', Jiji: 'JIJI',
  METI: 'METI', 'METI (Hagiuda)': 'METI', MOFA: 'MOFA', Malaysia: 'MYS', Mongolia: 'MNG', Nepal: 'NPL', Nikkei: 'NIKKEI', Pakistan: 'PAK',
  'Republic of Korea': 'KOR', 'Republic of Korea National Assembly': 'KOR-ASSEMBLY', Thailand: 'THA', 'UN Human Rights Council': 'UNHRC',
  UNDP: 'UNDP', 'US CBP': 'CBP', USTR: 'USTR', 'United Kingdom': 'GBR', 'United States': 'USA', 'United States (CBP)': 'USA~CBP',
  'United States (FLETF)': 'USA~FLETF', 'United States (USTR)': 'USA~USTR', 'Viet Nam': 'VNM', Yomiuri: 'YOMIURI',
}

/** Sources that were read in somebody else's copy, whose address is not ours to link, and one without its visitor's mark. */
const COPIES: Readonly<Record<string, string>> = {
  ev_hrc215: 'hrc-21-5-2012', ev_usnap1: 'state-nap-overview-2021', ev_tf_asahi: 'asahi-task-force-2023', ev_tf_reuters: 'reuters-task-force-2023',
  ev_ipef24: 'commerce-ipef-2024', ev_ipef_bodies: 'commerce-ipef-bodies-2024', ev_kr_bill: 'korea-bill-2026',
}

/** Sources that a row names besides, because its note speaks of them. */
const BESIDES: Readonly<Record<string, string>> = { 'jp-g7': 'jiji-task-force-2023' }

const split = (cell: string | undefined, mark: string): string[] => (cell ?? '').split(mark).map((part) => part.trim()).filter(Boolean)

const ourSource = (id: string): string => {
  const url = gathered.find((row) => row['source_id'] === id)?.['url']
  return COPIES[id] ?? sources.find((row) => row['url'] === url)?.['id'] ?? `unknown ${id}`
}

const said = (time: string | undefined, kind: string | undefined, actors: readonly string[], from: readonly string[]): string =>
  [time, kind, actors.join('~'), sorted(from).join('~')].join(' ')

describe('timeline', () => {
  it('has the 64 events of the list: date, kind, actors and every source of each', () => {
    expect(published).toHaveLength(64)
    const actorsOf = (cell: string | undefined) => split(cell, ';').map((actor) => ACTORS[actor] ?? `unknown ${actor}`)
    const wanted = published.map((row) => said(row['date'], KINDS[row['kind'] ?? ''], actorsOf(row['actors']), split(row['source_id'], ';').map(ourSource)))
    const given = ours.map((row) => said(row['time'], row['answer'], [row['actors'] ?? ''],
      split(row['source'], '~').filter((id) => id !== BESIDES[row['series'] ?? ''])))
    expect(sorted(given)).toEqual(sorted(wanted))
  })

  it('dates each as precisely as the list does', () => {
    const FORMS: Readonly<Record<string, RegExp>> = {
      day: /^\d{4}-\d\d-\d\d$/, 'day (future)': /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/, 'day range': /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/,
    }
    for (const { date, precision } of published) expect(date ?? '').toMatch(FORMS[precision ?? ''] ?? /never/)
    const count = (precision: string) => published.filter((row) => row['precision'] === precision).length
    expect(['day', 'month', 'year', 'day range', 'day (future)'].map(count)).toEqual([47, 6, 4, 5, 2])
  })

  it('puts an event into the lane of its actors, and where they are of several into the joint one', () => {
    const LANES: Readonly<Record<string, string>> = {
      japan: 'JPN METI MOFA NIKKEI YOMIURI JIJI JETRO', 'united-states': 'USA CBP USTR FLETF', europe: 'GBR FRA DEU EU',
      asean: 'ASEAN THA VNM IDN MYS FPCI', others: 'KOR KOR-ASSEMBLY AUS PAK MNG CAN NPL', international: 'UNHRC G7 UNDP ILO ERIA AMEICC IPEF',
    }
    const laneOf = (actor: string) => Object.keys(LANES).find((lane) => LANES[lane]?.split(' ').includes(actor)) ?? `none for ${actor}`
    for (const row of ours) {
      const lanes = [...new Set(split(row['actors'], '~').map(laneOf))]
      expect([row['series'], row['group']]).toEqual([row['series'], lanes.length > 1 ? 'international' : lanes[0]])
    }
  })

  it('links every source where the list has the publisher’s own address, and says how far it was read', () => {
    const READ: Readonly<Record<string, string>> = { 'read in full': 'in-full', 'read in part': 'in-part', 'not read': 'not-read' }
    for (const { source_id: id, extent_read } of gathered) {
      const source = sources.find((row) => row['id'] === ourSource(id ?? ''))
      expect([id, source?.['read']]).toEqual([id, READ[extent_read ?? '']])
    }
    expect(sorted(Object.values(COPIES).filter((id) => sources.find((row) => row['id'] === id)?.['url'] === ''))).toHaveLength(6)
  })

  it('rests on no aggregator alone', () => {
    const aggregators = ['rbtfl-section-301-2026']
    expect(ours.filter((row) => split(row['source'], '~').every((id) => aggregators.includes(id)))).toEqual([])
  })
})

describe('the transcription of the events', () => {
  it('is what was gathered', () => {
    if (originals === undefined) return expect(gathered).toHaveLength(84)
    const folder = join(originals, 'survey')
    expect(cells(published)).toEqual(table(join(folder, 'events.csv')).map(({ date, precision, kind, source_id, actors }) =>
      ({ date, precision, kind, source_id, actors })))
    const all = new Map(table(join(folder, 'sources.csv')).map((row) => [row['id'], row]))
    expect(cells(gathered)).toEqual(gathered.map(({ source_id }) =>
      ({ source_id, url: all.get(source_id)?.['url'], extent_read: all.get(source_id)?.['extent_read'] })))
  })
})
