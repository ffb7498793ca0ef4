/** Reads dashboard.yaml and moved.yaml: what stands around the figures, and where old ids went. */
import type { Text } from '../figure.ts'
import type { Front, Section } from '../release.ts'
import { find, type Facts } from './reference.ts'
import { listed, quote, type Ledger, type Rules } from './rules.ts'
import {
  checked, id, isId, isWhole, listOf, object, optional, partsOf, recordOf, required, wordThat, type FieldsOf, type Read,
} from './schema.ts'
import { textIn, type Setting } from './text.ts'
import { lineOf, readYaml, type Fields } from './yaml.ts'

/** The figures by id; one that is broken is here too, with facts that are not whole. */
export type FactsById = ReadonlyMap<string, Facts>

/** The dashboard's words, in every language of the site; `{figure-id:row}` refers to a figure's row. */
function settingOf(figures: FactsById, rules: Rules): Setting {
  const split = (path: string): [figure: string, row: string] => {
    const colon = path.indexOf(':')
    return colon < 0 ? ['', path] : [path.slice(0, colon).trim(), path.slice(colon + 1).trim()]
  }
  const facts = [...figures.values()]
  return {
    languages: rules.languages, known: rules.languages, isChoosable: false,
    dates: facts.every(({ whole }) => whole) ? new Set(facts.flatMap(({ dates }) => [...dates])) : null,
    find: (path) => {
      const [figure, row] = split(path)
      const of = figures.get(figure)
      return of ? find(of, row) : {
        fault: `{${path}} names no figure`, remedy: 'write {figure-id:row}, such as {fdi-inflows-gdp:SGP.2024}',
      }
    },
    say: (row, path, lang, place) => rules.say(row, lang, figures.get(split(path)[0])?.display_decimals ?? 0, place),
  }
}

type Dashboard = Omit<Front, 'schema' | 'figures'>

function checkSections(sections: readonly Section[], line: number, ledger: Ledger): void {
  const ids = sections.map((section) => section.id)
  const shown = sections.flatMap((section) => section.figures)
  for (const [what, list] of [['section', ids], ['figure', shown]] as const) {
    for (const twice of list.filter((one, i) => list.indexOf(one) < i)) {
      ledger.add(line, `the ${what} ${quote(twice)} stands here twice`, 'keep one of the two')
    }
  }
}

function dashboardIn(figures: FactsById, rules: Rules): FieldsOf<Dashboard> {
  const setting = settingOf(figures, rules)
  const [name, statement, title] = [textIn(setting, 'name'), textIn(setting, 'statement'), textIn(setting, 'title')]
  const figure = wordThat((text) => figures.has(text), 'a figure', `write ${listed([...figures.keys()])}`)
  const section: Read<Section> = object({
    id: required(id), name: required(name), title: required(title), text: required(statement), figures: required(listOf(figure)),
  })
  return {
    title: required(title), lead: required(statement), note: required(statement),
    sections: required(checked(listOf(section), checkSections)),
  }
}

/** The dashboard, or null when something in it is broken; null text = the file is missing, which was reported. */
export function readDashboard(text: string | null, figures: FactsById, rules: Rules, ledger: Ledger): Dashboard | null {
  const fields = text === null ? null : readYaml(text, ledger)
  if (!fields) return null
  const spec = dashboardIn(figures, rules)
  const parts = partsOf(fields, ledger, spec)
  return isWhole(parts, spec) ? parts : null
}

/** Ids of the sections a dashboard has, even where the rest of it is broken; null when nothing is known of them. */
export function sectionsOf(text: string | null): ReadonlySet<string> | null {
  const silent: Ledger = { file: '', add: () => {} }
  const sections = text === null ? undefined : readYaml(text, silent)?.entries.get('sections')?.node
  if (sections?.kind !== 'list') return null
  return new Set(sections.items.flatMap((section) => {
    const node = section.kind === 'fields' ? section.entries.get('id')?.node : undefined
    return node?.kind === 'scalar' ? [node.text] : []
  }))
}

export type Moved = { readonly formerly: Readonly<Record<string, string>>; readonly withdrawn: Readonly<Record<string, Text>> }

const idFault = (name: string): string | null => (isId(name) ? null : 'is not an id')

function checkMoved({ formerly, withdrawn }: Moved, fields: Fields, figures: FactsById, ledger: Ledger): void {
  for (const [old, now] of Object.entries(formerly)) {
    if (!figures.has(now) && !Object.hasOwn(withdrawn, now)) {
      ledger.add(
        lineOf(fields, 'formerly', old), `${quote(old)} moved to ${quote(now)}, which is no figure`,
        'write the id of a figure',
      )
    }
  }
  for (const [name, olds] of Object.entries({ formerly, withdrawn })) for (const old of Object.keys(olds)) {
    if (figures.has(old)) {
      ledger.add(
        lineOf(fields, name, old), `${quote(old)} moved or was withdrawn, but its folder is still there`,
        'delete the line, or the folder',
      )
    }
  }
}

/** Figures that moved or were withdrawn; null when the file is broken. */
export function readMoved(text: string | null, figures: FactsById, rules: Rules, ledger: Ledger): Moved | null {
  const fields = text === null ? null : readYaml(text, ledger)
  if (!fields) return null
  const reason = textIn(settingOf(figures, rules), 'name')
  const spec: FieldsOf<Moved> = {
    formerly: optional(recordOf(id, idFault), {}),
    withdrawn: optional<Readonly<Record<string, Text>>>(recordOf(reason, idFault), {}),
  }
  const parts = partsOf(fields, ledger, spec)
  if (!isWhole(parts, spec)) return null
  checkMoved(parts, fields, figures, ledger)
  return parts
}
