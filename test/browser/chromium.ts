/** The browser the tests drive: the machine's own Chromium or Chrome, else the one that npm brought. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import packed, { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { lettered } from './letters.ts'

const FLAGS = [
  '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-gpu',
  '--no-first-run',
  // letters as wide as their fonts say, not rounded to pixels, as they are on screens of today
  '--font-render-hinting=none',
]

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const launch = async (executablePath: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...FLAGS, ...args], env: { ...process.env, ...await lettered(), ...env } })

/** The browser that came with npm, on a machine that has the few libraries it needs. */
export const openPacked = async (args: readonly string[] = []): Promise<Browser> => launch(await packed.executablePath(), args)

/** The same with libraries and fonts from its own package, for a machine without a desktop. */
export async function openBare(args: readonly string[] = []): Promise<Browser> {
  const path = await packed.executablePath()
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  await inflate(join(dirname(entry), '../bin/al2023.tar.br'))
  return launch(path, args, { LD_LIBRARY_PATH: join(tmpdir(), 'al2023/lib'), ...await lettered([join(tmpdir(), 'fonts')]) })
}

/** A browser for the tests of one file, with more flags if wanted. */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const path = INSTALLED.find((one) => existsSync(one))
  return path === undefined ? openPacked(args).catch(() => openBare(args)) : launch(path, args)
}
