/** The places there are and who answers for them, one line each. */
import type { Ask } from '../ask.ts'
import { article } from './article.ts'
import { catalogue } from './catalogue.ts'
import { changes } from './changes.ts'
import { collection } from './collection.ts'
import { comparison } from './comparison.ts'
import { dashboard } from './dashboard.ts'
import { door } from './door.ts'
import { embed } from './embed.ts'
import { entry } from './entry.ts'
import { figure } from './figure.ts'
import { guide } from './guide.ts'
import { oembed } from './oembed.ts'
import { openapi } from './openapi.ts'
import { releases } from './releases.ts'
import { script } from './script.ts'
import { snippets } from './snippets.ts'
import { sources } from './sources.ts'

/** Answers for the place of an address. Throws Problems. */
export function answerPlace(ask: Ask): Promise<Response> {
  const { place } = ask.address
  switch (place.kind) {
    case 'dashboard': return dashboard(ask)
    case 'catalogue': return catalogue(ask, place)
    case 'figure': return figure(ask, place)
    case 'embed': return embed(ask, place)
    case 'oembed': return oembed(ask)
    case 'snippets': return snippets(ask, place)
    case 'script': return script(ask)
    case 'sources': return sources(ask)
    case 'releases': return releases(ask, place)
    case 'changes': return changes(ask, place)
    case 'comparison': return comparison(ask, place)
    case 'guide': return guide(ask)
    case 'article': return article(ask)
    case 'collection': return collection(ask, place)
    case 'openapi': return openapi(ask)
    case 'door': return door(ask, place)
    case 'entry': return entry(ask, place)
    default: return place satisfies never
  }
}
