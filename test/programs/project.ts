/** The project's own ingredients and fonts, for tests of the programs. */
import { join } from 'node:path'
import { folderCache } from '../../data/programs/folder.ts'
import { ingredients } from '../../data/programs/ingredients.ts'

export const ROOT = join(import.meta.dirname, '../..')

/** The cache of the build: cutting Japanese fonts anew takes ten seconds, and gives the same bytes. */
export const CACHE = folderCache(join(ROOT, '.build/cache'))

export const ownIngredients = () => ingredients(ROOT)
