// Which rows a narrowed sight sees, as conditions of SQL: the one place that says it. `?1` is the sight as JSON. Tables are named with `main.`: their plain names are
// shadowed by what stands here (seen-sql.ts). A client is seen whose manager is near, that has none, or that somebody near had to do with; with it goes its whole history.

const near = "(SELECT value FROM json_each(?1, '$.near'))"
const named = (id: string) => `${id} IN (SELECT value FROM json_each(?1, '$.named'))`

const clientSeen = (k: string) => `(${k}.managerId IS NULL OR ${k}.managerId IN ${near} OR EXISTS (SELECT 1 FROM main.ClientManager w WHERE w.counterpartyId = ${k}.id AND w.managerId IN ${near}) OR ${named(`${k}.id`)})`
const client = (id: string) => `EXISTS (SELECT 1 FROM main.Counterparty k WHERE k.id = ${id} AND ${clientSeen('k')})`

/** What was held or is planned with nobody whom we know is seen by those who take part. */
const contactSeen = (c: string) => `(CASE WHEN ${c}.counterpartyId IS NULL
  THEN ${c}.managerId IN ${near} OR ${c}.registeredById IN ${near} OR EXISTS (SELECT 1 FROM main.ContactManager j WHERE j.contactId = ${c}.id AND j.managerId IN ${near})
    OR EXISTS (SELECT 1 FROM main.MessageCopy o WHERE o.contactId = ${c}.id AND o.managerId IN ${near})
  ELSE ${client(`${c}.counterpartyId`)} END OR ${named(`${c}.id`)})`
const contact = (id: string) => `EXISTS (SELECT 1 FROM main.Contact cc WHERE cc.id = ${id} AND ${contactSeen('cc')})`

/** People go with their client; who took part in something that is seen stays seen there, wherever they went. */
const personSeen = (p: string) => `(${p}.counterpartyId IS NULL OR ${client(`${p}.counterpartyId`)}
  OR EXISTS (SELECT 1 FROM main.ContactParticipant q JOIN main.Contact c ON c.id = q.contactId WHERE q.personId = ${p}.id AND ${contactSeen('c')}) OR ${named(`${p}.id`)})`
const person = (id: string) => `EXISTS (SELECT 1 FROM main.ContactPerson pp WHERE pp.id = ${id} AND ${personSeen('pp')})`

const taskSeen = (t: string) => `(CASE WHEN ${t}.counterpartyId IS NULL THEN ${t}.managerId IN ${near} OR ${t}.createdById IN ${near} ELSE ${client(`${t}.counterpartyId`)} END OR ${named(`${t}.id`)})`
const task = (id: string) => `EXISTS (SELECT 1 FROM main.Task tt WHERE tt.id = ${id} AND ${taskSeen('tt')})`

const ofNoun = (noun: string, id: string) => `CASE ${noun} WHEN 'counterparty' THEN ${client(id)} WHEN 'person' THEN ${person(id)} WHEN 'contact' THEN ${contact(id)} WHEN 'task' THEN ${task(id)} ELSE 1 END`
const ofClient = client('x.counterpartyId')
const ofPerson = person('x.personId')
const ofContact = contact('x.contactId')
const clientOfDomain = `(EXISTS (SELECT 1 FROM main.CounterpartyDomain d WHERE d.domainKey = x.domainKey AND ${client('d.counterpartyId')})
  OR EXISTS (SELECT 1 FROM main.CounterpartyAddress d WHERE d.domainKey = x.domainKey AND ${client('d.counterpartyId')})
  OR EXISTS (SELECT 1 FROM main.PersonAddress d WHERE d.domainKey = x.domainKey AND ${person('d.personId')}))`
/** Of work on the whole base nothing is told to somebody who does not see all of it. */
const nobody = '0'

/** By table, for its row `x`. What is not named here holds nothing of clients and their people, or only of the manager whom it belongs to; a test holds this against the schema. */
export const seenRows: Readonly<Record<string, string>> = {
  Counterparty: clientSeen('x'), ContactPerson: personSeen('x'), Contact: contactSeen('x'), Task: taskSeen('x'),
  CounterpartyAddress: ofClient, CounterpartyDomain: ofClient, CounterpartyPhone: ofClient, ClientActivity: ofClient, ClientManager: ofClient, NextStepMissing: ofClient, SegmentMember: ofClient, _client_text: ofClient,
  ClientDomain: clientOfDomain, ClientDomainForm: clientOfDomain,
  PersonAddress: ofPerson, PersonPhone: ofPerson, PersonDate: ofPerson, PersonEmployment: `${ofPerson} AND (x.counterpartyId IS NULL OR ${ofClient})`,
  ContactParticipant: ofContact, ContactManager: ofContact, ContactCounterparty: `${ofContact} AND ${ofClient}`, ContactAddress: ofContact, ContactText: ofContact, ContactMove: ofContact,
  Attachment: ofContact, MessageCopy: ofContact, CalendarMeeting: ofContact, OwnAppointment: ofContact, WaitingSender: ofContact,
  RememberedChoice: `(x.counterpartyId IS NULL OR ${ofClient}) AND (x.personId IS NULL OR ${ofPerson})`,
  DuplicatePair: `(${ofNoun('x.noun', 'x.firstId')}) AND (${ofNoun('x.noun', 'x.secondId')})`, Merge: ofNoun('x.noun', 'x.survivorId'), AuditEntry: ofNoun('x.noun', 'x.nounId'),
  DuplicateSearch: nobody, Import: nobody, ImportProblem: nobody, ImportMapping: nobody, PersonalDataReport: nobody, WaitingGroup: nobody,
}

/** Which of the ids (`?2`, a JSON list) belong to something that is there and not seen. Ids are never used twice, so that they need no noun. */
export const hiddenIds = `SELECT i.value AS id FROM json_each(?2) i WHERE ${Object.entries(seenRows)
  .filter(([table]) => ['Counterparty', 'ContactPerson', 'Contact', 'Task', 'Attachment', 'DuplicatePair', 'Merge', 'AuditEntry', 'DuplicateSearch', 'Import'].includes(table))
  .map(([table, seen]) => `EXISTS (SELECT 1 FROM main.${table} x WHERE x.id = i.value AND NOT (${seen}))`).join(' OR ')}
  OR EXISTS (SELECT 1 FROM main.AuditEntry x WHERE x.setId = i.value AND NOT (${seenRows.AuditEntry}))`
