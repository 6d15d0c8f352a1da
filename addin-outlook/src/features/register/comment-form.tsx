import { Button, Field, mergeClasses, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { PaneForm } from '../forms/pane-form'

export function CommentForm({ view, onClose }: { view: MessageView; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { registering } = usePane()
  const [comment, setComment] = useState('')
  return (
    <PaneForm label={own.withComment} onClose={onClose} onSubmit={() => { onClose(); void registering.register(view.key, { comment }) }}>
      <Field label={texts.comment}><Textarea autoFocus resize="vertical" value={comment} onChange={(_, { value }) => setComment(value)} /></Field>
      <div className={mergeClasses(pane.row)}>
        <Button appearance="primary" type="submit">{texts.register}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
    </PaneForm>
  )
}
