import type { Tx } from '../../platform/db/database'
import { querySchema, runSchema } from '../../platform/db/schema-sql'
import { reindexTexts } from '../../platform/db/text-writes'
import { erasedMark, erasedPersonId } from './erased-person'
import type { PersonTraces } from './person-traces'
import { forgetMerges, mergedInto } from './merge-traces'
import { withoutWords } from './redact'

type Counts = Record<string, number>
const among = 'IN (SELECT value FROM json_each(?))'

/** Of contacts only the act stays: with whom of the clients, when, by what, whose. Gives the hashes of bytes that nothing names any more, perhaps. */
export async function blankContacts(tx: Tx, ids: readonly string[], at: Date): Promise<{ counts: Counts; hashes: string[] }> {
  const [given, run] = [JSON.stringify(ids), (sql: string, ...values: unknown[]) => runSchema(tx, sql, ...values)]
  const hashes = await querySchema<{ hash: string }>(tx, `SELECT DISTINCT contentHash AS hash FROM Attachment WHERE contentHash IS NOT NULL AND contactId ${among}`, given)
  const counts: Counts = {
    Contact: await run(`UPDATE Contact SET subject = '', content = '', folded = '', result = '', comment = '', attributes = '{}', messageId = NULL, version = version + 1, updatedAt = ? WHERE id ${among}`, at.getTime(), given),
    Attachment: await run(`UPDATE Attachment SET name = '${erasedMark}', contentHash = NULL, keptAt = NULL WHERE contactId ${among}`, given),
    MessageCopy: await run(`DELETE FROM MessageCopy WHERE contactId ${among}`, given),
    SendOrder: await run(`DELETE FROM SendOrder WHERE contactId ${among}`, given),
    CalendarEntry: await run(`UPDATE CalendarEntry SET facts = NULL WHERE calendarKey IN (SELECT calendarKey FROM CalendarMeeting WHERE contactId ${among})`, given),
  }
  await run(`UPDATE CalendarMeeting SET given = json_set(given, '$.subject', '', '$.contentHash', '') WHERE contactId ${among}`, given)
  await run(`UPDATE OwnAppointment SET written = NULL WHERE contactId ${among}`, given)
  counts.AuditEntry = await redactTrail(tx, 'contact', ids)
  await reindexTexts(tx, ids)
  return { counts, hashes: hashes.map((row) => row.hash) }
}

/** The trail keeps that something changed; of the words nothing, so that no change of them can be taken back. */
async function redactTrail(tx: Tx, noun: string, ids: readonly string[]): Promise<number> {
  const rows = await querySchema<{ id: string; before: string | null; after: string | null }>(tx, 
    `SELECT id, json(before) AS before, json(after) AS after FROM AuditEntry WHERE noun = ? AND nounId ${among}`, noun, JSON.stringify(ids))
  const keeps = (text: string | null) => (text === null ? null : noun === 'contact' ? JSON.stringify(withoutWords(JSON.parse(text) as Record<string, unknown>)) : '{}')
  for (const { id, before, after } of rows) {
    const [old, fresh] = [keeps(before), keeps(after)]
    if (old !== before || fresh !== after) await runSchema(tx, 'UPDATE AuditEntry SET before = ?, after = ?, whole = 0 WHERE id = ?', old, fresh, id)
  }
  return rows.length
}

/** Merges, and what the trail says of whoever was merged into the person. */
export async function removeMerged(tx: Tx, { personId, addressKeys }: PersonTraces): Promise<Counts> {
  const line = personId === null ? [] : await mergedInto(tx, personId)
  return { Merge: await forgetMerges(tx, { line, addressKeys }), AuditEntry: await redactTrail(tx, 'person', line.filter((id) => id !== personId)) }
}

/** Everything that is of the person alone; those who took part in contacts stay there as somebody erased. */
export async function removePerson(tx: Tx, { personId, addressKeys, attachmentIds }: PersonTraces): Promise<Counts> {
  const [keys, run] = [JSON.stringify(addressKeys), (sql: string, ...values: unknown[]) => runSchema(tx, sql, ...values)]
  const counts: Counts = {
    ContactAddress: await run(`DELETE FROM ContactAddress WHERE addressKey ${among}`, keys),
    CalendarEntryAddress: (await run(`UPDATE CalendarEntry SET facts = NULL WHERE id IN (SELECT entryId FROM CalendarEntryAddress WHERE addressKey ${among})`, keys), await run(`DELETE FROM CalendarEntryAddress WHERE addressKey ${among}`, keys)),
    CounterpartyAddress: await run(`DELETE FROM CounterpartyAddress WHERE addressKey ${among}`, keys),
    RememberedChoice: await run(`DELETE FROM RememberedChoice WHERE addressKey ${among} OR personId = ?`, keys, personId),
    NeverRegister: await run(`DELETE FROM NeverRegister WHERE kind = 'address' AND valueKey ${among}`, keys),
    SenderDecision: await run(`DELETE FROM SenderDecision WHERE kind = 'address' AND valueKey ${among}`, keys),
    SendOrder: await run(`DELETE FROM SendOrder WHERE EXISTS (SELECT 1 FROM json_each(recipients) r WHERE r.value ${among})`, keys),
    DuplicatePair: await run("DELETE FROM DuplicatePair WHERE noun = 'person' AND (firstId = ? OR secondId = ?)", personId, personId),
    ImportProblem: await run('DELETE FROM ImportProblem WHERE nounId = ?', personId),
    AuditEntry: await redactTrail(tx, 'person', [personId ?? '']) + await redactTrail(tx, 'attachment', attachmentIds),
  }
  await run('INSERT OR IGNORE INTO ContactParticipant (contactId, personId, position) SELECT contactId, ?, position FROM ContactParticipant WHERE personId = ?', erasedPersonId, personId)
  counts.ContactParticipant = await run('DELETE FROM ContactParticipant WHERE personId = ?', personId)
  counts.PersonAddress = await run('DELETE FROM PersonAddress WHERE personId = ?', personId)
  counts.PersonPhone = await run('DELETE FROM PersonPhone WHERE personId = ?', personId)
  counts.ContactPerson = await run('DELETE FROM ContactPerson WHERE id = ?', personId)
  return counts
}

export const isFileNamed = async (tx: Tx, hash: string) => (await tx.attachment.findFirst({ where: { contentHash: hash }, select: { id: true } })) !== null
