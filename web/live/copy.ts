/** Copy buttons: they copy a text and say so; where copying is not allowed they select it and say that. */

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

const textOf = (field: Element): string => (field instanceof HTMLTextAreaElement ? field.value : field.textContent ?? '')

function select(field: Element): void {
  if (!(field instanceof HTMLTextAreaElement)) return getSelection()?.selectAllChildren(field)
  field.focus()
  field.select()
}

/** Shows the copy buttons of a part of the page, and makes them copy. */
export function copyable(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.onclick = async () => {
      const field = root.querySelector(`#${button.dataset['copy']}`)
      const said = button.parentElement?.querySelector('[role=status]')
      if (!field || !said) return
      const isCopied = await copied(textOf(field))
      if (!isCopied) select(field)
      // said anew each time, so that the second time is heard too
      said.textContent = ''
      requestAnimationFrame(() => { said.textContent = (isCopied ? button.dataset['copied'] : button.dataset['selected']) ?? '' })
    }
  }
}
