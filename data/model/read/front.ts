/** Reads dashboard.yaml and moved.yaml: what stands around the figures, and where old ids went. */
import type { Text } from '../figure.ts'
import type { Front, Section } from '../release.ts'
import { checkAssert, type Ground } from './assert.ts'
import { find } from './reference.ts'
import { listed, quote, type Ledger, type Rules } from './rules.ts'
import {
  checked, id, isId, isWhole, listOf, object, optional, partsOf, recordOf, required, word, wordThat, type FieldsOf, type Read,
} from './schema.ts'
import { textIn, type Setting } from './text.ts'
import { lineOf, readYaml, type Fields } from './yaml.ts'

/** The figures by id, as far as texts and asserts need them; one that is broken is here too, with facts that are not whole. */
export type GroundsById = ReadonlyMap<string, Ground>

/** `figure-id:row` or `figure-id:assert` in its two parts; no figure where there is no colon. */
const splitAtFigure = (text: string): readonly [figure: string, rest: string] => {
  const colon = text.indexOf(':')
  return colon < 0 ? ['', text] : [text.slice(0, colon).trim(), text.slice(colon + 1).trim()]
}

/** Words around figures, in every language of the site; `{figure-id:row}` refers to a figure's row. */
export function settingOf(figures: GroundsById, rules: Rules): Setting {
  const facts = [...figures.values()].map((ground) => ground.facts)
  return {
    languages: rules.languages, known: rules.languages, isChoosable: false,
    dates: facts.every(({ whole }) => whole) ? new Set(facts.flatMap(({ dates }) => [...dates])) : null,
    find: (path) => {
      const [figure, row] = splitAtFigure(path)
      const of = figures.get(figure)
      return of ? find(of.facts, row) : {
        fault: `{${path}} names no figure`, remedy: 'write {figure-id:row}, such as {fdi-inflows-gdp:SGP.2024}',
      }
    },
    say: (row, path, lang, place) => rules.say(row, lang, figures.get(splitAtFigure(path)[0])?.facts.display_decimals ?? 0, place),
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

/** An assert on the values of the figure named before the colon. */
const assertIn = (figures: GroundsById): Read<string> => checked(word, (text, line, ledger) => {
  const [id, assert] = splitAtFigure(text)
  const ground = figures.get(id)
  if (ground) checkAssert(assert, line, ground, ledger)
  else ledger.add(line, `${quote(text)} names no figure`, 'write figure-id:assert, such as fdi-inflows-gdp:SGP.2024 > TLS.2024')
})

/** A section's finding is held up by values: at least one assert. */
function sectionIn(figures: GroundsById, setting: Setting): Read<Section> {
  const [name, statement] = [textIn(setting, 'name'), textIn(setting, 'statement')]
  const figure = wordThat((text) => figures.has(text), 'a figure', `write ${listed([...figures.keys()])}`)
  const asserts = checked(listOf(assertIn(figures)), (list, line, ledger) => {
    if (list.length === 0) ledger.add(line, 'there is no assert', 'add one that holds up the title, such as fdi-inflows-gdp:SGP.2024 > TLS.2024')
  })
  const section = object<Section & { readonly asserts: readonly string[] }>({
    id: required(id), name: required(name), title: required(textIn(setting, 'title')), text: required(statement),
    asserts: required(asserts), figures: required(listOf(figure)),
  })
  return (node, ledger) => {
    const read = section(node, ledger)
    if (!read) return undefined
    const { asserts: _asserts, ...rest } = read
    return rest
  }
}

function dashboardIn(figures: GroundsById, rules: Rules): FieldsOf<Dashboard> {
  const setting = settingOf(figures, rules)
  const [statement, title] = [textIn(setting, 'statement'), textIn(setting, 'title')]
  return {
    title: required(title), lead: required(statement), note: required(statement),
    sections: required(checked(listOf(sectionIn(figures, setting)), checkSections)),
  }
}

/** The dashboard, or null when something in it is broken; null text = the file is missing, which was reported. */
export function readDashboard(text: string | null, figures: GroundsById, rules: Rules, ledger: Ledger): Dashboard | null {
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

function checkMoved({ formerly, withdrawn }: Moved, fields: Fields, figures: GroundsById, ledger: Ledger): void {
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
export function readMoved(text: string | null, figures: GroundsById, rules: Rules, ledger: Ledger): Moved | null {
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
