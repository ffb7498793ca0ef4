/** Text whose break marks become `<wbr>`: Japanese headings break between phrases, not within words. */
import { BREAK } from '../../data/model/figure.ts'

export const Phrased = ({ text }: { text: string }) => (
  <>{text.split(BREAK).map((part, i) => (i === 0 ? part : <>{<wbr />}{part}</>))}</>
)
