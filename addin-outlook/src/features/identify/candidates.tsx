import { onDemand } from '../../app/on-demand'
import type { MessageView } from '../../app/pane-state'

const CandidateList = onDemand<{ view: MessageView }>(() => import(/* webpackChunkName: "identify" */ './candidate-list').then((part) => part.CandidateList))

export const Candidates = ({ view }: { view: MessageView }) => (view.chosen || !view.answer?.match.candidates.length ? null : <CandidateList view={view} />)
