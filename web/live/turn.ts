/** Turns a figure's page to another view without a new document: the server prints it, and the parts that follow the view are exchanged. */

/** What differs between two views of a page. */
const PARTS = ['header.site', '.column', '.side', '.below', 'footer.site', '#live']
const ABOUT = 'meta[name], meta[property], link[rel=canonical], link[rel=alternate]'

/** What tells a control from the others of its page, in whatever printing. */
const keyOf = (control: Element): string =>
  [control.tagName, control.getAttribute('name'), control.getAttribute('value'), control.matches('a, button') ? control.textContent : ''].join(' ')

const controlOf = (key: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.column :is(a, button, input, select, summary)')].find((one) => keyOf(one) === key)

/** Focus stays on the same control; where that is gone, beside it. */
const refocus = (key: string): void =>
  (controlOf(key) ?? document.querySelector<HTMLElement>('.choose button'))?.focus({ preventScroll: true })

function exchange(fresh: Document): void {
  const focused = document.activeElement?.closest('.column') ? keyOf(document.activeElement) : null
  const isOpen = document.querySelector<HTMLDetailsElement>('.choose')?.open ?? false
  const choose = fresh.querySelector<HTMLDetailsElement>('.choose')
  if (choose) choose.open = isOpen
  document.title = fresh.title
  for (const old of document.head.querySelectorAll(ABOUT)) old.remove()
  document.head.append(...fresh.head.querySelectorAll(ABOUT))
  for (const part of PARTS) {
    const next = fresh.querySelector(part)
    if (next) document.querySelector(part)?.replaceWith(next)
  }
  if (focused !== null) refocus(focused)
}

/** The link of the column that a click follows in this window; null for any other click. */
function linkAt(event: Event): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.column a') : null
  const isPlain = event instanceof MouseEvent && !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  return isPlain && link?.origin === location.origin && !link.hash ? link : null
}

/** The address a form asks for: the server answers with the one spelling of it. */
function chosenAt(event: Event): string | null {
  const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('.choose form') : null
  if (!form) return null
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const [from, to] = ['from', 'to'].map((name) => fields.find((field) => field[0] === name))
  // years that were chosen backwards
  if (from?.[1] && to?.[1] && from[1] > to[1]) [from[1], to[1]] = [to[1], from[1]]
  const url = new URL(form.action)
  url.search = String(new URLSearchParams(fields))
  return url.href
}

/** Follows links and forms of the page to its other views; `wake` wakes up what was exchanged. */
export function followViews(wake: () => Promise<unknown>): void {
  const wish = { controller: new AbortController(), turned: Promise.resolve() }

  async function show(url: string, isNew: boolean): Promise<void> {
    wish.controller.abort()
    const { signal } = wish.controller = new AbortController()
    document.querySelector('.column')?.setAttribute('aria-busy', 'true')
    try {
      const reply = await fetch(url, { signal, headers: { Accept: 'text/html' } })
      const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html')
      if (!reply.ok || signal.aborted) throw new Error(reply.statusText)
      if (isNew && reply.url !== location.href) history.pushState(null, '', reply.url)
      exchange(fresh)
      await wake()
    } catch {
      if (!signal.aborted) location.assign(url)
    }
  }

  const turn = (url: string, isNew: boolean): void => {
    wish.turned = show(url, isNew)
  }

  document.addEventListener('click', (event) => {
    const link = linkAt(event)
    // what to paste, which opens over the page, or another view of it
    const isAsked = link?.dataset['asks']
    if (!link || !isAsked && link.pathname !== location.pathname) return
    event.preventDefault()
    // on a page that is just turning, the same link of the next view is meant
    const key = keyOf(link)
    void wish.turned.then(async () => {
      const now = controlOf(key)
      const { href } = now instanceof HTMLAnchorElement ? now : link
      if (isAsked) (await import('./snippets.ts')).open(href)
      else turn(href, true)
    })
  })
  for (const kind of ['change', 'submit']) {
    document.addEventListener(kind, (event) => {
      const url = chosenAt(event)
      if (url === null) return
      event.preventDefault()
      turn(url, true)
    })
  }
  addEventListener('popstate', () => turn(location.href, false))
}
