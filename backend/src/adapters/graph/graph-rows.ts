import type { z } from 'zod'
import { sha256 } from '../../platform/crypto/digest'
import { graphEvent, removedRow, type GraphEvent } from './graph-json'

export type Row = { kind: 'row'; row: GraphEvent } | { kind: 'maybe-gone'; eventId: string } | { kind: 'unreadable'; eventId: string; problem: string }

/** What has no id is known by its contents. */
export const unnamedPrefix = 'unnamed:'

export function rowOf(item: unknown): Row {
  const removed = removedRow.safeParse(item)
  if (removed.success) return { kind: 'maybe-gone', eventId: removed.data.id }
  const parsed = graphEvent.safeParse(item)
  if (parsed.success) return { kind: 'row', row: parsed.data }
  const id = typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : ''
  const named = id !== '' && id.length <= 4_096
  return { kind: 'unreadable', eventId: named ? id : `${unnamedPrefix}${sha256(JSON.stringify(item) ?? '')}`, problem: named ? problemOf(parsed.error) : 'id' }
}

/** Where the first thing is that can't be read; none of its words. */
export const problemOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || 'shape'
