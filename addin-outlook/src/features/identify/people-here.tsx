import { onDemand } from '../../app/on-demand'
import type { PeopleProps } from './people-list'

const PeopleList = onDemand<PeopleProps>(() => import(/* webpackChunkName: "identify" */ './people-list').then((part) => part.PeopleList))

/** Most emails have one person outside our house, who stands above as the card. */
export function PeopleHere(props: PeopleProps) {
  const outsiders = props.view.answer?.participants.filter((one) => one.kind !== 'internal') ?? []
  return outsiders.length < 2 ? null : <PeopleList {...props} />
}
