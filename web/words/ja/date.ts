/** Dates in Japanese. */
function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return edtf.endsWith('~') ? `${words}頃` : words
}

/** An EDTF date in words. */
export const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)}〜${point(to)}`
}
