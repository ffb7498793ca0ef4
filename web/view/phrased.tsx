/** Text whose break marks become `<wbr>`: Japanese headings break between phrases, not within words. */
import { BREAK } from '../../data/model/figure.ts'

/** A sum of money stays with its "billion". */
const whole = (text: string): string => text.replace(/(\d) (?=[bm]illion)/g, '$1\u00a0')

export const Phrased = ({ text }: { text: string }) => (
  <>{text.split(BREAK).map((part, i) => (i === 0 ? whole(part) : <>{<wbr />}{whole(part)}</>))}</>
)
