/** What a screen reader says of a page, phrase by phrase, from its beginning to its end. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { virtual as Virtual } from '@guidepup/virtual-screen-reader'
import type { Browser } from 'playwright-core'
import { ORIGIN, visit } from './visit.ts'

declare global {
  var virtualReader: typeof Virtual | undefined
}

const READER = readFileSync(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'), 'utf8')

const END = 'end of document'

/** A picture is a leaf to a screen reader: it says its name and description, and nothing of what is in it. */
function withoutInsides(phrases: readonly string[]): readonly string[] {
  const start = phrases.findIndex((phrase) => phrase.startsWith('image, '))
  const end = phrases.findIndex((phrase, i) => i > start && phrase.startsWith('end of image'))
  if (start < 0 || end < 0) return phrases
  return [...phrases.slice(0, start + 1), ...withoutInsides(phrases.slice(end + 1))]
}

/** Reads a page as it was printed: its own script does not come. Addresses and versions, which change by themselves, are made equal. */
export async function transcribe(browser: Browser, path: string): Promise<readonly string[]> {
  // The reader is a script that is not ours.
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, bypassCSP: true })
  await context.route('**/*.js', (route) => route.abort())
  await context.route(`${ORIGIN}/reader.mjs`, (route) => route.fulfill({ contentType: 'text/javascript', body: READER }))
  const { page } = await visit(context, path)
  await page.evaluate("import('/reader.mjs').then(({ virtual }) => { globalThis.virtualReader = virtual })")
  const phrases = await page.evaluate(async (end) => {
    const reader = globalThis.virtualReader
    if (!reader) throw new Error('no reader')
    await reader.start({ container: document.body })
    while (await reader.lastSpokenPhrase() !== end) await reader.next()
    const all = await reader.spokenPhraseLog()
    await reader.stop()
    return all
  }, END)
  await context.close()
  return withoutInsides(phrases).map((phrase) =>
    phrase.replaceAll('\u200b', '').replaceAll(ORIGIN, 'https://supply-lines.example').replaceAll(/\b[0-9a-f]{16}\b/g, '0'.repeat(16)))
}
