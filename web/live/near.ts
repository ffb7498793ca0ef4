/** Waits until the reader comes near: what is far below costs nothing until then. */

/** Resolves once an element is within a window's height of what is seen. */
export const whenNear = (element: Element): Promise<void> => new Promise((resolve) => {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    resolve()
  }, { rootMargin: '100%' }).observe(element)
})
