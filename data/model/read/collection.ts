/** Reads the whole data folder: a checked collection, or every problem in it at once. */
import type { Figure } from '../figure.ts'
import { readArticle } from './article.ts'
import { readBytes } from './bytes.ts'
import { readFigure, type FigureFiles } from './figure.ts'
import { readDashboard, readMoved, sectionsOf } from './front.ts'
import { readActors, readPlaces, readSources, type Lists } from './lists.ts'
import { ledgerOf, quote, type AuthorProblem, type Ledger, type Reading, type Rules, type SourceFile } from './rules.ts'
import { isId } from './schema.ts'

/** By code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A file's text (null = missing or unreadable, which was reported) and where its problems go. */
type Opened = { readonly text: string | null; readonly ledger: Ledger }

/** The files by path, and the list all problems are written to. */
type Desk = { readonly files: ReadonlyMap<string, SourceFile>; readonly problems: AuthorProblem[] }

function open(desk: Desk, path: string): Opened {
  const ledger = ledgerOf(path, desk.problems)
  const file = desk.files.get(path)
  if (!file) ledger.add(1, 'the file is missing', 'add it; data/README.md says what stands in it')
  return { text: file ? readBytes(file, ledger) : null, ledger }
}

const FIGURE_FILE = /^figures\/([^/]+)\/(figure\.yaml|values\.csv)$/

/** The figures' folders, by id; a file that belongs to none is reported, since nobody would read it. */
function figureIds(desk: Desk): readonly string[] {
  const ids = new Set<string>()
  for (const path of desk.files.keys()) {
    if (!path.startsWith('figures/')) continue
    const id = FIGURE_FILE.exec(path)?.[1]
    if (id !== undefined) ids.add(id)
    else {
      const remedy = 'a folder in figures/ holds figure.yaml and values.csv: delete or rename it'
      ledgerOf(path, desk.problems).add(1, 'this file belongs to no figure', remedy)
    }
  }
  for (const id of ids) {
    if (!isId(id)) {
      ledgerOf(`figures/${id}/figure.yaml`, desk.problems).add(
        1, `the folder ${quote(id)} is no id`, 'rename it: small letters, digits and single hyphens',
      )
    }
  }
  return [...ids].toSorted(byText)
}

function readLists(desk: Desk, rules: Rules): Lists {
  const [places, actors, sources] = [open(desk, 'places.csv'), open(desk, 'actors.csv'), open(desk, 'sources.csv')]
  return {
    places: readPlaces(places.text, rules, places.ledger),
    actors: readActors(actors.text, rules, actors.ledger),
    sources: readSources(sources.text, rules, sources.ledger),
  }
}

const openFigure = (desk: Desk, id: string): FigureFiles =>
  ({ id, yaml: open(desk, `figures/${id}/figure.yaml`), values: open(desk, `figures/${id}/values.csv`) })

/** In the order of files and lines, each once. */
function inOrder(problems: readonly AuthorProblem[]): readonly AuthorProblem[] {
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...unique.values()].toSorted((a, b) => byText(a.file, b.file) || a.line - b.line)
}

/**
 * Reads every file of the data folder, in whatever order they come. With any problem there is no collection:
 * nothing half-read is ever published. DESIGN §2.
 */
export function readCollection(files: readonly SourceFile[], rules: Rules): Reading {
  const sorted = files.toSorted((a, b) => byText(a.path, b.path))
  const desk: Desk = { files: new Map(sorted.map((file) => [file.path, file])), problems: [] }
  const lists = readLists(desk, rules)
  const [dashboard, moved] = [open(desk, 'dashboard.yaml'), open(desk, 'moved.yaml')]
  const about = open(desk, 'article.yaml')
  const opened = figureIds(desk).map((id) => openFigure(desk, id))
  const sections = sectionsOf(dashboard.text)
  const readings = opened.map((files) => ({ id: files.id, ...readFigure(files, { lists, rules, sections }) }))
  const grounds = new Map(readings.map((reading) => [reading.id, reading.ground]))
  const front = readDashboard(dashboard.text, grounds, rules, dashboard.ledger)
  const redirects = readMoved(moved.text, grounds, rules, moved.ledger)
  const article = readArticle(about.text, { figures: grounds, sources: lists.sources, rules }, about.ledger)
  const figures = readings.map(({ figure }) => figure).filter((figure): figure is Figure => figure !== null)
  if (desk.problems.length > 0) return { collection: null, problems: inOrder(desk.problems) }
  if (!front || !redirects || !article || figures.length < readings.length) throw new Error('something was not read, and no problem says why')
  return { collection: { figures, sources: [...lists.sources.items.values()], front, article, ...redirects }, problems: [] }
}
