/** Tells the page around an embed how high it is, in the words of every protocol that such pages listen to. */

const { search, hash, href, pathname } = location
const id = pathname.slice(pathname.lastIndexOf('/') + 1)
const child = new URLSearchParams(search).get('childId')
const secret = /[?&]secret=(\w+)/.exec(hash)?.[1]
const main = document.querySelector('main')
const told = { height: 0 }

const say = (message: unknown): void => parent.postMessage(message, '*')

/** Says the height of the whole embed, also where the frame is so low that the short form is shown in it. */
function tell(): void {
  const { dataset } = document.documentElement
  dataset['whole'] = ''
  const height = Math.ceil(main?.getBoundingClientRect().height ?? 0)
  delete dataset['whole']
  if (height === told.height) return
  told.height = height
  say({ 'datawrapper-height': { [id]: height } })
  say({ sentinel: 'amp', type: 'embed-size', height })
  say(JSON.stringify({ src: href, context: 'iframe.resize', height }))
  say(JSON.stringify({ id: `iframeMessenger:${id}`, type: 'set-height', value: height }))
  if (child) say(`pymxPYMx${child}xPYMxheightxPYMx${height}`)
  if (secret) say({ message: 'height', value: height, secret })
}

/** Whether a page that began to listen late asks for the height: @newswire/frames. */
const isGreeting = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'frames-init'

if (main && parent !== window) {
  new ResizeObserver(tell).observe(main)
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isGreeting(data)) return
    told.height = 0
    tell()
  })
}
