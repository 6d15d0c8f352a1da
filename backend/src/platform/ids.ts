import { v7 } from 'uuid'

/** New ids grow with time, so that the newest rows of a table lie together. */
export const uuidv7 = (): string => v7()
