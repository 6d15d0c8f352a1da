import type { SignInWay, SignInWays } from '@counterpane/shared/contract/signing-in'
import { signingInTexts } from '@counterpane/shared/text/signing-in-journal'
import { Button, Field, Input, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import '../styles/journal-signing-in.css'

/** The providers' doors. Whoever was on the way to a place of the journal comes back to it. */
export function SignInDoors({ ways, firstAdministrator }: SignInWays) {
  const { call, text, locale } = useSurroundings()
  const { door } = signingInTexts[locale]
  const [code, setCode] = useState<string | null>(firstAdministrator ? '' : null)
  const begin = useMutation({
    mutationFn: ({ provider, organisation }: SignInWay) => call('beginSignIn', { body: { provider, organisation, code: code?.trim() || null, back: window.location.hash || null } }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  if (ways.length === 0) return <p>{text.signIn.notDemo}</p>
  return (
    <>
      {firstAdministrator && (
        <MessageBar intent="info" layout="multiline"><MessageBarBody><MessageBarTitle>{door.first}</MessageBarTitle> {door.firstAdvice}</MessageBarBody></MessageBar>
      )}
      <p>{door.choose}</p>
      {begin.error && <ProblemNotice error={begin.error} onRetry={() => { if (begin.variables) begin.mutate(begin.variables) }} />}
      {code !== null && (
        <Field label={firstAdministrator ? door.firstCode : door.code} hint={firstAdministrator ? undefined : door.codeAdvice}>
          <Input className="jn-code" value={code} maxLength={200} autoComplete="off" spellCheck={false} autoFocus={!firstAdministrator} onChange={(_, { value }) => setCode(value)} />
        </Field>
      )}
      <ul className="jn-doors">
        {ways.map((way) => (
          <li key={`${way.provider} ${way.organisation}`}>
            <Button size="large" appearance="primary" className="jn-door" disabledFocusable={begin.isPending} onClick={() => begin.mutate(way)}>
              <span>{door.with(way.name)}</span>{way.organisation && <small>{door.organisation(way.organisation)}</small>}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="jn-quiet">{begin.isPending && door.going}</p>
      {code === null && <div><Button appearance="transparent" className="jn-have-code" onClick={() => setCode('')}>{door.haveCode}</Button></div>}
    </>
  )
}
