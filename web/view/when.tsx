/** A date in words, and as machines read it: HTML knows neither intervals nor "about", so of those its beginning. */
import type { Words } from '../words/words.ts'

export const When = ({ date, words }: { date: string; words: Words }) =>
  <time datetime={date.split('/')[0]?.replace('~', '') ?? ''}>{words.date(date)}</time>
