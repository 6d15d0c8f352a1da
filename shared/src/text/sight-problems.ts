/** Said to a manager who does not see the whole client base. */
export const sightProblems = {
  wholeBase: {
    en: 'This works on the whole client base, and you see a part of it. Ask an administrator to do it.',
    ru: 'Это делается по всей базе клиентов, а вам видна её часть. Попросите администратора.',
  },
} as const
