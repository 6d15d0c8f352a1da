/** The answer was longer than was asked for. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
}

/** `fetch` whose answers end with AnswerTooLong behind `maxBytes`: what a provider sends is never held whole only to find out how long it is. */
export const boundedFetch = (maxBytes: number): typeof fetch => async (input, init) => {
  const response = await fetch(input, init)
  const stated = response.headers.get('content-length')
  if (Number(stated ?? 0) > maxBytes) {
    await response.body?.cancel()
    throw new AnswerTooLong()
  }
  // An answer that is not packed cannot be longer than it says.
  if (!response.body || (stated !== null && response.headers.get('content-encoding') === null)) return response
  return new Response(await within(response.body, maxBytes), { status: response.status, statusText: response.statusText, headers: response.headers })
}

/** Read piece by piece: a stream in between costs a millisecond for each small answer. */
async function within(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.byteLength
    if (length > maxBytes) {
      await reader.cancel()
      throw new AnswerTooLong()
    }
    pieces.push(piece.value)
  }
  return Buffer.concat(pieces)
}
