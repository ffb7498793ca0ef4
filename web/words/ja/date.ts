/** Dates in Japanese. */
function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return edtf.endsWith('~') ? `${words}頃` : words
}

/** An EDTF date in words, where its year stands beside it. */
export const dateInYear = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  const bare = (text: string) => (text.length > 5 ? point(text).slice(5) : point(text))
  if (to === undefined) return bare(from)
  if (from.slice(0, 4) !== to.slice(0, 4)) return date(edtf)
  const [day, otherDay] = [from.slice(8, 10), to.slice(8, 10)]
  return day && otherDay && from.slice(0, 7) === to.slice(0, 7) && !edtf.includes('~')
    ? `${bare(from).slice(0, -1)}〜${Number(otherDay)}日` : `${bare(from)}〜${bare(to)}`
}

/** An EDTF date in words. */
export const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)}〜${point(to)}`
}
