import type { PropsWithChildren } from 'react'
import '@nutui/nutui-react-taro/dist/styles/themes/default.css'

/** What Taro, React and NutUI weigh before anybody has written a line: build.test.ts measures ours against it. */
export default function App({ children }: PropsWithChildren) {
  return children
}
