import { View } from '@tarojs/components'

/** WeChat asks for this component once the tab bar is custom; the visible bar belongs to each page. */
export default function CustomTabBar() {
  return <View />
}
