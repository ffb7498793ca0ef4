/** Program: every figure × chart × language × theme × width on one page, one at a time with the arrow keys. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { main as build, ROOT } from '../../data/build.ts'
import type { Figure } from '../../data/model/figure.ts'
import type { Release } from '../../data/model/release.ts'
import { COLOURS } from '../../web/look/tokens.ts'
import type * as List from './list.ts'

const DEFAULT_PORT = 8788

const entry = <T>(kind: string, hash: string): T => JSON.parse(readFileSync(join(ROOT, '.build/entries', kind, `${hash}.json`), 'utf8')) as T

/** Figures as the last build wrote them. */
function builtFigures(): readonly Figure[] {
  const site: { release: string } = JSON.parse(readFileSync(join(ROOT, '.build/site.json'), 'utf8'))
  return entry<Release>('release', site.release).figures.map(({ hash }) => entry<Figure>('figure', hash))
}

const STYLE = `body{margin:0;font:14px/1.5 system-ui,sans-serif;display:grid;grid-template-columns:22rem 1fr;height:100vh}
nav{overflow:auto;border-right:1px solid #999;padding:1rem}nav a{display:block;color:inherit;text-decoration:none;padding:.1rem .4rem}
nav a[aria-current]{background:#1c1b19;color:#fff}section{overflow:auto;padding:2rem}figure{margin:0}figure[hidden]{display:none}
.light{background:${COLOURS.ground.light}}.dark{background:${COLOURS.ground.dark}}svg{display:block}figcaption{padding:1rem 0;color:#888}`

/** Left and right, or up and down, go to the next and the one before; the address holds which is shown. */
const SCRIPT = `const all=[...document.querySelectorAll('figure')],links=[...document.querySelectorAll('nav a')];let at=0
const show=(i)=>{at=(i+all.length)%all.length;all.forEach((f,j)=>{f.hidden=j!==at});links.forEach((a,j)=>j===at?a.setAttribute('aria-current','true'):a.removeAttribute('aria-current'))
document.querySelector('section').className=all[at].className;links[at].scrollIntoView({block:'nearest'});history.replaceState(null,'','#'+all[at].id)}
addEventListener('keydown',(e)=>{const step={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];if(step){e.preventDefault();show(at+step)}})
addEventListener('hashchange',()=>show(all.findIndex((f)=>'#'+f.id===location.hash)));show(Math.max(0,all.findIndex((f)=>'#'+f.id===location.hash)))`

/** The page: a menu of all looks, and each of them, of which the script shows one. Without a script all are shown. */
export function galleryPage(looks: readonly List.Look[]): string {
  const menu = looks.map(({ name }) => `<a href="#${name}">${name}</a>`).join('')
  const figures = looks.map(({ name, theme, print }) => `<figure id="${name}" class="${theme}">${print()}<figcaption>${name}</figcaption></figure>`).join('')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style><nav>${menu}</nav>` +
    `<section>${figures}</section><script type="module">${SCRIPT}</script></html>`
}

/** Serves the gallery of the last build on this machine only. Resolves when it listens; the caller closes it. */
export async function serveGallery(port: number): Promise<Server> {
  const { module: { looksOf } } = await runnerImport<typeof List>(join(import.meta.dirname, 'list.ts'), {
    configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  const page = galleryPage(looksOf(builtFigures()))
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return server
}

/** Builds, serves until it is stopped, and says where. */
export async function main(): Promise<number> {
  const failed = await build()
  if (failed !== 0) return failed
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT)
  const server = await serveGallery(port)
  console.log(`The gallery is on http://localhost:${port}`)
  await new Promise((resolve) => server.once('close', resolve))
  return 0
}
