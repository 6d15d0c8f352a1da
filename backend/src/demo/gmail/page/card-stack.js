// A stack of cards as Gmail keeps one for each place: entries of { card, typed, stale }.

/** The stack after the steps of an answer. `typed`: what stands in the card on top now, to be kept. `stateChanged`: what this answer did not draw is stale. */
export function afterSteps(entries, steps, { typed, stateChanged }) {
  const stack = entries.map((entry, at) => ({ ...entry, ...(at === entries.length - 1 && { typed }), stale: entry.stale || stateChanged }))
  for (const step of steps) {
    if (step.pushCard) stack.push({ card: step.pushCard, typed: {}, stale: false })
    else if (step.updateCard) stack.push({ card: step.updateCard, typed: stack.pop()?.typed ?? {}, stale: false })
    else if (step.pop) stack.pop()
    else if (step.popToRoot) stack.splice(1)
    else if (step.popToCard) while (stack.length > 1 && stack.at(-1).card.name !== step.popToCard) stack.pop()
  }
  return stack
}
