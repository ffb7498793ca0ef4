/** Dates in English. */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
  return edtf.endsWith('~') ? `about ${words}` : words
}

/** An EDTF date in words, where its year stands beside it. */
export const dateInYear = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  const bare = (text: string) => (text.length > 5 ? point(text).replace(/ \d{4}$/, '') : point(text))
  if (to === undefined) return bare(from)
  if (from.slice(0, 4) !== to.slice(0, 4)) return date(edtf)
  const [day, otherDay] = [from.slice(8, 10), to.slice(8, 10)]
  return day && otherDay && from.slice(0, 7) === to.slice(0, 7) && !edtf.includes('~')
    ? `${Number(day)}–${bare(to)}` : `${bare(from)} – ${bare(to)}`
}

/** An EDTF date in words. */
export const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)} to ${point(to)}`
}
