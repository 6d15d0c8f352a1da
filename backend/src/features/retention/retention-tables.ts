import type { RetentionRule } from '@counterpane/shared/domain/trail-codes'

/** What a rule deletes: rows of a table that are older than so many days. `files`: of these rows the bytes go as well. */
export interface RetentionTable { table: string; key: string; where: string; files?: 'rows' | 'bytes' }

/**
 * `?1` is the instant before which it is gone. Contacts that were undone stay while a calendar still speaks of them or a plan of one's own stands in a calendar:
 * without them the next reading would make them anew.
 */
export const retentionTables: Record<RetentionRule, RetentionTable> = {
  audit: { table: 'AuditEntry', key: 'id', where: 'at < ?1' },
  undoneContacts: {
    table: 'Contact', key: 'id', files: 'rows',
    where: 'undoneAt < ?1 AND NOT EXISTS (SELECT 1 FROM CalendarMeeting m WHERE m.contactId = Contact.id) AND NOT EXISTS (SELECT 1 FROM OwnAppointment o WHERE o.contactId = Contact.id)',
  },
  undoneFiles: { table: 'Attachment', key: 'id', files: 'bytes', where: 'contentHash IS NOT NULL AND EXISTS (SELECT 1 FROM Contact c WHERE c.id = Attachment.contactId AND c.undoneAt < ?1)' },
  importProblems: { table: 'ImportProblem', key: 'rowid', where: 'importId IN (SELECT id FROM Import WHERE finishedAt < ?1)' },
  sessions: { table: 'Session', key: 'rowid', where: 'expiresAt < ?1' },
  digests: { table: 'DigestSent', key: 'rowid', where: 'at < ?1' },
  signInAttempts: { table: 'SignInAttempt', key: 'rowid', where: 'expiresAt < ?1' },
}
