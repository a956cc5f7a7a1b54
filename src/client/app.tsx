import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import './app.scss'
import { useLook } from './stores/look'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => useLook.getState().start())
  return children
}
