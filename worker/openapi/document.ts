/** The description of the API as OpenAPI 3.1, made from the tables that serve: nothing in it can fall behind. */
import { LANGUAGES, wordsOf } from '../../web/words/index.ts'
import { OWN_LICENSE } from '../formats/terms.ts'
import { sampleOf } from '../../web/pages/call.ts'
import { TAGS, type Described, type Json, type Samples } from './described.ts'
import { headerComponents } from './headers.ts'
import { answersOf, healthPath, pathsOf, sharedAnswers } from './operations.ts'
import { queryParameters, REQUEST_HEADERS } from './parameters.ts'
import { PLACES } from './places.ts'
import { problemExamples, problemResponses } from './problems.ts'
import { schemas } from './schemas.ts'

/** Counted up when an address, a parameter or a key goes away; what is only added leaves it as it is. */
const API_VERSION = '1.0.0'

/** Every place there is, described with real values. */
export const describedPlaces = (samples: Samples): readonly Described[] =>
  Object.values(PLACES).flatMap((describe): readonly Described[] => describe(samples))

function info({ origin }: Samples): Json {
  const { messages, pages } = wordsOf('en')
  return {
    title: messages.site, version: API_VERSION,
    summary: 'Figures on human rights and investment in US–Japan–ASEAN supply chains, each with its evidence',
    description: [
      'Every address can be read by GET and HEAD, without a key and from any origin. English has no prefix, Japanese has /ja.',
      'A figure’s address takes an ending for each format; with @ and a version it names that version, whose files of data never change.',
      'A known parameter with a value that is not possible is refused with a problem (RFC 9457); an unknown one is ignored.',
    ].join('\n\n'),
    termsOfService: `${origin}/guide#policy`,
    contact: { name: messages.site, url: `${origin}/guide#policy` },
    license: { name: `${OWN_LICENSE.title}. ${pages.footer}`, url: OWN_LICENSE.path },
  }
}

/** Names of answers that these paths refer to. */
const referred = (paths: Json): ReadonlySet<string> =>
  new Set([...JSON.stringify(paths).matchAll(/#\/components\/responses\/([\w.-]+)/g)].map(([, name = '']) => name))

function componentsOf(samples: Samples, places: readonly Described[], paths: Json): Json {
  const refs = referred(paths)
  const answers: Json = { ...Object.assign({}, ...places.map((described) => answersOf(described, samples))), ...sharedAnswers(samples) }
  return {
    schemas: schemas(), headers: headerComponents(), examples: problemExamples(samples),
    parameters: { ...queryParameters(samples), ...REQUEST_HEADERS },
    responses: { ...Object.fromEntries(Object.entries(answers).filter(([name]) => refs.has(name))), ...problemResponses(samples, refs) },
  }
}

/** The document; throws for a release without figures, which nothing can be shown of. */
export function openapiOf({ origin, release, hash, code }: Omit<Samples, 'entry'>): Json {
  const entry = sampleOf(release)
  if (!entry) throw new Error('a release without figures has no examples')
  const samples: Samples = { origin, release, hash, code, entry }
  const places = describedPlaces(samples)
  const paths: Json = { ...Object.assign({}, ...places.map((described) => pathsOf(described, LANGUAGES))), '/healthz': healthPath() }
  return {
    openapi: '3.1.1', info: info(samples), servers: [{ url: origin, description: wordsOf('en').messages.site }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    externalDocs: { url: `${origin}/guide`, description: wordsOf('en').pages.guideTitle },
    security: [], paths, components: componentsOf(samples, places, paths),
  }
}
