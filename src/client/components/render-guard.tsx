import { Component, type ReactNode } from 'react'
import { tellMishap } from '../mishaps'
import { go } from '../platform/navigate'
import { common } from '../texts/common'
import { AppButton } from './button'
import { Notice } from './notice'

interface RenderGuardProps {
  children?: ReactNode
}

/** A page that cannot be drawn says so and leads home; drafts lie on the phone and are not touched by it. */
export class RenderGuard extends Component<RenderGuardProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(thrown: unknown) {
    tellMishap('render', thrown)
  }

  private readonly leave = () => {
    this.setState({ failed: false })
    go('home')
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { title, help, button } = common.mishap
    const home = (
      <AppButton kind="soft" size="small" onPress={this.leave}>
        {button}
      </AppButton>
    )
    return <Notice urgent icon="alert" title={title} help={help} action={home} />
  }
}
