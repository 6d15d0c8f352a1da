import { Component, Suspense, type ReactNode } from 'react'
import { DelayedSkeleton } from './delayed-skeleton'
import { LoadFailure } from './load-failure'

/** `lines` 0: a dialog, which stands above the page. When it goes, the focus returns to where it was opened from. */
interface Props { children: ReactNode; lines?: number }

/** A piece whose code is loaded when it is first needed: a skeleton meanwhile, and words with a way on when it does not come. */
export class LazyPart extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError(error: unknown) { return { error } }
  private opener: Element | null = null
  override componentDidMount() { if (this.props.lines === 0) this.opener = document.activeElement }
  override componentWillUnmount() {
    const { opener } = this
    // What the dialog led to may have taken the focus by then.
    setTimeout(() => { if (opener instanceof HTMLElement && opener.isConnected && (document.activeElement === document.body || document.activeElement === null)) opener.focus() }, 50)
  }
  override render() {
    if (this.state.error) return <LoadFailure error={this.state.error} />
    return <Suspense fallback={<DelayedSkeleton lines={this.props.lines ?? 3} />}>{this.props.children}</Suspense>
  }
}
