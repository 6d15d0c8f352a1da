import { Badge } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

interface Props { title: string; total: number; about?: string; tone?: 'late' | 'today'; action?: ReactNode; more?: ReactNode; children: ReactNode }

/** One kind of what the day holds, with how many there are; not there when there is nothing. */
export function DaySection({ title, total, about, tone, action, more, children }: Props) {
  const id = useId()
  if (total === 0) return null
  return (
    <section className="jn-day-section" aria-labelledby={id}>
      <div className="jn-day-head">
        <h2 id={id}>{title}</h2>
        <Badge appearance="tint" color={tone === 'late' ? 'danger' : tone === 'today' ? 'success' : 'informative'}>{total}</Badge>
        {action}
      </div>
      {about && <p className="jn-quiet jn-day-about">{about}</p>}
      <ul>{children}</ul>
      {more}
    </section>
  )
}
