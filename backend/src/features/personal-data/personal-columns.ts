/** How rows that speak of one person are found: by the person, one of the addresses, one of the contacts that they took part in, or the id that a trail's line is about. */
export type FoundBy = 'personId' | 'addressKey' | 'contactId' | 'nounId'
export interface PersonalTable {
  by?: Partial<Record<FoundBy, string>>
  /** Texts in which anybody may have written the name or an address; JSON among them is read as such. */
  swept?: readonly string[]
  json?: readonly string[]
  /** Looked at, and nothing of people outside: codes, our own people, what administrators call things. */
  plain?: readonly string[]
  /** A form of what stands elsewhere, for searching: made anew and not handed out. */
  derived?: true
}

/** Every table there is. A test holds it against the database itself: a new table, or a column that may hold something of a person, has to be thought of here. */
export const personalTables: Readonly<Record<string, PersonalTable>> = {
  ContactPerson: { by: { personId: 'id' }, plain: ['name', 'nameKey', 'searchText', 'position', 'birthday', 'interests', 'acquaintance', 'attributes'] },
  PersonAddress: { by: { personId: 'personId', addressKey: 'addressKey' }, plain: ['address', 'mailboxKey'] },
  PersonPhone: { by: { personId: 'personId' }, plain: ['phone', 'phoneKey'] },
  PersonDate: { by: { personId: 'personId' }, plain: ['name'] },
  PersonEmployment: { by: { personId: 'personId' }, plain: ['position'] },
  Contact: { by: { contactId: 'id' }, swept: ['subject', 'result', 'comment', 'content', 'folded', 'messageKey', 'messageId', 'conversationId', 'meetingKey'], json: ['attributes'] },
  ContactParticipant: { by: { personId: 'personId' } },
  ContactAddress: { by: { addressKey: 'addressKey' } },
  ContactText: { derived: true, plain: ['text'] }, ContactWords: { derived: true, plain: ['subject', 'result'] }, ContactMarks: { derived: true, plain: ['subject', 'result'] },
  WaitingSender: { by: { addressKey: 'addressKey' }, derived: true, plain: ['text'] },
  WaitingGroup: { derived: true }, ContactManager: {}, ContactCounterparty: {}, ContactMove: {},
  Attachment: { by: { contactId: 'contactId' }, swept: ['name'], plain: ['contentType', 'contentHash'] },
  MessageCopy: { by: { contactId: 'contactId' } },
  Task: { by: { contactId: 'contactId' }, swept: ['title', 'result'] },
  CalendarMeeting: { by: { contactId: 'contactId' }, json: ['given'] },
  CalendarEntry: { json: ['facts'] },
  CalendarEntryAddress: { by: { addressKey: 'addressKey' } },
  OwnAppointment: { by: { contactId: 'contactId' }, json: ['written'], plain: ['problem'] },
  CalendarMailbox: { plain: ['mailbox', 'problem'] }, CalendarProblem: { plain: ['problem'] }, CalendarSubscription: {}, CalendarConsent: {},
  Counterparty: { swept: ['name', 'nameKey', 'searchText', 'loyalty', 'competitors'], json: ['attributes'] },
  CounterpartyAddress: { by: { addressKey: 'addressKey' }, plain: ['address', 'mailboxKey'] },
  CounterpartyDomain: {}, CounterpartyPhone: { plain: ['phone', 'phoneKey'] }, ClientDomain: {}, ClientDomainForm: {}, ClientActivity: {}, ClientManager: {},
  RememberedChoice: { by: { addressKey: 'addressKey', personId: 'personId' } },
  NeverRegister: { by: { addressKey: 'valueKey' } },
  SenderDecision: { by: { addressKey: 'valueKey' }, swept: ['note'] },
  SendOrder: { by: { contactId: 'contactId' }, swept: ['subjectKey'], json: ['recipients', 'personIds'] },
  FollowedConversation: {}, ExcludedMessage: { plain: ['messageKey'] },
  DuplicatePair: { by: { nounId: 'secondId' }, json: ['reasons'], plain: ['firstId'] }, DuplicateSearch: { plain: ['problem'] },
  Merge: { by: { nounId: 'mergedId' }, json: ['survivor', 'merged', 'moved'], plain: ['survivorId'] },
  Import: { swept: ['fileName', 'problem'], json: ['mapping', 'undone'] }, ImportMapping: { json: ['mapping'] },
  ImportProblem: { by: { nounId: 'nounId' }, swept: ['message', 'field'] },
  AuditEntry: { by: { nounId: 'nounId' }, swept: ['nounId'], json: ['before', 'after'] },
  Segment: { swept: ['name'], json: ['rule'] }, SegmentMember: {}, ClientSelection: { swept: ['name', 'search'], json: ['columns'] }, SavedView: { swept: ['name', 'search'], json: ['columns', 'marks'] },
  Manager: { plain: ['name', 'preferences'] }, ManagerAddress: { plain: ['address', 'addressKey'] }, ManagerFirm: {}, Identity: { plain: ['subject'] }, Invitation: {}, Session: {}, SignInAttempt: {}, DigestSent: {},
  Firm: { plain: ['name'] }, Team: { plain: ['name'] }, ContactType: { plain: ['name', 'nameRu'] }, AdSource: { plain: ['name'] }, DictionaryWord: { plain: ['name'] }, OwnDomain: {},
  AttributeDefinition: { plain: ['name', 'nameRu', 'options', 'checks'] }, Setting: { plain: ['name', 'value'] },
  NextStepMissing: {}, Suppression: {}, PersonalDataReport: { plain: ['counts'] },
}

/** Columns by whose name something of a person may stand there. */
export const mayBePersonal = /name|address|mailbox|phone|birthday|person|subject|content|result|comment|text|note|title|search$|facts|given|written|position|interests|acquaint|attributes|value|problem|messageId|messageKey|folded/i
