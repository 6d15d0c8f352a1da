/** Office.js answers by callback, sometimes never: one promise with an end. `timeoutMs` starts with the call. */
export declare function officeCall<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void, timeoutMs: number): Promise<T>;
