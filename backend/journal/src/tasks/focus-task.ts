/** The task has the focus once it is drawn again, so that keys go on from where one was. */
export const focusTask = (id: string) => requestAnimationFrame(() => document.querySelector<HTMLElement>(`.jn-task[data-id="${CSS.escape(id)}"]`)?.focus())
