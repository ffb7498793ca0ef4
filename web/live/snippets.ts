/** What to paste, with a script: the server's page of snippets as a dialog over the figure, whose choices exchange what is in it. */
import { copyable } from './copy.ts'

const CHOICES = '.choices a'

/** Puts the snippets at an address into the dialog. Rejects where they cannot be had, or are no longer wanted. */
async function fillWith(dialog: HTMLDialogElement, href: string, signal: AbortSignal): Promise<void> {
  const reply = await fetch(href, { signal, headers: { Accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html')
  const [title, snippets] = [fresh.querySelector('h1'), fresh.querySelector('.snippets')]
  if (!reply.ok || !title || !snippets) throw new Error(reply.statusText)
  const focused = [...dialog.querySelectorAll(CHOICES)].findIndex((choice) => choice === document.activeElement)
  const heading = document.createElement('h2')
  heading.id = 'snippets-title'
  heading.textContent = title.textContent
  dialog.lang = fresh.documentElement.lang
  dialog.replaceChildren(heading, snippets)
  dialog.querySelector('[data-close]')?.removeAttribute('hidden')
  copyable(dialog)
  dialog.querySelectorAll<HTMLElement>(CHOICES)[focused]?.focus()
}

/** Opens the dialog with the snippets at an address; where that fails, goes there. Focus returns to where it was when it closes. */
export async function open(href: string): Promise<void> {
  const dialog = document.createElement('dialog')
  const wish = { controller: new AbortController() }
  dialog.setAttribute('aria-labelledby', 'snippets-title')
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('[data-close]')) dialog.close()
    const choice = target?.closest<HTMLAnchorElement>(CHOICES)
    if (!choice || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    // of two quick choices the last one counts
    wish.controller.abort()
    const { signal } = wish.controller = new AbortController()
    fillWith(dialog, choice.href, signal).catch(() => signal.aborted || location.assign(choice.href))
  })
  dialog.addEventListener('close', () => dialog.remove())
  try {
    await fillWith(dialog, href, wish.controller.signal)
  } catch {
    return location.assign(href)
  }
  document.body.append(dialog)
  dialog.showModal()
}

// On a page of its own, and in the guide, this is all there is to wake up.
copyable(document)
