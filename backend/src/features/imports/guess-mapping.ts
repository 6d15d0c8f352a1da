import { foldText } from '@counterpane/shared/text/fold'
import { type ImportField, listFields, type Mapping } from './import-fields'

type Guess = ImportField | 'anyName' | 'anyAddress' | 'anyPhone' | 'anyTitle'

/** Words that stand above columns in exports of Russian and English systems, Outlook's and Google's address books among them; the first that fits counts. */
const words: readonly [RegExp, Guess | null][] = [
  [/display name|отображаемое|краткое имя|assistant|помощник|^personal web|label|метка|тип (эл|тел|адр)|type$|phonetic|yomi|кпп|огрн|окпо|(?<!\p{L})id(?!\p{L})|^код|^№|номер строки|nickname|file as|notes?$|заметк|коммент/u, null],
  [/(?<!\p{L})(инн|inn|vat|tax( (id|number|no))?)(?!\p{L})|steuernummer|ust-?id/u, 'taxNumber'],
  [/^(контактное лицо|контакт|фио( контакт.*)?|представитель|contact( person| name)?|full name|person|ф\.?\s?и\.?\s?о\.?)$/, 'personName'],
  [/^(имя|first name|given name|имя контактного лица)$/, 'personFirstName'], [/^(отчество|middle name|additional name|patronymic)$/, 'personMiddleName'], [/^(фамилия|last name|family name|surname)$/, 'personLastName'],
  [/должность|job title|position|organi[sz]ation( 1)? ?-? ?title|^role$/, 'personPosition'], [/^title$/, 'anyTitle'],
  [/день рождения|дата рождения|birthday|date of birth|^bday$/, 'personBirthday'],
  [/ответственн|менеджер|responsible|account manager|owner|sales ?(person|rep)/, 'manager'],
  [/(e-?mail|почт|адрес эл).*(компан|организац|клиент|контрагент|фирм|общ|company|office|client)|(company|office|client|general).*(e-?mail)/, 'addresses'],
  [/(e-?mail|почт|адрес эл).*(контакт|лиц|person|contact|личн)|(contact|personal).*e-?mail/, 'personAddresses'],
  [/e-?mail|электронн.*(почт|адрес)|эл\.? ?(почт|адрес)|^почта|^mail$/, 'anyAddress'],
  [/(тел|phone|tel).*(компан|организац|клиент|контрагент|фирм|company|office|client)|(company|office|main|switchboard).*(phone|tel)/, 'phones'],
  [/(тел|phone|tel|моб).*(контакт|лиц|person|contact)|(contact).*(phone|tel)|мобильн|сотов|переносн|mobile|cell/, 'personPhones'],
  [/телефон|phone|^тел\.?$|^tel\.?$/, 'anyPhone'],
  [/^сайт|веб-?(сайт|страниц)|web ?(site|page)|^url|domain|домен/, 'domains'],
  [/оборот|turnover/, 'turnover'], [/^(статус|status)( (клиента|контрагента|of (the )?(client|customer)))?$|(client|customer|account) status/, 'status'],
  [/^источник( информации| рекламы| клиента)?$|^(ad(vertising)? |lead |client )?source$/, 'adSource'], [/лояльност|loyalty/, 'loyalty'], [/у конкурентов|from competitors/, 'competitors'],
  [/^(интересы|увлечения|хобби|interests|hobby|hobbies)$/, 'personInterests'], [/знакомств|^acquaintance/, 'personAcquaintance'],
  [/^(вид|тип|категория)( (контрагента|клиента|организации))?$|^kind$|(client|customer|account) (type|kind)/, 'kind'],
  [/^класс|^class$|^abc|grade/, 'class'], [/^vip|^вип/, 'vip'], [/отрасль|industry|вид деятельности|sector/, 'industry'], [/регион|область|город|region|city|state|country|страна/, 'region'],
  [/^(название|наименование|контрагент|клиент|организация|компания|фирма|юр\.? ?лицо|company( name)?|organi[sz]ation( name)?( 1)?( ?-? ?name)?|client( name)?|customer( name)?|account( name)?|counterparty)$|(название|наименование).*(клиент|контрагент|организац|компани)|(полное|краткое|сокращ|рабочее).*(название|наименование)/, 'name'],
  [/^name$/, 'anyName'],
]

/** What each column is, by the words above it. An address or a phone that is not said to be whose belongs to the person when the file tells of persons. */
export function guessMapping(header: readonly string[]): Mapping {
  const guesses = header.map((title): Guess | null => words.find(([pattern]) => pattern.test(plain(title)))?.[1] ?? null)
  const hasClient = guesses.includes('name')
  const persons = guesses.some((guess) => guess === 'personName' || guess === 'personFirstName' || guess === 'personLastName') || (hasClient && guesses.includes('anyName'))
  // Beside a job title it is "Mr" or "Dr".
  const titleIs = guesses.includes('personPosition') ? null : 'personPosition'
  const taken = new Set<ImportField>()
  return guesses.map((guess): ImportField | null => {
    const field = guess === 'anyName' ? (hasClient ? 'personName' : 'name') : guess === 'anyAddress' ? (persons ? 'personAddresses' : 'addresses') : guess === 'anyPhone' ? (persons ? 'personPhones' : 'phones') : guess === 'anyTitle' ? titleIs : guess
    if (!persons && field === 'personPhones') return 'phones'
    if (field === null || listFields.has(field)) return field
    // Of two columns for one thing the first is meant: "Name", "Full name".
    if (taken.has(field)) return null
    taken.add(field)
    return field
  })
}

const plain = (title: string) => foldText(title).replace(/[_:*]+/g, ' ').replace(/\s+/g, ' ').trim()
