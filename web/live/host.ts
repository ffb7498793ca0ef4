/**
 * For other people's pages: gives every frame of ours the height it says it has, and defines `<supply-lines-figure>`, whose
 * contents, a picture, are shown wherever this script does not run.
 */

/** Frames of any other origin are left alone. */
const { origin } = new URL(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href)

/** Frames in this page and in the components on it. */
const frames = (): readonly HTMLIFrameElement[] => [
  ...document.querySelectorAll('iframe'),
  ...[...document.querySelectorAll('supply-lines-figure')].flatMap(({ shadowRoot }) => shadowRoot?.querySelector('iframe') ?? []),
]

/** The pixels in `{ 'datawrapper-height': { <figure>: <pixels> } }`; null in any other message. */
function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('datawrapper-height' in data)) return null
  const [height]: unknown[] = Object.values(data['datawrapper-height'] ?? {})
  return typeof height === 'number' ? height : null
}

/** Whether a frame shows a page of ours. */
const isOurs = ({ src }: HTMLIFrameElement): boolean => src.startsWith(`${origin}/`)

addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
  const height = heightIn(data)
  const frame = height === null ? undefined : frames().find(({ contentWindow }) => contentWindow === source)
  if (frame && isOurs(frame)) frame.style.height = `${height}px`
})

// Frames that were there before this script have said their height to nobody: they are asked for it.
for (const frame of frames().filter(isOurs)) frame.contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*')

class SupplyLinesFigure extends HTMLElement {
  connectedCallback(): void {
    const src = new URL(this.getAttribute('src') ?? '', origin)
    if (this.shadowRoot || src.origin !== origin) return
    const frame = document.createElement('iframe')
    Object.assign(frame, { src: src.href, title: this.getAttribute('label') ?? '', loading: 'lazy', height: this.getAttribute('height') ?? '600' })
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' })
    this.style.display = 'block'
    this.attachShadow({ mode: 'open' }).append(frame)
  }
}

if (!customElements.get('supply-lines-figure')) customElements.define('supply-lines-figure', SupplyLinesFigure)
