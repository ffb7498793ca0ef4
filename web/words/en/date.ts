/** Dates in English. */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

function point(edtf: string): string {
  const [year = '', month, day] = edtf.replace('~', '').split('-')
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
  return edtf.endsWith('~') ? `about ${words}` : words
}

/** An EDTF date in words. */
export const date = (edtf: string): string => {
  const [from = '', to] = edtf.split('/')
  return to === undefined ? point(from) : `${point(from)} to ${point(to)}`
}
