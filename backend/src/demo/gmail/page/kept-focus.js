const nameOf = (element) => (/^(radio|checkbox)$/.test(element.type) ? element.value : element.name) || element.textContent.trim()

/** Remembers what had the focus inside a place; after it was drawn anew, gives it to what is called the same, or to the place itself. */
export function keepFocus(place) {
  const focused = document.activeElement
  const inside = focused !== place && place.contains(focused)
  const name = inside ? nameOf(focused) : ''
  return {
    restore() {
      if (!inside) return
      const same = name === '' ? null : [...place.querySelectorAll('button, a, input, select, textarea')].find((one) => nameOf(one) === name && !one.hidden)
      const next = same ?? place
      next.focus()
    },
  }
}
