/** What a page and an embed of an earlier version say of what came after it: each kind of change, in words, and the room it takes. */
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { ChangeKind } from '../../data/model/figure.ts'
import { shortHash, type CatalogueEntry, type Version } from '../../data/model/release.ts'
import { DEFAULT_VIEW, type Place } from '../../web/address.ts'
import { snippetsOf } from '../../web/pages/snippet.ts'
import { printPage } from '../../web/print.tsx'
import { frameHeight } from '../../web/view/frame.ts'
import { changeSince, noticeText } from '../../web/view/notice.tsx'
import { FIGURES, RELEASE } from './built.ts'
import { SITE } from './pages.ts'

const [entry, figure] = [RELEASE.figures[0], FIGURES[0]]
if (!entry || !figure) throw new Error('there are no figures')

const hashAt = (i: number): string => String(i).repeat(64)

/** A version a month, of these kinds, each with its own note. */
const historyOf = (...kinds: readonly ChangeKind[]): readonly Version[] => kinds.map((kind, i) =>
  ({ hash: hashAt(i), date: `2027-0${i + 1}-04`, kind, note: { en: `Note ${i}.`, ja: `注${i}。` } }))

/** The figure in the catalogue with these versions. */
const listed = (...kinds: readonly ChangeKind[]): CatalogueEntry => ({ ...entry, hash: hashAt(kinds.length - 1), history: historyOf(...kinds) })

const ROOMS: Readonly<Record<'figure' | 'embed', Place>> = {
  figure: { kind: 'figure', id: entry.id, version: shortHash(hashAt(0)), format: null }, embed: { kind: 'embed', id: entry.id, version: shortHash(hashAt(0)) },
}

/** The notice on a page of the first version; null for none. */
const noticeOn = (room: 'figure' | 'embed', lang: string, now: CatalogueEntry, hash = hashAt(0)): Element | null => {
  const html = printPage(SITE, { lang, place: ROOMS[room], view: DEFAULT_VIEW, download: false }, { kind: room, figure, entry: now, hash })
  return parseHTML(html).document.querySelector('main [role=note]')
}

const SAID: readonly (readonly [kind: ChangeKind, lang: string, said: string, strong: string | null])[] = [
  ['correction', 'en', 'Corrected since, on 4 February 2027. Note 1. What changed', 'Corrected since, on 4 February 2027.'],
  ['correction', 'ja', 'この版は2027年2月4日に訂正された。注1。変更の内容', 'この版は2027年2月4日に訂正された。'],
  ['withdrawal', 'en', 'Withdrawn in part since, on 4 February 2027. Note 1. What changed', 'Withdrawn in part since, on 4 February 2027.'],
  ['withdrawal', 'ja', 'この版は2027年2月4日に一部が取り下げられた。注1。変更の内容', 'この版は2027年2月4日に一部が取り下げられた。'],
  ['update', 'en', 'There is a newer version, of 4 February 2027. What changed', null],
  ['update', 'ja', '新しい版がある(2027年2月4日)。変更の内容', null],
]

describe.each(['figure', 'embed'] as const)('the %s of an earlier version', (room) => {
  it.each(SAID)('says of a later %s in %s: %s', (kind, lang, said, strong) => {
    const notice = noticeOn(room, lang, listed('first', kind))
    expect(notice?.textContent).toBe(said)
    expect(notice?.querySelector('strong')?.textContent ?? null).toBe(strong)
    const link = notice?.querySelector('a')
    expect(link?.getAttribute('href')).toBe(`${SITE.origin}${lang === 'ja' ? '/ja' : ''}/changes/${entry.id}@${shortHash(hashAt(0))}`)
    expect(link?.getAttribute('target') ?? null).toBe(room === 'embed' ? '_top' : null)
  })

  it('says nothing of the present one', () => {
    for (const lang of ['en', 'ja']) expect(noticeOn(room, lang, listed('first', 'correction'), hashAt(1))).toBeNull()
  })
})

it.each([
  [['first', 'correction', 'correction', 'update'], 'correction', 2], [['first', 'withdrawal', 'correction', 'withdrawal', 'correction'], 'withdrawal', 3],
  [['first', 'update', 'update'], 'update', 2], [['first', 'correction', 'update'], 'correction', 1],
] as const)('of %j readers of the first are told the newest %s', (kinds, kind, i) => {
  expect(changeSince(listed(...kinds), hashAt(0))).toEqual({ change: historyOf(...kinds)[i], kind })
})

describe('a frame has room for it', () => {
  it.each(['en', 'ja'])('in %s: as many lines as the notice takes, at every width', (lang) => {
    const long = { ...listed('first', 'correction') }
    const history = long.history.map((version) => ({ ...version, note: { en: 'One value had been that of another year. '.repeat(5), ja: '一つの値が別の年のものになっていた。'.repeat(7) } }))
    for (const [now, least, most] of [[long, 1, 4], [{ ...long, history }, 2, 24]] as const) {
      const notice = noticeText(now, hashAt(0), lang)
      expect(notice).toBe(noticeOn('embed', lang, now)?.textContent)
      for (const width of [280, 320, 600, 960]) {
        const more = frameHeight(figure, DEFAULT_VIEW, lang, width, notice) - frameHeight(figure, DEFAULT_VIEW, lang, width)
        const lines = (more - 12) / (13 * 1.55)
        expect([width, lines > least - 0.1, lines < most + 0.1]).toEqual([width, true, true])
      }
    }
  })

  it('in snippets of a version that was corrected, and not in those of the present one', () => {
    for (const lang of ['en', 'ja']) {
      const heightOf = (version: string | null, hash: string): number => snippetsOf({
        site: { origin: SITE.origin, files: [] }, figure, entry: listed('first', 'correction'), hash,
        address: { lang, place: { kind: 'snippets', id: entry.id, version }, view: DEFAULT_VIEW, download: false },
      }).height
      expect(heightOf(shortHash(hashAt(0)), hashAt(0)) - heightOf(null, hashAt(1))).toBeGreaterThan(30)
    }
  })
})
