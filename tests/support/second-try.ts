/**
 * Three browsers on two cores: a page may be so late that a test gives up on it. Such a test is played once more, its first failure is printed, and `npm test`
 * names at its end every test that needed that. What is wrong fails twice; what fails now and then is to be read there and mended.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true })
