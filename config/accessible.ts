import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/**
 * Taro's WeChat templates drop aria-role and its kin, so a screen reader would find no button and no list anywhere.
 * This adds role and name to View and Button, a row's place in its list to View, and the name to Image; the running
 * app learns them from the same list (platform/aria-attributes).
 */
const ATTRIBUTES = {
  View: { 'aria-role': '', 'aria-label': '', 'aria-posinset': '', 'aria-setsize': '' },
  Button: { 'aria-role': '', 'aria-label': '' },
  Image: { 'aria-label': '' },
}

interface Platform {
  template: { mergeComponents(context: IPluginContext, patch: typeof ATTRIBUTES): void }
  runtimePath: string | string[]
}

export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      platform.template.mergeComponents(context, ATTRIBUTES)
      const file = path.resolve(__dirname, '../src/client/platform/aria-attributes.ts')
      platform.runtimePath = [platform.runtimePath, file].flat()
    },
  })
}
