import http from 'node:http'

/**
 * Pages of one Exchange calendar as bytes, made before the first request is answered: whoever reads them waits for nobody's generator. Settings come as one
 * JSON argument. A third of the appointments is with a client, a third with strangers, a third among colleagues.
 */
const { port, events, addresses, organizer, from, to } = JSON.parse(process.argv[2] ?? '{}') as { port: number; events: number; addresses: readonly string[]; organizer: string; from: number; to: number }
const pageSize = 50
const root = `http://127.0.0.1:${port}/v1.0/users/${organizer}/calendarView/delta`
const words = 'We go through what was sent last week, look at the drawings and agree on dates, prices and the people who take part. '
const stamp = (at: number) => new Date(at).toISOString().replace('Z', '0000')
const hour = 3_600_000

function eventAt(index: number) {
  const start = from + Math.floor(((to - from - 2 * hour) / events) * index / 900_000) * 900_000 + 900_000
  const guest = index % 3 === 0 ? addresses[index % addresses.length] ?? '' : index % 3 === 1 ? `guest${index % 5_000}@stranger${index % 700}.example` : 'ivan@demo.example'
  const hex = index.toString(16).toUpperCase().padStart(8, '0')
  return {
    '@odata.type': '#microsoft.graph.event', '@odata.etag': `W/"DwAAABYAAAB${hex}=="`, id: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AAD${hex}AAA=`, createdDateTime: stamp(from) + 'Z', lastModifiedDateTime: stamp(from + index) + 'Z',
    changeKey: `DwAAABYAAAB${hex}==`, categories: [], transactionId: null, originalStartTimeZone: 'W. Europe Standard Time', originalEndTimeZone: 'W. Europe Standard Time',
    iCalUId: `040000008200E00074C5B7101A82E0080000000000000000000000000000000010000000${hex}${hex}${hex}${hex}`, reminderMinutesBeforeStart: 15, isReminderOn: true, hasAttachments: false,
    subject: `Meeting ${index} about the order`, bodyPreview: words, importance: 'normal', sensitivity: 'normal', isAllDay: false, isCancelled: false, isOrganizer: true, responseRequested: true, seriesMasterId: null, showAs: 'busy',
    type: 'singleInstance', webLink: `https://outlook.office365.com/owa/?itemid=AAkALgAAAAAAHYQDEapmEc2byACqAC%2FEWg0AAD${hex}AAA%3D&exvsurl=1&path=/calendar/item`, onlineMeetingUrl: null, isOnlineMeeting: index % 2 === 0,
    onlineMeetingProvider: 'teamsForBusiness', allowNewTimeProposals: true, isDraft: false, hideAttendees: false, recurrence: null, responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    body: { contentType: 'html', content: `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n<p>${words}</p><p>${words}</p>\r\n</body>\r\n</html>\r\n` },
    start: { dateTime: stamp(start), timeZone: 'UTC' }, end: { dateTime: stamp(start + hour), timeZone: 'UTC' },
    location: { displayName: `Room ${index % 40}`, locationType: 'default', uniqueId: `Room ${index % 40}`, uniqueIdType: 'private' }, locations: [],
    attendees: [{ type: 'required', status: { response: 'none', time: '0001-01-01T00:00:00Z' }, emailAddress: { name: `Guest ${index}`, address: guest } }],
    organizer: { emailAddress: { name: 'Organizer', address: organizer } }, onlineMeeting: index % 2 === 0 ? { joinUrl: `https://teams.microsoft.com/l/meetup-join/${hex}` } : null,
  }
}

const pages = Array.from({ length: Math.ceil(events / pageSize) }, (_, page) => {
  const last = (page + 1) * pageSize >= events
  const value = Array.from({ length: Math.min(pageSize, events - page * pageSize) }, (__, row) => eventAt(page * pageSize + row))
  return Buffer.from(JSON.stringify({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(event)', value, ...(last ? { '@odata.deltaLink': `${root}?$deltatoken=end` } : { '@odata.nextLink': `${root}?$skiptoken=${page + 1}` }) }))
})

http.createServer((request, response) => {
  const page = pages[Number(/skiptoken=(\d+)/.exec(decodeURIComponent(request.url ?? ''))?.[1] ?? 0)] ?? Buffer.from('{}')
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': page.byteLength }).end(page)
}).listen(port, '127.0.0.1')
