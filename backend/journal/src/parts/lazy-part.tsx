import { Component, Suspense, type ReactNode } from 'react'
import { DelayedSkeleton } from './delayed-skeleton'
import { LoadFailure } from './load-failure'

interface Props { children: ReactNode; lines?: number }

/** A piece whose code is loaded when it is first needed: a skeleton meanwhile, and words with a way on when it does not come. */
export class LazyPart extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown) { return { error } }
  override render() {
    if (this.state.error) return <LoadFailure error={this.state.error} />
    return <Suspense fallback={<DelayedSkeleton lines={this.props.lines ?? 3} />}>{this.props.children}</Suspense>
  }
}
