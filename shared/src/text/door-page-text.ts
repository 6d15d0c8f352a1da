import type { Locale } from '../domain/codes'

/** What stands between a provider's page and the journal when somebody is not let in at once. */
export interface SignInPageWords {
  title: string; stranger: string
  knownAs: (called: string) => string; knownAsNobody: string
  bringCode: string; firstCode: string; code: string; codeUnknown: string; enter: string; otherAccount: string
  failed: Record<'stale' | 'other-browser' | 'declined' | 'refused' | 'settings' | 'unavailable' | 'bound' | 'not-set-up', string>
  retry: string; toDoor: string
}

const en: SignInPageWords = {
  title: 'Signing in to Counterpane', stranger: 'One more step: the invitation',
  knownAs: (called) => `You have signed in as ${called}. This account does not belong to anybody in Counterpane yet.`,
  knownAsNobody: 'You have signed in. This account does not belong to anybody in Counterpane yet.',
  bringCode: 'Ask your administrator for an invitation and type its code here. It is needed once: from then on this account is yours.',
  firstCode: 'There is no administrator yet. Type the code that the server printed when it was started: it makes you the first.',
  code: 'Code of the invitation', enter: 'Continue', otherAccount: 'Use another account',
  codeUnknown: 'This code is not right, was used already, or is too old. Look at it once more, or ask for a new one.',
  failed: {
    stale: 'This sign-in was used already, or it took longer than ten minutes. Begin again.',
    'other-browser': 'This sign-in was begun in another browser or window, so nobody was signed in here. Begin again in this one.',
    declined: 'Signing in was cancelled at the provider\'s page. Nothing has changed.',
    refused: 'The provider\'s answer could not be trusted, so nobody was signed in. Try again; if it stays so, tell the administrator.',
    settings: 'The provider does not accept this server\'s registration. Tell the administrator: the client id, its secret and the redirect address have to be checked.',
    unavailable: 'The provider does not answer at the moment. Try again a little later.',
    bound: 'This account is somebody else\'s in Counterpane already, so the code was not used. Sign in with the account that is meant.',
    'not-set-up': 'This way of signing in is not set up on this server.',
  },
  retry: 'Try again', toDoor: 'To the sign-in page',
}

const ru: SignInPageWords = {
  title: 'Вход в Counterpane', stranger: 'Остался один шаг: приглашение',
  knownAs: (called) => `Выполнен вход как ${called}. Эта учётная запись пока никому в Counterpane не принадлежит.`,
  knownAsNobody: 'Вход выполнен. Эта учётная запись пока никому в Counterpane не принадлежит.',
  bringCode: 'Попросите у администратора приглашение и введите здесь его код. Он нужен один раз: после этого учётная запись будет вашей.',
  firstCode: 'Администратора пока нет. Введите код, который сервер напечатал при запуске: первым администратором станете вы.',
  code: 'Код приглашения', enter: 'Продолжить', otherAccount: 'Войти с другой учётной записью',
  codeUnknown: 'Этот код неверен, уже использован или устарел. Проверьте его или попросите новый.',
  failed: {
    stale: 'Этот вход уже использован или занял больше десяти минут. Начните заново.',
    'other-browser': 'Этот вход начат в другом браузере или окне, поэтому здесь никто не вошёл. Начните заново здесь.',
    declined: 'Вход отменён на странице провайдера. Ничего не изменилось.',
    refused: 'Ответу провайдера нельзя доверять, поэтому никто не вошёл. Попробуйте ещё раз; если не поможет, сообщите администратору.',
    settings: 'Провайдер не принимает регистрацию этого сервера. Сообщите администратору: нужно проверить идентификатор клиента, его секрет и адрес перенаправления.',
    unavailable: 'Провайдер сейчас не отвечает. Попробуйте немного позже.',
    bound: 'Эта учётная запись в Counterpane уже принадлежит другому человеку, поэтому код не использован. Войдите с той учётной записью, для которой он выдан.',
    'not-set-up': 'Такой способ входа на этом сервере не настроен.',
  },
  retry: 'Попробовать ещё раз', toDoor: 'К странице входа',
}

export const signInPageTexts: Record<Locale, SignInPageWords> = { en, ru }
