/** Citations as pandoc reads them, XML as expat does, and pictures as Inkscape and LibreOffice draw them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { at, linesOf, notRun, output, runs, sentAt, type Judge, type Site, type Verdict } from './judge.ts'
import { pythonWith } from './tables.ts'

/** pandoc starts afresh for each: some figures stand for all. */
const SOME = 4

const someOf = (site: Site): readonly (readonly [lang: string, id: string])[] =>
  site.languages.flatMap((lang) => site.figures.slice(0, SOME).map((id) => [lang, id] as const))

const textAt = async (address: string): Promise<string> => (await fetch(address)).text()

/** Words without markup, quotes of any shape alike and one space between them: a citation's title may be set otherwise. */
const plain = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/[“”„"«»]/g, '"').replace(/[‘’']/g, "'").replace(/\s+/g, ' ').trim()

const FORMATS = { bib: 'bibtex', ris: 'ris', 'csl.json': 'csljson' } as const

async function pandocOf(site: Site, format: keyof typeof FORMATS): Promise<Verdict> {
  const [name, from] = [`pandoc, ${format}`, FORMATS[format]]
  const known = linesOf(await output('pandoc', ['--list-input-formats'], ''))
  if (!known.includes(from)) return notRun(name, `a newer pandoc, which reads ${from}`)
  const read = await Promise.all(someOf(site).map(async ([lang, id]) => {
    const url = at(site, lang, id, format)
    const [title, text] = [(await sentAt(at(site, lang, id, 'json'))).title, await textAt(url)]
    // What pandoc prints as CSL-JSON: one citation.
    const [cited] = JSON.parse((await output('pandoc', ['-f', from, '-t', 'csljson'], text)).toString('utf8')) as { title?: string; URL?: string }[]
    const printed = (await output('pandoc', ['-f', from, '-t', 'plain', '--citeproc', '--wrap=none', '-M', 'suppress-bibliography=false'], text)).toString('utf8')
    const faults = [
      ...(plain(cited?.title ?? '') === plain(title) ? [] : [`${url}: title ${cited?.title ?? 'missing'} for ${title}`]),
      ...(cited?.URL?.includes(`/figures/${id}@`) ? [] : [`${url}: address ${cited?.URL ?? 'missing'}`]),
      ...(plain(printed).includes(plain(title).slice(0, 20)) ? [] : [`${url}: the citation is printed without its title`]),
    ]
    return { faults, said: `${url}: ${printed.trim().replace(/\s+/g, ' ').slice(0, 60)}…` }
  }))
  return { name, missing: null, faults: read.flatMap(({ faults }) => faults), read: read.map(({ said }) => said) }
}

/** Citations in every format, read to one form and printed as text. */
export const pandoc: Judge = async (site) => {
  if (!runs('pandoc', '--version')) return Object.keys(FORMATS).map((format) => notRun(`pandoc, ${format}`, 'pandoc'))
  return [await pandocOf(site, 'bib'), await pandocOf(site, 'ris'), await pandocOf(site, 'csl.json')]
}

/** XML by a parser that forgives nothing: sitemap, oEmbed, pictures. */
export const expat: Judge = async (site) => {
  const name = 'expat, xml'
  const python = pythonWith('xml.etree.ElementTree')
  if (python === null) return [notRun(name, 'python3')]
  const page = encodeURIComponent(`${site.origin}/figures/${site.figures[0] ?? ''}`)
  const pictures = site.languages.flatMap((lang) => site.figures.map((id) => at(site, lang, id, 'svg')))
  const addresses = [`${site.origin}/sitemap.xml`, `${site.origin}/oembed?format=xml&url=${page}`, ...pictures]
  const lines = linesOf(await output(python, [join(import.meta.dirname, 'markup.py')], addresses.join('\n')))
  // One object a line, as the script prints them.
  const found = lines.map((line) => JSON.parse(line) as { url: string; root: string; children: number })
  const [sitemap] = found
  const wanted = site.figures.length * site.languages.length
  const faults = (sitemap?.children ?? 0) > wanted ? [] : [`the sitemap has ${sitemap?.children ?? 0} addresses`]
  return [{ name, missing: null, faults, read: found.map(({ url, root, children }) => `${url}: ${root.replace(/^\{.*\}/, '')} of ${children}`) }]
}

/** Width and height that a picture says it has, and how many colours and of what size another program has drawn it. */
function drawn(svg: string, png: Buffer) {
  const [, width = '0', height = '0'] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const { width: w, height: h, data } = PNG.sync.read(png)
  return { width: Number(width), height: Number(height), w, h, colours: new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size }
}

/** As few colours as a picture may have: letters alone have more, by their soft edges. */
const COLOURS = 20

/** Pictures as Inkscape draws them: of the size they say, and not empty. */
export const inkscape: Judge = async (site) => {
  const name = 'Inkscape, svg'
  if (!runs('inkscape', '--version')) return [notRun(name, 'inkscape')]
  const read: string[] = []
  const faults: string[] = []
  for (const [lang, id] of someOf(site)) {
    const url = at(site, lang, id, 'svg')
    const svg = await textAt(url)
    const { width, height, w, h, colours } = drawn(svg, await output('inkscape', ['--pipe', '--export-type=png', '--export-filename=-'], svg))
    read.push(`${url}: ${w} × ${h}, ${colours} colours`)
    if (`${w} ${h}` !== `${width} ${height}`) faults.push(`${url}: ${w} × ${h} for ${width} × ${height}`)
    if (colours < COLOURS) faults.push(`${url}: ${colours} colours`)
  }
  return [{ name, missing: null, faults, read }]
}

/** Pictures as LibreOffice draws them: of the shape they have, whatever its pixels, and not empty. */
export const libreoffice: Judge = async (site) => {
  const name = 'LibreOffice, svg'
  if (!runs('soffice', '--version')) return [notRun(name, 'soffice')]
  const folder = mkdtempSync(join(tmpdir(), 'supply-lines-drawn-'))
  try {
    const some = await Promise.all(someOf(site).map(async ([lang, id]) => {
      const url = at(site, lang, id, 'svg')
      const file = join(folder, `${id}.${lang}`)
      const svg = await textAt(url)
      writeFileSync(`${file}.svg`, svg)
      return { url, file, svg }
    }))
    const into = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'png', '--outdir', folder]
    await output('soffice', [...into, ...some.map(({ file }) => `${file}.svg`)], '')
    const read = some.map(({ url, file, svg }) => ({ url, ...drawn(svg, readFileSync(`${file}.png`)) }))
    const faults = read.flatMap(({ url, width, height, w, h, colours }) => [
      ...(Math.abs((w / h) / (width / height) - 1) < 0.02 ? [] : [`${url}: ${w} × ${h} for ${width} × ${height}`]),
      ...(colours < COLOURS ? [`${url}: ${colours} colours`] : []),
    ])
    return [{ name, missing: null, faults, read: read.map(({ url, w, h, colours }) => `${url}: ${w} × ${h}, ${colours} colours`) }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
