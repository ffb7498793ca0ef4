/**
 * Fonts of the machine that a test's browser runs on. Who reads Japanese has a font for it, in which a letter is one em wide;
 * a bare machine has none, and shows boxes of another width until ours arrive.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FACES, openFont } from '../../web/fonts/faces.ts'

/** The whole font whose letters ours are cut from, as the one of a machine. */
const INSTALLED = FACES.filter(({ name }) => name === 'noto-sans-jp-400').flatMap(({ files }) => files).map(openFont)

const folder = join(tmpdir(), `fonts-of-a-reader-${INSTALLED.map(({ hash }) => hash.slice(0, 16)).join('-')}`)

/** What fontconfig reads: the fonts of this machine, those that a browser brought, and the one for Japanese. */
const settings = (brought: readonly string[]): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${[folder, ...brought].map((path) => `<dir>${path}</dir>`).join('\n  ')}
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`

/** Writes a folder of its own and puts it in place whole, so that two who do so at once do no harm. */
async function install(): Promise<void> {
  const made = `${folder}.${process.pid}`
  mkdirSync(made, { recursive: true })
  for (const [i, font] of INSTALLED.entries()) writeFileSync(join(made, `${i}.ttf`), await font.tables())
  try {
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

/** The environment of a browser on a machine that has a Japanese font, `brought` being folders with others. */
export async function lettered(brought: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
  if (!existsSync(folder)) await install()
  const file = join(folder, `fonts${brought.length}.conf`)
  writeFileSync(file, settings(brought))
  return { FONTCONFIG_FILE: file }
}
