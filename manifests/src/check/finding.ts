/** One fault, in words that an administrator can act on. */
export interface Finding {
  rule: string
  /** Where: file, line and the element's path, or the JSON path. */
  place: string
  sentence: string
}

export const inWords = ({ place, sentence }: Finding): string => `${place}: ${sentence}`
