import type { Words } from '../errors/app-error'

/** Why a segment is not taken as it was asked for. No stop at the end: the advice follows. */
export const segmentProblems = {
  circle: { en: 'The rule would refer to itself, directly or through other segments', ru: 'Условие ссылалось бы само на себя, прямо или через другие сегменты' } satisfies Words,
  deep: (most: number): Words => ({ en: `Segments refer to each other more than ${most} deep`, ru: `Сегменты ссылаются друг на друга глубже ${most} уровней` }),
  large: { en: 'With the segments it refers to, the rule has too many conditions', ru: 'Вместе с сегментами, на которые оно ссылается, условие слишком велико' } satisfies Words,
  gone: { en: 'A segment that the rule refers to is not there', ru: 'Сегмента, на который ссылается условие, нет' } satisfies Words,
  notShared: { en: 'A shared segment can only refer to shared ones', ru: 'Общий сегмент может ссылаться только на общие' } satisfies Words,
  usedByShared: { en: 'Shared segments refer to this one; it stays shared', ru: 'На этот сегмент ссылаются общие сегменты; он остаётся общим' } satisfies Words,
  attributeGone: (key: string): Words => ({ en: `No detail "${key}" is defined`, ru: `Характеристика «${key}» не определена` }),
  condition: { en: 'A condition is not complete', ru: 'Одно из условий заполнено не полностью' } satisfies Words,
  ofRule: { en: 'The members of a segment by rule are found by its rule', ru: 'Состав сегмента по условию определяется его условием' } satisfies Words,
  ofHand: { en: 'A segment by hand has no rule', ru: 'У сегмента, собранного вручную, нет условия' } satisfies Words,
  used: (segments: readonly string[], views: number): Words => ({
    en: `In use: ${[...segments.map((name) => `segment "${name}"`), ...(views > 0 ? [`saved views: ${views}`] : [])].join(', ')}`,
    ru: `Используется: ${[...segments.map((name) => `сегмент «${name}»`), ...(views > 0 ? [`сохранённые виды: ${views}`] : [])].join(', ')}`,
  }),
  tooMany: (most: number): Words => ({ en: `There are ${most} segments already; delete one first`, ru: `Сегментов уже ${most}; сначала удалите один из них` }),
} as const
