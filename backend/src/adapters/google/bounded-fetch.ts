/** The answer was longer than was asked for. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
}

/** `fetch` whose answers end with AnswerTooLong behind `maxBytes`: what a provider sends is never held whole only to find out how long it is. */
export const boundedFetch = (maxBytes: number): typeof fetch => async (input, init) => {
  const response = await fetch(input, init)
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel()
    throw new AnswerTooLong()
  }
  if (!response.body) return response
  let left = maxBytes
  const counted = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength
      if (left < 0) controller.error(new AnswerTooLong())
      else controller.enqueue(chunk)
    },
  }))
  return new Response(counted, { status: response.status, statusText: response.statusText, headers: response.headers })
}
